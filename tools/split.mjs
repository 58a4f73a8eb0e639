// Cuts the release build into what a first visit needs and a file for each page that `lazy!` names.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The script that fetches a page's file; the splitter names it so. */
export const PAGES = "__wasm_split.js";

/** What so many pages or fewer share, and so many bytes or more (before wasm-opt), is a file of its own: most visits need none of it. */
const FEW = { pages: 11, bytes: 6000 };

/**
 * Splits `wasm`, as cargo built it, and writes to `folder`: the loader and the wasm of the first visit under `name`, a file for
 * each page, those that few pages share, and their script. The splitter makes far more files of what several pages share, most
 * of them tiny; `merge(inputs, output)` puts those into the first visit.
 */
export function split(wasm, folder, name, merge) {
  const work = mkdtempSync(join(folder, "split-"));
  const at = (file) => join(work, file);
  const run = (program, ...args) => execFileSync(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  run("wasm-split-cli", wasm, work, name);
  run("wasm-bindgen", "--keep-lld-exports", "--target", "web", "--no-typescript", "--out-dir", folder, "--out-name", name, at(`${name}.wasm`));
  const files = readdirSync(work);
  const first = join(folder, `${name}_bg.wasm`);
  const script = readFileSync(at(PAGES), "utf8");
  const own = new Set([...sharing(script)].filter(([file, pages]) => pages <= FEW.pages && statSync(at(file)).size >= FEW.bytes).map(([file]) => file));
  const shared = files.filter((file) => file.startsWith("chunk_") && !own.has(file));
  // What a file imports from "__wasm_split" is what the first one exports.
  merge([first, "__wasm_split", ...shared.flatMap((file) => [at(file), file])], first);
  for (const file of files.filter((it) => it.startsWith("split_") || own.has(it))) copyFileSync(at(file), join(folder, file));
  writeFileSync(join(folder, PAGES), withoutShared(script, own));
  rmSync(work, { recursive: true });
}

/** How many pages share each file, as the splitter's script says: `chunk_7.wasm` → 2. */
export function sharing(script) {
  return new Map([...script.matchAll(/\/\* ([\w, ]+) \*\/\s*const __(chunk_\d+) =/g)].map(([, pages, file]) => [`${file}.wasm`, pages.split(",").length]));
}

/** The splitter's script, fetching pages' own files and, of what they share, only the files in `own`. */
export function withoutShared(script, own) {
  const stays = (chunk) => own.has(`${chunk}.wasm`);
  return script
    .replace(/\/\* [\w, ]+ \*\/\s*const __(chunk_\d+) = makeLoad\([\s\S]*?, \[\]\);\n/g, (all, chunk) => (stays(chunk) ? all : ""))
    .replace(/\[(__chunk_\d+(?:, __chunk_\d+)*)\]/g, (_, names) => `[${names.split(", ").filter((it) => stays(it.slice("__".length))).join(", ")}]`);
}

/** The files of each page, its own first, read from that script: `{ devices: ["split_devices.wasm", "chunk_7.wasm"] }`. */
export function pageFiles(script) {
  const loads = script.matchAll(/"\.\/(split_(\w+)\.wasm)"[\s\S]*?\[([\w, ]*)\]/g);
  const shared = (names) => names.split(", ").filter(Boolean).map((it) => `${it.slice("__".length)}.wasm`);
  return Object.fromEntries([...loads].map(([, file, page, names]) => [page, [file, ...shared(names)]]));
}

/** The script, checking what it fetches: `integrity(name)` for every file. */
export function withFetchIntegrity(script, integrity) {
  return script.replace(/fetch\(new URL\("\.\/([\w.-]+)", import\.meta\.url\)\)/g, (_, name) =>
    `fetch(new URL("./${name}", import.meta.url), { integrity: "${integrity(name)}" })`);
}

/** The script, importing `renamed` where it imported `name`; what only looks like an import stays. */
export function withImport(script, name, renamed) {
  return script.replaceAll(/(\bfrom\s*["'])\.\/([^"']+)/g, (all, from, file) => (file === name ? `${from}./${renamed}` : all));
}
