// What the backend says that it can do drives what is shown: the portal in front of a tiny backend that leaves every change to
// the platform's own pages, and of one that leaves it to nobody.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { languages } from "../fixtures/looks.ts";
import { root } from "../fixtures/places.ts";
import { Portal } from "../fixtures/portal.ts";
import { accessible, expect, test as base } from "../fixtures/test.ts";
import { PLATFORM, TinyBackend } from "../fixtures/tiny-backend.ts";

const contract = JSON.parse(readFileSync(join(root, "contract", "openapi.json"), "utf8"));
const OPERATIONS = Object.keys(contract.components.schemas.Capabilities.properties);
const PAGES = [
  "/", "/security-info", "/password", "/devices", "/organizations", "/settings", "/sign-ins", "/my-data", "/admin/deleted-users", "/apps",
  "/apps/manage?app=planner", "/apps/request", "/apps/collections", "/apps/collections/edit", "/admin/app-requests", "/groups",
  "/groups/details?group=quay", "/groups/members?group=quay", "/groups/new", "/groups/edit?group=quay", "/groups/join", "/groups/requests",
  "/access-reviews", "/access-reviews/self?review=x", "/access-reviews/decide?review=x", "/profile", "/profile/password-reset",
  "/profile/verification", "/profile/terms",
];
/** Those that are nothing without the operation that they are about. */
const HIDDEN = [
  "/password", "/my-data", "/admin/deleted-users", "/apps/request", "/apps/collections", "/apps/collections/edit", "/admin/app-requests", "/groups",
  "/groups/details", "/groups/members", "/groups/new", "/groups/edit", "/groups/join", "/groups/requests", "/access-reviews", "/access-reviews/self",
  "/access-reviews/decide", "/profile/password-reset", "/profile/terms",
];
const WORDS = {
  en: { there: "– on your organization's page", tab: "(opens in a new tab)", missing: "Page not found", not: "Your organization does not offer this here." },
  nl: { there: "– op de pagina van uw organisatie", tab: "(wordt geopend op een nieuw tabblad)", missing: "Pagina niet gevonden", not: "Uw organisatie biedt dit hier niet aan." },
};

const test = base.extend<{ kind: "redirect" | "unavailable"; tiny: TinyBackend }>({
  kind: ["redirect", { option: true }],
  tiny: async ({ kind }, use) => {
    const tiny = new TinyBackend(OPERATIONS, kind);
    await tiny.start();
    await use(tiny);
    await tiny.stop();
    expect(tiny.refused, "what the backend was asked for in vain").toEqual([]);
  },
  portal: async ({ tiny }, use) => {
    const portal = new Portal();
    portal.url = tiny.url;
    await use(portal);
    await portal.discard();
  },
});

