import { accessible, expect, test } from "../fixtures/test.ts";
import { reach } from "../fixtures/keyboard.ts";
import { PasswordResetPage } from "../pages/password-reset.ts";
import { ResetSetupPage } from "../pages/reset-setup.ts";
import { SecurityInfoPage, sentCode } from "../pages/security-info.ts";
import { SignIn, authenticatorCode } from "../pages/sign-in.ts";

const EMPLOYEE = "employee@harbor.example";
const SECURE = "secure@harbor.example";
const NEW = "zeven fietsen aan de gracht";
const ANSWERS = ["Kade", "Mollie", "De Vuurtoren"];
/** The questions that the form proposes, as the reset asks them. */
const QUESTIONS = {
  en: ["In which street did you live as a child?", "What was the name of your first pet?", "What was the name of your primary school?"],
  nl: ["In welke straat woonde u als kind?", "Hoe heette uw eerste huisdier?", "Hoe heette uw basisschool?"],
};

for (const language of ["en", "nl"] as const) {
  const path = `${ResetSetupPage.path}?lng=${language}`;

  test.describe(language, () => {
    test.describe("from not registered to a new password", () => {
      // The first reset is refused.
      test.use({ allowed: /Failed to load resource/ });

      test("told to contact the administrator, then registered here, then reset with that", async ({ page, portal, signIn }) => {
        test.slow();
        const reset = new PasswordResetPage(page, language);
        await page.goto(`${portal.url}${PasswordResetPage.path}?lng=${language}`);
        await reset.begin(EMPLOYEE);
        await reset.way(reset.words.phone).click();
        await reset.number().fill(PasswordResetPage.number);
        await reset.button(reset.words.send).click();
        await reset.onItsWay().waitFor();
        await reset.code().fill("123456");
        await reset.button(reset.words.confirm).click();
        await expect(reset.failure()).toContainText(reset.words.administrator);
        await page.goto(portal.url);
        await signIn(EMPLOYEE, path);
        const setup = new ResetSetupPage(page, portal, language);
        await expect(setup.title()).toBeVisible();
        await expect(page).toHaveTitle(new RegExp(setup.words.title));
        await expect(setup.state(setup.words.notReady)).toBeVisible();
        await expect(setup.soFar(0, 2)).toBeVisible();
        for (const name of [setup.words.phone, setup.words.email, setup.words.questions]) await expect(setup.row(name)).toContainText(setup.words.notYet);
        await setup.registerPhone(PasswordResetPage.number);
        await expect(setup.row(setup.words.phone)).toContainText("+31 ••• ••34");
        await expect(setup.row(setup.words.phone)).toContainText(setup.words.registered);
        await expect(setup.soFar(1, 2)).toBeVisible();
        await expect(setup.state(setup.words.notReady)).toBeVisible();
        await setup.setUp(setup.words.questions).click();
        await setup.answerQuestions(ANSWERS);
        await expect(setup.info.message(setup.info.words.added(setup.words.questions))).toBeVisible();
        await expect(setup.state(setup.words.ready)).toBeVisible();
        await expect(setup.soFar(2, 2)).toBeVisible();
        await expect(setup.progress()).toHaveAttribute("value", "2");
        await accessible(page);
        await portal.restart();
        await page.reload();
        await expect(setup.state(setup.words.ready)).toBeVisible();
        await page.context().clearCookies();
        await page.goto(portal.url + PasswordResetPage.path);
        await reset.begin(EMPLOYEE);
        await reset.way(reset.words.phone).click();
        await reset.provePhone(page.request, portal.url);
        await expect(page.getByText(reset.words.second)).toBeVisible();
        for (const [at, question] of QUESTIONS[language].entries()) await page.getByLabel(question).fill(ANSWERS[at]!);
        await reset.button(reset.words.confirm).click();
        await reset.choosePassword(NEW);
        await expect(reset.changed()).toBeVisible();
        const signing = new SignIn(page, language);
        await signing.userId().fill(EMPLOYEE);
        await signing.password().fill(NEW);
        await page.keyboard.press("Enter");
        // The phone is a second factor now.
        await expect(signing.textMe()).toBeVisible();
      });
    });

    test("what is registered can be changed, also the questions", async ({ page, portal, signIn }) => {
      await signIn(SECURE, path);
      const setup = new ResetSetupPage(page, portal, language);
      await expect(setup.state(setup.words.ready)).toBeVisible();
      await expect(setup.row(setup.words.app)).toContainText(setup.words.registered);
      await expect(setup.row(setup.words.app).getByRole("button")).toHaveCount(0);
      await setup.change(setup.words.phone).click();
      await setup.info.number().fill("+31 6 1234 5678");
      await setup.info.next().click();
      await setup.info.prove(setup.words.phone);
      await expect(setup.row(setup.words.phone)).toContainText("78");
      await setup.setUp(setup.words.email).click();
      await setup.info.mail().fill("sara@home.example");
      await setup.info.next().click();
      await setup.info.prove(setup.words.email);
      await expect(setup.row(setup.words.email)).toContainText("s•••@home.example");
      await setup.setUp(setup.words.questions).click();
      await setup.answerQuestions(ANSWERS);
      await expect(setup.change(setup.words.questions)).toBeVisible();
      await setup.change(setup.words.questions).click();
      await accessible(page);
      await setup.answerQuestions(["Gracht", "Bello", "De Molen"]);
      await expect(setup.info.dialog()).toBeHidden();
      await expect(setup.info.message(setup.info.words.added(setup.words.questions)).last()).toBeVisible();
      await page.reload();
      await expect(setup.row(setup.words.phone)).toContainText("78");
      await expect(setup.row(setup.words.questions)).toContainText(setup.words.registered);
      await page.goto(portal.url + SecurityInfoPage.path);
      await expect(setup.info.rows()).toHaveCount(4);
    });

    test("the office phone is the administrator's: shown, not to be changed here", async ({ page, portal, signIn }) => {
      await page.route(SecurityInfoPage.list, async (route) => {
        const answer = await route.fetch();
        const methods = await answer.json();
        const office = {
          id: "office", kind: "office-phone", displayName: "+31 ••• ••23", addedAt: "2026-01-01T00:00:00Z",
          goodForSignIn: true, goodForReset: true, changeable: false, deletable: "by-organization-only",
        };
        await route.fulfill({ response: answer, json: { ...methods, items: [...methods.items, office] } });
      });
      await signIn(EMPLOYEE, path);
      const setup = new ResetSetupPage(page, portal, language);
      await expect(setup.row(setup.words.office)).toContainText("+31 ••• ••23");
      await expect(setup.row(setup.words.office).getByRole("button")).toHaveCount(0);
      await page.route(ResetSetupPage.setup, (route) => route.fulfill({ json: { enabled: true, required: 2, kinds: ["phone"], ready: false } }));
      await page.reload();
      await expect(setup.row(setup.words.office)).toContainText(setup.words.byAdministrator);
      await expect(setup.soFar(1, 2)).toBeVisible();
      await accessible(page);
      // What the organization no longer accepts is said, instead of being counted.
      await page.route(ResetSetupPage.setup, (route) => route.fulfill({ json: { enabled: true, required: 2, kinds: [], ready: false } }));
      await page.reload();
      await expect(setup.row(setup.words.office)).toContainText(setup.words.notAccepted);
    });

    test("where it is not enabled, it says whom to contact", async ({ page, portal, signIn }) => {
      await signIn("suspended@harbor.example", path);
      const setup = new ResetSetupPage(page, portal, language);
      await expect(setup.state(setup.words.notEnabled)).toBeVisible();
      const main = page.getByRole("main");
      await expect(main.getByRole("link", { name: "it-admin@harbor.example" })).toBeVisible();
      await expect(setup.info.rows()).toHaveCount(0);
      await accessible(page);
      await page.context().clearCookies();
      await page.goto(portal.url);
      await signIn("visitor@mail.example", path);
      await expect(setup.state(setup.words.notEnabled)).toBeVisible();
      await expect(main.getByText(language === "en" ? "Ask the person who invited you" : "Vraag het aan degene die u heeft uitgenodigd")).toBeVisible();
    });

    test("by keyboard alone", async ({ page, portal, signIn }) => {
      await signIn(EMPLOYEE, path);
      const setup = new ResetSetupPage(page, portal, language);
      await reach(page, setup.setUp(setup.words.email));
      await page.keyboard.press("Enter");
      await expect(setup.info.mail()).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(setup.info.dialog()).toBeHidden();
      await expect(setup.setUp(setup.words.email)).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(setup.info.mail()).toBeFocused();
      await page.keyboard.type("eva@home.example");
      await page.keyboard.press("Enter");
      await expect(setup.info.code()).toBeFocused();
      await page.keyboard.type(await sentCode(page, portal));
      await page.keyboard.press("Enter");
      await expect(setup.info.dialog()).toBeHidden();
      await expect(setup.row(setup.words.email)).toContainText(setup.words.registered);
      // Its button has gone with the old row.
      await expect(setup.title()).toBeFocused();
      await reach(page, setup.change(setup.words.email));
    });
  });
}

