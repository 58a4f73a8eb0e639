// Manage your application: what an app may do, revoking it, and the accounts that are saved for it.
import { SESSION_EXPIRED, delayed, problem } from "../fixtures/failures.ts";
import { reach } from "../fixtures/keyboard.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { AppsPage } from "../pages/apps.ts";
import { ManageAppPage } from "../pages/manage-app.ts";
import { SignIn } from "../pages/sign-in.ts";

const EMPLOYEE = "employee@harbor.example";
const SAVED = "Business trips";
const SECRET = "Kade-4711 überall";
const of = (app: string, language = "en") => `/apps/manage?app=${app}&lng=${language}`;

for (const language of ["en", "nl"] as const) {
  const path = of("harbor-travel-booking", language);

  test(`${language}: reached from the app's menu, by keyboard alone, and back`, async ({ page, signIn }) => {
    const apps = new AppsPage(page, language);
    const it = new ManageAppPage(page, language);
    await signIn(EMPLOYEE, `/apps?lng=${language}`);
    await expect(apps.all().first()).toBeVisible();
    await apps.search().fill(it.words.app);
    await expect(apps.all()).toHaveCount(1);
    await reach(page, apps.menu(it.words.app));
    await page.keyboard.press("Enter");
    await reach(page, page.getByRole("link", { name: it.words.title }));
    await page.keyboard.press("Enter");
    await expect(it.title()).toBeFocused();
    await expect(page.locator(".app")).toContainText(it.words.app);
    await expect(page).toHaveTitle(new RegExp(it.words.title));
    await reach(page, page.getByRole("link", { name: it.words.back }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: apps.words.title })).toBeFocused();
  });

  test(`${language}: permissions in plain words; a revoked one stays away after a reload and a restart`, async ({ page, portal, signIn }) => {
    const it = new ManageAppPage(page, language);
    await signIn(EMPLOYEE, path);
    await expect(it.permission(it.words.mail)).toContainText(it.words.mailNote);
    await expect(page.getByRole("heading", { name: it.words.yours })).toBeVisible();
    await expect(page.getByRole("heading", { name: it.words.organization })).toBeVisible();
    await expect(page.getByText(it.words.whom)).toBeVisible();
    await expect(page.locator("main").getByRole("link", { name: /@harbor\.example/ })).toBeVisible();
    await expect(it.permission(it.words.profile).getByRole("button")).toHaveCount(0);
    await it.revoke(it.words.mail).click();
    await expect(it.dialog(it.words.revokeTitle(it.words.mail, it.words.app))).toBeVisible();
    await expect(it.dialog()).toContainText(it.words.mailLost);
    await expect(it.dialog()).toContainText(it.words.final(it.words.app));
    await expect(it.button(it.words.cancel)).toBeFocused();
    await it.button(it.words.cancel).click();
    await expect(it.dialog()).toBeHidden();
    await expect(it.revoke(it.words.mail)).toBeFocused();
    await it.revoke(it.words.mail).click();
    await it.button(it.words.revoke).click();
    await expect(it.said(it.words.revoked(it.words.mail, it.words.app))).toBeVisible();
    await expect(it.permission(it.words.mail)).toHaveCount(0);
    await expect(it.title()).toBeFocused();
    await portal.restart();
    await page.reload();
    await expect(it.permission(it.words.calendar)).toBeVisible();
    await expect(it.permission(it.words.mail)).toHaveCount(0);
    await accessible(page);
  });

  test(`${language}: an account is added, changed and cleared, by keyboard alone, its password never shown again`, async ({ page, portal, signIn }) => {
    test.slow();
    const it = new ManageAppPage(page, language);
    const answers: string[] = [];
    page.on("response", async (answer) => {
      if (answer.url().includes("/saved-accounts")) answers.push(await answer.text().catch(() => ""));
    });
    await signIn(EMPLOYEE, path);
    await reach(page, it.add());
    await page.keyboard.press("Enter");
    await expect(it.dialog(it.words.addTitle(it.words.app))).toBeVisible();
    await expect(it.field(it.words.label)).toBeFocused();
    await page.keyboard.press("Enter");
    for (const sentence of it.words.needed) await expect(it.dialog().getByText(sentence)).toBeVisible();
    await expect(it.field(it.words.label)).toBeFocused();
    await page.keyboard.type("Treinen");
    await page.keyboard.press("Tab");
    await page.keyboard.type("edegraaf");
    await page.keyboard.press("Tab");
    await page.keyboard.insertText(SECRET);
    await expect(it.field(it.words.password)).toHaveAttribute("type", "password");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect(it.field(it.words.password)).toHaveAttribute("type", "text");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.added("Treinen"))).toBeVisible();
    await expect(it.account("Treinen")).toContainText("edegraaf");
    await expect(it.add()).toBeFocused();
    await portal.restart();
    await page.reload();
    await expect(it.account("Treinen")).toBeVisible();
    await reach(page, it.change("Treinen"));
    await page.keyboard.press("Enter");
    await expect(it.field(it.words.userName)).toHaveValue("edegraaf");
    await expect(it.field(it.words.newPassword)).toHaveValue("");
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.unchanged)).toBeVisible();
    await reach(page, it.change("Treinen"));
    await page.keyboard.press("Enter");
    await it.fill({ userName: "eva", password: `${SECRET} 2` });
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.changed("Treinen"))).toBeVisible();
    await expect(it.account("Treinen")).toContainText("eva");
    await reach(page, it.clear("Treinen"));
    await page.keyboard.press("Enter");
    await expect(it.dialog(it.words.clearTitle("Treinen"))).toBeVisible();
    await expect(it.button(it.words.cancel)).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.cleared("Treinen"))).toBeVisible();
    await page.reload();
    await expect(it.account(SAVED)).toBeVisible();
    await expect(it.account("Treinen")).toHaveCount(0);
    expect(await page.content()).not.toContain("Kade-4711");
    expect(answers.join()).not.toContain("Kade-4711");
    expect(answers.join()).not.toContain("assword");
  });

  test(`${language}: an app with nothing says so, an app that is not one's own is not there`, async ({ page, portal, signIn }) => {
    const it = new ManageAppPage(page, language);
    await signIn(EMPLOYEE, of("harbor-tide-tables", language));
    await expect(page.getByText(it.words.none)).toBeVisible();
    await expect(page.getByText(it.words.notOffered)).toBeVisible();
    await expect(it.add()).toHaveCount(0);
    await accessible(page);
    await page.goto(portal.url + of("harbor-customs-declarations", language));
    await expect(page.getByText(it.words.savedNone)).toBeVisible();
    await page.goto(portal.url + of("harbor-mail", language));
    await expect(page.getByText(it.words.yoursNone)).toBeVisible();
    await page.goto(portal.url + "/apps/manage");
    await expect(page.getByText(it.words.notThere)).toBeVisible();
    await expect(page.getByRole("link", { name: it.words.back })).toBeVisible();
  });
}

