// My Apps with 5,000 apps against My Apps with 42: the first tiles, memory, scrolling.
import { type Browser, type BrowserContext, type Page } from "@playwright/test";
import { type Longest, fetchedAhead, longestTask, ms, rank, row, rowOfLongest, slow } from "./measure.ts";

const VISITS = 9;
/** As far as one scrolls in earnest: 40 pages of 48 apps and more. */
const PAGES = 40;

/** From the start of the visit to the first tile, 4× CPU. */
async function firstTile(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  await slow(page, false);
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(".tiles li")) return;
      observer.disconnect();
      requestAnimationFrame(() => Object.assign(window, { tile: performance.now() }));
    }).observe(document, { subtree: true, childList: true });
  });
  await page.goto(address);
  const time = await page.waitForFunction(() => (window as unknown as { tile?: number }).tile);
  const value = (await time.jsonValue())!;
  await page.close();
  return value;
}

/** What the tab holds, wasm and elements included, bytes. */
async function memory(page: Page): Promise<number> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("HeapProfiler.collectGarbage");
  return page.evaluate(async () => (await (performance as unknown as { measureUserAgentSpecificMemory: () => Promise<{ bytes: number }> }).measureUserAgentSpecificMemory()).bytes);
}

export async function measureApps(browser: Browser, origin: string, few: BrowserContext, many: BrowserContext): Promise<void> {
  const address = `${origin}/apps`;
  const times = { few: [] as number[], many: [] as number[] };
  for (const context of [few, many]) await firstTile(context, address);
  // In turns, so that a busy moment of the machine meets both.
  for (let visit = 0; visit < VISITS; visit++) {
    times.few.push(await firstTile(few, address));
    times.many.push(await firstTile(many, address));
  }
  const [fast, scale] = [rank(times.few, 0.5), rank(times.many, 0.5)];
  row(`first tile with 42 apps / with 5,000, 4× CPU, median of ${VISITS}`, `${ms(fast)} / ${ms(scale)}, ratio ${(scale / fast).toFixed(2)}`);

  const small = await few.newPage();
  await small.goto(address);
  await fetchedAhead(small);
  const little = await memory(small);
  await small.close();
  const page = await many.newPage();
  await page.goto(address);
  await page.locator(".tiles li").first().waitFor();
  await fetchedAhead(page);
  const opened = await memory(page);
  const more = page.getByRole("button", { name: "Show more" });
  for (let pages = 1; pages < PAGES; pages++) {
    const next = page.waitForResponse((answer) => answer.url().includes("cursor="));
    await more.click();
    await next;
  }
  await page.waitForTimeout(1000);
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  const after = await memory(page);
  row(`memory of the tab: 42 apps / 5,000, opened / ${PAGES} pages of them shown`, `${megabytes(little)} / ${megabytes(opened)} / ${megabytes(after)}, ratios ${(opened / little).toFixed(2)} and ${(after / little).toFixed(2)}`);
  await slow(page, false);
  await page.mouse.move(640, 500);
  const longest: Longest[] = [];
  for (const direction of [-1, 1, -1, 1, -1]) {
    longest.push(await longestTask(browser, page, async () => {
      for (let step = 0; step < 60; step++) {
        await page.mouse.wheel(0, direction * 400);
        await page.waitForTimeout(32);
      }
    }));
  }
  rowOfLongest("scrolling through them", longest);
  const typed: Longest[] = [];
  await page.getByRole("searchbox").focus();
  for (const word of ["crane", "zzz", "plan", "müller", "report"]) {
    typed.push(await longestTask(browser, page, async () => {
      await page.keyboard.type(word, { delay: 120 });
      await page.waitForTimeout(1000);
      await page.keyboard.press("Control+A");
      await page.keyboard.press("Delete");
      await page.waitForTimeout(1000);
    }));
  }
  rowOfLongest("searching 5,000 apps", typed);
  await page.close();
}
