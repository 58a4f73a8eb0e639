import { problem } from "../fixtures/failures.ts";
import { PASSWORD, expect, test } from "../fixtures/test.ts";
import { PasswordResetPage } from "../pages/password-reset.ts";
import { SecurityInfoPage } from "../pages/security-info.ts";
import { SignIn, authenticatorCode } from "../pages/sign-in.ts";

const SECURE = "secure@harbor.example";
const NEW = "zeven fietsen aan de gracht";

for (const language of ["en", "nl"] as const) {
  test(`${language}: an app, a phone and a new password; the new one signs in after a restart`, async ({ page, portal }) => {
    await page.goto(`${portal.url}/?lng=${language}`);
    const reset = new PasswordResetPage(page, language);
    await page.getByRole("link", { name: reset.words.title }).click();
    await expect(reset.title()).toBeVisible();
    await expect(page).toHaveURL(`${portal.url}/password-reset`);
    await expect(page).toHaveTitle(new RegExp(reset.words.title));
    await reset.begin(SECURE);
    await expect(reset.choose()).toBeFocused();
    await reset.way(reset.words.app).click();
    await expect(reset.code()).toBeFocused();
    await reset.proveApp(authenticatorCode());
    // Only what is left is offered.
    await expect(page.getByText(reset.words.second)).toBeVisible();
    await expect(reset.number()).toBeFocused();
    await reset.provePhone(page.request, portal.url);
    await expect(reset.newTitle()).toBeFocused();
    await reset.choosePassword(NEW);
    await expect(reset.changed()).toBeVisible();
    await expect(page).toHaveURL(`${portal.url}/`);
    await portal.restart();
    const signIn = new SignIn(page, language);
    await signIn.userId().fill(SECURE);
    await signIn.password().fill(NEW);
    await page.keyboard.press("Enter");
    await expect(signIn.code()).toBeVisible();
    await signIn.code().fill(authenticatorCode(undefined, 1));
    await page.keyboard.press("Enter");
    await expect(signIn.overview()).toBeVisible();
  });

  test.describe("refused", () => {
    test.use({ allowed: /Failed to load resource/ });

    test(`${language}: empty, too long, wrong, and one with spaces that works; a weak password with its reason`, async ({ page, portal }) => {
      await page.goto(`${portal.url}/password-reset?lng=${language}`);
      const reset = new PasswordResetPage(page, language);
      const { words } = reset;
      await reset.button(words.next).click();
      await expect(reset.userId()).toHaveAccessibleDescription(words.userIdRequired);
      await expect(reset.userId()).toBeFocused();
      await reset.begin(SECURE);
      await reset.way(words.app).click();
      await reset.button(words.confirm).click();
      await expect(reset.code()).toHaveAccessibleDescription(words.required);
      await reset.proveApp("1234567");
      await expect(reset.code()).toHaveAccessibleDescription(new RegExp(words.malformed));
      await reset.proveApp("000000");
      await expect(reset.failure()).toContainText(words.failed);
      await expect(reset.code()).toHaveValue("000000");
      const code = authenticatorCode();
      await reset.proveApp(` ${code.slice(0, 3)} ${code.slice(3)} `);
      await reset.provePhone(page.request, portal.url);
      await reset.choosePassword("kort");
      await expect(reset.new()).toHaveAccessibleDescription(new RegExp(words.tooShort));
      await expect(reset.new()).toHaveValue("kort");
      await reset.choosePassword(NEW, "anders");
      await expect(reset.again()).toHaveAccessibleDescription(new RegExp(words.mismatch));
      await expect(reset.again()).toBeFocused();
      await reset.choosePassword(NEW);
      await expect(reset.changed()).toBeVisible();
      const signIn = new SignIn(page, language);
      await signIn.as(SECURE);
      await expect(signIn.failure()).not.toBeEmpty();
    });

    test(`${language}: an unknown, a disabled and an unregistered account look like every other`, async ({ page, portal }) => {
      const seen: string[] = [];
      for (const userId of ["nobody@harbor.example", "suspended@harbor.example", "employee@harbor.example", SECURE]) {
        await page.goto(`${portal.url}/password-reset?lng=${language}`);
        const reset = new PasswordResetPage(page, language);
        await reset.begin(userId);
        await reset.way(reset.words.app).click();
        await reset.proveApp("000000");
        await expect(reset.failure()).toContainText(reset.words.failed);
        await reset.button(reset.words.another).click();
        await reset.way(reset.words.phone).click();
        await reset.number().fill(PasswordResetPage.number);
        await reset.button(reset.words.send).click();
        await expect(reset.onItsWay()).toBeVisible();
        await reset.code().fill("000000");
        await reset.button(reset.words.confirm).click();
        await expect(reset.failure()).toContainText(reset.words.administrator);
        seen.push((await page.getByRole("main").innerText()).replace(/[\w-]{22}/g, "…"));
      }
      expect(new Set(seen).size).toBe(1);
    });
  });

  test(`${language}: by keyboard alone`, async ({ page, portal }) => {
    await page.goto(`${portal.url}/?lng=${language}`);
    const reset = new PasswordResetPage(page, language);
    await page.getByRole("link", { name: reset.words.title }).focus();
    await page.keyboard.press("Enter");
    await expect(reset.title()).toBeVisible();
    const to = async (there: ReturnType<typeof reset.code>) => {
      for (let presses = 0; presses < 12 && !(await there.evaluate((it) => it === document.activeElement)); presses++) await page.keyboard.press("Tab");
      await expect(there).toBeFocused();
    };
    await to(reset.userId());
    await page.keyboard.type(SECURE);
    await page.keyboard.press("Enter");
    await expect(reset.choose()).toBeFocused();
    await to(reset.way(reset.words.app));
    await page.keyboard.press("Enter");
    await expect(reset.code()).toBeFocused();
    await page.keyboard.type(authenticatorCode());
    await page.keyboard.press("Enter");
    await expect(reset.number()).toBeFocused();
    await page.keyboard.type(PasswordResetPage.number);
    await page.keyboard.press("Enter");
    await expect(reset.code()).toBeFocused();
    await expect.poll(async () => (await page.request.get(`${portal.url}/demo/outbox`)).text()).toMatch(/(?:\d ?){6}(?=\.)/);
    const outbox = await (await page.request.get(`${portal.url}/demo/outbox`)).text();
    await page.keyboard.type(/(?:\d ?){6}(?=\.)/.exec(outbox)![0]);
    await page.keyboard.press("Enter");
    await expect(reset.newTitle()).toBeFocused();
    await to(reset.new());
    await page.keyboard.type(NEW);
    await page.keyboard.press("Tab");
    await page.keyboard.type(NEW);
    await page.keyboard.press("Enter");
    await expect(reset.changed()).toBeVisible();
  });
}