test("the way back to Profile, and to Security info", async ({ page, portal, signIn }) => {
  await signIn(EMPLOYEE, ResetSetupPage.path);
  const setup = new ResetSetupPage(page, portal);
  await expect(setup.back()).toHaveAttribute("href", "/profile");
  await page.getByRole("main").getByRole("link", { name: setup.words.securityInfo }).click();
  await expect(setup.info.title()).toBeFocused();
  await page.goBack();
  await expect(setup.title()).toBeFocused();
});

test.describe("a dialog whose file does not come", () => {
  test.use({ allowed: /Failed to load resource|TypeError|integrity/ });

  test("says so in its place, and Try again opens it", async ({ page, portal, signIn }) => {
    await page.route("**/split_methods*", (route) => route.fulfill({ status: 404, body: "" }));
    await signIn(EMPLOYEE, ResetSetupPage.path);
    const setup = new ResetSetupPage(page, portal);
    await setup.setUp(setup.words.phone).click();
    await expect(setup.info.failure()).toBeVisible();
    await accessible(page);
    await page.unroute("**/split_methods*");
    await setup.info.button("Try again").click();
    await expect(setup.info.number()).toBeFocused();
  });
});

test("who has no My Apps is told why", async ({ page, signIn }) => {
  await signIn("noapps@harbor.example", ResetSetupPage.path);
  await expect(page.getByRole("heading", { level: 1, name: "Access denied" })).toBeVisible();
  await expect(page.getByText("helpdesk@harbor.example").first()).toBeAttached();
});

test.describe("an old proof", () => {
  // The first try is answered with what is missing.
  test.use({ allowed: /Failed to load resource/ });

  test("is asked for anew, and what was entered goes on", async ({ page, portal, signIn }) => {
    await signIn(SECURE, ResetSetupPage.path);
    await portal.restart(360);
    const setup = new ResetSetupPage(page, portal);
    await setup.setUp(setup.words.email).click();
    await setup.info.mail().fill("sara@home.example");
    await setup.info.next().click();
    const signing = new SignIn(page);
    await expect(signing.proof()).toBeVisible();
    await signing.proof().getByLabel(signing.words.code).fill(authenticatorCode(undefined, 12));
    await signing.prove();
    await expect(setup.info.code()).toBeVisible();
  });
});
