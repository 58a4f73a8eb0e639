// Cuts the release build into what a first visit needs and a file for each page that `lazy!` names.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** The script that fetches a page's files; the splitter names it so. */
export const PAGES = "__wasm_split.js";

/**
 * Splits `wasm`, as cargo built it, and writes to `folder`: the loader and the wasm of the first visit under `name`, the
 * pages' files and their script.
 */
export function split(wasm, folder, name) {
  const work = mkdtempSync(join(folder, "split-"));
  const run = (program, ...args) => execFileSync(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  run("wasm-split-cli", "--target", "web", "--out-name", name, wasm, work);
  run("wasm-bindgen", "--keep-lld-exports", "--target", "web", "--no-typescript", "--out-dir", folder, "--out-name", name, join(work, `${name}.wasm`));
  for (const file of readdirSync(work).filter((it) => it !== `${name}.wasm`)) copyFileSync(join(work, file), join(folder, file));
  rmSync(work, { recursive: true });
}

/** Which files each page is made of, read from the splitter's script: `{ devices: ["split_devices.wasm", …] }`. */
export function pageFiles(script) {
  const pages = {};
  for (const [, page] of script.matchAll(/"\.\/split_(\w+)\.wasm"/g)) pages[page] = [`split_${page}.wasm`];
  for (const [, sharers, file] of script.matchAll(/\/\* ([\w, ]+) \*\/\s*const __chunk_\d+ = makeLoad\([^"]*"\.\/(\w+\.wasm)"/g)) {
    for (const page of sharers.split(", ")) (pages[page] ??= []).push(file);
  }
  return pages;
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
