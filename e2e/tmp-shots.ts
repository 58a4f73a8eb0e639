import { chromium } from "@playwright/test";
import config from "./playwright.config.ts";
import { Portal } from "./fixtures/portal.ts";
import { PASSWORD } from "./fixtures/test.ts";
const portal = new Portal();
const t=Date.now(); await portal.start(); console.log("start ms", Date.now()-t);
const browser = await chromium.launch(config.use?.launchOptions);
for (const [name, lng, scheme, width, height, mode] of [["en-light-1280","en","light",1280,900,""],["nl-dark-1280","nl","dark",1280,900,"open"],["nl-light-360","nl","light",360,740,""],["en-dark-360","en","dark",360,740,"open"],["en-guide","en","light",1280,800,"guide"],["en-done","en","light",1280,800,"done"],["nl-every","nl","light",360,740,"every"],["en-overview","en","light",1280,900,"over"]] as any) {
  const c = await browser.newContext({ viewport: { width, height }, locale: "en-GB", colorScheme: scheme, reducedMotion: "reduce" });
  const p = await c.newPage();
  p.on("console", m => { if (m.type()==="error") console.log(name, m.text()); });
  await p.goto(portal.url + (mode==="over"?"/":"/sign-ins") + "?lng=" + lng);
  await p.locator("#userId").fill("employee@harbor.example"); await p.locator("#password").fill(PASSWORD); await p.keyboard.press("Enter");
  await p.locator("main .card").first().waitFor(); await p.waitForLoadState("networkidle"); await p.waitForTimeout(500);
  if (mode==="open") { await p.locator("summary.row").nth(1).click(); await p.waitForTimeout(400); await p.locator("summary.row").nth(1).scrollIntoViewIfNeeded(); }
  if (mode==="guide"||mode==="done") { await p.getByRole("button",{name:/^This wasn't me/}).click(); }
  if (mode==="done") { await p.getByRole("dialog").getByRole("button",{name:"This wasn't me"}).click(); await p.waitForTimeout(600); }
  if (mode==="every") await p.getByRole("button",{name:"Overal afmelden"}).click();
  await p.waitForTimeout(200);
  await p.screenshot({ path: `/tmp/s-${name}.png`, fullPage: mode==="" && width<400 ? false : mode!=="guide"&&mode!=="done"&&mode!=="every"&& false });
  await c.close();
}
await browser.close(); await portal.discard();
