import assert from "node:assert/strict";
import test from "node:test";
import { pageFiles, sharing, withFetchIntegrity, withImport, withoutShared } from "./split.mjs";

// As the splitter writes it, shortened.
const script = `
/* apps, deleted_users, devices */
const __chunk_6 = makeLoad(() => {
    const src = fetch(new URL("./chunk_6.wasm", import.meta.url));
}
, []);
/* apps, deleted_users */
const __chunk_7 = makeLoad(() => {
    const src = fetch(new URL("./chunk_7.wasm", import.meta.url));
}
, []);
export const __wasm_split_load_apps = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_apps.wasm", import.meta.url));
}
, [__chunk_6, __chunk_7]));
export const __wasm_split_load_deleted_users = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_deleted_users.wasm", import.meta.url));
}
, [__chunk_6, __chunk_7]));
`;

test("what pages share is not fetched: it is part of the first visit", () => {
  const own = withoutShared(script, new Set());
  assert.doesNotMatch(own, /chunk/);
  assert.match(own, /wrapAsyncCb\(makeLoad\([^"]*"\.\/split_apps\.wasm"[^\]]*, \[\]\)\);/);
  assert.deepEqual(pageFiles(own), { apps: ["split_apps.wasm"], deleted_users: ["split_deleted_users.wasm"] });
});

test("what few pages share stays a file that they fetch", () => {
  assert.deepEqual([...sharing(script)], [["chunk_6.wasm", 3], ["chunk_7.wasm", 2]]);
  const own = withoutShared(script, new Set(["chunk_7.wasm"]));
  assert.doesNotMatch(own, /chunk_6/);
  assert.match(own, /const __chunk_7 = makeLoad/);
  assert.deepEqual(pageFiles(own), { apps: ["split_apps.wasm", "chunk_7.wasm"], deleted_users: ["split_deleted_users.wasm", "chunk_7.wasm"] });
});

test("every fetch of the script is checked", () => {
  const checked = withFetchIntegrity(script, (name) => `sha256-${name}`);
  assert.equal(checked.match(/fetch\(/g).length, 4);
  assert.equal(checked.match(/fetch\(new URL\("\.\/([\w.]+)", import\.meta\.url\), \{ integrity: "sha256-\1" \}\)/g).length, 4);
});

test("an import is renamed, the name that wasm knows is not", () => {
  const loader = 'import*as e from"./a.js";const imports={"./a.js":e};';
  assert.equal(withImport(loader, "a.js", "b.js"), 'import*as e from"./b.js";const imports={"./a.js":e};');
});
