import { FAILURES, SESSION_EXPIRED, delayed, problem } from "../fixtures/failures.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { PasswordPage } from "../pages/password.ts";
import { PASSWORD, SignIn } from "../pages/sign-in.ts";

const EMPLOYEE = "employee@harbor.example";
const NEW = "zeven fietsen aan de gracht";

for (const language of ["en", "nl"] as const) {
  test(`${language}: the password is changed; the new one signs in after a restart and the old one does not`, async ({ page, portal, signIn, browser }) => {
    const elsewhere = await browser.newContext({ locale: "en-GB" });
    const other = await elsewhere.newPage();
    await other.goto(portal.url);
    await new SignIn(other).as(EMPLOYEE);
    await expect(other.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
    await signIn(EMPLOYEE, `/?lng=${language}`);
    const password = new PasswordPage(page, language);
    await expect(page.getByText(password.words.lastChanged)).toBeVisible();
    await page.getByRole("link", { name: password.words.title }).click();
    await expect(password.title()).toBeFocused();
    await expect(password.userId()).toContainText(EMPLOYEE);
    await password.fill(PASSWORD, NEW);
    await password.submit().click();
    await expect(password.changed()).toBeFocused();
    await expect(page.getByText(password.words.apps)).toBeVisible();
    await accessible(page);
    // The session elsewhere has ended, this one goes on.
    await other.goto(`${portal.url}/password`);
    await expect(new SignIn(other).submit()).toBeVisible();
    await elsewhere.close();
    await portal.restart();
    await page.reload();
    await expect(password.title()).toBeVisible();
    await page.context().clearCookies();
    await page.goto(portal.url);
    await page.locator("#userId").fill(EMPLOYEE);
    await page.locator("#password").fill(NEW);
    await page.keyboard.press("Enter");
    await expect(page.locator(".navigation")).toBeAttached();
  });

  test(`${language}: by keyboard alone, with what is said while typing`, async ({ page, signIn }) => {
    await signIn(EMPLOYEE, `/password?lng=${language}`);
    const password = new PasswordPage(page, language);
    const { words } = password;
    await expect(password.old()).toBeVisible();
    await password.title().focus();
    await page.keyboard.press("Tab");
    await expect(password.old()).toBeFocused();
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Tab");
    await page.keyboard.type("zeven fiets");
    await expect(page.getByText(words.counted)).toBeVisible();
    await page.keyboard.type("en aan de gracht");
    await expect(page.getByRole("status").filter({ hasText: words.enough })).toBeAttached();
    await page.keyboard.press("Tab");
    await page.keyboard.type("zeven");
    await expect(page.getByRole("status").filter({ hasText: words.notSame })).toBeVisible();
    await page.keyboard.type(" fietsen aan de gracht");
    await expect(page.getByRole("status").filter({ hasText: words.same })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(password.changed()).toBeVisible();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 1280]) {
      test(`${language}, ${colorScheme}, ${width} px: form, refusals and no form, nothing for axe to find`, async ({ page, signIn }) => {
        test.slow();
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 740 });
        const password = new PasswordPage(page, language);
        const judge = async () => {
          await accessible(page);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        };
        await signIn("suspended@harbor.example", `/password?lng=${language}`);
        await expect(page.getByRole("main").getByRole("link", { name: "it-admin@harbor.example" })).toBeVisible();
        await judge();
        await page.context().clearCookies();
        await signIn(EMPLOYEE, `/password?lng=${language}`);
        await expect(password.old()).toBeVisible();
        await judge();
        await password.submit().click();
        await expect(password.old()).toBeFocused();
        await judge();
      });
    }
  }
}

test.describe("refused", () => {
  test.use({ allowed: /401 \(Unauthorized\)|422 \(Unprocessable/ });

  for (const language of ["en", "nl"] as const) {
    test(`${language}: wrong old password, mismatch, too weak: said at the field, and nothing is lost`, async ({ page, signIn }) => {
      await signIn(EMPLOYEE, `/password?lng=${language}`);
      const password = new PasswordPage(page, language);
      const { words } = password;
      const refused = async (field: ReturnType<typeof password.old>, sentence: string, values: string[]) => {
        await password.submit().click();
        await expect(field).toHaveAttribute("aria-invalid", "true");
        await expect(field).toHaveAccessibleDescription(new RegExp(sentence));
        await expect(field).toBeFocused();
        for (const [index, input] of [password.old(), password.new(), password.again()].entries()) {
          await expect(input).toHaveValue(values[index]!);
        }
      };
      await password.fill("wrong", NEW, "zeven fietsen");
      await refused(password.again(), words.mismatch, ["wrong", NEW, "zeven fietsen"]);
      await password.again().fill(NEW);
      await refused(password.old(), words.wrongOld, ["wrong", NEW, NEW]);
      await password.fill(PASSWORD, "kort");
      await refused(password.new(), words.tooShort, [PASSWORD, "kort", "kort"]);
      await password.fill(PASSWORD, "passwordpassword");
      await refused(password.new(), words.tooCommon, [PASSWORD, "passwordpassword", "passwordpassword"]);
      await password.fill(PASSWORD, "Eva de Graaf 1987");
      await refused(password.new(), words.name, [PASSWORD, "Eva de Graaf 1987", "Eva de Graaf 1987"]);
      await accessible(page);
      await password.fill(PASSWORD, NEW);
      await password.submit().click();
      await expect(password.changed()).toBeVisible();
    });
  }

  test("an old proof of identity is renewed in place, and what was typed goes on", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, PasswordPage.path);
    const password = new PasswordPage(page);
    await password.fill(PASSWORD, NEW);
    await portal.restart(400);
    await password.submit().click();
    await new SignIn(page).prove();
    await expect(password.changed()).toBeVisible();
  });
});

