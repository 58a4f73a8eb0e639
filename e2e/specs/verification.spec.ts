import type { Page } from "@playwright/test";
import { accessible, expect, test } from "../fixtures/test.ts";
import { reach } from "../fixtures/keyboard.ts";
import { SecurityInfoPage, sentCode } from "../pages/security-info.ts";
import { SignIn, authenticatorCode } from "../pages/sign-in.ts";
import { VerificationPage } from "../pages/verification.ts";

const EMPLOYEE = "employee@harbor.example";
const SECURE = "secure@harbor.example";
const OWNER = "owner@polder.example";

// Trust is no proof of identity: a sensitive change is first answered with what is missing.
test.use({ allowed: /Failed to load resource/ });

/** What happens when a session runs out or the browser forgets it: the cookie of the session goes, nothing else. */
const sessionEnds = (page: Page) => page.context().clearCookies({ name: "__Host-portal" });

for (const language of ["en", "nl"] as const) {
  const path = `${VerificationPage.path}?lng=${language}`;

  test.describe(language, () => {
    test("the preferred option is saved, asked for first, and survives a reload and a restart", async ({ page, portal, signIn }) => {
      await signIn(SECURE, path);
      const verification = new VerificationPage(page, portal, language);
      const { info, words } = verification;
      await expect(verification.title()).toBeVisible();
      await expect(page).toHaveTitle(new RegExp(words.title));
      await expect(verification.option().locator("option:checked")).toHaveText(info.words.app);
      await verification.option().selectOption({ label: `${info.words.phone} +31 ••• ••34` });
      await verification.save().click();
      await expect(info.message(info.words.defaultChanged)).toBeVisible();
      await expect(verification.save()).toBeFocused();
      await accessible(page);
      await portal.restart();
      await page.reload();
      await expect(verification.option().locator("option:checked")).toHaveText(`${info.words.phone} +31 ••• ••34`);
      await page.context().clearCookies();
      await page.goto(portal.url);
      const signing = new SignIn(page, language);
      await signing.as(SECURE);
      await expect(signing.textMe()).toBeVisible();
    });

    test("what is chosen and not saved survives every change below it; what is stored is not sent", async ({ page, portal, signIn }) => {
      await signIn(SECURE, path);
      const verification = new VerificationPage(page, portal, language);
      const { info, words } = verification;
      let sent = 0;
      page.on("request", (request) => request.url().endsWith("/default-method") && sent++);
      await verification.save().click();
      await expect(info.message(words.unchanged)).toBeVisible();
      await verification.option().selectOption({ label: `${info.words.phone} +31 ••• ••34` });
      await info.change(`${info.words.phone} +31 ••• ••34`).click();
      await info.number().fill("+31 6 1234 5678");
      await info.next().click();
      await info.prove(info.words.phone);
      await expect(verification.option().locator("option:checked")).toHaveText(`${info.words.phone} +31 ••• ••78`);
      expect(sent).toBe(0);
      await verification.save().click();
      await expect(info.message(info.words.defaultChanged)).toBeVisible();
      expect(sent).toBe(1);
    });

    test("nothing yet: set up an app, add a phone, delete it", async ({ page, portal, signIn }) => {
      await signIn(EMPLOYEE, path);
      const verification = new VerificationPage(page, portal, language);
      const { info, words } = verification;
      await expect(page.getByText(words.none)).toBeVisible();
      await expect(verification.option()).toHaveCount(0);
      await accessible(page);
      await verification.setUpApp().click();
      await info.next().click();
      await info.dialog().getByText(info.words.cannotScan).click();
      const secret = (await info.secret().innerText()).replaceAll(" ", "");
      await info.code().fill(authenticatorCode(secret));
      await info.verify().click();
      await expect(info.message(info.words.added(info.words.app))).toBeVisible();
      await expect(verification.option().locator("option:checked")).toHaveText(info.words.app);
      // What helps with a forgotten password only is not offered here.
      await info.add().click();
      await expect(info.choice("phone")).toBeVisible();
      for (const kind of ["email", "questions", "appPassword"] as const) await expect(info.choice(kind)).toHaveCount(0);
      await page.keyboard.press("Escape");
      await info.addPhone("+31 6 1234 5678");
      await expect(info.rows()).toHaveCount(2);
      await info.row(info.words.phone).getByRole("button", { name: info.words.deleteButton }).click();
      await info.button(info.words.deleteButton).click();
      await expect(info.dialog()).toBeHidden();
      await expect(info.rows()).toHaveCount(1);
      await page.reload();
      await expect(info.rows()).toHaveCount(1);
      await expect(info.rows().getByRole("button", { name: info.words.deleteButton })).toHaveCount(0);
    });

    test("a trusted browser is not asked again, until Restore", async ({ page, portal, signIn }) => {
      test.slow();
      const verification = new VerificationPage(page, portal, language);
      const { info, words } = verification;
      const signing = new SignIn(page, language);
      await page.goto(`${portal.url}/?lng=${language}`);
      await signing.as(SECURE);
      await expect(verification.trust()).not.toBeChecked();
      await expect(verification.trust()).toHaveAccessibleDescription(words.untilSignOut);
      await verification.trust().check();
      await accessible(page);
      await signing.code().fill(authenticatorCode());
      await page.keyboard.press("Enter");
      await expect(signing.overview()).toBeVisible();
      const cookie = (await page.context().cookies()).find((it) => it.name === "__Host-portal-trust")!;
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: "Strict", path: "/" });
      expect(Math.abs(cookie.expires - Date.now() / 1000 - 14 * 86_400)).toBeLessThan(60);
      // The session runs out, the server restarts: the password is enough.
      await sessionEnds(page);
      await portal.restart();
      await page.goto(portal.url);
      await signing.as(SECURE);
      await expect(signing.overview()).toBeVisible();
      await page.goto(portal.url + VerificationPage.path);
      await expect(verification.count(1)).toBeVisible();
      await accessible(page);
      // Trust was no proof of identity.
      await verification.restore().click();
      await expect(signing.proof()).toBeVisible();
      await signing.proof().getByLabel(signing.words.code).fill(authenticatorCode(undefined, 1));
      await signing.prove();
      await expect(info.message(words.restored)).toBeVisible();
      await expect(verification.noneTrusted()).toBeVisible();
      await expect(verification.restore()).toHaveCount(0);
      await expect(verification.title()).toBeFocused();
      await page.reload();
      await expect(verification.noneTrusted()).toBeVisible();
      await sessionEnds(page);
      await page.goto(portal.url);
      await signing.as(SECURE);
      await expect(signing.code()).toBeVisible();
      await expect(verification.trust()).not.toBeChecked();
    });

    test("by keyboard alone: trusting a browser, choosing and saving, restoring", async ({ page, portal }) => {
      const verification = new VerificationPage(page, portal, language);
      const signing = new SignIn(page, language);
      await page.goto(`${portal.url}${path}`);
      await signing.as(SECURE);
      await expect(signing.code()).toBeFocused();
      await page.keyboard.type(authenticatorCode());
      await reach(page, verification.trust());
      await page.keyboard.press("Space");
      await expect(verification.trust()).toBeChecked();
      await page.keyboard.press("Enter");
      await expect(verification.count(1)).toBeVisible();
      await reach(page, verification.restore());
      await page.keyboard.press("Enter");
      await expect(verification.info.message(verification.words.restored)).toBeVisible();
      await reach(page, verification.option());
      await page.keyboard.press("ArrowDown");
      await reach(page, verification.save());
      await page.keyboard.press("Enter");
      await expect(verification.info.message(verification.info.words.defaultChanged)).toBeVisible();
      await expect(verification.save()).toBeFocused();
    });

    test("where the organization does not allow trust, it is not offered", async ({ page, portal, signIn }) => {
      await signIn(OWNER, path);
      const verification = new VerificationPage(page, portal, language);
      await expect(verification.section(verification.words.trusted)).toContainText(verification.words.forbidden);
      await expect(verification.restore()).toHaveCount(0);
      await page.goto(portal.url + SecurityInfoPage.path);
      await verification.info.addApp();
      await page.context().clearCookies();
      await page.goto(portal.url);
      const signing = new SignIn(page, language);
      await signing.as(OWNER);
      await expect(signing.code()).toBeVisible();
      await expect(verification.trust()).toHaveCount(0);
    });
  });
}

