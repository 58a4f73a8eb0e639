// Mixed reads with a write in twenty, by Debian's wrk: how many the server answers in a second, and how long the slowest wait.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Portal } from "../fixtures/portal.ts";
import { row } from "./measure.ts";

const SECONDS = 20;
const CONNECTIONS = 16;
/** A write comes in the place of the last one. */
const READS = [
  "/session", "/me", "/me/organizations", "/me/devices", "/me/password", "/me/authentication/methods", "/me/sessions", "/me/sign-ins?limit=50",
  "/me/preferences", "/me/privacy", "/me/apps?limit=48&language=en", "/me/collections", "/me/apps?view=recent", "/me/groups?limit=20&view=owned",
  "/me/groups?limit=20&view=joined", "/me/access-reviews", "/me/terms-of-use", "/me/data-exports", "/capabilities",
];
const WRITE = "/me/apps/polder-library/open";

/** wrk's own language: who asks, and what in which order. */
const script = (host: string, cookie: string) => `
local reads = { ${READS.map((it) => `"/api/v1${it}"`).join(", ")} }
local threads = 0
function setup(thread) threads = threads + 1; thread:set("number", threads) end
function init() count = 0; failed = 0; begun = os.time() end
function request()
  count = count + 1
  local headers = { Cookie = "${cookie}", Host = "${host}" }
  if count % 20 ~= 0 then return wrk.format("GET", reads[count % #reads + 1], headers) end
  headers["Content-Type"] = "application/json"; headers["X-Portal-Request"] = "1"; headers["Idempotency-Key"] = string.format("load-%d-%d-%d", begun, number, count)
  return wrk.format("POST", "/api/v1${WRITE}", headers, "{}")
end
function done(summary, latency)
  io.write(string.format("RESULT %f %f %f %d\\n", summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
`;

/** For the person of `cookie`. */
export async function measureLoad(portal: Portal, cookie: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "load-"));
  const file = join(folder, "load.lua");
  writeFileSync(file, script(new URL(portal.origin).host, cookie));
  const { stdout } = await promisify(execFile)("wrk", ["-t", "2", "-c", String(CONNECTIONS), "-d", `${SECONDS}s`, "-s", file, portal.origin.replace("localhost", "127.0.0.1")]);
  rmSync(folder, { recursive: true });
  const [, rate, half, most, failed] = /RESULT (\S+) (\S+) (\S+) (\d+)/.exec(stdout)!.map(Number);
  row(
    `mixed reads with one write in twenty, ${CONNECTIONS} connections for ${SECONDS} s (limits: 500 requests/s, p99 50 ms, 100 MB)`,
    `${Math.round(rate!)} requests/s, p50 ${half!.toFixed(1)} ms, p99 ${most!.toFixed(1)} ms, ${failed} failed, ${Math.round(portal.residentKilobytes() / 1024)} MB`,
  );
}
