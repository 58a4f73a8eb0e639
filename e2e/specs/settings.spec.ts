import type { Page } from "@playwright/test";
import { SESSION_EXPIRED, problem } from "../fixtures/failures.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { SettingsPage } from "../pages/settings.ts";
import { PASSWORD, SignIn } from "../pages/sign-in.ts";

const EMPLOYEE = "employee@harbor.example";
const NEW_YORK = "America/New_York";
const NUMERIC = { year: "numeric", month: "2-digit", day: "2-digit" } as const;

test.use({ timezoneId: "Europe/Amsterdam" });

/** When the person accepted the terms of the tablets, as a format and a zone write it. */
async function accepted(page: Page, format: string, options: Intl.DateTimeFormatOptions): Promise<string> {
  return page.evaluate(async ([format, options]) => {
    const { termsOfUse } = await (await fetch("/api/v1/me/privacy")).json();
    const { acceptedAt } = termsOfUse.find((it: { id: string }) => it.id === "harbor-quay-tablets");
    return new Intl.DateTimeFormat(format, options).format(new Date(acceptedAt));
  }, [format, options] as const);
}

for (const language of ["en", "nl"] as const) {
  test(`${language}: region and zone hold for every date and number at once, after a reload, a restart and elsewhere`, async ({ page, portal, signIn, browser }) => {
    await signIn(EMPLOYEE, `/?lng=${language}`);
    const settings = new SettingsPage(page, language);
    const { words } = settings;
    await expect(page.getByText(words.waiting)).toBeVisible();
    await page.getByRole("link", { name: words.link }).click();
    await expect(settings.title()).toBeFocused();
    await expect(settings.zone()).toHaveValue("");
    await expect(settings.zone().locator("option").first()).toHaveText(words.device("Europe/Amsterdam"));
    const before = words.acceptedOn(await accepted(page, language, { dateStyle: "long" }));
    await expect(settings.row(words.accepted)).toContainText(before);
    await expect(settings.example()).toContainText(language === "en" ? "1,234.5" : "1.234,5");
    await page.evaluate(() => Object.assign(window, { same: true }));
    const format = language === "en" ? "de-DE" : "en-US";
    await settings.format().selectOption(format);
    await settings.zone().selectOption(NEW_YORK);
    // Chosen is not saved.
    await expect(settings.row(words.accepted)).toContainText(before);
    await settings.save().click();
    await expect(settings.saved()).toBeVisible();
    const after = words.acceptedOn(await accepted(page, format, { ...NUMERIC, timeZone: NEW_YORK }));
    expect(after).not.toBe(before);
    await expect(settings.row(words.accepted)).toContainText(after);
    await expect(settings.example()).toContainText(language === "en" ? "1.234,5" : "1,234.5");
    expect(await page.evaluate(() => "same" in window)).toBe(true);
    await accessible(page);
    await portal.restart();
    await page.reload();
    await expect(settings.format()).toHaveValue(format);
    await expect(settings.zone()).toHaveValue(NEW_YORK);
    await expect(settings.row(words.accepted)).toContainText(after);
    const elsewhere = await browser.newContext({ locale: "en-GB", timezoneId: "Asia/Tokyo" });
    const other = await elsewhere.newPage();
    await other.goto(`${portal.url}/settings?lng=en`);
    await new SignIn(other).as(EMPLOYEE);
    const english = new SettingsPage(other);
    await expect(english.zone()).toHaveValue(NEW_YORK);
    await expect(english.row("Tablets on the quay")).toContainText(await accepted(other, format === "de-DE" ? format : "en", format === "de-DE" ? { ...NUMERIC, timeZone: NEW_YORK } : { dateStyle: "long", timeZone: NEW_YORK }));
    await elsewhere.close();
  });

  test(`${language}: notice, services and terms are told, and a document can be read`, async ({ page, signIn }) => {
    await signIn(EMPLOYEE, `/settings?lng=${language}`);
    const settings = new SettingsPage(page, language);
    const { words } = settings;
    await expect(page.getByRole("heading", { name: words.notice })).toBeVisible();
    await expect(page.getByText(words.privacyContact)).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "privacy@harbor.example" })).toHaveAttribute("href", "mailto:privacy@harbor.example");
    await expect(settings.row("Organization chart")).toContainText(words.service);
    await expect(settings.row("Research survey")).toContainText("Polder University");
    await expect(settings.row(words.pending)).toContainText(words.notAccepted);
    await settings.view(words.accepted).click();
    await expect(settings.document(words.accepted)).toContainText(words.text);
    await expect(settings.close()).toBeFocused();
    await accessible(page);
    await page.keyboard.press("Escape");
    await expect(settings.document(words.accepted)).toBeHidden();
    await expect(settings.view(words.accepted)).toBeFocused();
    // A document on its organization's own page opens there, and that page learns nothing of this one.
    const link = settings.row(words.network).getByRole("link");
    await expect(link).toHaveAccessibleName(new RegExp(`^${words.view(words.network)} .*${words.newTab}`));
    await expect(link).toHaveAttribute("href", "https://www.polder.example/network-rules");
    await expect(link).toHaveAttribute("target", "_blank");
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
    await settings.myData().click();
    await expect(page.getByRole("heading", { level: 1, name: words.myData })).toBeFocused();
  });

  test(`${language}: by keyboard alone`, async ({ page, signIn }) => {
    await signIn(EMPLOYEE, `/settings?lng=${language}`);
    const settings = new SettingsPage(page, language);
    await expect(settings.language()).toBeVisible();
    await settings.title().focus();
    await page.keyboard.press("Tab");
    await expect(settings.language()).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(settings.format()).toBeFocused();
    await page.keyboard.press("End");
    await page.keyboard.press("Tab");
    await expect(settings.zone()).toBeFocused();
    await page.keyboard.type("Pacific/Auck");
    await page.keyboard.press("Tab");
    await expect(settings.save()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(settings.saved()).toBeVisible();
    await expect(settings.save()).toBeFocused();
    await page.reload();
    await expect(settings.format()).toHaveValue("sv-SE");
    await expect(settings.zone()).toHaveValue("Pacific/Auckland");
  });

  test(`${language}: what the organization decides cannot be chosen, and the page says who decides`, async ({ page, signIn }) => {
    await signIn("owner@polder.example", `/settings?lng=${language}`);
    const settings = new SettingsPage(page, language);
    await expect(page.getByText(settings.words.decidedBy("Polder University"))).toBeVisible();
    await expect(page.getByText("Europe/Amsterdam", { exact: true })).toBeVisible();
    await expect(settings.zone()).toHaveCount(0);
    await settings.format().selectOption("nl-BE");
    await settings.save().click();
    await expect(settings.saved()).toBeVisible();
    await accessible(page);
  });

  test(`${language}: without a home organization: nothing to read, and what would bring something`, async ({ page, signIn }) => {
    await signIn("solo@windmill.example", `/settings?lng=${language}`);
    for (const sentence of new SettingsPage(page, language).words.none) await expect(page.getByText(sentence)).toBeVisible();
    await accessible(page);
  });
}