test("trust ends after 14 days", async ({ page, portal }) => {
  const verification = new VerificationPage(page, portal);
  const signing = new SignIn(page);
  await page.goto(portal.url);
  await signing.as(SECURE);
  await verification.trust().check();
  await signing.code().fill(authenticatorCode());
  await page.keyboard.press("Enter");
  await expect(signing.overview()).toBeVisible();
  await portal.restart(13 * 86_400);
  await page.goto(portal.url);
  await signing.as(SECURE);
  await expect(signing.overview()).toBeVisible();
  // The browser's clock did not move with the server's: the cookie is there still, and is worth nothing.
  await sessionEnds(page);
  await portal.restart(14 * 86_400 + 60);
  await page.goto(portal.url);
  await signing.as(SECURE);
  await expect(signing.code()).toBeVisible();
  expect((await page.context().cookies()).map((it) => it.name)).toContain("__Host-portal-trust");
});

test("signing out ends the trust of this browser", async ({ page, portal }) => {
  const verification = new VerificationPage(page, portal);
  const signing = new SignIn(page);
  await page.goto(portal.url);
  await signing.as(SECURE);
  await verification.trust().check();
  await signing.code().fill(authenticatorCode());
  await page.keyboard.press("Enter");
  await expect(signing.overview()).toBeVisible();
  await page.getByLabel(/^Account menu/).click();
  await page.getByRole("button", { name: signing.words.signOut, exact: true }).click();
  await expect(signing.userId()).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  await signing.as(SECURE);
  await expect(signing.code()).toBeVisible();
});

