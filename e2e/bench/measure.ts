// What the measurements share: rows of the report, the browser, a hand, a slow machine, how long a page does nothing else.
import { existsSync } from "node:fs";
import { type Browser, type LaunchOptions, type Locator, type Page } from "@playwright/test";
import config from "../playwright.config.ts";

/** The value that this share of all is not above. */
export const rank = (values: number[], share: number) => values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
export const row = (what: string, value: string) => console.log(`| ${what} | ${value} |`);
export const ms = (value: number) => `${Math.round(value)} ms`;

const withWindows = "/usr/bin/chromium";
/** The browser that people have. The one without windows, which the tests take, does not tell what memory a page takes. */
export const BROWSER: LaunchOptions = { ...config.use?.launchOptions, ...(existsSync(withWindows) ? { executablePath: withWindows } : {}) };

/** As a hand does it: there first, then down, then up. A click of Playwright is all of them at once, and asks the page where it hits. */
export async function press(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await target.boundingBox())!;
  const { mouse } = target.page();
  await mouse.move(x + width / 2, y + height / 2);
  await target.page().waitForTimeout(150);
  await mouse.down();
  await target.page().waitForTimeout(80);
  await mouse.up();
}

/** A quarter of this machine's speed; with `network` also slow 4G and no cache. */
export async function slow(page: Page, network: boolean): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await protocol.send("Network.enable");
  if (network) {
    await protocol.send("Network.setCacheDisabled", { cacheDisabled: true });
    await protocol.send("Network.emulateNetworkConditions", {
      offline: false, latency: 562.5, downloadThroughput: (1.6e6 * 0.9) / 8, uploadThroughput: (750e3 * 0.9) / 8,
    });
  }
}

/** The other pages are fetched three seconds after the first one; what follows is about a page that is at rest. */
export async function fetchedAhead(page: Page): Promise<void> {
  await page.waitForTimeout(5000);
  const fetched = () => page.evaluate(() => performance.getEntriesByType("resource").length);
  // Not `networkidle`: a browser waits up to 20 s for a file of which a page closed before got only a part.
  for (let before = -1, now = await fetched(); now > before; before = now, now = await fetched()) await page.waitForTimeout(1500);
}

interface Trace {
  traceEvents: { name: string; pid: number; tid: number; dur?: number; tdur?: number; args: { name?: string } }[];
}

/** The longest time for which the page does nothing else, milliseconds: by the clock, and what it computed itself. */
export interface Longest {
  /** As the person sees it; on a busy machine also the time in which others had the processor. */
  clock: number;
  /** The processor's time of the busiest task. */
  processor: number;
}

/** What the page did while something was done to it: its longest task. */
export async function longestTask(browser: Browser, page: Page, action: () => Promise<void>): Promise<Longest> {
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] });
  await action();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as Trace;
  const pages = new Set(traceEvents.filter((it) => it.name === "thread_name" && it.args.name === "CrRendererMain").map((it) => `${it.pid} ${it.tid}`));
  const tasks = traceEvents.filter((it) => it.name === "RunTask" && pages.has(`${it.pid} ${it.tid}`));
  const longest = (times: (number | undefined)[]) => Math.max(...times.map((it) => (it ?? 0) / 1000));
  return { clock: longest(tasks.map((it) => it.dur)), processor: longest(tasks.map((it) => it.tdur)) };
}

/** Median and worst of several, by the clock and by the processor. */
export function rowOfLongest(what: string, longest: Longest[]): void {
  const both = (values: number[]) => `${ms(rank(values, 0.5))} / ${ms(Math.max(...values))}`;
  row(
    `${what}, longest task of the page in each of ${longest.length}, 4× CPU, median / worst`,
    `${both(longest.map((it) => it.clock))}; processor time ${both(longest.map((it) => it.processor))}`,
  );
}