test("the display language is chosen here as well, at once and for the account; the header's switch shows here", async ({ page, signIn }) => {
  await signIn(EMPLOYEE, SettingsPage.path);
  const settings = new SettingsPage(page);
  await settings.format().selectOption("da-DK");
  await settings.language().selectOption("nl");
  await settings.save().click();
  const dutch = new SettingsPage(page, "nl");
  await expect(dutch.saved()).toBeVisible();
  await expect(dutch.title()).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(dutch.format()).toHaveValue("da-DK");
  // Chosen and not saved: a switch of the language keeps it.
  await dutch.zone().selectOption(NEW_YORK);
  await page.locator("header summary").first().click();
  await page.getByRole("button", { name: "English" }).click();
  await expect(settings.language()).toHaveValue("en");
  await expect(settings.zone()).toHaveValue(NEW_YORK);
  await expect(settings.format().locator("option").first()).toHaveText(settings.words.asLanguage);
});

test("saving what is stored already sends nothing and says so", async ({ page, signIn }) => {
  let sent = 0;
  page.on("request", (it) => it.method() === "PATCH" && sent++);
  await signIn(EMPLOYEE, SettingsPage.path);
  const settings = new SettingsPage(page);
  await settings.save().click();
  await expect(page.getByRole("status").filter({ hasText: settings.words.unchanged })).toBeVisible();
  expect(sent).toBe(0);
});

test("another zone moves the times of the other pages too", async ({ page, portal, signIn }) => {
  await signIn(EMPLOYEE, SettingsPage.path);
  const settings = new SettingsPage(page);
  await settings.format().selectOption("nl-BE");
  await settings.save().click();
  await expect(settings.saved()).toBeVisible();
  await page.goto(`${portal.url}/organizations`);
  await expect(page.getByRole("article").filter({ hasText: "Polder University" })).toContainText(/Since \d{2}\/\d{2}\/\d{4}/);
});