test("somebody who is signed in gets the page that changes the password", async ({ page, portal, signIn }) => {
  await signIn("employee@harbor.example");
  await page.goto(`${portal.url}/password-reset`);
  await expect(page.getByRole("heading", { level: 1, name: "Change password" })).toBeVisible();
  await expect(page).toHaveURL(`${portal.url}/password`);
});

test("a session elsewhere ends, and the old password is refused", async ({ page, portal, browser }) => {
  const context = await browser.newContext({ locale: "en-GB" });
  const elsewhere = await context.newPage();
  await elsewhere.goto(portal.url);
  const there = new SignIn(elsewhere);
  await there.as(SECURE);
  await there.code().fill(authenticatorCode());
  await elsewhere.keyboard.press("Enter");
  await expect(there.overview()).toBeVisible();
  await page.goto(`${portal.url}/password-reset`);
  const reset = new PasswordResetPage(page);
  await reset.begin(SECURE);
  await reset.proveApp(authenticatorCode(undefined, 1));
  await reset.provePhone(page.request, portal.url);
  await reset.choosePassword(NEW);
  await expect(reset.changed()).toBeVisible();
  await elsewhere.goto(`${portal.url}/password`);
  await expect(there.submit()).toBeVisible();
  await there.userId().fill(SECURE);
  await there.password().fill(PASSWORD);
  await elsewhere.keyboard.press("Enter");
  await expect(there.failure()).not.toBeEmpty();
  await context.close();
});

test("a reload in the middle begins anew, and going back leads to signing in", async ({ page, portal }) => {
  await page.goto(`${portal.url}/password-reset`);
  const reset = new PasswordResetPage(page);
  await reset.begin(SECURE);
  await reset.proveApp(authenticatorCode());
  await expect(reset.number()).toBeVisible();
  await page.reload();
  await expect(reset.userId()).toBeVisible();
  await page.getByRole("link", { name: reset.words.back }).click();
  await expect(new SignIn(page).submit()).toBeVisible();
});

