// What is shipped and under which licence: a CycloneDX bill of materials and the texts of all licences, from cargo's own data.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const TEXT = /^(licen[cs]e|copying|unlicense|notice)/i;

/** The crates that `name` is made of on `target`, without what only builds or tests it, sorted by name and version. */
export function shipped(metadata, name) {
  const root = metadata.packages.find((it) => it.name === name).id;
  const nodes = new Map(metadata.resolve.nodes.map((it) => [it.id, it]));
  const found = new Set();
  const walk = (id) => {
    if (found.has(id)) return;
    found.add(id);
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) if (kinds.some(({ kind }) => kind === null)) walk(pkg);
  };
  walk(root);
  found.delete(root);
  const order = (it) => `${it.name} ${it.version}`;
  return metadata.packages.filter((it) => found.has(it.id)).sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** What cargo knows of the workspace on a target. */
export function metadata(target) {
  const options = { cwd: new URL("../..", import.meta.url), maxBuffer: 1 << 28, encoding: "utf8" };
  return JSON.parse(execFileSync("cargo", ["metadata", "--format-version", "1", "--locked", "--filter-platform", target], options));
}

/** A CycloneDX 1.5 document; it says nothing of when and where it was made, so that it is the same each time. */
export function billOfMaterials(name, version, crates) {
  const purl = (it) => `pkg:cargo/${it.name}@${it.version}`;
  const licence = (it) => (it.license ? { licenses: [{ expression: it.license.replaceAll("/", " OR ") }] } : {});
  const components = crates.map((it) => ({ type: "library", "bom-ref": purl(it), name: it.name, version: it.version, purl: purl(it), ...licence(it) }));
  return {
    bomFormat: "CycloneDX", specVersion: "1.5", version: 1,
    metadata: { component: { type: "application", "bom-ref": name, name, version } }, components,
  };
}

/** The licences of all crates: each text once, below the names of those it belongs to. */
export function licenceTexts(crates) {
  const texts = new Map();
  for (const crate of crates) {
    const folder = dirname(crate.manifest_path);
    const files = readdirSync(folder).filter((it) => TEXT.test(it)).sort();
    const own = files.map((it) => readFileSync(join(folder, it), "utf8").replaceAll("\r\n", "\n").trim());
    for (const text of own.length > 0 ? own : [`(The crate has no file of its own; its licence is ${crate.license}.)`]) {
      const key = createHash("sha256").update(text).digest("hex");
      const entry = texts.get(key) ?? { text, names: [] };
      entry.names.push(`${crate.name} ${crate.version} (${crate.license})`);
      texts.set(key, entry);
    }
  }
  const line = "-".repeat(80);
  return [...texts.values()].map(({ names, text }) => `${line}\n${names.join("\n")}\n${line}\n\n${text}\n`).join("\n");
}
