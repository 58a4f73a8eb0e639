import { FAILURES, SESSION_EXPIRED, problem } from "../fixtures/failures.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { SecurityInfoPage, sentCode, virtualKey } from "../pages/security-info.ts";
import { SignIn, authenticatorCode } from "../pages/sign-in.ts";

const EMPLOYEE = "employee@harbor.example";
const SECURE = "secure@harbor.example";
const NUMBER = "+31 6 1234 5678";

for (const language of ["en", "nl"] as const) {
  test.describe(language, () => {
    const path = `${SecurityInfoPage.path}?lng=${language}`;

    test("from the overview: nothing registered, an app by QR code and by its secret, which survives reload and restart", async ({ page, portal, context, signIn }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await signIn(EMPLOYEE, `/?lng=${language}`);
      const info = new SecurityInfoPage(page, portal, language);
      const { words } = info;
      await page.getByRole("main").getByRole("link", { name: words.review }).click();
      await expect(info.title()).toBeFocused();
      await expect(info.empty()).toBeVisible();
      await accessible(page);
      await info.add().click();
      await expect(page.getByRole("dialog", { name: words.addTitle })).toBeVisible();
      await accessible(page);
      await info.choice("app").click();
      await accessible(page);
      await info.next().click();
      await expect(info.dialog().getByRole("img", { name: words.qr })).toBeVisible();
      await expect(info.code()).toBeFocused();
      await info.dialog().getByText(words.cannotScan).click();
      const secret = (await info.secret().innerText()).replaceAll(" ", "");
      expect(secret).toMatch(/^[A-Z2-7]{32}$/);
      await info.button(words.copySecret).click();
      await expect(info.message(words.copied).first()).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
      await info.button(words.copyAddress).click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(`secret=${secret}`);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^otpauth:\/\/totp\/Harbor/);
      await accessible(page);
      await info.field(words.appName).fill("Work phone");
      await info.code().fill(authenticatorCode(secret));
      await info.verify().click();
      await expect(info.message(words.added(`${words.app} Work phone`))).toBeVisible();
      await expect(info.default()).toHaveText(`${words.app} Work phone`);
      // Away while the server is: the page fetches others in advance.
      const here = page.url();
      await page.goto("about:blank");
      await portal.restart();
      await page.goto(here);
      await expect(info.row("Work phone")).toBeVisible();
      await expect(info.delete(`${words.app} Work phone`)).toHaveCount(0);
      await accessible(page);
    });

    test("phones, e-mail: added, changed, deleted; the last method for sign-in stays", async ({ page, portal, signIn }) => {
      await signIn(EMPLOYEE, path);
      const info = new SecurityInfoPage(page, portal, language);
      const { words } = info;
      await info.addPhone(NUMBER);
      await expect(info.row(words.phone)).toContainText("78");
      await expect(info.row(words.phone)).not.toContainText("1234");
      await info.addPhone("+31 (20) 555-0100", "alternatePhone");
      await info.addPhone("+31 10 555 0101 x204", "officePhone");
      await info.begin("email");
      await info.mail().fill("eva@mail.example");
      await info.next().click();
      await info.prove(words.email);
      await expect(info.row(words.email)).toContainText("e•••@mail.example");
      await expect(info.rows()).toHaveCount(4);
      await accessible(page);
      await info.change(`${words.email} e•••@mail.example`).click();
      await info.mail().fill("privé@mail.example");
      await info.mail().fill("zoe@mail.example");
      await info.next().click();
      await info.prove(words.email);
      await expect(info.row("z•••@mail.example")).toBeVisible();
      await expect(info.rows()).toHaveCount(4);
      for (const name of [words.email, words.officePhone, words.alternatePhone]) {
        await info.row(name).getByRole("button", { name: words.deleteButton }).click();
        await info.button(words.deleteButton).click();
        await expect(info.dialog()).toBeHidden();
        await expect(info.row(name)).toHaveCount(0);
      }
      await expect(info.rows()).toHaveCount(1);
      await expect(info.rows().getByRole("button", { name: words.deleteButton })).toHaveCount(0);
      await page.reload();
      await expect(info.rows()).toHaveCount(1);
    });

    test("security questions, never shown again", async ({ page, portal, signIn }) => {
      await signIn(EMPLOYEE, path);
      const info = new SecurityInfoPage(page, portal, language);
      const { words } = info;
      await info.begin("questions");
      for (const [at, answer] of ["Zwolle", "  كلب 🐶 ", "<script>alert(1)</script>"].entries()) await info.field(words.answer(at + 1)).fill(answer);
      await accessible(page);
      await info.button(words.save).click();
      await expect(info.message(words.added(words.questions))).toBeVisible();
      await expect(page.getByText("Zwolle")).toHaveCount(0);
      await info.row(words.questions).getByRole("button", { name: words.deleteButton }).click();
      await info.button(words.deleteButton).click();
      await expect(info.message(words.deleted(words.questions))).toBeVisible();
      await expect(info.empty()).toBeVisible();
    });

    test("a security key needs another method first, is named, becomes the default, and the default falls back", async ({ page, portal, signIn }) => {
      await virtualKey(page);
      await signIn(EMPLOYEE, path);
      const info = new SecurityInfoPage(page, portal, language);
      const { words } = info;
      await info.add().click();
      await expect(info.choice("key")).toHaveAttribute("aria-disabled", "true");
      await info.button(words.cancel).click();
      await info.addPhone(NUMBER);
      await info.addKey("Blauwe sleutel");
      await expect(info.row("Blauwe sleutel")).toBeVisible();
      await expect(info.default()).toContainText(words.phone);
      await page.getByRole("button", { name: words.changeDefault }).click();
      await info.dialog().getByLabel("Blauwe sleutel").check();
      await accessible(page);
      await info.button(words.confirm).click();
      await expect(info.message(words.defaultChanged)).toBeVisible();
      await expect(info.default()).toHaveText(`${words.key} Blauwe sleutel`);
      await info.delete(`${words.key} Blauwe sleutel`).click();
      await expect(info.dialog()).toContainText(words.phone);
      await accessible(page);
      await info.button(words.deleteButton).click();
      await expect(info.message(words.deleted(`${words.key} Blauwe sleutel`))).toBeVisible();
      await expect(info.row("Blauwe sleutel")).toHaveCount(0);
      await page.reload();
      await expect(info.rows()).toHaveCount(1);
    });

    test("an app password is shown once, to be copied", async ({ page, portal, context, signIn }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await signIn(EMPLOYEE, path);
      const info = new SecurityInfoPage(page, portal, language);
      const { words } = info;
      await info.begin("appPassword");
      await info.field(words.passwordFor).fill("Old tablet");
      await info.next().click();
      await expect(page.getByRole("dialog", { name: words.yourPassword })).toContainText(words.shownOnce);
      const password = await info.secret().innerText();
      expect(password).toMatch(/^[a-z]{16}$/);
      await info.button(words.copyPassword).click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(password);
      await accessible(page);
      await info.button(words.done).click();
      await expect(info.row("Old tablet")).toBeVisible();
      await expect(page.getByText(password)).toHaveCount(0);
      // Away while the server is: the page fetches others in advance.
      const here = page.url();
      await page.goto("about:blank");
      await portal.restart();
      await page.goto(here);
      await info.delete(`${words.appPassword} Old tablet`).click();
      await info.button(words.deleteButton).click();
      await expect(info.message(words.deleted(`${words.appPassword} Old tablet`))).toBeVisible();
    });
  });
}

