// How the suites tell what they ran: reads it from what they print.

const plain = (text) => text.replace(/\u001b\[[0-9;]*m/g, "");
const sum = (matches) => matches.reduce(([passed, failed], [p, f]) => [passed + p, failed + f], [0, 0]);

/** `test result: ok. 3 passed; 0 failed; …`, once per crate. */
export function cargoTotals(output) {
  const lines = plain(output).matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed;/gm);
  return sum([...lines].map(([, passed, failed]) => [Number(passed), Number(failed)]));
}

/** Node's `ℹ pass 3` and `ℹ fail 0`, or `# pass 3` from its other reporter; a cancelled test is a failed one. */
export function nodeTotals(output) {
  const count = (word) => Number(plain(output).match(new RegExp(`^(?:ℹ|#) ${word} (\\d+)$`, "m"))?.[1] ?? 0);
  return [count("pass"), count("fail") + count("cancelled")];
}

/** Playwright's report: one that passed at its second try has passed. */
export function playwrightTotals(report) {
  const { expected = 0, flaky = 0, unexpected = 0 } = report.stats ?? {};
  return [expected + flaky, unexpected];
}

/** What a suite adds to the totals: one that ran nothing, or ended badly without naming a failure, is one failure more. */
export function verdict([passed, failed], ok) {
  return passed + failed === 0 || (!ok && failed === 0) ? [passed, failed + 1] : [passed, failed];
}
