import { PASSWORD, accessible, expect, test } from "../fixtures/test.ts";
import { SignInsPage } from "../pages/sign-ins.ts";

const EMPLOYEE = "employee@harbor.example";
const LIST = "**/api/v1/me/sign-ins";
const REVIEW = "**/api/v1/me/sign-ins/*/review";
const SESSIONS = "**/api/v1/me/sessions";
const EVERYWHERE = "**/api/v1/me/sessions/revoke-all";
const failure = {
  status: 500, contentType: "application/problem+json",
  body: JSON.stringify({ type: "urn:portal:problem:internal", title: "internal", status: 500, code: "internal", requestId: "test-request" }),
};

for (const language of ["en", "nl"] as const) {
  test(`${language}: this was not me, by keyboard alone: the session ends, and stays ended after a reload and a restart`, async ({ page, portal, signIn }) => {
    const it = new SignInsPage(page, portal, language);
    await signIn(EMPLOYEE, it.path);
    await expect(it.session(it.words.unusualPlace)).toBeVisible();
    await it.wasNotMe.focus();
    await page.keyboard.press("Enter");
    await expect(it.button(it.words.cancel)).toBeFocused();
    await expect(it.dialog).toContainText(it.words.unusualPlace);
    await accessible(page);
    await page.keyboard.press("Escape");
    await expect(it.dialog).toBeHidden();
    await expect(it.wasNotMe).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(it.button(it.words.cancel)).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(it.dialog.getByText(it.words.ended)).toBeVisible();
    await expect(it.button(it.words.close)).toBeFocused();
    await accessible(page);
    await page.keyboard.press("Enter");
    await expect(it.dialog).toBeHidden();
    await expect(it.unusual).toBeHidden();
    await expect(it.title).toBeFocused();
    await expect(it.session(it.words.unusualPlace)).toHaveCount(0);
    await portal.restart();
    await page.reload();
    await expect(it.session(it.words.thisSession)).toBeVisible();
    await expect(it.session(it.words.unusualPlace)).toHaveCount(0);
    await expect(it.unusual).toHaveCount(0);
  });

  test(`${language}: this was me is noted, and asked no more`, async ({ page, portal, signIn }) => {
    const it = new SignInsPage(page, portal, language);
    await signIn(EMPLOYEE, it.path);
    await it.wasMe.click();
    await expect(page.getByText(it.words.noted)).toBeVisible();
    await expect(it.unusual).toBeHidden();
    await expect(it.title).toBeFocused();
    await expect(it.session(it.words.unusualPlace)).toBeVisible();
    await portal.restart();
    await it.open();
    await expect(it.unusual).toHaveCount(0);
  });

  test(`${language}: the history is searched and filtered; a row opens to its place on the map`, async ({ page, portal, signIn }) => {
    const it = new SignInsPage(page, portal, language);
    let maps = 0;
    page.on("request", (request) => (maps += Number(request.url().endsWith("/world.svg"))));
    await signIn(EMPLOYEE, it.path);
    await expect(it.rows.first()).toBeVisible();
    await it.filter.selectOption("unsuccessful");
    await expect(it.rows).toHaveCount(4);
    await expect(it.rows.filter({ hasText: it.words.failed })).toHaveCount(4);
    await it.search.fill(it.words.wrongPassword);
    await expect(it.rows).toHaveCount(3);
    await it.search.fill("no such place");
    await expect(page.getByText(it.words.nothing)).toBeVisible();
    await it.search.fill("");
    await it.filter.selectOption("all");
    await it.search.fill(it.words.unusualPlace);
    await expect(it.rows).toHaveCount(1);
    expect(maps, "asked for only with the details").toBe(0);
    const loaded = page.waitForResponse((answer) => answer.url().endsWith("/world.svg") && answer.ok());
    await it.rows.locator("summary").focus();
    await page.keyboard.press("Enter");
    await loaded;
    await expect(it.rows.getByRole("img", { name: it.words.map })).toBeVisible();
    await expect(it.rows).toContainText("203.0.113.77");
    await accessible(page);
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 1280]) {
      test(`${language}, ${colorScheme}, ${width} px: nothing for axe to find, no sideways scrolling`, async ({ page, portal, signIn }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 740 });
        const it = new SignInsPage(page, portal, language);
        await signIn(EMPLOYEE, it.path);
        await expect(it.rows.first()).toBeVisible();
        await expect(it.wasMe).toBeVisible();
        await it.rows.nth(1).locator("summary").click();
        await expect(it.rows.nth(1).getByRole("img")).toBeVisible();
        // Nothing half below the header, which axe would take for covered.
        await page.evaluate(() => scrollTo(0, 0));
        await accessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await it.everywhere.click();
        await expect(it.button(it.words.no)).toBeFocused();
        await accessible(page);
      });
    }
  }
}

