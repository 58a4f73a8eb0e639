// Measures the release build: bytes, a throttled first visit, changes of route and language, the server. `make bench`.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { Agent, request } from "node:http";
import { cpus } from "node:os";
import { extname, join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import { Portal } from "../fixtures/portal.ts";
import { PASSWORD } from "../fixtures/test.ts";
import { measureApps } from "./apps.ts";
import { measureMembers, measureReview } from "./groups.ts";
import { measureLoad } from "./load.ts";
import { BROWSER, type Longest, fetchedAhead, longestTask, ms, rank, row, rowOfLongest, slow } from "./measure.ts";

const dist = join(import.meta.dirname, "..", "..", "dist");
console.log(`Measured on ${cpus().length} cores, ${cpus()[0]?.model}.\n\n| what | measured |\n|---|---|`);
const html = readFileSync(join(dist, "index.html"), "utf8");
const kinds = new Map<string, number>([["html", statSync(join(dist, "index.html.br")).size]]);
// What the page names as its own; the files of other pages stand in it too, for later.
const linked = (name: string) => new RegExp(`(?:href|src|data-js|data-wasm)="?/${name}`).test(html);
for (const name of readdirSync(dist).filter((it) => /\.(css|js|wasm)$/.test(it) && linked(it))) {
  const kind = extname(name).slice(1);
  kinds.set(kind, (kinds.get(kind) ?? 0) + statSync(join(dist, `${name}.br`)).size);
}
for (const [kind, bytes] of kinds) row(`first visit, ${kind}, brotli`, `${bytes} bytes`);
row("first visit, total", `${[...kinds.values()].reduce((a, b) => a + b)} bytes`);
for (const name of readdirSync(dist).filter((it) => /^split_.*\.wasm$/.test(it))) {
  row(`file of the page ${name.slice("split_".length).replace(/-[0-9a-f]+\.wasm$/, "")}`, `${statSync(join(dist, `${name}.br`)).size} bytes`);
}

const portal = new Portal();
await portal.start();
const browser = await chromium.launch(BROWSER);

async function signedIn(userId = "employee@harbor.example"): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(portal.url);
  await page.locator("#userId").fill(userId);
  await page.locator("#password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.locator(".navigation").waitFor();
  await page.close();
  return context;
}

const context = await signedIn();
const first = { fcp: [] as number[], lcp: [] as number[], ready: [] as number[] };
for (let visit = 0; visit < 5; visit++) {
  const page = await context.newPage();
  await slow(page, true);
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Object.assign(window, { lcp: entry.startTime });
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
  await page.goto(`${portal.url}/organizations`, { waitUntil: "commit" });
  await page.getByRole("button", { name: "Leave organization Polder University" }).waitFor();
  first.ready.push(await page.evaluate(() => performance.now()));
  first.fcp.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]!.startTime));
  first.lcp.push(await page.evaluate(() => (window as unknown as { lcp: number }).lcp));
  await page.close();
}
for (const [name, values] of Object.entries(first)) row(`${name}, slow 4G and 4× CPU, median of 5`, ms(rank(values, 0.5)));

const page = await context.newPage();
await slow(page, false);
await page.goto(`${portal.url}/organizations`);
await page.getByRole("heading", { name: "Polder University" }).waitFor();
await fetchedAhead(page);
/** From the click to the frame in which the text is on screen. */
const timed = (selector: string, wanted: string) =>
  page.evaluate(
    ([target, text]) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        new MutationObserver((_, observer) => {
          if (document.querySelector("h1")?.textContent !== text) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - start));
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
        document.querySelector<HTMLElement>(target!)!.click();
      }),
    [selector, wanted],
  );