test("by keyboard alone: a phone is added and changed, and the focus is never lost", async ({ page, portal, signIn }) => {
  await signIn(EMPLOYEE, SecurityInfoPage.path);
  const info = new SecurityInfoPage(page, portal);
  await expect(info.empty()).toBeVisible();
  await info.add().focus();
  await page.keyboard.press("Enter");
  await expect(info.dialog()).toBeVisible();
  for (let step = 0; step < 5 && !(await info.choice("phone").evaluate((it) => it === document.activeElement)); step++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(info.number()).toBeFocused();
  await page.keyboard.type(NUMBER);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(info.field("Call me")).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(info.code()).toBeFocused();
  await page.keyboard.type(await sentCode(page, portal));
  await page.keyboard.press("Enter");
  await expect(info.row("Phone")).toBeVisible();
  await expect(info.add().or(info.title()).first()).toBeVisible();
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  const change = info.row("Phone").getByRole("button", { name: "Change" });
  await change.focus();
  await page.keyboard.press("Enter");
  await expect(info.number()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(info.dialog()).toBeHidden();
  await expect(change).toBeFocused();
});

test("registering ends the other sessions of the account", async ({ page, portal, signIn, browser }) => {
  const elsewhere = await browser.newContext({ locale: "en-GB" });
  const other = await elsewhere.newPage();
  await other.goto(portal.url);
  await new SignIn(other).as(EMPLOYEE);
  await expect(new SignIn(other).overview()).toBeVisible();
  await signIn(EMPLOYEE, SecurityInfoPage.path);
  await new SecurityInfoPage(page, portal).addPhone(NUMBER);
  await other.goto(`${portal.url}/organizations`);
  await expect(new SignIn(other).submit()).toBeVisible();
  await elsewhere.close();
});

test.describe("refused", () => {
  test.use({ allowed: /Failed to (load resource|fetch)/ });

  test("numbers that are none are said at the field, and stay there", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    await info.begin("phone");
    const wrong = [
      "   ", "0612345678", "+31", `+31 6 ${"1".repeat(200)}`, "+31 6 12345678 x12", "+٣١٦١٢٣٤٥٦٧٨", "\u202e+31612345678", "+31 6 📱📱📱📱📱📱📱📱",
      "<script>alert(1)</script>", "+31612345678; DROP TABLE methods", "+00 612345678",
    ];
    for (const number of wrong) {
      await test.step(number, async () => {
        await info.number().fill(number);
        await info.next().click();
        await expect(info.number()).toHaveAttribute("aria-invalid", "true");
        await expect(info.number()).toHaveAccessibleDescription(number.trim() ? /with \+ and the country code/ : "Fill this in.");
        await expect(info.number()).toBeFocused();
        await expect(info.number()).toHaveValue(number);
      });
    }
    await accessible(page);
    await info.number().fill("  +31\u00a06.1234-5678 ");
    await info.next().click();
    await info.prove("Phone");
    await info.begin("alternatePhone");
    await info.number().fill("+31612345678");
    await info.next().click();
    await expect(info.number()).toHaveAccessibleDescription(/You have this one already/);
  });

  test("addresses that are none, and the work address", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    await info.begin("email");
    const wrong = ["eva", "eva@", "@mail.example", "eva@mail", "e v a@mail.example", "eva@mail.example, bob@mail.example", "עברית@mail.example", "eva🐶@mail.example", '"><script>@mail.example', `${"a".repeat(300)}@mail.example`, "eva@mail.example\u202e"];
    for (const mail of wrong) {
      await test.step(mail, async () => {
        await info.mail().fill(mail);
        await info.next().click();
        await expect(info.mail()).toHaveAttribute("aria-invalid", "true");
        await expect(info.mail()).toHaveAccessibleDescription("Check this and enter it again.");
        await expect(info.mail()).toHaveValue(mail);
      });
    }
    for (const mail of [EMPLOYEE, "other@sub.harbor.example"]) {
      await info.mail().fill(mail);
      await info.next().click();
      await expect(info.mail()).toHaveAccessibleDescription(/your work or school address/);
    }
  });

  test("codes: none, wrong, too long, of another alphabet; pasted with spaces it is right; a fifth wrong one ends it", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    await info.begin("phone");
    await info.number().fill(NUMBER);
    await info.next().click();
    await expect(info.code()).toBeFocused();
    const code = await sentCode(page, portal);
    await expect(info.code()).toHaveAttribute("autocomplete", "one-time-code");
    for (const typed of ["", "12345", "1234567", "9".repeat(5000), "١٢٣٤٥٦", "\u202e123456", "12345🐶", "<b>12</b>", "abcdef", "-12345"]) {
      await test.step(typed.slice(0, 20), async () => {
        await info.code().fill(typed);
        await info.verify().click();
        await expect(info.code()).toHaveAccessibleDescription(typed ? "The code has six digits. Check it and enter it again." : "Enter the verification code.");
        await expect(info.code()).toBeFocused();
        await expect(info.code()).toHaveValue(typed);
      });
    }
    const wrong = code === "000000" ? "000001" : "000000";
    await info.code().fill(wrong);
    await info.verify().click();
    await expect(info.code()).toHaveAccessibleDescription(/This is not right/);
    await accessible(page);
    await info.code().fill(` ${code.slice(0, 3)}\u00a0${code.slice(3)} `);
    await info.verify().click();
    await expect(info.dialog()).toBeHidden();
    await expect(info.row("Phone")).toBeVisible();
    await info.begin("officePhone");
    await info.number().fill("+31 10 555 0101");
    await info.next().click();
    await expect(info.code()).toBeFocused();
    const called = await sentCode(page, portal);
    for (let attempt = 0; attempt < 5; attempt++) {
      const answer = page.waitForResponse(SecurityInfoPage.confirmation);
      await info.code().fill(called === "000000" ? "000001" : "000000");
      await info.verify().click();
      await answer;
    }
    await info.code().fill(called);
    await info.verify().click();
    await expect(info.failure()).toContainText(/no longer works|Too many attempts/);
    await expect(info.dialog()).toBeVisible();
  });

  test("a code that came too late does not work any more, and says so", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    await info.begin("phone");
    await info.number().fill(NUMBER);
    await info.next().click();
    await expect(info.code()).toBeFocused();
    const code = await sentCode(page, portal);
    await info.code().fill(code);
    await portal.restart(601);
    await info.verify().click();
    await expect(info.failure()).toContainText("This code no longer works");
  });

  test("a fourth code in ten minutes: how long to wait", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    for (let message = 0; message < 3; message++) {
      await info.begin("phone");
      await info.number().fill(NUMBER);
      await info.next().click();
      await expect(info.code()).toBeVisible();
      await page.keyboard.press("Escape");
    }
    await info.begin("phone");
    await info.number().fill(NUMBER);
    await info.next().click();
    await expect(info.failure()).toContainText("Too many attempts. Try again in 10 minutes.");
    await expect(info.number()).toHaveValue(NUMBER);
  });

  test("security questions: left out, given twice", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    await info.begin("questions");
    await info.button("Save").click();
    await expect(info.field("Answer 1")).toHaveAccessibleDescription("Choose a question and answer it.");
    await expect(info.field("Answer 1")).toBeFocused();
    for (const at of [1, 2, 3]) await info.field(`Answer ${at}`).fill("same");
    await info.button("Save").click();
    await expect(info.field("Answer 2")).toHaveAccessibleDescription(/give every answer once/);
    await expect(info.field("Answer 1")).toHaveValue("same");
    for (const at of [1, 2, 3]) await info.field(`Answer ${at}`).fill(`answer ${at}`);
    await info.field("Question 2").selectOption({ index: 0 });
    await info.button("Save").click();
    await expect(info.failure()).toBeVisible();
    await expect(info.field("Answer 2")).toHaveAccessibleDescription(/Choose every question once/);
    await info.field("Question 2").selectOption({ index: 1 });
    await info.button("Save").click();
    await expect(info.row("Security questions")).toBeVisible();
  });

  test("app passwords: no name, too long a name, the same name; strange names stay text", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    const name = () => info.field("Which app is it for?");
    for (const strange of ["<img src=x onerror=alert(1)>", "جهاز 📱 קטן"]) {
      await info.begin("appPassword");
      await name().fill(strange);
      await info.next().click();
      await info.button("Done").click();
      await expect(info.row(strange)).toBeVisible();
    }
    await info.begin("appPassword");
    await info.next().click();
    await expect(name()).toHaveAccessibleDescription("Fill this in.");
    await name().fill("x".repeat(65));
    await info.next().click();
    await expect(name()).toHaveAccessibleDescription("Use at most 64 characters.");
    await name().fill("جهاز 📱 קטן");
    await info.next().click();
    await expect(name()).toHaveAccessibleDescription(/You have this one already/);
  });

  test("a key that does not agree is no key, and can be tried again", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    await info.addPhone(NUMBER);
    // No authenticator answers: the browser's dialog is cancelled by going away from it.
    await page.evaluate(() => {
      navigator.credentials.create = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await info.begin("key");
    await info.field("Name of the key").fill("Blue");
    await info.next().click();
    await expect(info.failure()).toContainText("Your browser got no key");
    await page.evaluate(() => Reflect.deleteProperty(navigator.credentials, "create"));
    await virtualKey(page);
    await info.next().click();
    await expect(info.row("Blue")).toBeVisible();
    // The same key again: the browser refuses.
    await info.begin("key");
    await info.field("Name of the key").fill("Blue again");
    await info.next().click();
    await expect(info.failure()).toContainText("Your browser got no key");
  });

  test("five apps are the most", async ({ page, portal, signIn }) => {
    test.slow();
    await signIn(EMPLOYEE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    for (let at = 1; at <= 5; at++) {
      await info.addApp(`App ${at}`);
      await expect(info.rows()).toHaveCount(at);
    }
    await info.add().click();
    await expect(info.choice("app")).toHaveAttribute("aria-disabled", "true");
    await expect(info.choice("app")).toContainText("You have as many of these as you may have");
  });

  test("an old proof of identity is renewed with the factor that was just registered", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    await info.addPhone(NUMBER);
    await info.begin("email");
    await portal.restart(400);
    await info.mail().fill("eva@mail.example");
    await info.next().click();
    const signing = new SignIn(page);
    await expect(signing.proof()).toBeVisible();
    await accessible(page);
    await signing.proof().getByLabel("Password").fill("Harbor-Lights-2026");
    await signing.proof().getByRole("button", { name: "Text me a code" }).click();
    await expect(signing.proof().getByLabel("Verification code")).toBeFocused();
    await accessible(page);
    await signing.proof().getByLabel("Verification code").fill(await sentCode(page, portal));
    await page.keyboard.press("Enter");
    await expect(signing.proof()).toBeHidden();
    await info.prove("Email");
  });

  test("the proof comes between a code and its method: both codes can be entered", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    await info.addApp();
    await info.begin("email");
    await info.mail().fill("eva@mail.example");
    await info.next().click();
    await expect(info.code()).toBeFocused();
    await info.code().fill(await sentCode(page, portal));
    await portal.restart(400);
    await info.verify().click();
    const signing = new SignIn(page);
    await expect(signing.proof().getByLabel("Verification code")).toBeVisible();
    await accessible(page);
    await signing.proof().getByRole("button", { name: "Cancel" }).click();
    await expect(info.failure()).toContainText("your identity was not confirmed");
    await expect(info.code()).not.toHaveValue("");
  });

  test("a refused deletion says why, and can be tried again", async ({ page, portal, signIn }) => {
    await signIn(SECURE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    await expect(info.rows()).toHaveCount(2);
    await page.route(SecurityInfoPage.method, (route) => route.fulfill(problem(409, "last-method")), { times: 1 });
    await info.row("Phone").getByRole("button", { name: "Delete" }).click();
    await info.button("Delete").click();
    await expect(info.failure()).toContainText("This is your last method of signing in");
    await info.button("Try again").or(info.button("Delete")).click();
    await expect(info.row("Phone")).toHaveCount(0);
  });
});

