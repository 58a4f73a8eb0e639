// A review of 1,000 people: how long after a click the page shows what it did. The pages of a group of 10,000 members.
import type { BrowserContext } from "@playwright/test";
import { AccessReviewsPage } from "../pages/access-reviews.ts";
import { fetchedAhead, ms, press, rank, row, slow } from "./measure.ts";

const ROUNDS = 5;

/** From each click to the paint after it, the slowest of selecting all, deciding, sending, and what the answer makes of it. */
export async function measureReview(origin: string, context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  const it = new AccessReviewsPage(page);
  await page.goto(origin + AccessReviewsPage.many);
  await it.all().waitFor();
  await fetchedAhead(page);
  await slow(page, false);
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    for (const what of [{ type: "event", durationThreshold: 16 }, { type: "longtask" }]) {
      new PerformanceObserver((list) => void seen.push(...list.getEntries().map((entry) => entry.duration))).observe(what);
    }
  });
  const slowest: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [verb, done] = round % 2 ? (["Deny", it.words.deniedDone] as const) : (["Approve", it.words.approvedDone] as const);
    await page.evaluate(() => (window as unknown as { seen: number[] }).seen.splice(0));
    await press(it.all());
    await page.getByText(it.words.selected("1,000")).waitFor();
    await press(it.tool(verb));
    await press(it.send(verb));
    await it.said(done("1,000")).waitFor();
    await page.waitForTimeout(500);
    slowest.push(Math.max(0, ...(await page.evaluate(() => (window as unknown as { seen: number[] }).seen))));
    await it.said(done("1,000")).getByRole("button").click();
  }
  row(`a review of 1,000: longest wait for the next paint in each of ${ROUNDS} bulk decisions, 4× CPU, median / worst`, `${ms(rank(slowest, 0.5))} / ${ms(Math.max(...slowest))}`);
  await page.close();
}

const MEMBERS = "/groups/harbor-port-community/members?limit=50";

/** Every fiftieth page of a group of 10,000, and searches in it; `ask` gives the milliseconds of one request, `read` its answer. */
export async function measureMembers(ask: (path: string) => Promise<number>, read: (path: string) => Promise<{ nextCursor?: string }>): Promise<void> {
  const pages = [MEMBERS];
  let { nextCursor } = await read(MEMBERS);
  for (let number = 1; nextCursor !== undefined; number++) {
    const path = `${MEMBERS}&cursor=${encodeURIComponent(nextCursor)}`;
    if (number % 50 === 0) pages.push(path);
    ({ nextCursor } = await read(path));
  }
  const times: number[] = [];
  for (let time = 0; time < 100; time++) {
    for (const path of [...pages, `${MEMBERS}&q=jansen`, `${MEMBERS}&q=zzz`]) times.push(await ask(path));
  }
  row("a page of 10,000 members, and a search in them, p50 / p99", `${rank(times, 0.5).toFixed(1)} ms / ${rank(times, 0.99).toFixed(1)} ms`);
}