test("switching the language keeps what was typed", async ({ page, portal }) => {
  await page.goto(`${portal.url}/password-reset`);
  await new PasswordResetPage(page).userId().fill(SECURE);
  await page.locator("header summary").first().click();
  await page.getByRole("button", { name: "Nederlands" }).click();
  const dutch = new PasswordResetPage(page, "nl");
  await expect(dutch.title()).toBeVisible();
  await expect(dutch.userId()).toHaveValue(SECURE);
});

test.describe("when it goes wrong", () => {
  test.use({ allowed: /Failed to load resource/ });

  test("when its time is over it begins anew, says so, and knows the user ID", async ({ page, portal }) => {
    await page.goto(`${portal.url}/password-reset`);
    const reset = new PasswordResetPage(page);
    await reset.begin(SECURE);
    await expect(reset.choose()).toBeVisible();
    await portal.restart(31 * 60);
    await reset.proveApp("123456");
    await expect(reset.failure()).toContainText(reset.words.over);
    await expect(reset.userId()).toHaveValue(SECURE);
    await expect(reset.userId()).toBeFocused();
  });

  test("a code that has run out: another one comes to the same number", async ({ page, portal }) => {
    await page.goto(`${portal.url}/password-reset`);
    const reset = new PasswordResetPage(page);
    await reset.begin(SECURE);
    await reset.way(reset.words.phone).click();
    const code = await reset.sentCode(page.request, portal.url);
    await page.route(PasswordResetPage.verify, (route) => route.fulfill(problem(409, "challenge-expired")), { times: 1 });
    await reset.code().fill(code);
    await reset.button(reset.words.confirm).click();
    await expect(reset.failure()).not.toBeEmpty();
    await expect(reset.number()).toHaveValue(PasswordResetPage.number);
    await reset.provePhone(page.request, portal.url);
    await expect(reset.code()).toBeFocused();
    await expect(page.getByText(reset.words.second)).toBeVisible();
  });

  test("sending another code sends another one", async ({ page, portal }) => {
    await page.goto(`${portal.url}/password-reset`);
    const reset = new PasswordResetPage(page);
    await reset.begin(SECURE);
    await reset.way(reset.words.phone).click();
    await reset.sentCode(page.request, portal.url);
    await reset.button(reset.words.resend).click();
    await reset.provePhone(page.request, portal.url);
    await expect(page.getByText(reset.words.second)).toBeVisible();
  });

  test("security questions are asked second, in the language on screen", async ({ page, portal, signIn }) => {
    await signIn(SECURE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page);
    await info.begin("questions");
    for (const at of [1, 2, 3]) await info.field(`Answer ${at}`).fill(`answer ${at}`);
    await info.button("Save").click();
    await expect(info.message("Ready to use: Security questions")).toBeVisible();
    await page.context().clearCookies();
    await page.goto(`${portal.url}/password-reset`);
    const reset = new PasswordResetPage(page);
    await reset.begin(SECURE);
    await expect(reset.way(reset.words.app)).toBeVisible();
    await expect(reset.way(reset.words.questions)).toHaveCount(0);
    await reset.way(reset.words.phone).click();
    await reset.provePhone(page.request, portal.url);
    // Who is in a field before the page leads to the first one is not interrupted.
    await page.evaluate(() =>
      new MutationObserver((_, observer) => {
        const third = document.querySelectorAll("form input")[2] as HTMLElement | undefined;
        third?.focus();
        if (third) observer.disconnect();
      }).observe(document.body, { childList: true, subtree: true }),
    );
    await reset.way(reset.words.questions).click();
    await expect(page.getByRole("textbox")).toHaveCount(3);
    for (let frame = 0; frame < 5; frame++) await page.evaluate(() => new Promise(requestAnimationFrame));
    await expect(page.getByRole("textbox").nth(2)).toBeFocused();
    await page.getByLabel("In which street did you live as a child?").fill("ANSWER 1");
    await page.getByLabel("What was the name of your first pet?").fill("answer 2");
    await page.getByRole("button", { name: reset.words.confirm }).click();
    const third = page.getByLabel("What was the name of your primary school?");
    await expect(third).toBeFocused();
    await third.fill("answer 3");
    await page.getByRole("button", { name: reset.words.confirm }).click();
    await expect(reset.newTitle()).toBeFocused();
  });
});
