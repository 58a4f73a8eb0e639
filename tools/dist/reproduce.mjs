// Builds the commit once more, in a clone with nothing built in it, and compares its archives with those of `make dist` here, to
// the byte. No part of `make test`: it takes as long as a first build.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

const AGAIN = "target/again";
const run = (program, args, cwd) => execFileSync(program, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
const sums = (folder, archive) => {
  const text = execFileSync("tar", ["-xzOf", join(folder, archive), `${archive.replace(/\.tar\.gz$/, "")}/SHA256SUMS`], { encoding: "utf8" });
  return new Map(text.trim().split("\n").map((line) => line.split("  ").reverse()));
};

if (execFileSync("git", ["status", "--porcelain"], { encoding: "utf8" })) {
  throw new Error("Something here is not committed; what is compared is what the commit comes to.");
}
rmSync(AGAIN, { recursive: true, force: true });
run("git", ["clone", "--quiet", ".", AGAIN]);
// The tools are the same ones; what they make is what counts.
if (existsSync(".tools")) symlinkSync("../../.tools", join(AGAIN, ".tools"));
run("make", ["-j2", "dist"], AGAIN);

const [here, there] = ["target/dist", join(AGAIN, "target/dist")];
const archives = readdirSync(here).filter((it) => it.endsWith(".tar.gz")).sort();
let same = archives.length === 2;
for (const archive of archives) {
  const equal = existsSync(join(there, archive)) && readFileSync(join(here, archive)).equals(readFileSync(join(there, archive)));
  console.log(`${archive}: ${equal ? "the same" : "differs"}`);
  if (equal) continue;
  same = false;
  const [a, b] = [sums(here, archive), sums(there, archive)];
  for (const name of [...new Set([...a.keys(), ...b.keys()])].sort()) if (a.get(name) !== b.get(name)) console.log(`  ${name}`);
}
process.exitCode = same ? 0 : 1;