test.describe("when requests fail", () => {
  test.use({ allowed: /Failed to (load resource|fetch)/ });

  test("each failure of a code's way is said, nothing is lost, and the same key goes out again", async ({ page, portal, signIn }) => {
    test.slow();
    await signIn(EMPLOYEE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    await info.begin("phone");
    await info.number().fill(NUMBER);
    const keys = { begin: new Set<string | undefined>(), confirm: new Set<string | undefined>() };
    page.on("request", (it) => {
      if (it.method() === "POST") keys[it.url().endsWith("/confirm") ? "confirm" : "begin"].add(it.headers()["idempotency-key"]);
    });
    for (const [failure, answer] of Object.entries(FAILURES)) {
      await test.step(`beginning: ${failure}`, async () => {
        await page.route(SecurityInfoPage.enrol, answer, { times: 1 });
        await info.next().click();
        await expect(info.failure()).toBeVisible();
        await expect(info.number()).toHaveValue(NUMBER);
      });
    }
    await info.next().click();
    await expect(info.code()).toBeFocused();
    await info.code().fill(await sentCode(page, portal));
    for (const [failure, answer] of Object.entries(FAILURES)) {
      await test.step(`confirming: ${failure}`, async () => {
        await page.route(SecurityInfoPage.confirmation, answer, { times: 1 });
        await info.verify().click();
        await expect(info.failure()).toBeVisible();
        await expect(info.code()).not.toHaveValue("");
      });
    }
    await info.verify().click();
    await expect(info.row("Phone")).toBeVisible();
    expect(keys.begin.size).toBe(1);
    expect(keys.confirm.size).toBe(1);
  });

  test("the answer gets lost after the server did it: verifying again finds it done", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    await info.begin("phone");
    await info.number().fill(NUMBER);
    await info.next().click();
    await expect(info.code()).toBeFocused();
    await info.code().fill(await sentCode(page, portal));
    await page.route(SecurityInfoPage.confirmation, async (route) => {
      await route.fetch();
      await route.abort();
    }, { times: 1 });
    await info.verify().click();
    await expect(info.failure()).toBeVisible();
    await info.verify().click();
    await expect(info.dialog()).toBeHidden();
    await expect(info.row("Phone")).toHaveCount(1);
  });

  test("a session that ended in the middle: signing in again in place, and the method is added", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, SecurityInfoPage.path);
    const info = new SecurityInfoPage(page, portal);
    await info.begin("phone");
    await info.number().fill(NUMBER);
    await page.route(SecurityInfoPage.enrol, SESSION_EXPIRED, { times: 1 });
    await info.next().click();
    await new SignIn(page).comeBack();
    await info.prove("Phone");
  });
});
