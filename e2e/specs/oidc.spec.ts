// Signing in at an organization's identity provider, against a certified one.
import { IdentityProvider } from "../pages/identity-provider.ts";
import { PasswordResetPage } from "../pages/password-reset.ts";
import { SignInsPage } from "../pages/sign-ins.ts";
import { SignIn } from "../pages/sign-in.ts";
import { expect, test } from "../fixtures/provider.ts";
import { accessible } from "../fixtures/test.ts";
import type { Page } from "@playwright/test";

const EMPLOYEE = "employee@harbor.example";
const CALLBACK = "/api/v1/session/oidc/callback";

// The browser goes to the provider, and comes to know what needs a password, a session or a proof: that is what these tests
// are about.
test.use({ allowed: /^request to http:\/\/127\.0\.0\.1:\d+$|status of 4(01|22)/ });

/** To the provider's page, by the user ID alone. */
async function toProvider(page: Page, url: string, userId = EMPLOYEE): Promise<IdentityProvider> {
  const there = new IdentityProvider(page);
  await page.goto(url);
  await expect(there.hint()).toBeVisible();
  await new SignIn(page).userId().fill(userId);
  await page.keyboard.press("Enter");
  return there;
}

/** Signed in, in the portal. */
async function through(page: Page, url: string, userId = EMPLOYEE): Promise<void> {
  const there = await toProvider(page, url, userId);
  await there.login().click();
  await expect(page.locator(".navigation")).toBeAttached();
}

test("from the user ID to the provider and back to the page that was asked for", async ({ page, portal, provider }) => {
  const there = await toProvider(page, `${portal.url}/devices`);
  await expect(page).toHaveURL(new RegExp(`^${provider.url}/interaction/`));
  await there.login().click();
  await expect(page.getByRole("heading", { level: 1, name: "Devices" })).toBeVisible();
  await expect(page).toHaveURL(`${portal.url}/devices`);
  const cookies = await page.context().cookies(portal.url);
  expect(cookies.map((it) => [it.name, it.sameSite, it.httpOnly, it.secure])).toEqual([["__Host-portal", "Strict", true, true]]);
  // Nothing that a script could read holds a token.
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
  expect(stored).not.toContain("eyJ");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Devices" })).toBeVisible();
});

test("somebody of another domain signs in here as ever, and an empty password is still said", async ({ page, portal }) => {
  const signIn = new SignIn(page);
  await toProvider(page, portal.url, "solo@windmill.example");
  await expect(page.getByText("Enter your password.")).toBeVisible();
  await signIn.as("solo@windmill.example");
  await expect(signIn.overview()).toBeVisible();
});

for (const language of ["en", "nl"] as const) {
  test(`${language}: denied, a wrong state, nonce and issuer, and nobody here: each is said, and signing in works afterwards`, async ({ page, portal, provider }) => {
    test.slow();
    const said = new IdentityProvider(page, language);
    const there = new IdentityProvider(page);
    const url = `${portal.url}/devices?lng=${language}`;
    const begin = async () => {
      if (!page.url().startsWith(portal.url)) await page.goto(url);
      await expect(said.hint()).toBeVisible();
      await new SignIn(page, language).userId().fill(EMPLOYEE);
      await page.keyboard.press("Enter");
    };
    const failed = async (failure: RegExp, code: string) => {
      await expect(said.failure()).toHaveText(failure);
      await expect(page).toHaveURL(`${portal.url}/devices?lng=${language}&failure=${code}`);
      expect((await page.context().cookies(portal.url)).map((it) => it.name)).not.toContain("__Host-portal");
    };
    await begin();
    await there.cancel().click();
    await failed(said.words.failures.denied, "denied");
    await accessible(page);

    provider.answer = (address) => (address.searchParams.set("iss", "https://evil.example"), address);
    await begin();
    await there.login().click();
    await failed(said.words.failures.invalid, "invalid-response");

    // From now on the provider knows the person, and answers at once.
    provider.answer = (address) => address;
    provider.request = (path) => path.replace(/nonce=[^&]+/, "nonce=another");
    await begin();
    await failed(said.words.failures.invalid, "invalid-response");
    provider.request = (path) => path;

    provider.claims = () => ({ email: "nobody@harbor.example", email_verified: true });
    await begin();
    await failed(said.words.failures.noAccount, "no-account");
    provider.claims = (id) => ({ email: id, email_verified: true });

    // It is not known what an answer with a wrong state belongs to, so this one leads to the first page.
    provider.answer = (address) => (address.searchParams.set("state", "made-up"), address);
    await begin();
    await expect(said.failure()).toHaveText(said.words.failures.invalid);
    await expect(page).toHaveURL(`${portal.url}/?failure=invalid-response`);
    provider.answer = (address) => address;

    await page.goto(url);
    await begin();
    await expect(page.locator(".navigation")).toBeAttached();
  });
}

test("an answer counts once, and only in the browser that set out", async ({ page, portal, provider, browser }) => {
  await through(page, portal.url);
  const answer = provider.answered;
  expect(answer).toContain(CALLBACK);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(answer);
  await expect(new IdentityProvider(other).failure()).toHaveText(new IdentityProvider(other).words.failures.expired);
  await elsewhere.close();
  await page.goto(answer);
  await expect(page).toHaveURL(`${portal.url}/?failure=expired`);
  await expect(new SignIn(page).overview()).toBeVisible();
});

