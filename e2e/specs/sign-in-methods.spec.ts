import { accessible, expect, test } from "../fixtures/test.ts";
import type { Page } from "@playwright/test";
import { SecurityInfoPage, sentCode, virtualKey } from "../pages/security-info.ts";
import { PASSWORD, SignIn, authenticatorCode } from "../pages/sign-in.ts";

const EMPLOYEE = "employee@harbor.example";
const SECURE = "secure@harbor.example";
const NEWCOMER = "newcomer@canalbank.example";

/** The first step, up to what follows the password. */
async function begin(page: Page, url: string, userId: string): Promise<void> {
  await page.goto(url);
  await page.locator("#userId").fill(userId);
  await page.locator("#password").fill(PASSWORD);
  await page.keyboard.press("Enter");
}

for (const language of ["en", "nl"] as const) {
  test.describe(language, () => {
    test("the default first: the app's code", async ({ page, portal }) => {
      await begin(page, `${portal.url}/?lng=${language}`, SECURE);
      const signing = new SignIn(page, language);
      await expect(signing.code()).toBeFocused();
      await expect(signing.code()).toHaveAttribute("autocomplete", "one-time-code");
      await accessible(page);
      await page.keyboard.type(authenticatorCode());
      await page.keyboard.press("Enter");
      await expect(signing.overview()).toBeVisible();
    });

    test("another way: a code by text message, or by a call", async ({ page, portal }) => {
      await begin(page, `${portal.url}/?lng=${language}`, SECURE);
      const signing = new SignIn(page, language);
      await signing.another().click();
      await accessible(page);
      await signing.other("34").click();
      await expect(signing.confirm()).toHaveCount(0);
      await expect(signing.textMe()).toBeFocused();
      await accessible(page);
      await signing.textMe().click();
      await expect(signing.code()).toBeFocused();
      await accessible(page);
      await signing.resend().click();
      await signing.callMe().click();
      await expect(signing.code()).toBeFocused();
      await page.keyboard.type(await sentCode(page, portal));
      await page.keyboard.press("Enter");
      await expect(signing.overview()).toBeVisible();
      await page.goto(`${portal.url}/security-info`);
      const info = new SecurityInfoPage(page, portal, language);
      await expect(info.row(info.words.phone).locator(".meta")).toContainText(language === "en" ? "Last used" : "Laatst gebruikt");
    });

    test("by a security key that became the default; another way leads back to the code", async ({ page, portal, signIn }) => {
      await virtualKey(page);
      await signIn(EMPLOYEE, `/security-info?lng=${language}`);
      const info = new SecurityInfoPage(page, portal, language);
      const secret = await info.addApp("Phone");
      await info.addKey("Blue");
      await page.getByRole("button", { name: info.words.changeDefault }).click();
      await info.dialog().getByLabel("Blue").check();
      await info.button(info.words.confirm).click();
      await expect(info.message(info.words.defaultChanged)).toBeVisible();
      await page.context().clearCookies();
      await begin(page, portal.url, EMPLOYEE);
      const signing = new SignIn(page, language);
      await expect(signing.confirm()).toBeVisible();
      await expect(signing.code()).toHaveCount(0);
      await accessible(page);
      await signing.confirm().click();
      await expect(signing.overview()).toBeVisible();
      await page.context().clearCookies();
      await begin(page, portal.url, EMPLOYEE);
      await signing.another().click();
      await signing.other("Phone").click();
      await expect(signing.code()).toBeFocused();
      await page.keyboard.type(authenticatorCode(secret, 1));
      await page.keyboard.press("Enter");
      await expect(signing.overview()).toBeVisible();
    });

    test("Keep your account secure: whoever has to register sees nothing else, then gets in", async ({ page, portal }) => {
      await begin(page, `${portal.url}/organizations?lng=${language}`, NEWCOMER);
      const signing = new SignIn(page, language);
      await expect(signing.keepSecure()).toBeVisible();
      await expect(page.locator(".navigation")).toHaveCount(0);
      await accessible(page);
      const info = new SecurityInfoPage(page, portal, language);
      await info.add().click();
      // What does not end the registration is not offered.
      await expect(info.choice("email")).toHaveCount(0);
      await accessible(page);
      await info.choice("phone").click();
      await info.number().fill("+31 6 1234 5678");
      await info.next().click();
      await expect(info.code()).toBeFocused();
      await info.code().fill(await sentCode(page, portal));
      await info.verify().click();
      await expect(page.locator(".navigation")).toBeAttached();
      await expect(signing.keepSecure()).toHaveCount(0);
      // Away while the server is: the page fetches others in advance.
      const here = page.url();
      await page.goto("about:blank");
      await portal.restart();
      await page.goto(here);
      await expect(page.locator(".navigation")).toBeAttached();
      await page.context().clearCookies();
      await begin(page, portal.url, NEWCOMER);
      await signing.textMe().click();
      await expect(signing.code()).toBeFocused();
      await page.keyboard.type(await sentCode(page, portal));
      await page.keyboard.press("Enter");
      await expect(signing.overview()).toBeVisible();
    });
  });
}