test.describe("a session that has ended in the middle", () => {
  test("is signed in again in place with the password alone, and a sensitive change still asks for everything", async ({ page, portal }) => {
    const verification = new VerificationPage(page, portal);
    const signing = new SignIn(page);
    await page.goto(portal.url + VerificationPage.path);
    await signing.as(SECURE);
    await verification.trust().check();
    await signing.code().fill(authenticatorCode());
    await page.keyboard.press("Enter");
    await expect(verification.count(1)).toBeVisible();
    await verification.option().selectOption({ index: 1 });
    await sessionEnds(page);
    await verification.save().click();
    await signing.comeBack();
    await expect(signing.proof()).toBeVisible();
    await signing.proof().getByLabel(signing.words.code).fill(authenticatorCode(undefined, 1));
    await signing.prove();
    await expect(verification.info.message(verification.info.words.defaultChanged)).toBeVisible();
    // A change of methods ends every trust, and the page knows it.
    await expect(verification.noneTrusted()).toBeVisible();
  });
});

test("a wrong code keeps the wish to be trusted", async ({ page, portal }) => {
  const verification = new VerificationPage(page, portal);
  const signing = new SignIn(page);
  await page.goto(portal.url + VerificationPage.path);
  await signing.as(SECURE);
  await verification.trust().check();
  await signing.code().fill("000000");
  await page.keyboard.press("Enter");
  await expect(signing.failure()).not.toBeEmpty();
  await expect(verification.trust()).toBeChecked();
  await signing.another().click();
  await signing.other("34").click();
  await expect(verification.trust()).toBeChecked();
  await signing.textMe().click();
  await expect(signing.code()).toBeFocused();
  await signing.code().fill(await sentCode(page, portal));
  await page.keyboard.press("Enter");
  await expect(verification.count(1)).toBeVisible();
});

test("several devices are counted, and who has no My Apps is told why", async ({ page, portal, signIn }) => {
  await page.route(VerificationPage.trusted, (route) => route.fulfill({ json: { allowed: true, count: 3, days: 14 } }));
  await signIn(SECURE, VerificationPage.path);
  const verification = new VerificationPage(page, portal);
  await expect(verification.count(3)).toBeVisible();
  await expect(verification.back()).toHaveAttribute("href", "/profile");
  await page.context().clearCookies();
  await page.goto(portal.url);
  await signIn("noapps@harbor.example", VerificationPage.path);
  await expect(page.getByRole("heading", { level: 1, name: "Access denied" })).toBeVisible();
});