test.describe("not one's own", () => {
  test.use({ allowed: /404|403/ });

  test("is not there, nor are an app's things once its organization was left", async ({ page, portal, signIn }) => {
    const it = new ManageAppPage(page);
    await signIn(EMPLOYEE, of("polder-research-drive"));
    await expect(it.permission("Read your files")).toBeVisible();
    const left = await page.request.post(`${portal.url}/api/v1/me/organizations/polder-university/leave`, {
      headers: { "X-Portal-Request": "1", "Idempotency-Key": "manage-app", "Sec-Fetch-Site": "same-origin" }, data: {},
    });
    expect(left.status()).toBe(204);
    await it.revoke("Read your files").click();
    await it.button(it.words.revoke).click();
    await expect(page.getByText(it.words.notThere)).toBeVisible();
    for (const app of ["windmill-client-proofs", "%3Cscript%3E", "..%2F..%2Fme"]) {
      await page.goto(portal.url + of(app));
      await expect(page.getByText(it.words.notThere)).toBeVisible();
      await expect(page.getByRole("region")).toHaveCount(0);
    }
    await accessible(page);
  });

  test("what an administrator agreed to meanwhile cannot be revoked, and the page shows it so", async ({ page, signIn }) => {
    const it = new ManageAppPage(page);
    await signIn(EMPLOYEE, ManageAppPage.path);
    await page.route(ManageAppPage.revoke, (route) => route.fulfill(problem(403, "decided-by-organization")), { times: 1 });
    await it.revoke(it.words.mail).click();
    await it.button(it.words.revoke).click();
    await expect(it.failure()).toContainText("An administrator has agreed to this for everybody");
    await it.button(it.words.cancel).click();
    await expect(it.permission(it.words.mail)).toBeVisible();
  });

  test("without My Apps there is nothing to manage", async ({ page, signIn }) => {
    await signIn("noapps@harbor.example", ManageAppPage.path);
    await expect(page.getByRole("heading", { level: 1, name: "Access denied" })).toBeVisible();
  });
});

