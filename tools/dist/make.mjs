// `make dist`: packs what was built into two archives that are the same for the same commit, whoever packs them: the static
// pages for a web server or CDN, and the server with the pages beside it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { billOfMaterials, licenceTexts, metadata, shipped } from "./licences.mjs";
import { redirects } from "./redirects.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (...path) => join(root, ...path);
const server = at("target/server/my-account-server");
const run = (program, ...args) => execFileSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
const BROWSER = "wasm32-unknown-unknown";

/** Where the archives go. */
const out = process.argv[2] ?? at("target/dist");
const version = /^version = "(.+)"$/m.exec(readFileSync(at("Cargo.toml"), "utf8"))[1];
const host = /^host: (.+)$/m.exec(run("rustc", "-vV"))[1];
// Of the commit; of the epoch where the sources are no checkout.
const time = Number(process.env.SOURCE_DATE_EPOCH ?? (run("git", "log", "-1", "--format=%ct").trim() || 0));

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => relative(folder, join(it.parentPath ?? it.path, it.name)))
    .sort();
}

const sums = (folder) =>
  files(folder).map((it) => `${createHash("sha256").update(readFileSync(join(folder, it))).digest("hex")}  ${it}\n`).join("");

/** Packs a folder under its name; sorted, without owners, all of one time. */
function pack(folder) {
  writeFileSync(join(folder, "SHA256SUMS"), sums(folder));
  for (const file of files(folder)) {
    const path = join(folder, file);
    chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
    utimesSync(path, time, time);
  }
  const name = folder.slice(dirname(folder).length + 1);
  const archive = `${folder}.tar.gz`;
  const tar = ["--sort=name", `--mtime=@${time}`, "--owner=0", "--group=0", "--numeric-owner", "--mode=go-w,a+rX", "--format=gnu", "-C", dirname(folder), "-cf", "-", name];
  writeFileSync(archive, execFileSync("gzip", ["-9", "-n"], { input: execFileSync("tar", tar, { maxBuffer: 1 << 30 }), maxBuffer: 1 << 30 }));
  rmSync(folder, { recursive: true });
  return archive;
}

/** A folder to pack, with what both archives have: the pages and the licences. */
function begin(name, crates) {
  const folder = join(out, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(at("dist"), join(folder, "dist"), { recursive: true });
  copyFileSync(at("LICENSE"), join(folder, "LICENSE"));
  writeFileSync(join(folder, "THIRD-PARTY-LICENSES.txt"), licenceTexts(crates));
  return folder;
}

function bill(folder, name, crates) {
  writeFileSync(join(folder, `${name}.cdx.json`), `${JSON.stringify(billOfMaterials(name, version, crates), undefined, 1)}\n`);
}

function documents(folder, names) {
  mkdirSync(join(folder, "docs"));
  for (const name of names) copyFileSync(at("docs", name), join(folder, "docs", name));
}

const pages = shipped(metadata(BROWSER), "my-account");
const backend = shipped(metadata(host), "my-account-server");

const site = begin(`my-account-${version}`, pages);
writeFileSync(join(site, "dist/_redirects"), redirects(readFileSync(at("src/routes.rs"), "utf8")));
const headers = (...args) => run(server, "headers", "--static", at("dist"), ...args);
writeFileSync(join(site, "nginx.conf"), headers("--format", "nginx"));
writeFileSync(join(site, "nginx-path.conf"), headers("--format", "nginx", "--path", "/portal"));
writeFileSync(join(site, "Caddyfile"), headers("--format", "caddy"));
copyFileSync(at("tools/dist/set-path.sh"), join(site, "set-path.sh"));
bill(site, "my-account", pages);
documents(site, ["hosting.md", "backend.md", "accessibility.md"]);

const whole = begin(`my-account-server-${version}-${host}`, [...new Map([...pages, ...backend].map((it) => [it.id, it])).values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1)));
copyFileSync(server, join(whole, "my-account-server"));
bill(whole, "my-account", pages);
bill(whole, "my-account-server", backend);
documents(whole, ["hosting.md", "operations.md", "identity.md"]);

for (const archive of [site, whole].map(pack)) console.log(relative(process.cwd(), archive));
