import { problem } from "../fixtures/failures.ts";
import { reach } from "../fixtures/keyboard.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { SignIn } from "../pages/sign-in.ts";
import { SignInsPage } from "../pages/sign-ins.ts";

const EMPLOYEE = "employee@harbor.example";
const ADMIN = "admin@harbor.example";
const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1";
const PHONE = "Safari 26 on iOS";

for (const language of ["en", "nl"] as const) {
  const path = `${SignInsPage.path}?lng=${language}`;

  test(`${language}: this was not me, by keyboard alone: the session ends, and stays ended after a reload and a restart`, async ({ page, portal, signIn }) => {
    const it = new SignInsPage(page, language);
    await signIn(EMPLOYEE, path);
    await expect(it.session(it.words.unusualPlace)).toBeVisible();
    await reach(page, it.wasNotMe());
    await page.keyboard.press("Enter");
    await expect(it.button(it.words.cancel)).toBeFocused();
    await expect(it.dialog()).toContainText(it.words.unusualPlace);
    await page.keyboard.press("Escape");
    await expect(it.dialog()).toBeHidden();
    await expect(it.wasNotMe()).toBeFocused();
    await expect(it.session(it.words.unusualPlace)).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(it.button(it.words.cancel)).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(it.dialog().getByText(it.words.ended)).toBeVisible();
    await expect(it.button(it.words.close)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(it.dialog()).toBeHidden();
    await expect(it.unusual()).toBeHidden();
    await expect(it.title()).toBeFocused();
    await expect(it.session(it.words.unusualPlace)).toHaveCount(0);
    await portal.restart();
    await page.reload();
    await expect(it.session(it.words.thisSession)).toBeVisible();
    await expect(it.session(it.words.unusualPlace)).toHaveCount(0);
    await expect(it.unusual()).toHaveCount(0);
    const row = it.row(it.words.unusualPlace);
    await row.locator("summary").click();
    await expect(row).toContainText(it.words.saidNotMe);
  });

  test(`${language}: this was not me leads on to a new password`, async ({ page, signIn }) => {
    const it = new SignInsPage(page, language);
    await signIn(EMPLOYEE, path);
    await it.wasNotMe().click();
    await it.button(it.words.confirm).click();
    await it.newPassword().click();
    await expect(page.getByRole("heading", { level: 1, name: it.words.newPassword })).toBeFocused();
    await expect(page).toHaveURL(/\/password$/);
  });

  test(`${language}: this was me is noted, and asked no more`, async ({ page, portal, signIn }) => {
    const it = new SignInsPage(page, language);
    await signIn(EMPLOYEE, path);
    await expect(it.map()).toBeVisible();
    await it.wasMe().click();
    await expect(it.said(it.words.noted)).toBeVisible();
    await expect(it.unusual()).toBeHidden();
    await expect(it.title()).toBeFocused();
    await expect(it.session(it.words.unusualPlace)).toBeVisible();
    await portal.restart();
    await page.reload();
    await expect(it.rows().first()).toBeVisible();
    await expect(it.unusual()).toHaveCount(0);
  });

  test(`${language}: the history is searched and filtered on the server; a row opens to its place on the map`, async ({ page, signIn }) => {
    const it = new SignInsPage(page, language);
    await signIn(EMPLOYEE, path);
    await expect(it.rows().first()).toBeVisible();
    await it.filter().selectOption("unsuccessful");
    await expect(it.rows()).toHaveCount(4);
    await expect(it.row(it.words.failed)).toHaveCount(4);
    for (const [reason, count] of [[it.words.wrongPassword, 3], [it.words.blocked, 1]] as const) {
      await it.search().fill(reason);
      await expect(it.rows()).toHaveCount(count);
      await expect(it.row(reason)).toHaveCount(count);
    }
    await it.search().fill("");
    await expect(it.rows()).toHaveCount(4);
    await it.filter().selectOption("unusual");
    await expect(it.rows()).toHaveCount(1);
    await it.filter().selectOption("all");
    for (const [q, count] of [["Firefox", 1], ["linux firefox 144", 1], ["203.0.113.77", 1], ["safari utrecht", 8], [it.words.unusualPlace, 1]] as const) {
      await it.search().fill(q);
      await expect(it.rows()).toHaveCount(count);
    }
    await reach(page, it.rows().locator("summary"));
    await page.keyboard.press("Enter");
    await expect(it.rows().getByRole("img", { name: it.words.map })).toBeVisible();
    await expect(it.rows()).toContainText("203.0.113.77");
  });

  test(`${language}: the overview tells the last sign-in and leads to the page`, async ({ page, signIn }) => {
    const it = new SignInsPage(page, language);
    await signIn(EMPLOYEE, `/?lng=${language}`);
    await expect(page.getByText(it.words.last)).toBeVisible();
    await page.getByRole("link", { name: it.words.review }).click();
    await expect(it.title()).toBeFocused();
  });
}

test("the search takes whatever is typed: spaces, right to left, emoji, what looks like a script, very long", async ({ page, signIn }) => {
  const it = new SignInsPage(page);
  await page.setViewportSize({ width: 320, height: 740 });
  await signIn(EMPLOYEE, SignInsPage.path);
  await it.search().fill("   rotterdam ,   EDGE   ");
  await expect(it.row(it.words.usualPlace).first()).toBeVisible();
  await expect(it.row(it.words.unusualPlace)).toHaveCount(0);
  await it.search().fill("      ");
  await expect(it.row(it.words.unusualPlace)).toBeVisible();
  const strange = ["روتردام هلندا", "🛥️👩‍👩‍👧 rotterdam", `<img src=x onerror="alert(1)">`, "' OR 1=1 --", "%_\\", "rotter\u202Emad", "W".repeat(100)];
  for (const q of strange) {
    await it.search().fill(q);
    await expect(it.nothing(q)).toBeVisible();
    await expect(it.rows()).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
  // Nobody can type or paste more than the field takes.
  await it.search().fill("");
  await it.search().focus();
  await page.keyboard.insertText("rotterdam ".repeat(500));
  await expect(it.row(it.words.usualPlace).first()).toBeVisible();
});

test("nothing of a kind: a sentence, and what to do; no map is asked for while there is none to see", async ({ page, signIn }) => {
  const it = new SignInsPage(page);
  const maps: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".svg")) maps.push(request.url());
  });
  await signIn(ADMIN, SignInsPage.path);
  await expect(it.rows()).toHaveCount(1);
  await expect(it.unusual()).toHaveCount(0);
  await it.filter().selectOption("unsuccessful");
  await expect(page.getByText(it.words.none)).toBeVisible();
  await it.search().fill("rotterdam");
  await expect(it.nothing("rotterdam")).toBeVisible();
  expect(maps.filter((url) => url.includes("world"))).toEqual([]);
});

