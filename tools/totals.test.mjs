import assert from "node:assert/strict";
import test from "node:test";
import { cargoTotals, nodeTotals, playwrightTotals, verdict } from "./totals.mjs";

test("cargo's crates add up, in colour too", () => {
  const output = [
    "running 3 tests",
    "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
    "test result: \u001b[31mFAILED\u001b[0m. 12 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s",
    "a line that only mentions test result: ok. 9 passed; 9 failed;",
  ].join("\n");
  assert.deepEqual(cargoTotals(output), [15, 2]);
  assert.deepEqual(cargoTotals("error: could not compile"), [0, 0]);
});

test("node's two reporters are read; what was cancelled has failed", () => {
  assert.deepEqual(nodeTotals("ℹ tests 4\nℹ pass 3\nℹ fail 1\nℹ cancelled 0\n"), [3, 1]);
  assert.deepEqual(nodeTotals("# pass 3\n# fail 0\n# cancelled 2\n"), [3, 2]);
});

test("Playwright's report is read; a skipped test counts for nothing", () => {
  assert.deepEqual(playwrightTotals({ stats: { expected: 5, skipped: 2, unexpected: 1, flaky: 1 } }), [6, 1]);
  assert.deepEqual(playwrightTotals({}), [0, 0]);
});

test("a suite that ran nothing or crashed has failed once", () => {
  assert.deepEqual(verdict([0, 0], true), [0, 1]);
  assert.deepEqual(verdict([7, 0], false), [7, 1]);
  assert.deepEqual(verdict([7, 2], false), [7, 2]);
  assert.deepEqual(verdict([7, 0], true), [7, 0]);
});
