// Trunk's post_build hook: shrinks wasm and scripts, makes one style sheet of all, names every asset by its content, writes
// integrity hashes and compressed copies, and holds the first visit against its byte budget. A development build passes
// through untouched.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, renameSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { contentName, firstVisit, oneStylesheet, sri, stylesheets, table, withIntegrity } from "./assets.mjs";

/** Brotli bytes that a first visit (HTML, CSS, JS, wasm) may weigh. */
const BUDGET = 175_000;

const TEXT = new Set([".html", ".css", ".js", ".svg", ".json", ".wasm", ".webmanifest", ".txt"]);
// Named one by one, because rustc emits them and wasm-opt refuses what it is not told of.
const WASM_OPT = [
  "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-reference-types", "--enable-multivalue",
  "--enable-sign-ext", "--enable-mutable-globals", "--strip-debug", "--strip-producers", "-Oz",
];

const tool = (path) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));
const run = (program, args) => execFileSync(process.execPath, [tool(program), ...args], { stdio: "inherit" });
const shrinkWasm = (file) => run("binaryen/bin/wasm-opt", [file, "-o", file, ...WASM_OPT]);
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
  const wasm = find(/_bg\.wasm$/);
  const loader = find(/^my-account-[0-9a-f]+\.js$/);
  shrinkWasm(at(wasm));
  rename(wasm, loader, page);
  for (const script of [loader, "boot.js"]) {
    shrinkScript(at(script));
    rename(script, page);
  }

  let html = readFileSync(at(page), "utf8");
  const sheets = stylesheets(html);
  const sheet = "style.css";
  writeFileSync(at(sheet), sheets.map((name) => readFileSync(at(name), "utf8").trim()).join("\n"));
  for (const name of sheets) unlinkSync(at(name));
  html = oneStylesheet(html, rename(sheet));

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

  const { text, total } = table(firstVisit(html, (name) => statSync(at(`${name}.br`)).size), BUDGET);
  console.log(text);
  return total;
}

if (process.env.TRUNK_PROFILE !== "debug") {
  const total = finish(process.env.TRUNK_STAGING_DIR);
  if (total > BUDGET) {
    console.error(`The first visit weighs ${total} bytes, ${total - BUDGET} more than its budget of ${BUDGET}: make it smaller.`);
    process.exitCode = 1;
  }
}