test.describe("sessions", () => {
  test.use({ allowed: /401 \(Unauthorized\)/ });

  test("one is signed out after a fresh proof of identity, and is out, also after a restart", async ({ page, portal, signIn, browser }) => {
    const it = new SignInsPage(page);
    const elsewhere = await browser.newContext({ locale: "en-GB", userAgent: IPHONE });
    const other = await elsewhere.newPage();
    await other.goto(portal.url);
    await new SignIn(other).as(EMPLOYEE);
    await expect(other.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
    await signIn(EMPLOYEE, SignInsPage.path);
    await expect(it.session(PHONE)).toBeVisible();
    await expect(it.session(it.words.thisSession)).toHaveCount(1);
    await portal.restart(400);
    await it.signOut(it.session(PHONE)).click();
    await new SignIn(page).prove();
    await expect(it.said(it.words.sessionEnded(PHONE))).toBeVisible();
    await expect(it.session(PHONE)).toHaveCount(0);
    await expect(it.session(it.words.unusualDevice)).toBeVisible();
    await portal.restart(400);
    await other.reload();
    await expect(other.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    await page.reload();
    await expect(it.session(it.words.thisSession)).toBeVisible();
    await expect(it.session(PHONE)).toHaveCount(0);
    await elsewhere.close();
  });

  test("this was not me needs a fresh proof of identity, and goes on where it stopped", async ({ page, portal, signIn }) => {
    const it = new SignInsPage(page);
    await signIn(EMPLOYEE, SignInsPage.path);
    await it.wasNotMe().click();
    await portal.restart(400);
    await it.button(it.words.confirm).click();
    await new SignIn(page).prove();
    await expect(it.dialog().getByText(it.words.ended)).toBeVisible();
    await it.button(it.words.close).click();
    await expect(it.session(it.words.unusualPlace)).toHaveCount(0);
  });

  test("this session is signed out like in the account menu, once", async ({ page, signIn }) => {
    const it = new SignInsPage(page);
    let sent = 0;
    page.on("request", (request) => (sent += Number(request.method() === "DELETE")));
    await signIn(EMPLOYEE, SignInsPage.path);
    await it.signOut(it.session(it.words.thisSession)).dblclick();
    await expect(page.getByText(it.words.signedOut)).toBeVisible();
    expect(sent).toBe(1);
  });

  test("sign out everywhere, by keyboard: No changes nothing, Yes ends every session, this one too", async ({ page, portal, signIn }) => {
    const it = new SignInsPage(page);
    await signIn(EMPLOYEE, SignInsPage.path);
    await reach(page, it.everywhere());
    await page.keyboard.press("Enter");
    await expect(it.button(it.words.no)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(it.everywhere()).toBeFocused();
    await page.reload();
    await expect(it.sessionRows()).toHaveCount(2);
    await page.waitForLoadState("networkidle");
    await portal.restart(400);
    await reach(page, it.everywhere());
    await page.keyboard.press("Enter");
    await expect(it.button(it.words.no)).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await new SignIn(page).prove();
    await expect(page.getByText(it.words.signedOut)).toBeVisible();
    await page.waitForLoadState("networkidle");
    await portal.restart(400);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    await signIn(EMPLOYEE, SignInsPage.path);
    await expect(it.sessionRows()).toHaveCount(1);
  });
});

test.describe("failures", () => {
  test.use({ allowed: /Failed to load resource/ });

  test("each list fails by itself", async ({ page, signIn }) => {
    const it = new SignInsPage(page);
    await page.route(SignInsPage.list, (route) => route.fulfill(problem(500, "internal")));
    await page.route(SignInsPage.sessions, (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<h1>proxy</h1>" }));
    await signIn(EMPLOYEE, SignInsPage.path);
    await expect(it.history().getByRole("heading", { name: "This did not work" })).toBeVisible();
    await expect(it.sessions().getByRole("heading", { name: "This did not work" })).toBeVisible();
    await expect(it.wasMe()).toBeVisible();
  });

  test("the next page fails: the rows stay, it is said, and Show more works again", async ({ page, signIn }) => {
    const it = new SignInsPage(page);
    await signIn("many@harbor.example", SignInsPage.path);
    await page.route(/sign-ins\?.*cursor=/, (route) => route.fulfill(problem(403, "access-denied")), { times: 1 });
    await it.more().click();
    await expect(page.locator(".message[data-tone=failure]")).toBeVisible();
    await expect(it.rows().first()).toBeVisible();
    const next = page.waitForResponse((answer) => answer.url().includes("cursor=") && answer.ok());
    await it.more().click();
    await next;
  });

  test("the answer to this was not me gets lost: Try again sends the same key and has one effect", async ({ page, signIn }) => {
    const it = new SignInsPage(page);
    const keys: (string | undefined)[] = [];
    await page.route(SignInsPage.review, async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      if (keys.length > 1) return route.continue();
      return route.fulfill(problem(500, "internal"));
    });
    await signIn(EMPLOYEE, SignInsPage.path);
    await it.wasNotMe().click();
    await it.button(it.words.confirm).dblclick();
    await expect(it.dialog().getByRole("alert")).toContainText("test-request");
    await it.retry().click();
    await expect(it.dialog().getByText(it.words.ended)).toBeVisible();
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
  });

  test("the answer to signing out everywhere gets lost after the server did it: the page finds out", async ({ page, signIn }) => {
    const it = new SignInsPage(page);
    await page.route(SignInsPage.everywhere, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await signIn(EMPLOYEE, SignInsPage.path);
    await it.everywhere().click();
    await it.button(it.words.yes).click();
    await expect(page.getByText(it.words.signedOut)).toBeVisible();
  });

  test("an old search that answers late does not replace the newer one", async ({ page, signIn }) => {
    const it = new SignInsPage(page);
    await signIn(EMPLOYEE, SignInsPage.path);
    await page.route(/q=utrecht$/, () => new Promise(() => {}));
    const asked = page.waitForRequest(/q=utrecht$/);
    await it.search().fill("utrecht");
    const older = await asked;
    await it.search().fill("são paulo");
    await expect(it.rows()).toHaveCount(1);
    // The page has given up on it: whatever comes of it now, nobody listens.
    await expect.poll(() => older.failure()?.errorText).toBe("net::ERR_ABORTED");
    await expect(it.rows()).toHaveCount(1);
    await expect(it.row(it.words.unusualPlace)).toBeVisible();
  });
});

test("a failed sign-in of one's own is in the history at once", async ({ page, portal, signIn, browser }) => {
  const elsewhere = await browser.newContext({ locale: "en-GB" });
  const other = await elsewhere.newPage();
  const form = new SignIn(other);
  await other.goto(portal.url);
  await form.userId().fill(ADMIN);
  await form.password().fill("wrong");
  await other.keyboard.press("Enter");
  await expect(form.failure()).not.toBeEmpty();
  await elsewhere.close();
  const it = new SignInsPage(page);
  await signIn(ADMIN, SignInsPage.path);
  await expect(it.rows()).toHaveCount(2);
  await expect(it.rows().nth(1)).toContainText(it.words.wrongPassword);
});

/** Whether every piece of the history that is on the screen has its rows. */
function nothingBlank(): boolean {
  const pieces = Array.from(document.querySelectorAll("section[aria-labelledby=history] div:empty")).map((it) => it.getBoundingClientRect());
  return pieces.every(({ top, bottom }) => bottom <= 0 || top >= innerHeight);
}

test("thousands of rows: only those near the screen are in the page, at every place of the list, newest first", async ({ page, signIn }) => {
  test.slow();
  const it = new SignInsPage(page);
  await signIn("many@harbor.example", SignInsPage.path);
  await expect(it.rows().first()).toBeVisible();
  await it.more().focus();
  for (let pages = 2; pages <= 40; pages++) {
    const next = page.waitForResponse((answer) => answer.url().includes("cursor=") && answer.ok());
    // The button keeps the focus, and takes no second press while it works.
    await expect(it.more()).not.toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Enter");
    await next;
  }
  await expect(it.more()).not.toHaveAttribute("aria-disabled", "true");
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeGreaterThan(2000 * 60);
  let newest = "";
  for (const share of [1, 0.5, 0.25, 0]) {
    await page.evaluate((share) => scrollTo(0, share * document.documentElement.scrollHeight), share);
    await expect.poll(() => page.evaluate(nothingBlank)).toBe(true);
    await expect.poll(() => it.rows().count()).toBeLessThan(300);
    const shown = () => it.rows().locator("time").evaluateAll((all) => all.map((one) => one.getAttribute("datetime")!));
    // What came into view is drawn first, and what went is cleared when there is time. The first piece is always there.
    await expect.poll(async () => (await shown()).at(-1)! > newest).toBe(true);
    const times = await shown();
    expect(times).toEqual([...times].sort().reverse());
    newest = times.at(-1)!;
  }
  // The heights that stand for rows are those of the rows: the list does not jump.
  expect(Math.abs((await page.evaluate(() => document.documentElement.scrollHeight)) - height)).toBeLessThan(height * 0.05);
  await accessible(page);
});
