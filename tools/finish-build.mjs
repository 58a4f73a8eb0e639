// Trunk's post_build hook: cuts the pages apart, shrinks wasm and scripts, makes one style sheet of all, names every asset by
// its content, writes integrity hashes and compressed copies, and holds the first visit against its byte budget. A development
// build passes through untouched.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, renameSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { contentName, firstVisit, oneScript, oneStylesheet, sri, stylesheets, table, withIntegrity, withPages } from "./assets.mjs";
import { PAGES, pageFiles, split, withFetchIntegrity, withImport } from "./split.mjs";

/** Brotli bytes (HTML, CSS, JS, wasm) that a first visit may weigh, and one that begins at the heaviest page. */
const BUDGETS = { first: 175_000, page: 200_000 };

const TEXT = new Set([".html", ".css", ".js", ".svg", ".json", ".wasm", ".webmanifest", ".txt"]);
// Named one by one, because rustc emits them and binaryen refuses what it is not told of.
const FEATURES = [
  "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-reference-types", "--enable-multivalue",
  "--enable-sign-ext", "--enable-mutable-globals",
];

const tool = (path) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));
const run = (program, args) => execFileSync(process.execPath, [tool(program), ...args], { stdio: "inherit" });
// Taking control flow apart and building it anew makes a first visit 1.4 % smaller than `-Oz` alone.
const SMALLER = ["-O3", "--flatten", "--rereloop", "-Oz", "-Oz"];
const shrinkWasm = (file) => run("binaryen/bin/wasm-opt", [file, "-o", file, ...FEATURES, "--strip-debug", "--strip-producers", ...SMALLER]);
const shrinkScript = (file) => run("terser/bin/terser", [file, "--module", "--compress", "--mangle", "--output", file]);

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}

function finish(folder) {
  const at = (name) => join(folder, name);
  const find = (pattern) => {
    const found = readdirSync(folder).filter((name) => pattern.test(name));
    if (found.length !== 1) throw new Error(`${found.length} files match ${pattern} in ${folder}, instead of one.`);
    return found[0];
  };
  // Renamed by content, and so in every text that names it.
  const rename = (name, ...texts) => {
    const renamed = contentName(name, readFileSync(at(name)));
    renameSync(at(name), at(renamed));
    for (const text of texts) writeFileSync(at(text), readFileSync(at(text), "utf8").replaceAll(name, renamed));
    return renamed;
  };
  const page = "index.html";
  const loader = find(/^my-account-[0-9a-f]+\.js$/);
  const cargo = join(process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown/release/my-account.wasm");
  split(cargo, folder, loader.slice(0, -".js".length), (inputs, output) => run("binaryen/bin/wasm-merge", [...inputs, "-o", output, ...FEATURES]));
  const wasm = find(/_bg\.wasm$/);
  const pages = pageFiles(readFileSync(at(PAGES), "utf8"));
  const renamed = new Map([...new Set(Object.values(pages).flat())].map((file) => {
    shrinkWasm(at(file));
    return [file, rename(file, PAGES)];
  }));
  for (const page of Object.keys(pages)) pages[page] = pages[page].map((file) => renamed.get(file));
  writeFileSync(at(PAGES), withFetchIntegrity(readFileSync(at(PAGES), "utf8"), (name) => sri(readFileSync(at(name)))));
  shrinkWasm(at(wasm));
  rename(wasm, loader, page);
  writeFileSync(at("boot.js"), oneScript(readFileSync(at("boot.js"), "utf8"), readFileSync(at("config.js"), "utf8")));
  unlinkSync(at("config.js"));
  for (const script of [PAGES, loader, "boot.js", "config-hint.js"]) shrinkScript(at(script));
  rename("config-hint.js", "boot.js");
  // These two import each other: their common content names both. Only the imports are renamed: wasm knows the other name too.
  const both = Buffer.concat([loader, PAGES].map((name) => readFileSync(at(name))));
  const named = { [loader]: contentName(loader, both), [PAGES]: contentName("pages.js", both) };
  for (const [name, renamed] of Object.entries(named)) {
    for (const script of [loader, PAGES]) writeFileSync(at(script), withImport(readFileSync(at(script), "utf8"), name, renamed));
    writeFileSync(at(page), readFileSync(at(page), "utf8").replaceAll(name, renamed));
  }
  for (const [name, renamed] of Object.entries(named)) renameSync(at(name), at(renamed));
  rename("boot.js", page);

  let html = readFileSync(at(page), "utf8");
  const sheets = stylesheets(html);
  const sheet = "style.css";
  writeFileSync(at(sheet), sheets.map((name) => readFileSync(at(name), "utf8").trim()).join("\n"));
  for (const name of sheets) unlinkSync(at(name));
  html = withPages(oneStylesheet(html, rename(sheet)), named[PAGES], pages);

  const present = new Set(files(folder));
  html = withIntegrity(html, (name) => (present.has(name) ? sri(readFileSync(at(name))) : undefined));
  writeFileSync(at(page), html);

  for (const name of files(folder).filter((it) => /\.(br|gz)$/.test(it))) unlinkSync(at(name));
  for (const name of files(folder).filter((it) => TEXT.has(extname(it)) && statSync(at(it)).size > 0)) {
    const content = readFileSync(at(name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    writeFileSync(at(`${name}.br`), brotliCompressSync(content, { params }));
    writeFileSync(at(`${name}.gz`), gzipSync(content, { level: 9 }));
  }

  const size = (name) => statSync(at(`${name}.br`)).size;
  const { text, over } = table(firstVisit(html, size), pages, size, BUDGETS);
  console.log(text);
  return over;
}

if (process.env.TRUNK_PROFILE !== "debug") {
  const over = finish(process.env.TRUNK_STAGING_DIR);
  if (over.length > 0) {
    console.error(`${over.join(" and ")} over its budget: make it smaller.`);
    process.exitCode = 1;
  }
}