test("all that one agreed to is revoked together, the organization's stays", async ({ page, signIn }) => {
  const it = new ManageAppPage(page);
  await signIn(EMPLOYEE, of("harbor-project-board"));
  await it.revokeAll().click();
  await expect(it.dialog(it.words.revokeAllTitle("Project board"))).toBeVisible();
  await it.button(it.words.revoke).click();
  await expect(it.said(it.words.revokedAll("Project board"))).toBeVisible();
  await page.reload();
  await expect(page.getByText(it.words.yoursNone)).toBeVisible();
  await expect(it.permission(it.words.profile)).toBeVisible();
  await expect(it.revokeAll()).toHaveCount(0);
});

test.describe("while something is on its way", () => {
  test.use({ allowed: /401|422/ });

  test("what was typed outlives a session that has ended", async ({ page, signIn }) => {
    const it = new ManageAppPage(page);
    await signIn(EMPLOYEE, ManageAppPage.path);
    await it.add().click();
    await it.fill({ label: "business TRIPS", userName: "eva", password: SECRET });
    await page.route(ManageAppPage.accounts, (route) => (route.request().method() === "POST" ? SESSION_EXPIRED(route) : route.continue()), { times: 1 });
    await it.button(it.words.save).click();
    await new SignIn(page).comeBack();
    await expect(it.dialog().getByText(it.words.repeated)).toBeVisible();
    await expect(it.field(it.words.password)).toHaveValue(SECRET);
    await it.fill({ label: "Holidays" });
    await it.button(it.words.save).click();
    await expect(it.account("Holidays")).toBeVisible();
  });

  test("the person may leave: it is said where they are then", async ({ page, signIn }) => {
    const it = new ManageAppPage(page);
    await signIn(EMPLOYEE, AppsPage.path);
    await new AppsPage(page).search().fill("Travel booking");
    await expect(new AppsPage(page).all()).toHaveCount(1);
    await new AppsPage(page).menu("Travel booking").click();
    await page.getByRole("link", { name: it.words.title }).click();
    await page.route(ManageAppPage.revoke, delayed);
    await it.revoke(it.words.mail).click();
    await it.button(it.words.revoke).click();
    await page.goBack();
    await expect(new AppsPage(page).all().first()).toBeVisible();
    await expect(it.said(it.words.revoked(it.words.mail, it.words.app))).toBeVisible();
  });
});

test("of ten accounts there is no eleventh", async ({ page, portal, signIn }) => {
  const it = new ManageAppPage(page);
  await signIn(EMPLOYEE, ManageAppPage.path);
  for (let number = 2; number <= 10; number++) {
    const saved = await page.request.post(`${portal.url}/api/v1/me/apps/harbor-travel-booking/saved-accounts`, {
      headers: { "X-Portal-Request": "1", "Idempotency-Key": `number-${number}`, "Sec-Fetch-Site": "same-origin" },
      data: { label: `Number ${number}`, userName: "x", password: SECRET },
    });
    expect(saved.status()).toBe(204);
  }
  await page.reload();
  await expect(it.accounts()).toHaveCount(10);
  await expect(page.getByText(it.words.full)).toBeVisible();
  await expect(it.add()).toHaveCount(0);
});

