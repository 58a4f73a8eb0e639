// Tries every operation of the API with what its document allows and what it forbids, signed out and signed in.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
mkdirSync("target/schemathesis", { recursive: true });

/** The demo's own server on an empty database; ends with `use`. */
async function served(use) {
  const folder = mkdtempSync(join(tmpdir(), "portal-"));
  const options = ["--listen", "127.0.0.1:0", "--static", "dist", "--database", join(folder, "portal.db"), "--demo"];
  const server = spawn("target/server/my-account-server", options, { stdio: ["ignore", "pipe", "ignore"] });
  try {
    for await (const line of createInterface({ input: server.stdout })) {
      const address = /^listening on (http:\S+)$/.exec(line)?.[1];
      if (address) return await use(address);
    }
    throw new Error("the server ended before it listened");
  } finally {
    const ended = once(server, "exit");
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function cookie(address, userId) {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: "POST",
    headers: { "X-Portal-Request": "1", "Idempotency-Key": "schemathesis", "Content-Type": "application/json" },
    body: JSON.stringify({ userId, password: "Harbor-Lights-2026" }),
  });
  if (!answer.ok) throw new Error(`signing in as ${userId}: ${answer.status}`);
  return /^[^=]+=([^;]*)/.exec(answer.headers.getSetCookie()[0])[1];
}

async function tried(name, userId, ...options) {
  return served(async (address) => {
    const args = ["--config-file", "tools/schemathesis.toml"];
    const env = { ...process.env, PORTAL_COOKIE: userId ? await cookie(address, userId) : "nobody" };
    const run = ["run", `${address}/api/v1/openapi.json`, "--no-color", ...options];
    const child = spawn(".tools/schemathesis/bin/schemathesis", [...args, ...run], { stdio: ["ignore", "pipe", "inherit"], env });
    const [printed, [status]] = await Promise.all([text(child.stdout), once(child, "close")]);
    console.log(`\n${name}\n${printed}`);
    return status === 0;
  });
}

// A run that ended its own session would try nothing after that.
const stay = ["--exclude-path-regex", "^/api/v1/session$|sign-out|revoke-all|close-account"];
const outcomes = await Promise.all([tried("Signed out"), tried("Signed in", "admin@harbor.example", ...stay)]);
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
