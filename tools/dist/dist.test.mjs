import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { gunzipSync } from "node:zlib";
import { billOfMaterials, shipped } from "./licences.mjs";
import { addresses, redirects } from "./redirects.mjs";

const source = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

test("every page's address leads to the page, and nothing else does", () => {
  const text = redirects(source("src/routes.rs"));
  const table = [...source("src/app.rs").matchAll(/\(routes::(\w+), lazy!/g)].map(([, name]) => name);
  const named = new Map([...source("src/routes.rs").matchAll(/^pub const (\w+): &str = "([^"]*)"/gm)].map(([, name, address]) => [name, address]));
  for (const name of table.filter((it) => it !== "OVERVIEW")) assert.ok(text.includes(`\n${named.get(name)} /index.html 200\n`), name);
  assert.ok(!text.includes("/* /index.html"));
  assert.equal(addresses(source("src/routes.rs")).length, named.size);
});

test("what only builds or tests a crate is not shipped with it", () => {
  const id = (name) => ({ id: name, name, version: "1.0.0", license: "MIT/Apache-2.0" });
  const dep = (pkg, ...kinds) => ({ pkg, dep_kinds: kinds.map((kind) => ({ kind })) });
  const metadata = {
    packages: ["app", "used", "below", "tested", "built"].map(id),
    resolve: { nodes: [
      { id: "app", deps: [dep("used", null, "dev"), dep("tested", "dev"), dep("built", "build")] },
      { id: "used", deps: [dep("below", null)] }, { id: "below", deps: [] }, { id: "tested", deps: [] }, { id: "built", deps: [] },
    ] },
  };
  const crates = shipped(metadata, "app");
  assert.deepEqual(crates.map((it) => it.name), ["below", "used"]);
  const bill = billOfMaterials("app", "1.0.0", crates);
  assert.deepEqual(bill.components[1], { type: "library", "bom-ref": "pkg:cargo/used@1.0.0", name: "used", version: "1.0.0", purl: "pkg:cargo/used@1.0.0", licenses: [{ expression: "MIT OR Apache-2.0" }] });
});

test("the page goes below a path, to another one, and back to what it was", () => {
  const folder = mkdtempSync(join(tmpdir(), "path-"));
  mkdirSync(join(folder, "dist"));
  copyFileSync(new URL("set-path.sh", import.meta.url), join(folder, "set-path.sh"));
  const page = join(folder, "dist/index.html");
  const before = `<link href=/icon.svg rel=icon><link rel="modulepreload" href="/pages-1.js"><link href=/api/v1/session rel=preload><script data-js=/a.js data-wasm=/a.wasm src=/boot.js type=module data-pages='{"a":["b.wasm"]}'></script><a href=https://x.example/y>`;
  writeFileSync(page, before);
  writeFileSync(`${page}.br`, "old");
  const set = (path) => execFileSync("sh", [join(folder, "set-path.sh"), path], { stdio: ["ignore", "ignore", "pipe"] });
  set("/portal");
  const there = readFileSync(page, "utf8");
  assert.match(there, /^<link href=\/portal\/icon.svg rel=icon><link rel="modulepreload" href="\/portal\/pages-1.js"><link href=\/portal\/api\/v1\/session rel=preload><script data-base=\/portal data-js=\/portal\/a.js data-wasm=\/portal\/a.wasm src=\/portal\/boot.js type=module/);
  assert.ok(there.endsWith("<a href=https://x.example/y>"));
  assert.equal(gunzipSync(readFileSync(`${page}.gz`)).toString(), there);
  if (existsSync(`${page}.br`)) assert.notEqual(readFileSync(`${page}.br`, "latin1"), "old");
  set("/a/b/");
  assert.match(readFileSync(page, "utf8"), /data-base=\/a\/b data-js=\/a\/b\/a\.js.*src=\/a\/b\/boot\.js/);
  set("/");
  assert.equal(readFileSync(page, "utf8"), before);
  for (const path of ["portal", "/a b", "/../x", "/a#b"]) assert.throws(() => set(path), path);
  assert.equal(readFileSync(page, "utf8"), before);
});
