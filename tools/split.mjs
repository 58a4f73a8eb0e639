// Cuts the release build into what a first visit needs and a file for each page that `lazy!` names.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The script that fetches a page's file; the splitter names it so. */
export const PAGES = "__wasm_split.js";

/**
 * Splits `wasm`, as cargo built it, and writes to `folder`: the loader and the wasm of the first visit under `name`, a file for
 * each page and their script. The splitter makes dozens of small files of what several pages share; `merge(inputs, output)`
 * puts them into the first visit, so that a page is one file.
 */
export function split(wasm, folder, name, merge) {
  const work = mkdtempSync(join(folder, "split-"));
  const at = (file) => join(work, file);
  const run = (program, ...args) => execFileSync(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  run("wasm-split-cli", "--target", "web", "--out-name", name, wasm, work);
  run("wasm-bindgen", "--keep-lld-exports", "--target", "web", "--no-typescript", "--out-dir", folder, "--out-name", name, at(`${name}.wasm`));
  const files = readdirSync(work);
  const first = join(folder, `${name}_bg.wasm`);
  const shared = files.filter((file) => file.startsWith("chunk_"));
  // What a file imports from "__wasm_split" is what the first one exports.
  merge([first, "__wasm_split", ...shared.flatMap((file) => [at(file), file])], first);
  for (const file of files.filter((it) => it.startsWith("split_"))) copyFileSync(at(file), join(folder, file));
  writeFileSync(join(folder, PAGES), withoutShared(readFileSync(at(PAGES), "utf8")));
  rmSync(work, { recursive: true });
}

/** The splitter's script, fetching a page's own file and nothing else. */
export function withoutShared(script) {
  return script
    .replace(/\/\* [\w, ]+ \*\/\s*const __chunk_\d+ = makeLoad\([\s\S]*?, \[\]\);\n/g, "")
    .replace(/\[__chunk_\d+(?:, __chunk_\d+)*\]/g, "[]");
}

/** The file of each page, read from that script: `{ devices: "split_devices.wasm" }`. */
export function pageFiles(script) {
  return Object.fromEntries([...script.matchAll(/"\.\/split_(\w+)\.wasm"/g)].map(([, page]) => [page, `split_${page}.wasm`]));
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
