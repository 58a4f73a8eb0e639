// The archives: packed twice they are the same to the byte, and the list of sums in each holds.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const work = mkdtempSync(join(tmpdir(), "dist-"));
const pack = (name) => {
  execFileSync(process.execPath, ["tools/dist/make.mjs", join(work, name)], { stdio: ["ignore", "ignore", "inherit"] });
  return readdirSync(join(work, name)).sort();
};
const [first, second] = [pack("first"), pack("second")];
assert.deepEqual(second, first);
assert.equal(first.length, 2);
for (const archive of first) {
  const path = join(work, "first", archive);
  assert.ok(readFileSync(path).equals(readFileSync(join(work, "second", archive))), `${archive} differs from time to time`);
  execFileSync("tar", ["-xzf", path, "-C", work]);
  const folder = join(work, archive.replace(/\.tar\.gz$/, ""));
  execFileSync("sha256sum", ["--check", "--quiet", "SHA256SUMS"], { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
  for (const name of ["LICENSE", "THIRD-PARTY-LICENSES.txt", "my-account.cdx.json", "dist/index.html.br", "dist/config.json", "docs/hosting.md"]) {
    assert.ok(readFileSync(join(folder, name)).length > 0, name);
  }
}
rmSync(work, { recursive: true });
