// Takes the pictures of docs/screenshots/ from the release build with the demo directory: `npm run screenshots`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContextOptions, type Page, chromium } from "@playwright/test";
import { Portal } from "../fixtures/portal.ts";
import { PASSWORD } from "../fixtures/test.ts";
import { BROWSER } from "./measure.ts";

const folder = join(import.meta.dirname, "..", "..", "docs", "screenshots");
mkdirSync(folder, { recursive: true });
const portal = new Portal();
await portal.start();
const browser = await chromium.launch(BROWSER);

async function picture(name: string, userId: string | null, path: string, options: BrowserContextOptions, prepare?: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(portal.url + path);
  await page.locator("#userId").waitFor();
  if (userId) {
    await page.locator("#userId").fill(userId);
    await page.locator("#password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.locator("#userId").waitFor({ state: "detached" });
    await page.locator("main h1").first().waitFor();
    // What the page reads is asked for in the frame after.
    await page.waitForTimeout(1000);
    await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached" });
    await page.mouse.move(0, 0);
  }
  await prepare?.(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}

const employee = "employee@harbor.example";
const phone = { viewport: { width: 360, height: 740 } };
await picture("sign-in", null, "/", {});
await picture("overview", employee, "/", {});
await picture("organizations-en-light", employee, "/organizations", {});
await picture("organizations-nl-dark", employee, "/organizations?lng=nl", { colorScheme: "dark" });
await picture("organizations-nl-phone", employee, "/organizations?lng=nl", phone);
await picture("leave", employee, "/organizations", {}, async (page) => {
  await page.getByRole("button", { name: "Leave organization Polder University" }).click();
  await page.getByRole("dialog").waitFor();
});
await picture("security-info", employee, "/security-info", {});
await picture("security-info-add", employee, "/security-info", {}, async (page) => {
  await page.getByRole("button", { name: "Add method" }).click();
  await page.getByRole("dialog").waitFor();
});
await picture("password", employee, "/password", {});
await picture("devices", employee, "/devices", {});
await picture("settings-nl-dark", employee, "/settings?lng=nl", { colorScheme: "dark" });
await picture("sign-ins", employee, "/sign-ins", {});
await picture("sign-ins-nl-phone", employee, "/sign-ins?lng=nl", phone);
await picture("apps", employee, "/apps", {});
await picture("apps-nl-phone", employee, "/apps?lng=nl", { ...phone, colorScheme: "dark" });
await picture("manage-app", employee, "/apps/manage?app=harbor-travel-booking", {});
await picture("request-apps", employee, "/apps/request", {});
await picture("app-requests", "admin@harbor.example", "/admin/app-requests", {});
await picture("collections", employee, "/apps/collections", {});
await picture("groups", employee, "/groups", {});
await picture("group", employee, "/groups/details?group=harbor-quay-4", {});
await picture("group-members", employee, "/groups/members?group=harbor-quay-4", {});
await picture("join-groups-nl-phone", employee, "/groups/join?lng=nl", phone);
await picture("access-reviews", employee, "/access-reviews", {});
await picture("review-others-nl-dark", employee, "/access-reviews/decide?review=review-crane-access&lng=nl", { colorScheme: "dark" });
await picture("profile", employee, "/profile", {});
await picture("terms-nl", employee, "/profile/terms?lng=nl", {});
await picture("reset-setup", employee, "/profile/password-reset", {});
await picture("my-data", "solo@windmill.example", "/my-data", {});
await picture("deleted-users", "admin@harbor.example", "/admin/deleted-users", {});
await picture("access-denied", "noapps@harbor.example", "/apps", {});
await browser.close();
await portal.discard();