test.describe("sessions", () => {
  test.use({ allowed: /401 \(Unauthorized\)/ });

  test("one is signed out after a fresh proof of identity, and is out", async ({ page, portal, signIn, browser }) => {
    const it = new SignInsPage(page, portal);
    const elsewhere = await browser.newContext({ locale: "en-GB", userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1" });
    const other = await elsewhere.newPage();
    await other.goto(portal.url);
    await other.getByLabel("User ID").fill(EMPLOYEE);
    await other.getByLabel("Password").fill(PASSWORD);
    await other.keyboard.press("Enter");
    await expect(other.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
    await signIn(EMPLOYEE, it.path);
    await expect(it.session("Safari 26 on iOS")).toBeVisible();
    await expect(it.session("This session")).toHaveCount(1);
    await portal.restart(400);
    await it.signOut(it.session("Safari 26 on iOS")).click();
    await page.getByRole("dialog", { name: "Confirm that it is you" }).getByLabel("Password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Safari 26 on iOS is signed out.")).toBeVisible();
    await expect(it.session("Safari 26 on iOS")).toHaveCount(0);
    await other.reload();
    await expect(other.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    await elsewhere.close();
  });

  test("this session is signed out like in the account menu", async ({ page, portal, signIn }) => {
    const it = new SignInsPage(page, portal);
    await signIn(EMPLOYEE, it.path);
    await it.signOut(it.session("This session")).click();
    await expect(page.getByText("You are signed out.")).toBeVisible();
  });

  test("sign out everywhere: No changes nothing, Yes ends every session, this one too", async ({ page, portal, signIn }) => {
    const it = new SignInsPage(page, portal);
    await signIn(EMPLOYEE, it.path);
    await it.everywhere.click();
    await expect(it.button("No")).toBeFocused();
    await it.button("No").click();
    await expect(it.everywhere).toBeFocused();
    await expect(it.sessions.getByRole("listitem")).toHaveCount(2);
    await portal.restart(400);
    await it.everywhere.click();
    await it.button("Yes").click();
    await page.getByRole("dialog", { name: "Confirm that it is you" }).getByLabel("Password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByText("You are signed out.")).toBeVisible();
    await signIn(EMPLOYEE, it.path);
    await expect(it.sessions.getByRole("listitem")).toHaveCount(1);
  });
});

test.describe("failures", () => {
  test.use({ allowed: /Failed to load resource/ });

  test("each list fails by itself, and Try again works", async ({ page, portal, signIn }) => {
    const it = new SignInsPage(page, portal);
    await page.route(LIST, (route) => route.fulfill(failure));
    await page.route(SESSIONS, (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<h1>proxy</h1>" }));
    await signIn(EMPLOYEE, it.path);
    await expect(it.history.getByRole("heading", { name: "This did not work" })).toBeVisible();
    await expect(it.sessions.getByRole("heading", { name: "This did not work" })).toBeVisible();
    await expect(it.wasMe).toBeVisible();
    await accessible(page);
    await page.unroute(LIST);
    await page.unroute(SESSIONS);
    await it.history.getByRole("button", { name: "Try again" }).click();
    await it.sessions.getByRole("button", { name: "Try again" }).click();
    await expect(it.rows.first()).toBeVisible();
    await expect(it.session("This session")).toBeVisible();
  });

  test("the answer to this was not me gets lost: Try again sends the same key and has one effect", async ({ page, portal, signIn }) => {
    const it = new SignInsPage(page, portal);
    const keys: (string | undefined)[] = [];
    await page.route(REVIEW, async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      if (keys.length > 1) return route.continue();
      return route.fulfill(failure);
    });
    await signIn(EMPLOYEE, it.path);
    await it.wasNotMe.click();
    await it.button(it.words.confirm).dblclick();
    await expect(it.dialog.getByRole("alert")).toContainText("test-request");
    await it.button("Try again").click();
    await expect(it.dialog.getByText(it.words.ended)).toBeVisible();
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
  });

  test("the answer to signing out everywhere gets lost after the server did it: the page finds out", async ({ page, portal, signIn }) => {
    const it = new SignInsPage(page, portal);
    await page.route(EVERYWHERE, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await signIn(EMPLOYEE, it.path);
    await it.everywhere.click();
    await it.button("Yes").click();
    await expect(page.getByText("You are signed out.")).toBeVisible();
  });
});

test("nothing of a kind: a sentence, and what to do", async ({ page, portal, signIn }) => {
  const it = new SignInsPage(page, portal);
  await signIn("admin@harbor.example", it.path);
  await expect(it.rows).toHaveCount(1);
  await expect(it.unusual).toHaveCount(0);
  await it.filter.selectOption("unsuccessful");
  await expect(page.getByText(it.words.none)).toBeVisible();
  await accessible(page);
});

test("the overview tells the last sign-in and leads to the page", async ({ page, signIn }) => {
  await signIn(EMPLOYEE);
  await expect(page.getByText(/^Last sign-in .*Chrome \d+ on Linux\.$/)).toBeVisible();
  await page.getByRole("link", { name: "Review recent activity" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My sign-ins" })).toBeFocused();
});

test("a failed sign-in of one's own is in the history at once", async ({ page, portal, signIn, browser }) => {
  const elsewhere = await browser.newContext({ locale: "en-GB" });
  const other = await elsewhere.newPage();
  await other.goto(portal.url);
  await other.getByLabel("User ID").fill("admin@harbor.example");
  await other.getByLabel("Password").fill("wrong");
  await other.keyboard.press("Enter");
  await expect(other.getByRole("alert")).toContainText("do not belong together");
  await elsewhere.close();
  const it = new SignInsPage(page, portal);
  await signIn("admin@harbor.example", it.path);
  await expect(it.rows).toHaveCount(2);
  await expect(it.rows.nth(1)).toContainText(it.words.wrongPassword);
});

test("thousands of rows: only those near the screen are in the page, at every place of the list", async ({ page, portal, signIn }) => {
  test.slow();
  const it = new SignInsPage(page, portal);
  await signIn("many@harbor.example", it.path);
  await expect(it.rows.first()).toBeVisible();
  for (let pages = 2; pages <= 20; pages++) {
    const next = page.waitForResponse((answer) => answer.url().includes("cursor=") && answer.ok());
    await it.more.click();
    await next;
  }
  await expect(it.more).not.toHaveAttribute("aria-disabled", "true");
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeGreaterThan(2000 * 60);
  for (const share of [1, 0.5, 0.25, 0]) {
    await page.evaluate((share) => scrollTo(0, share * document.documentElement.scrollHeight), share);
    await expect.poll(() => page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 3)?.closest("li, section[aria-labelledby=sessions], header") !== null)).toBe(true);
    await expect.poll(() => it.rows.count()).toBeLessThan(300);
  }
  // The heights that stand for rows are those of the rows: the list does not jump.
  expect(Math.abs((await page.evaluate(() => document.documentElement.scrollHeight)) - height)).toBeLessThan(height * 0.05);
});