test("Keep your account secure stays after a reload and can be left by signing out", async ({ page, portal }) => {
  await begin(page, portal.url, NEWCOMER);
  const signing = new SignIn(page);
  await expect(signing.keepSecure()).toBeVisible();
  await page.goto(`${portal.url}/settings`);
  await expect(signing.keepSecure()).toBeVisible();
  expect((await page.request.get(`${portal.url}/api/v1/me/organizations`)).status()).toBe(403);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(signing.submit()).toBeVisible();
  await expect(page.getByText("You are signed out.")).toBeVisible();
});

test.describe("refused", () => {
  test.use({ allowed: /Failed to (load resource|fetch)/ });

  test("codes that are wrong, malformed or used: said, and the way goes on", async ({ page, portal }) => {
    await begin(page, portal.url, SECURE);
    const signing = new SignIn(page);
    for (const typed of ["", "12345", "1".repeat(3000), "١٢٣٤٥٦", "\u202e654321", "🐶", "<script>"]) {
      await test.step(typed.slice(0, 20), async () => {
        await signing.code().fill(typed);
        await signing.confirm().click();
        await expect(signing.code()).toHaveAccessibleDescription(typed ? /six digits/ : "Enter the verification code.");
        await expect(signing.code()).toBeFocused();
      });
    }
    const code = authenticatorCode();
    await signing.code().fill(code === "000000" ? "000001" : "000000");
    await signing.confirm().click();
    await expect(signing.failure()).toContainText("This code is not right");
    await accessible(page);
    await signing.code().fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await signing.confirm().click();
    await expect(signing.overview()).toBeVisible();
    await page.context().clearCookies();
    await begin(page, portal.url, SECURE);
    await signing.code().fill(code);
    await signing.confirm().click();
    await expect(signing.failure()).toContainText("it was used before");
  });

  test("five wrong codes: how long to wait; the phone still works", async ({ page, portal }) => {
    await begin(page, portal.url, SECURE);
    const signing = new SignIn(page);
    for (let attempt = 0; attempt < 5; attempt++) {
      const answer = page.waitForResponse("**/second-factor");
      await signing.code().fill(authenticatorCode() === "000000" ? "000001" : "000000");
      await signing.confirm().click();
      await answer;
    }
    await signing.code().fill(authenticatorCode());
    await signing.confirm().click();
    await expect(signing.failure()).toContainText(/Too many attempts\. Try again in 1[45] minutes/);
    await signing.another().click();
    await signing.other("34").click();
    await expect(signing.failure()).toBeEmpty();
    await signing.textMe().click();
    await expect(signing.code()).toBeFocused();
    await signing.code().fill(await sentCode(page, portal));
    await signing.confirm().click();
    await expect(signing.overview()).toBeVisible();
  });

  test("a fourth message in ten minutes: how long to wait", async ({ page, portal }) => {
    await begin(page, portal.url, SECURE);
    const signing = new SignIn(page);
    await signing.another().click();
    await signing.other("34").click();
    for (let message = 0; message < 3; message++) {
      await signing.textMe().click();
      await expect(signing.code()).toBeVisible();
      await signing.resend().click();
    }
    await signing.textMe().click();
    await expect(signing.failure()).toContainText("Too many attempts. Try again in 10 minutes.");
  });

  test("the first step is too long ago: it begins anew", async ({ page, portal }) => {
    await begin(page, portal.url, SECURE);
    const signing = new SignIn(page);
    await expect(signing.code()).toBeVisible();
    await portal.restart(700);
    await signing.code().fill(authenticatorCode());
    await signing.confirm().click();
    await expect(signing.failure()).toContainText("Your session has ended");
    await expect(signing.password()).toBeVisible();
    await portal.restart();
  });

  test("no key: said, tried again", async ({ page, portal, signIn }) => {
    const cdp = await virtualKey(page);
    await signIn(EMPLOYEE, "/security-info");
    const info = new SecurityInfoPage(page, portal);
    await info.addPhone("+31 6 1234 5678");
    await info.addKey("Blue");
    await page.context().clearCookies();
    await begin(page, portal.url, EMPLOYEE);
    const signing = new SignIn(page);
    await signing.another().click();
    await signing.other("Blue").click();
    await page.evaluate(() => {
      navigator.credentials.get = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await signing.confirm().click();
    await expect(signing.failure()).toContainText("Your browser got no key");
    await page.evaluate(() => Reflect.deleteProperty(navigator.credentials, "get"));
    await signing.confirm().click();
    await expect(signing.overview()).toBeVisible();
    await cdp.detach();
  });

  test("a session that ended is signed in to again with both factors", async ({ page, portal }) => {
    await begin(page, `${portal.url}/security-info`, SECURE);
    const signing = new SignIn(page);
    await signing.code().fill(authenticatorCode());
    await page.keyboard.press("Enter");
    const info = new SecurityInfoPage(page, portal);
    await expect(info.rows()).toHaveCount(2);
    await page.context().clearCookies();
    await info.row("Phone").getByRole("button", { name: "Delete" }).click();
    await info.button("Delete").click();
    await signing.comeBack();
    await expect(signing.again().getByLabel("Verification code")).toBeFocused();
    await accessible(page);
    await page.keyboard.type(authenticatorCode(undefined, 1));
    await page.keyboard.press("Enter");
    await expect(info.row("Phone")).toHaveCount(0);
  });
});