test("the inputs are what password managers look for, and take a paste", async ({ page, signIn }) => {
  await signIn(EMPLOYEE, PasswordPage.path);
  const password = new PasswordPage(page);
  await expect(page.locator("input[name=username]")).toHaveAttribute("autocomplete", "username");
  await expect(page.locator("input[name=username]")).toHaveValue(EMPLOYEE);
  await expect(password.old()).toHaveAttribute("autocomplete", "current-password");
  for (const input of [password.new(), password.again()]) await expect(input).toHaveAttribute("autocomplete", "new-password");
  for (const input of [password.old(), password.new(), password.again()]) await expect(input).toHaveAttribute("type", "password");
  await password.new().focus();
  await page.evaluate((text) => {
    const paste = new ClipboardEvent("paste", { clipboardData: new DataTransfer(), cancelable: true, bubbles: true });
    if (document.activeElement!.dispatchEvent(paste)) document.execCommand("insertText", false, text);
  }, NEW);
  await expect(password.new()).toHaveValue(NEW);
});

test("switching the language keeps what was typed", async ({ page, signIn }) => {
  await signIn(EMPLOYEE, PasswordPage.path);
  await new PasswordPage(page).fill(PASSWORD, NEW);
  await page.locator("header summary").first().click();
  await page.getByRole("button", { name: "Nederlands" }).click();
  const dutch = new PasswordPage(page, "nl");
  await expect(dutch.title()).toBeVisible();
  await expect(dutch.new()).toHaveValue(NEW);
});

test.describe("when requests fail", () => {
  test.use({ allowed: /Failed to load resource/ });

  test("what the page needs fails and can be read again", async ({ page, signIn }) => {
    for (const [failure, answer] of Object.entries(FAILURES)) {
      await test.step(failure, async () => {
        await page.route(PasswordPage.address, answer);
        if (failure === "400") await signIn(EMPLOYEE, PasswordPage.path);
        else await page.reload();
        await expect(page.getByRole("heading", { name: "This did not work" })).toBeVisible();
        await page.unroute(PasswordPage.address);
        await page.getByRole("button", { name: "Try again" }).click();
        await expect(new PasswordPage(page).old()).toBeVisible();
      });
    }
  });

  test("each failure of the change is said, nothing is lost, and the same key goes out again", async ({ page, signIn }) => {
    test.slow();
    await signIn(EMPLOYEE, PasswordPage.path);
    const password = new PasswordPage(page);
    await password.fill(PASSWORD, NEW);
    const keys = new Set<string | undefined>();
    page.on("request", (it) => it.method() === "POST" && keys.add(it.headers()["idempotency-key"]));
    for (const [failure, answer] of Object.entries(FAILURES)) {
      await test.step(failure, async () => {
        await page.route(PasswordPage.address, answer, { times: 1 });
        await password.submit().click();
        await expect(password.failure()).toBeVisible();
        await expect(password.changed()).toHaveCount(0);
        await expect(password.new()).toHaveValue(NEW);
      });
    }
    await password.submit().click();
    await expect(password.changed()).toBeVisible();
    expect(keys.size).toBe(1);
  });

  test("three seconds late it says that it is working, and a double click changes once", async ({ page, signIn }) => {
    await signIn(EMPLOYEE, PasswordPage.path);
    const password = new PasswordPage(page);
    await password.fill(PASSWORD, NEW);
    let sent = 0;
    await page.route(PasswordPage.address, (route) => {
      sent++;
      return delayed(route);
    });
    await password.submit().dblclick();
    await expect(page.getByRole("button", { name: "Changing…" })).toHaveAttribute("aria-disabled", "true");
    await expect(password.changed()).toBeVisible();
    expect(sent).toBe(1);
  });

  test("a session that ended in the middle of the form: signing in again in place, and the change goes on", async ({ page, signIn }) => {
    await signIn(EMPLOYEE, PasswordPage.path);
    const password = new PasswordPage(page);
    await password.fill(PASSWORD, NEW);
    await page.route(PasswordPage.address, SESSION_EXPIRED, { times: 1 });
    await password.submit().click();
    await new SignIn(page).comeBack();
    await expect(password.changed()).toBeVisible();
  });

  test("the answer gets lost after the server did it: submitting again finds it done", async ({ page, signIn }) => {
    await signIn(EMPLOYEE, PasswordPage.path);
    const password = new PasswordPage(page);
    await password.fill(PASSWORD, NEW);
    await page.route(PasswordPage.address, async (route) => {
      await route.fetch();
      await route.abort();
    }, { times: 1 });
    await password.submit().click();
    await expect(password.failure()).toBeVisible();
    await password.submit().click();
    await expect(password.changed()).toBeVisible();
  });

  test("too many wrong old passwords: how long to wait", async ({ page, signIn }) => {
    await signIn(EMPLOYEE, PasswordPage.path);
    const password = new PasswordPage(page);
    await password.fill(PASSWORD, NEW);
    await page.route(PasswordPage.address, (route) => route.fulfill({ ...problem(429, "too-many-attempts"), headers: { "Retry-After": "600", "content-type": "application/problem+json" } }), { times: 1 });
    await password.submit().click();
    await expect(password.failure()).toContainText("Too many attempts. Try again in 10 minutes.");
  });
});