const routes: number[] = [];
const languages: number[] = [];
for (let time = 0; time < 25; time++) {
  for (const [address, title] of [["/", "Overview"], ["/organizations", "Organizations"]] as const) {
    routes.push(await timed(`.navigation a[href="${address}"]`, title));
    // One after the other: the next click comes when the page has everything it asked for.
    await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
  }
}
// The menu is made when it is opened.
await page.locator('summary[aria-label="Language"]').click();
for (let time = 0; time < 25; time++) {
  languages.push(await timed('.choice[lang="nl"]', "Organisaties"), await timed('.choice[lang="en"]', "Organizations"));
}
row("change of route, 4× CPU, p50 / p95", `${ms(rank(routes, 0.5))} / ${ms(rank(routes, 0.95))}`);
row("change of language, 4× CPU, p50 / p95", `${ms(rank(languages, 0.5))} / ${ms(rank(languages, 0.95))}`);

// How long the page does nothing else while somebody searches 20,000 sign-ins, with 1,000 of them loaded.
const scale = await signedIn("many@harbor.example");
const history = await scale.newPage();
await history.goto(`${portal.url}/sign-ins`);
const more = history.getByRole("button", { name: "Show more" });
for (let pages = 1; pages < 10; pages++) {
  const next = history.waitForResponse((answer) => answer.url().includes("cursor="));
  await more.click();
  await next;
}
await fetchedAhead(history);
await slow(history, false);
await history.getByRole("searchbox").focus();
const longest: Longest[] = [];
for (const word of ["tokyo firefox", "wrong password", "zzz", "android antwerp", "my apps"]) {
  longest.push(await longestTask(browser, history, async () => {
    const answered = history.waitForResponse((answer) => answer.url().endsWith(`q=${encodeURIComponent(word)}`));
    await history.keyboard.type(word, { delay: 150 });
    await answered;
    await history.waitForTimeout(1000);
    await history.keyboard.press("Control+A");
    await history.keyboard.press("Delete");
    await history.waitForTimeout(1500);
  }));
}
rowOfLongest("searching 20,000 sign-ins", longest);

await history.close();
// Browsers of their own, so that neither has seen more of the portal than the other.
await measureApps(browser, portal.url, await signedIn(), await signedIn("many@harbor.example"));
await measureReview(portal.url, scale);

const cookies = async (of: BrowserContext) => (await of.cookies(portal.url)).map((it) => `${it.name}=${it.value}`).join("; ");
const cookie = await cookies(context);
const many = { cookie: await cookies(scale) };
await browser.close();
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(`${portal.url}/api/v1${path}`.replace("localhost", "127.0.0.1"), { method, agent, headers: { cookie, host: new URL(portal.url).host, ...headers } }, (answer) => {
      answer.resume().on("end", () => (answer.statusCode! < 300 ? resolve(performance.now() - start) : reject(new Error(`${path}: ${answer.statusCode}`))));
    });
    sent.on("error", reject).end(method === "POST" ? "{}" : undefined);
  });
}
const reads: number[] = [];
const start = performance.now();
await Promise.all(Array.from({ length: 8 }, async () => {
  for (let time = 0; time < 500; time++) reads.push(await ask("GET", "/me/organizations"));
}));
row("GET /me/organizations, 8 connections", `${Math.round(reads.length / ((performance.now() - start) / 1000))} requests/s, p99 ${ms(rank(reads, 0.99))}`);
// A common word, one that nothing has, several at once, an address, a month: what ends early and what walks all rows.
const searches: number[] = [];
for (let time = 0; time < 200; time++) {
  for (const q of ["tokyo", "zzz", "tokyo firefox failed", "198.51.100.53", "2025-06"]) searches.push(await ask("GET", `/me/sign-ins?q=${encodeURIComponent(q)}`, many));
}
row("a search of 20,000 sign-ins, p50 / p99", `${rank(searches, 0.5).toFixed(1)} ms / ${rank(searches, 0.99).toFixed(1)} ms`);
const read = async (path: string) => (await fetch(`${portal.url}/api/v1${path}`, { headers: many })).json();
await measureMembers((path) => ask("GET", path, many), read);
await measureLoad(portal, cookie);
const leave = await ask("POST", "/me/organizations/polder-university/leave", { "content-type": "application/json", "x-portal-request": "1", "idempotency-key": "bench" });
row("one leave", ms(leave));
row("resident memory of the server", `${Math.round(portal.residentKilobytes() / 1024)} MB`);
agent.destroy();
await portal.discard();
