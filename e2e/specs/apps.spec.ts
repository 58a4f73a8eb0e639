// My Apps: finding, opening, hiding; in both languages, and with thousands of apps.
import { problem } from "../fixtures/failures.ts";
import { reach } from "../fixtures/keyboard.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { AppsPage } from "../pages/apps.ts";

const EMPLOYEE = "employee@harbor.example";
const MANY = "many@harbor.example";

for (const language of ["en", "nl"] as const) {
  const path = `${AppsPage.path}?lng=${language}`;

  test(`${language}: apps by their names in the language, found by those of either`, async ({ page, signIn }) => {
    const it = new AppsPage(page, language);
    await signIn(EMPLOYEE, path);
    await expect(it.all()).toHaveCount(24);
    await expect(it.app(it.words.mail)).toContainText(it.words.mailNote);
    await expect(it.all().first()).toContainText(language === "en" ? "Berth planner" : "Agenda");
    for (const q of ["crane sch", "KRAANROOSTER", " kráàn "]) {
      await it.search().fill(q);
      await expect(it.all()).toHaveCount(1);
      await expect(it.app(it.words.crane)).toBeVisible();
    }
    for (const q of ["zzz", "<script>", "عربي", "🐶", "%"]) {
      await it.search().fill(q);
      await expect(page.getByText(it.words.nothing(q))).toBeVisible();
    }
    await it.search().fill("");
    await expect(it.all()).toHaveCount(24);
    await accessible(page);
  });

  test(`${language}: one is hidden and shown again, by keyboard alone, also after a reload and a restart`, async ({ page, portal, signIn }) => {
    const it = new AppsPage(page, language);
    await signIn(EMPLOYEE, path);
    await expect(it.all().first()).toBeVisible();
    await it.search().focus();
    await page.keyboard.type(it.words.calendar);
    await expect(it.all()).toHaveCount(1);
    await reach(page, it.menu(it.words.calendar));
    await page.keyboard.press("Enter");
    await reach(page, it.choice(it.words.hide));
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.hiddenDone(it.words.calendar))).toBeVisible();
    await expect(it.app(it.words.calendar)).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await portal.restart();
    await page.reload();
    await expect(it.app(it.words.mail)).toBeVisible();
    await expect(it.app(it.words.calendar)).toHaveCount(0);
    await it.which().selectOption("hidden");
    await expect(it.hidden()).toHaveCount(1);
    await accessible(page);
    await it.menu(it.words.calendar).press("Enter");
    await it.choice(it.words.show).press("Enter");
    await expect(it.said(it.words.shownDone(it.words.calendar))).toBeVisible();
    await page.reload();
    await expect(it.app(it.words.calendar)).toBeVisible();
    await it.which().selectOption("hidden");
    await expect(page.getByText(it.words.noneHidden)).toBeVisible();
  });

  test(`${language}: as tiles or as a list, remembered by the browser`, async ({ page, signIn }) => {
    const it = new AppsPage(page, language);
    await signIn(EMPLOYEE, path);
    await expect(it.arrangement(it.words.grid)).toHaveAttribute("aria-pressed", "true");
    const width = async () => (await it.all().first().boundingBox())!.width;
    const tile = await width();
    await it.arrangement(it.words.list).click();
    await expect(it.arrangement(it.words.list)).toHaveAttribute("aria-pressed", "true");
    expect(await width()).toBeGreaterThan(tile * 2);
    await accessible(page);
    await page.reload();
    await expect(it.arrangement(it.words.list)).toHaveAttribute("aria-pressed", "true");
    await expect(it.all().first()).toBeVisible();
    expect(await width()).toBeGreaterThan(tile * 2);
  });
}

test("each opens in a new tab that knows nothing of the portal; the ones opened last come first", async ({ page, context, signIn }) => {
  const it = new AppsPage(page);
  await context.route(/\.apps\.harbor\.example/, (route) => route.fulfill({ contentType: "text/html", body: "<title>app</title>" }));
  await signIn(EMPLOYEE, AppsPage.path);
  await expect(it.all().first()).toBeVisible();
  await expect(it.section(it.words.recent)).toHaveCount(0);
  for (const name of ["Mail", "Expenses"]) {
    const opened = context.waitForEvent("page");
    await it.search().fill(name);
    await expect(it.link(name)).toHaveAccessibleDescription("(opens in a new tab)");
    await it.link(name).click();
    const tab = await opened;
    await expect(tab).toHaveURL(`https://${name.toLowerCase()}.apps.harbor.example/`);
    expect(await tab.evaluate(() => [window.opener, document.referrer])).toEqual([null, ""]);
    await tab.close();
    await it.search().fill("");
    await expect(it.recent().first()).toContainText(name);
  }
  await page.reload();
  await expect(it.recent()).toHaveCount(2);
  await expect(it.recent().first()).toContainText("Expenses");
  await accessible(page);
});

test("an address that is not safe is never a link", async ({ page, signIn }) => {
  const it = new AppsPage(page);
  const evil = ["javascript:alert(1)", "JaVa\tScript:alert(1)", "\u0001javascript:alert(1)", "data:text/html,x", "blob:https://x", "//evil.example", "/\\evil.example", "https://a@evil.example/", "http://plain.example/"];
  await page.route(AppsPage.list, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { items: { launchUrl: string; icon?: string; terms?: string }[] };
    body.items = body.items.slice(0, evil.length + 1);
    evil.forEach((address, at) => Object.assign(body.items[at]!, { launchUrl: address, terms: undefined, icon: "https://evil.example/x.png" }));
    await route.fulfill({ json: body });
  });
  await signIn(EMPLOYEE, AppsPage.path);
  await expect(it.all()).toHaveCount(evil.length + 1);
  await expect(page.getByText("This app cannot be opened: its address is not safe.")).toHaveCount(evil.length);
  await expect(it.all().getByRole("link")).toHaveCount(1);
});

test.describe("without the ones used last", () => {
  test.use({ allowed: /404/ });

  test("the page is whole", async ({ page, signIn }) => {
    const it = new AppsPage(page);
    await page.route(AppsPage.recent, (route) => route.fulfill(problem(404, "not-found")));
    await signIn(EMPLOYEE, AppsPage.path);
    await expect(it.app("Mail")).toBeVisible();
    await expect(it.section(it.words.recent)).toHaveCount(0);
  });
});

test("five thousand apps: the first ones at once, only those near the screen in the page", async ({ page, signIn }) => {
  const it = new AppsPage(page);
  await signIn(MANY, AppsPage.path);
  await expect(it.all().first()).toContainText("Antwerp archive 01");
  await it.more().focus();
  for (let pages = 2; pages <= 10; pages++) {
    const next = page.waitForResponse((answer) => answer.url().includes("cursor=") && answer.ok());
    await expect(it.more()).not.toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Enter");
    await next;
  }
  await expect(it.more()).not.toHaveAttribute("aria-disabled", "true");
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(it.all().last()).toBeInViewport();
  await expect.poll(() => it.all().count()).toBeLessThan(150);
  await it.search().fill("yard 10");
  await expect(it.all()).toHaveCount(20);
});
