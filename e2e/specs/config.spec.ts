// `config.json`: what those who host the portal decide, read at each visit.
import type { Page } from "@playwright/test";
import { accessible, expect, test } from "../fixtures/test.ts";

const CONFIG = "**/config.json";
const FULL = {
  productName: "Harbor ID", organizationName: "Harbor Logistics", logo: { light: "/icon.svg", dark: "/world.svg" }, accentColour: "#8a1c5c",
  help: { name: "Night desk", mail: "night@harbor.example", phone: "+31 10 555 0199" }, privacyUrl: "https://harbor.example/privacy", termsUrl: "https://harbor.example/terms",
};

/** What the portal tells administrators. */
function told(page: Page): string[] {
  const all: string[] = [];
  page.on("console", (it) => it.type() === "warning" && it.text().includes("config.json") && all.push(it.text()));
  return all;
}

for (const [language, words] of [
  ["en", { privacy: "Privacy statement", terms: "Terms of use of this portal", help: "Help", title: "Devices · My Account · Harbor ID" }],
  ["nl", { privacy: "Privacyverklaring", terms: "Gebruiksvoorwaarden van deze portal", help: "Hulp", title: "Apparaten · Mijn account · Harbor ID" }],
] as const) {
  test(`${language}: name, logo, colour, statements and help are the organization's`, async ({ page, signIn, portal }) => {
    const hints = told(page);
    await page.route(CONFIG, (route) => route.fulfill({ json: FULL }));
    await page.goto(`${portal.url}/devices?lng=${language}`);
    await expect(page.locator(".brand")).toHaveText("Harbor ID");
    await expect(page.getByRole("img", { name: "Harbor Logistics" })).toHaveAttribute("src", "/icon.svg");
    await expect(page.getByRole("main").getByRole("link", { name: words.privacy })).toHaveAttribute("href", FULL.privacyUrl);
    await accessible(page);
    await signIn("visitor@mail.example", "/devices");
    await expect(page).toHaveTitle(words.title);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(page.getByRole("img", { name: "Harbor Logistics" })).toHaveAttribute("src", "/world.svg");
    await accessible(page);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await page.locator(".navigation a[aria-current]").evaluate((it) => getComputedStyle(it).borderInlineStartColor)).toBe("rgb(138, 28, 92)");
    await page.getByRole("banner").locator("summary", { hasText: words.help }).or(page.getByRole("banner").locator(`summary[aria-label="${words.help}"]`)).click();
    await expect(page.getByText("Night desk")).toBeVisible();
    await expect(page.getByRole("link", { name: words.terms })).toHaveAttribute("href", FULL.termsUrl);
    await accessible(page);
    expect(hints).toEqual([]);
  });
}

test("one language: no switch, and neither the browser nor the account brings the other one", async ({ page, signIn }) => {
  await page.route(CONFIG, (route) => route.fulfill({ json: { languages: ["nl"] } }));
  await signIn("employee@harbor.example", "/settings?lng=en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Instellingen en privacy");
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(page.getByRole("banner").locator("summary")).toHaveCount(3);
});

test("the default language is for those whose browser asks for none of the portal's", async ({ browser, portal }) => {
  for (const [locale, wanted] of [["fr-FR", "nl"], ["en-US", "en"]] as const) {
    const context = await browser.newContext({ locale, ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.route(CONFIG, (route) => route.fulfill({ json: { defaultLanguage: "nl" } }));
    await page.goto(portal.url);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", wanted);
    await context.close();
  }
});

test("what is switched off is not linked, not read and not found", async ({ page, signIn }) => {
  const asked: string[] = [];
  page.on("request", (it) => asked.push(new URL(it.url()).pathname));
  await page.route(CONFIG, (route) => route.fulfill({ json: { switchedOff: ["devices", "groups", "my-data"] } }));
  await signIn("employee@harbor.example");
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Organizations" })).toBeVisible();
  await expect(page.getByRole("link", { name: /device/i })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: /device/i })).toHaveCount(0);
  expect(asked.filter((it) => /devices|groups/.test(it))).toEqual([]);
  for (const path of ["/devices", "/groups", "/groups/details", "/my-data"]) {
    await page.goto(new URL(path, page.url()).href);
    await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
  }
  await page.goto(new URL("/settings", page.url()).href);
  await expect(page.getByRole("heading", { level: 1, name: "Settings & Privacy" })).toBeVisible();
  await expect(page.locator("a[href='/my-data']:visible")).toHaveCount(0);
});

test("another API base: everything is asked there", async ({ page, portal }) => {
  await page.route(CONFIG, (route) => route.fulfill({ json: { apiBase: "/identity/v1" } }));
  await page.route("**/identity/v1/**", (route) => route.continue({ url: route.request().url().replace("/identity/v1", "/api/v1") }));
  await page.goto(`${portal.url}/organizations`);
  await page.locator("#userId").fill("employee@harbor.example");
  await page.locator("#password").fill("Harbor-Lights-2026");
  const signedIn = page.waitForRequest((it) => it.method() === "POST" && new URL(it.url()).pathname === "/identity/v1/session");
  await page.keyboard.press("Enter");
  await signedIn;
  await expect(page.getByRole("heading", { name: "Polder University" })).toBeVisible();
});

test.describe("wrong ones", () => {
  test.use({ allowed: /404 \(Not Found\)/ });

  for (const [name, answer, hint] of [
    ["missing", { status: 404, body: "" }, /cannot be read: the host answers 404/],
    ["malformed", { body: "{ productName: " }, /cannot be read/],
    ["a list", { body: "[]" }, /cannot be read: it is no object/],
    ["with a colour that nobody can read", { body: JSON.stringify({ accentColour: "#ffee00", productName: "Harbor ID" }) }, /“accentColour” is "#ffee00"; it has to be .* contrast with white is at least 5\.2/],
    ["with an unknown member", { body: JSON.stringify({ theme: "blue" }) }, /“theme” is unknown/],
  ] as const) {
    test(`${name}: the portal goes on, and one hint says what to do`, async ({ page, signIn }) => {
      const hints = told(page);
      await page.route(CONFIG, (route) => route.fulfill({ contentType: "application/json", ...answer }));
      await signIn("employee@harbor.example", "/organizations");
      await expect(page.getByRole("heading", { name: "Polder University" })).toBeVisible();
      await expect.poll(() => hints).toHaveLength(1);
      expect(hints[0]).toMatch(hint);
      if ("body" in answer && answer.body.includes("Harbor ID")) await expect(page).toHaveTitle(/Harbor ID/);
    });
  }
});