test.describe("when requests fail", () => {
  test.use({ allowed: /Failed to load resource/ });

  test("two tabs: the later one learns of the newer state, keeps its own choice and can save it", async ({ page, context, portal, signIn }) => {
    await signIn(EMPLOYEE, SettingsPage.path);
    const settings = new SettingsPage(page);
    await expect(settings.format()).toHaveValue("");
    const tab = await context.newPage();
    await tab.goto(portal.url + SettingsPage.path);
    const other = new SettingsPage(tab);
    await other.format().selectOption("fr-BE");
    await other.zone().selectOption("Asia/Tokyo");
    await other.save().click();
    await expect(other.saved()).toBeVisible();
    await settings.zone().selectOption(NEW_YORK);
    await settings.save().click();
    await expect(settings.failure()).toContainText(settings.words.stale);
    await expect(settings.zone()).toHaveValue(NEW_YORK);
    await expect(settings.zone()).toHaveAccessibleDescription(settings.words.storedNow("Asia/Tokyo"));
    await expect(settings.format()).toHaveValue("fr-BE");
    await accessible(page);
    await settings.save().click();
    await expect(settings.saved()).toBeVisible();
    await tab.reload();
    await expect(other.zone()).toHaveValue(NEW_YORK);
    await expect(other.format()).toHaveValue("fr-BE");
  });

  test("the answer to saving gets lost after the server did it: the page reads again and says so", async ({ page, signIn }) => {
    await signIn(EMPLOYEE, SettingsPage.path);
    const settings = new SettingsPage(page);
    await settings.format().selectOption("pl-PL");
    await page.route(SettingsPage.preferences, async (route) => {
      if (route.request().method() === "GET") return route.continue();
      await route.fetch();
      await route.abort();
    });
    await settings.save().click();
    await expect(settings.failure()).toContainText("We could not confirm that your settings were saved");
    await expect(settings.format()).toHaveValue("pl-PL");
    await page.unroute(SettingsPage.preferences);
    await settings.save().click();
    await expect(page.getByRole("status").filter({ hasText: settings.words.unchanged })).toBeVisible();
    await expect(settings.failure()).toBeEmpty();
  });

  test("a session that ended while choosing: signing in again in place saves it", async ({ page, signIn }) => {
    await signIn(EMPLOYEE, SettingsPage.path);
    const settings = new SettingsPage(page);
    await settings.format().selectOption("it-IT");
    await page.route(SettingsPage.preferences, (route) => (route.request().method() === "GET" ? route.continue() : SESSION_EXPIRED(route)), { times: 1 });
    await settings.save().click();
    await new SignIn(page).comeBack();
    await expect(settings.saved()).toBeVisible();
  });

  test("a double click saves once", async ({ page, signIn }) => {
    let sent = 0;
    page.on("request", (it) => it.method() === "PATCH" && sent++);
    await signIn(EMPLOYEE, SettingsPage.path);
    const settings = new SettingsPage(page);
    await settings.format().selectOption("it-IT");
    await settings.save().dblclick();
    await expect(settings.saved()).toBeVisible();
    expect(sent).toBe(1);
  });

  test("each part fails by itself: the form, privacy, the block on the overview", async ({ page, portal, signIn }) => {
    await page.route(SettingsPage.privacy, (route) => route.fulfill(problem(500, "internal")));
    await signIn(EMPLOYEE);
    await expect(page.getByText("3 devices can sign in with your account.")).toBeVisible();
    await page.goto(portal.url + SettingsPage.path);
    const settings = new SettingsPage(page);
    await expect(settings.format()).toBeVisible();
    await page.unroute(SettingsPage.privacy);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(settings.row(settings.words.accepted)).toBeVisible();
  });

  test("an address of a document that is not plain https is no link", async ({ page, signIn }) => {
    for (const [index, url] of ["javascript:alert(1)", "JaVa\tScript:alert(1)", "data:text/html,x", "//evil.example", "https://a@evil.example/", "http://polder.example/"].entries()) {
      await page.route(SettingsPage.privacy, async (route) => {
        const response = await route.fetch();
        const body = await response.json();
        body.termsOfUse[1].editions[0].url = url;
        await route.fulfill({ response, json: body });
      });
      if (index === 0) await signIn(EMPLOYEE, SettingsPage.path);
      else await page.reload();
      const row = new SettingsPage(page).row("Rules of the university network");
      await expect(row).toContainText("This document cannot be opened: its address is not safe.");
      await expect(row.getByRole("link")).toHaveCount(0);
      await page.unroute(SettingsPage.privacy);
    }
  });
});

test("offline, nothing can be saved", async ({ page, context, signIn }) => {
  await signIn(EMPLOYEE, SettingsPage.path);
  const settings = new SettingsPage(page);
  await settings.format().selectOption("it-IT");
  await context.setOffline(true);
  await expect(settings.save()).toHaveAttribute("aria-disabled", "true");
  await context.setOffline(false);
  await settings.save().click();
  await expect(settings.saved()).toBeVisible();
});

test("somebody else's region does not stay behind", async ({ page, portal, signIn }) => {
  await signIn(EMPLOYEE, SettingsPage.path);
  const settings = new SettingsPage(page);
  await settings.format().selectOption("nl-BE");
  await settings.save().click();
  await expect(settings.saved()).toBeVisible();
  await page.context().clearCookies();
  await page.goto(`${portal.url}/settings`);
  await page.locator("#userId").fill("admin@harbor.example");
  await page.locator("#password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(settings.row("Organization chart")).toContainText(/Connected since [A-Z][a-z]+ \d+, \d{4}/);
});