test("a provider that is down, and a clock that is wrong: said, and right again afterwards", async ({ page, portal, provider }) => {
  test.slow();
  // A portal that has not heard of the provider yet.
  await provider.stop();
  await portal.restart();
  const there = await toProvider(page, portal.url);
  await expect(there.failure()).toHaveText(there.words.failures.unavailable);
  await provider.start();
  await portal.restart(120);
  await toProvider(page, portal.url);
  await there.login().click();
  await expect(there.failure()).toHaveText(there.words.failures.clock);
  await portal.restart();
  await toProvider(page, portal.url);
  await expect(page.locator(".navigation")).toBeAttached();
});

test("a proof of identity is given there, in a window of its own; what is open here stays", async ({ page, portal, context }) => {
  await through(page, portal.url);
  // With a session that is there already nobody is asked, so that there is no proof yet.
  await page.waitForTimeout(1500);
  await context.clearCookies({ name: "__Host-portal" });
  await toProvider(page, portal.url + SignInsPage.path);
  const signIns = new SignInsPage(page);
  await signIns.everywhere().click();
  await signIns.button(signIns.words.yes).click();
  const proof = new SignIn(page).proof();
  await expect(proof).toBeVisible();
  await accessible(page);
  const here = new IdentityProvider(page);
  // Too early: it asks again.
  await here.proceed().click();
  await expect(proof).toBeVisible();
  const opened = context.waitForEvent("page");
  await here.toProvider().focus();
  await page.keyboard.press("Enter");
  const window = new IdentityProvider(await opened);
  await window.login().click();
  await expect(window.confirmed()).toBeVisible();
  await accessible(await opened);
  await (await opened).close();
  await here.proceed().click();
  await expect(page).toHaveURL(`${portal.url}/?signed-out`);
});

test("a session that ends over an open form is begun anew in a window of its own", async ({ page, portal, context }) => {
  await through(page, portal.url + SignInsPage.path);
  const signIns = new SignInsPage(page);
  await expect(signIns.search()).toBeVisible();
  await context.clearCookies({ name: "__Host-portal" });
  await signIns.search().fill("Rotterdam");
  const here = new IdentityProvider(page);
  const opened = context.waitForEvent("page");
  await here.toProvider().click();
  await expect(new IdentityProvider(await opened).confirmed()).toBeVisible();
  await (await opened).close();
  await here.proceed().click();
  await expect(new SignIn(page).again()).toBeHidden();
  await expect(signIns.search()).toHaveValue("Rotterdam");
});

test("signing out here ends the session there", async ({ page, portal, provider }) => {
  await through(page, portal.url);
  await page.getByLabel(/^Account menu/).click();
  await page.getByRole("button", { name: new SignIn(page).words.signOut, exact: true }).click();
  const there = new IdentityProvider(page);
  await there.logOut().click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`^${portal.url}/\\?signed-out`));
  // Who signs in again is asked again.
  await toProvider(page, portal.url);
  await expect(there.login()).toBeVisible();
  expect(page.url()).toContain(provider.url);
});

test("signing out there ends the session here", async ({ page, portal, provider, context }) => {
  await through(page, portal.url);
  const other = await context.newPage();
  await other.goto(`${provider.url}/session/end`);
  await new IdentityProvider(other).logOut().click();
  await expect.poll(async () => (await page.request.get(`${portal.url}/api/v1/session`)).json()).toMatchObject({ state: "signed-out" });
  await other.close();
  await page.reload();
  await expect(new IdentityProvider(page).hint()).toBeVisible();
});

test("password, its reset and methods are said to be the organization's", async ({ page, portal }) => {
  await through(page, portal.url);
  const there = new IdentityProvider(page);
  for (const path of ["/password", "/security-info", "/profile/verification", "/profile/password-reset"]) {
    await page.goto(portal.url + path);
    await expect(there.kept()).toBeVisible();
    await accessible(page);
  }
});

for (const [language, said] of [["en", /managed at your organization's own sign-in page/], ["nl", /beheerd op de eigen aanmeldingspagina van uw organisatie/]] as const) {
  test.describe(language, () => {
    test.use({ allowed: /status of 409/ });

    test("who forgot the password of an account there learns where it is managed", async ({ page, portal }) => {
      const reset = new PasswordResetPage(page, language);
      await page.goto(`${portal.url}${PasswordResetPage.path}?lng=${language}`);
      await reset.begin(EMPLOYEE);
      await expect(reset.failure()).toContainText(said);
      await accessible(page);
    });
  });
}

test.describe("a provider over TLS", () => {
  test.use({ secureProvider: true, allowed: /^request to https:\/\/127\.0\.0\.1:\d+$|status of 422/ });

  test("it is asked where its certificate is trusted, and only there", async ({ page, portal, provider }) => {
    await through(page, `${portal.url}/devices`);
    await expect(page.getByRole("heading", { level: 1, name: "Devices" })).toBeVisible();
    expect(provider.answered).toMatch(/[?&]code=/);
    // The system's certificates know nothing of this one.
    delete portal.environment.SSL_CERT_FILE;
    await portal.restart();
    await page.context().clearCookies();
    await page.goto(portal.url);
    const said = new IdentityProvider(page);
    await expect(said.hint()).toBeVisible();
    await new SignIn(page).userId().fill(EMPLOYEE);
    await page.keyboard.press("Enter");
    await expect(said.failure()).toHaveText(said.words.failures.unavailable);
  });
});
