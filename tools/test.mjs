// `make test`, and with the argument `check` only its checks: runs one step after the other, shows all that they print, goes
// on after a failing one, and ends with one line of totals. A check counts as one test.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cargoTotals, nodeTotals, playwrightTotals, verdict } from "./totals.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const REPORT = `${process.cwd()}/target/playwright.json`;

const make = (...targets) => ["make", ...targets];
const clippy = (...selection) => ["cargo", "clippy", "--locked", ...selection, "--all-targets", "--", "-D", "warnings"];

const checks = [
  { name: "formatting", commands: [make("check-tools"), ["cargo", "fmt", "--all", "--check"]] },
  { name: "lints of the contract and the server", commands: [make("check-tools"), clippy("-p", "portal-contract", "-p", "my-account-server")] },
  { name: "lints of the pages", commands: [make("tools", "check-tools"), clippy("-p", "my-account", "-p", "portal-view", "--target", "wasm32-unknown-unknown")] },
  {
    name: "licences, banned crates, sources",
    commands: [make("check-tools"), ["cargo-deny", "--locked", "--workspace", "check", "bans", "licenses", "sources"]],
  },
  { name: "TypeScript", commands: [make("e2e-tools"), ["npx", "--no-install", "tsc", "--noEmit"]], folder: "e2e" },
];

const suites = [
  { name: "release build within its byte budget", commands: [make("-j2", "build")] },
  {
    name: "rules, contract and API (cargo)",
    commands: [["cargo", "test", "--locked", "--workspace", "--no-fail-fast"]],
    totals: cargoTotals,
  },
  {
    name: "the API as its document says (schemathesis)",
    needs: "release build within its byte budget",
    commands: [make("schemathesis"), [process.execPath, "tools/schemathesis.mjs"]],
  },
  {
    name: "build tools (node)",
    commands: [[process.execPath, "--test", "--test-reporter=spec", ...["tools", "tools/dist"].flatMap((folder) => readdirSync(folder).filter((it) => it.endsWith(".test.mjs")).map((it) => `${folder}/${it}`))]],
    totals: nodeTotals,
  },
  {
    name: "archives, twice the same",
    needs: "release build within its byte budget",
    commands: [[process.execPath, "tools/dist/check.mjs"]],
  },
  {
    name: "end to end (Playwright)",
    needs: "release build within its byte budget",
    commands: [make("e2e-tools", "browser", "fronts"), ["npx", "--no-install", "playwright", "test", "--reporter=list,json"]],
    folder: "e2e",
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: REPORT, PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT },
    totals: () => playwrightTotals(JSON.parse(readFileSync(REPORT, "utf8"))),
  },
];

const colour = process.stdout.isTTY && !process.env.NO_COLOR ? { CARGO_TERM_COLOR: "always", FORCE_COLOR: "1" } : {};

/** Runs one command, passing on what it prints; its output and whether it ended well. */
function run([program, ...args], { folder, environment, keep }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: folder,
      stdio: ["ignore", keep ? "pipe" : "inherit", "inherit"],
      env: { ...process.env, ...(keep ? colour : {}), ...environment },
    });
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.on("error", (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      resolve({ output, ok: false });
    });
    child.on("close", (code, signal) => {
      if (signal) console.error(`${program} was ended by ${signal}.`);
      resolve({ output, ok: code === 0 });
    });
  });
}

/** The step's last command is what it is about, and runs in its folder; those before make sure that it can. */
async function runStep({ commands, folder, environment = {}, totals }) {
  for (const [index, command] of commands.entries()) {
    const last = index === commands.length - 1;
    const { output, ok } = await run(command, last ? { folder, environment, keep: totals !== undefined } : {});
    if (last && totals) {
      try {
        return verdict(totals(output), ok);
      } catch (error) {
        console.error(`No report: ${error.message}`);
        return [0, 1];
      }
    }
    if (!ok) return [0, 1];
  }
  return [1, 0];
}

mkdirSync("target", { recursive: true });
rmSync(REPORT, { force: true });
const steps = process.argv[2] === "check" ? checks : [...checks, ...suites];
const results = new Map();
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const start = Date.now();
  const blocked = step.needs && results.get(step.needs)?.failed > 0;
  if (blocked) console.error(`Not run, since it needs: ${step.needs}.`);
  const [passed, failed] = blocked ? [0, 1] : await runStep(step);
  results.set(step.name, { passed, failed, seconds: Math.round((Date.now() - start) / 1000) });
}

console.log();
for (const [name, { passed, failed, seconds }] of results) {
  console.log(`${failed ? "✘" : "✔"} ${name.padEnd(40)}${String(passed).padStart(5)} passed${String(failed).padStart(5)} failed${String(seconds).padStart(6)} s`);
}
const total = (key) => [...results.values()].reduce((sum, result) => sum + result[key], 0);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") > 0 ? 1 : 0;