/** Opens a page and waits until it has read what it shows. */
async function opened(page: Page, tiny: TinyBackend, path: string, language: string): Promise<void> {
  tiny.signedIn = true;
  await page.goto(`${tiny.url}${path}${path.includes("?") ? "&" : "?"}lng=${language}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  // The backend answers at once: it is over when nothing more is asked for.
  for (let before = -1; before !== tiny.asked;) {
    before = tiny.asked;
    await page.waitForTimeout(200);
  }
}

/** Every link that is on screen leads to a page that there is, or out of the portal over https. */
async function linksLead(page: Page, tiny: TinyBackend): Promise<string[]> {
  const hrefs = await page.locator("a:visible:not([href^='#'])").evaluateAll((all) => all.map((it) => (it as HTMLAnchorElement).href));
  for (const href of hrefs) expect(href.startsWith(tiny.url) || /^(?:https|mailto|tel):/.test(href), href).toBe(true);
  return hrefs.filter((it) => it.startsWith(tiny.url)).map((it) => new URL(it).pathname);
}

/** What can be pressed now: buttons, and what opens menus; not what is chosen already. */
const controls = (within: Locator | Page) => within.locator("button:visible:not([aria-disabled=true], [aria-pressed=true]), summary:visible");

/** Presses, and sees that something happens and nothing fails. */
async function works(page: Page, control: Locator): Promise<void> {
  const name = await control.evaluate((it) => it.outerHTML.slice(0, 200));
  await page.evaluate(() => {
    const watched = Object.assign(window, { changes: 0 });
    new MutationObserver(() => watched.changes++).observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await control.click();
  // A page that was left has nothing that counts.
  await expect.poll(() => page.evaluate(() => (window as { changes?: number }).changes ?? 1), { message: `${name} does something` }).toBeGreaterThan(0);
  // What it asks for, the backend counts; this is for what is said of it.
  await page.waitForTimeout(150);
  expect((await page.getByRole("alert").allInnerTexts()).join("").trim(), name).toBe("");
}

/** Presses everything in some part of the page, one after the other, each on the page as it was; and everything in the dialogs that open. */
async function everythingWorks(page: Page, within: Page | Locator, again: () => Promise<void>): Promise<void> {
  const count = await controls(within).count();
  for (let index = 0; index < count; index++) {
    if (index > 0) await again();
    await works(page, controls(within).nth(index));
    const inside = controls(page.locator("dialog[open], details[open]").first());
    const steps = await inside.count();
    for (let step = 0; step < steps; step++) {
      if (step > 0) await again().then(() => works(page, controls(within).nth(index)));
      await works(page, inside.nth(step));
    }
  }
}

for (const language of languages) {
  const words = WORDS[language];

  test(`${language}: every change is a link to the platform's own page, which says so`, async ({ page, tiny }) => {
    test.setTimeout(240_000);
    const linked = new Set<string>();
    const redirected = new Set<string>();
    const say = async (link: Locator) => {
      redirected.add((await link.getAttribute("href"))!.slice(PLATFORM.length));
      await expect(link).toContainText(words.there);
      await expect(link).toHaveAccessibleName(new RegExp(words.tab.replace(/[()]/g, "\\$&")));
      await expect(link).toHaveAttribute("target", "_blank");
      await expect(link).toHaveAttribute("rel", "noopener noreferrer");
    };
    const toPlatform = page.locator(`a[href^="${PLATFORM}"]:visible`);
    for (const path of PAGES) {
      await test.step(path, async () => {
        await opened(page, tiny, path, language);
        await expect(page.getByRole("heading", { name: words.missing })).toHaveCount(0);
        await accessible(page);
        await page.setViewportSize({ width: 320, height: 720 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        await page.setViewportSize({ width: 1280, height: 720 });
        for (const it of await linksLead(page, tiny)) linked.add(it);
        for (const link of await toPlatform.all()) await say(link);
      });
    }
    // In menus.
    await page.getByRole("banner").locator("summary").last().click();
    await say(toPlatform.filter({ visible: true }).last());
    await accessible(page);
    await opened(page, tiny, "/apps", language);
    await page.getByRole("main").locator("summary").first().click();
    await say(toPlatform);
    // All of these have been opened, and a file of the API can be read.
    expect([...linked].filter((it) => !PAGES.some((path) => path.split("?")[0] === it))).toEqual(["/api/v1/groups/quay/members.csv"]);
    tiny.signedIn = false;
    await page.goto(`${tiny.url}/?lng=${language}`);
    await expect(toPlatform).toHaveCount(2);
    for (const link of await toPlatform.all()) await say(link);
    await accessible(page);
    // App passwords and security questions are added where methods are.
    expect(OPERATIONS.filter((it) => !redirected.has(it)).sort()).toEqual(["appPasswords", "groups", "securityQuestions"]);
  });

  test(`${language}: what is in the frame works`, async ({ page, tiny }) => {
    test.setTimeout(120_000);
    const again = () => opened(page, tiny, "/", language);
    await again();
    await everythingWorks(page, page.getByRole("banner"), again);
  });

  for (const path of PAGES) {
    test(`${language}: ${path}: no control is dead`, async ({ page, tiny }) => {
      test.slow();
      const again = () => opened(page, tiny, path, language);
      await again();
      await everythingWorks(page, page.locator("main"), again);
    });
  }

  test.describe("nothing but reading", () => {
    test.use({ kind: "unavailable" });

    test(`${language}: what nobody does is hidden, or said where it is looked for`, async ({ page, tiny }) => {
      test.setTimeout(240_000);
      for (const path of PAGES) {
        await test.step(path, async () => {
          await opened(page, tiny, path, language);
          const gone = HIDDEN.includes(path.split("?")[0]!);
          await expect(page.getByRole("heading", { level: 1, name: words.missing })).toHaveCount(gone ? 1 : 0);
          if (gone) await expect(page.getByText(words.not)).toBeVisible();
          await accessible(page);
          expect((await linksLead(page, tiny)).filter((it) => HIDDEN.includes(it))).toEqual([]);
          await expect(page.getByText(words.there)).toHaveCount(0);
        });
      }
      await opened(page, tiny, "/settings", language);
      await expect(page.getByText(words.not)).toBeVisible();
      tiny.signedIn = false;
      await page.goto(`${tiny.url}/?lng=${language}`);
      await expect(page.getByText(words.not)).toBeVisible();
      await expect(page.locator("form")).toHaveCount(0);
      await accessible(page);
    });
  });
}

test.describe("nothing but reading", () => {
  test.use({ kind: "unavailable" });

  for (const path of PAGES.filter((it) => !HIDDEN.includes(it.split("?")[0]!))) {
    test(`${path}: no control is dead`, async ({ page, tiny }) => {
      test.slow();
      const again = () => opened(page, tiny, path, "en");
      await again();
      await everythingWorks(page, page.locator("main"), again);
    });
  }
});

const CAPABILITIES = "**/api/v1/capabilities";

base.describe("an answer that says nothing", () => {
  base.use({ allowed: /503 \(Service Unavailable\)|ERR_FAILED/ });

  for (const [name, answer] of [
    ["a failure", { status: 503, contentType: "application/problem+json", body: '{"status":503,"code":"unavailable"}' }],
    ["a proxy's page", { status: 200, contentType: "text/html", body: "<h1>proxy</h1>" }],
    ["an older backend's", { status: 200, contentType: "application/json", body: '{"signIn":{"kind":"supported"}}' }],
    ["addresses that are none", { status: 200, contentType: "application/json", body: '{"disableDevice":{"kind":"redirect","url":"javascript:alert(1)"},"bitLockerKeys":{"kind":"redirect","url":"https://me@id.example"}}' }],
  ] as const) {
    base(`${name}: the portal does what it can`, async ({ page, signIn }) => {
      await page.route(CAPABILITIES, (route) => route.fulfill(answer));
      await signIn("employee@harbor.example", "/security-info");
      await expect(page.getByRole("button", { name: "Add method" })).toBeVisible();
      await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Devices" }).click();
      await expect(page.getByRole("heading", { name: "HL-LT-4471" })).toBeVisible();
      const said = name === "addresses that are none";
      await expect(page.getByRole("button", { name: /^Disable/ })).toHaveCount(said ? 0 : 3);
      await expect(page.getByRole("main").getByRole("link", { name: /id\.example|Disable|BitLocker/ })).toHaveCount(0);
    });
  }

  base("no answer: the portal does not wait for it for ever", async ({ page, signIn }) => {
    await page.route(CAPABILITIES, () => new Promise(() => {}));
    await signIn("employee@harbor.example", "/devices");
    await expect(page.getByRole("button", { name: /^Disable/ })).toHaveCount(3);
  });
});