test.describe("refused", () => {
  test.use({ allowed: /412|422/ });

  test("what was typed stays when the label is taken, also in another theme", async ({ page, signIn }) => {
    const it = new ManageAppPage(page);
    await signIn(EMPLOYEE, ManageAppPage.path);
    await it.add().click();
    await it.fill({ label: "business TRIPS", userName: "eva", password: SECRET });
    await it.button(it.words.save).click();
    await expect(it.dialog().getByText(it.words.repeated)).toBeVisible();
    await expect(it.field(it.words.label)).toBeFocused();
    await expect(it.field(it.words.userName)).toHaveValue("eva");
    await expect(it.field(it.words.password)).toHaveValue(SECRET);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await accessible(page);
    await it.fill({ label: "Holidays" });
    await it.button(it.words.save).click();
    await expect(it.said(it.words.added("Holidays"))).toBeVisible();
  });

  test("somebody changed the account meanwhile: the page says how it is now, and what was typed goes on top of it", async ({ page, portal, signIn }) => {
    const it = new ManageAppPage(page);
    await signIn(EMPLOYEE, ManageAppPage.path);
    await it.change(SAVED).click();
    const changed = await page.request.patch(`${portal.url}/api/v1/me/apps/harbor-travel-booking/saved-accounts/employee-travel`, {
      headers: { "X-Portal-Request": "1", "If-Match": '"1"', "Sec-Fetch-Site": "same-origin" }, data: { userName: "from-the-phone" },
    });
    expect(changed.status()).toBe(204);
    await it.fill({ password: SECRET });
    await it.button(it.words.save).click();
    await expect(it.failure()).toContainText(it.words.stale);
    await expect(it.failure()).toContainText("from-the-phone");
    await expect(it.field(it.words.newPassword)).toHaveValue(SECRET);
    await it.button(it.words.save).click();
    await expect(it.said(it.words.changed(SAVED))).toBeVisible();
    await expect(it.account(SAVED)).toContainText("from-the-phone");
  });
});

test.describe("answers that get lost", () => {
  test.use({ allowed: /Failed to load resource/ });

  test("leave one account and one revocation: the same key goes out again", async ({ page, signIn }) => {
    const it = new ManageAppPage(page);
    const keys: (string | undefined)[] = [];
    const lose = async (route: import("@playwright/test").Route) => {
      if (route.request().method() !== "POST") return route.fallback();
      keys.push(route.request().headers()["idempotency-key"]);
      if (keys.length % 2 === 0) return route.continue();
      await route.fetch();
      await route.abort();
    };
    await page.route(ManageAppPage.accounts, lose);
    await page.route(ManageAppPage.revoke, lose);
    await signIn(EMPLOYEE, ManageAppPage.path);
    await it.add().click();
    await it.fill({ label: "Holidays", userName: "eva", password: SECRET });
    await it.button(it.words.save).click();
    await expect(it.failure()).toContainText(it.words.unknown);
    await it.button(it.words.save).click();
    await expect(it.said(it.words.added("Holidays"))).toBeVisible();
    await expect(it.account("Holidays")).toHaveCount(1);
    await it.revoke(it.words.mail).click();
    await it.button(it.words.revoke).click();
    await expect(it.failure()).toContainText(it.words.unknown);
    await it.retry().click();
    await expect(it.said(it.words.revoked(it.words.mail, it.words.app))).toBeVisible();
    expect(keys[0]).toBeTruthy();
    expect([keys[1], keys[3]]).toEqual([keys[0], keys[2]]);
  });
});
