// Every page and state in both languages, light, dark and forced colours, narrow and wide; and what axe cannot see.
import type { Page } from "@playwright/test";
import { SESSION_EXPIRED, problem } from "../fixtures/failures.ts";
import { dialog, judged, languages } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import { PasswordResetPage } from "../pages/password-reset.ts";
import { ResetSetupPage } from "../pages/reset-setup.ts";
import { SecurityInfoPage, sentCode } from "../pages/security-info.ts";
import { SignIn, authenticatorCode } from "../pages/sign-in.ts";
import { VerificationPage } from "../pages/verification.ts";

test.use({ allowed: /Failed to load resource/ });
// Each goes through many states, and each state through six looks.
test.describe.configure({ timeout: 300_000 });

const LIST = "**/api/v1/me/organizations";
const PREFERENCES = "**/api/v1/me/preferences";
const PRIVACY = "**/api/v1/me/privacy";
const LEAVE = "**/api/v1/me/organizations/*/leave";
/** The button of an organization that can be left, whatever the language. */
const leave = (page: Page) => page.getByRole("article").filter({ hasText: "Polder University" }).getByRole("button");

for (const language of languages) {
  test.describe(language, () => {
    test("signing in: empty, refused, the second step", async ({ page, portal }) => {
      await page.goto(`${portal.url}/?lng=${language}`);
      await expect(page.locator("#userId")).toBeVisible();
      await judged(page);
      await page.locator("button[type=submit]").click();
      await expect(page.locator("#userId-error")).not.toBeEmpty();
      await judged(page);
      await page.locator("#userId").fill("secure@harbor.example");
      await page.locator("#password").fill("wrong");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("alert")).not.toBeEmpty();
      await judged(page);
      await page.locator("#password").fill("Harbor-Lights-2026");
      await page.keyboard.press("Enter");
      await expect(page.locator("#code")).toBeVisible();
      await judged(page);
    });

    test("a forgotten password: every step, refused, sent, done", async ({ page, portal }) => {
      await page.goto(`${portal.url}/password-reset?lng=${language}`);
      const reset = new PasswordResetPage(page, language);
      await expect(reset.userId()).toBeVisible();
      await judged(page);
      await reset.button(reset.words.next).click();
      await expect(page.locator("#userId-error")).not.toBeEmpty();
      await judged(page);
      await reset.begin("secure@harbor.example");
      await expect(reset.choose()).toBeVisible();
      await judged(page);
      await reset.way(reset.words.app).click();
      await judged(page);
      await reset.proveApp("000000");
      await expect(reset.failure()).not.toBeEmpty();
      await judged(page);
      await reset.proveApp(authenticatorCode());
      await expect(reset.number()).toBeVisible();
      await judged(page);
      await reset.code().or(reset.number()).fill("06 12");
      await reset.button(reset.words.send).click();
      await expect(page.locator("#target-error")).not.toBeEmpty();
      await judged(page);
      const code = await reset.sentCode(page.request, portal.url);
      await judged(page);
      await reset.code().fill(code);
      await page.keyboard.press("Enter");
      await expect(reset.newTitle()).toBeVisible();
      await judged(page);
      await reset.choosePassword("kort");
      await expect(page.locator("#newPassword-error")).not.toBeEmpty();
      await judged(page);
      await reset.choosePassword("zeven fietsen aan de gracht");
      await expect(reset.changed()).toBeVisible();
      await judged(page);
    });

    test("the pages: data, waiting, failed, dialogs, menus, messages", async ({ page, portal, signIn }) => {
      await signIn("employee@harbor.example", `/?lng=${language}`);
      await expect(page.locator(".block p").first()).toBeVisible();
      await judged(page);
      for (const summary of await page.locator("header summary").all()) {
        await summary.click();
        await judged(page);
        await page.keyboard.press("Escape");
      }
      await page.goto(portal.url + "/organizations");
      await expect(leave(page)).toBeVisible();
      await judged(page);
      await leave(page).click();
      await expect(dialog(page)).toBeVisible();
      await judged(page);
      await page.route(LEAVE, (route) => route.fulfill(problem(500, "internal")), { times: 1 });
      await dialog(page).getByRole("button").last().click();
      await expect(dialog(page).getByRole("alert")).not.toBeEmpty();
      await judged(page);
      await page.route(LEAVE, SESSION_EXPIRED, { times: 1 });
      await dialog(page).getByRole("button").last().click();
      await expect(page.locator("dialog[open] #password")).toBeVisible();
      await judged(page);
      await page.route(LIST, (route) => route.fulfill(problem(500, "internal")));
      await page.reload();
      await expect(page.getByRole("alert").first()).not.toBeEmpty();
      await judged(page);
      await page.unroute(LIST);
      await page.route(LIST, () => new Promise(() => {}));
      await page.reload();
      await expect(page.locator("[aria-busy=true]")).toBeVisible();
      await judged(page);
      await page.unroute(LIST);
      for (const path of ["/admin/deleted-users", "/nowhere"]) {
        await page.goto(portal.url + path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await judged(page);
      }
    });

    test("settings: data, what is decided, a document, waiting, failed; the copies; closing, refused, asked, done", async ({ page, portal, signIn }) => {
      await signIn("owner@polder.example", `/settings?lng=${language}`);
      await expect(page.locator(".locked")).toBeVisible();
      await expect(page.locator(".row").first()).toBeVisible();
      await judged(page);
      await page.context().clearCookies();
      await signIn("employee@harbor.example", `/settings?lng=${language}`);
      await page.locator(".row-actions button").first().click();
      await expect(dialog(page)).toBeVisible();
      await judged(page);
      await page.keyboard.press("Escape");
      await page.route(PREFERENCES, (route) => (route.request().method() === "GET" ? route.continue() : route.fulfill(problem(412, "stale"))));
      await page.locator("#regionalFormat").selectOption("nl-BE");
      await page.locator("button[type=submit]").click();
      await expect(page.locator("form [role=alert]")).not.toBeEmpty();
      await judged(page);
      await page.unroute(PREFERENCES);
      await page.route(PREFERENCES, () => new Promise(() => {}));
      await page.route(PRIVACY, (route) => route.fulfill(problem(500, "internal")));
      await page.reload();
      await expect(page.locator("[aria-busy=true]").first()).toBeVisible();
      await expect(page.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
      await judged(page);
      await page.context().clearCookies();
      await page.unroute(PREFERENCES);
      await page.unroute(PRIVACY);
      await page.goto(portal.url);
      await signIn("solo@windmill.example", `/my-data?lng=${language}`);
      await expect(page.locator(".empty")).toBeVisible();
      await page.locator("main button").first().click();
      await expect(page.locator("main a[download]")).toBeVisible();
      await page.locator("button[type=submit]").click();
      await expect(page.locator("#userId-error")).not.toBeEmpty();
      await judged(page);
      await page.locator("#userId").fill("solo@windmill.example");
      await page.locator("button[type=submit]").click();
      await expect(dialog(page)).toBeVisible();
      await judged(page);
      await dialog(page).getByRole("button").last().click();
      await page.locator("dialog[open] #password").fill("Harbor-Lights-2026");
      await page.keyboard.press("Enter");
      await expect(page.locator(".lonely .button")).toBeVisible();
      await judged(page);
    });

    test("my sign-ins: data, an opened row, dialogs, nothing found, failed", async ({ page, portal, signIn }) => {
      await page.route("**/api/v1/me/sessions", (route) => route.fulfill(problem(500, "internal")), { times: 1 });
      await signIn("employee@harbor.example", `/sign-ins?lng=${language}`);
      await expect(page.locator(".visit").first()).toBeVisible();
      await expect(page.getByRole("alert").first()).not.toBeEmpty();
      await judged(page);
      await page.goto(portal.url + "/sign-ins");
      await expect(page.locator(".doubt .map")).toBeVisible();
      await page.locator(".visit summary").nth(1).click();
      await expect(page.locator(".visit .map")).toBeVisible();
      await judged(page);
      for (const button of [page.locator(".heading button"), page.locator(".doubt button").last()]) {
        await button.click();
        await expect(dialog(page)).toBeVisible();
        await judged(page);
        await page.keyboard.press("Escape");
      }
      await page.locator(".doubt button").last().click();
      await dialog(page).getByRole("button").last().click();
      await expect(dialog(page).getByRole("link").first()).toBeVisible();
      await judged(page);
      await page.keyboard.press("Escape");
      await page.locator("#q").fill("nothing of that name");
      await expect(page.locator(".empty")).toBeVisible();
      await judged(page);
    });

    test("security info: nothing, every step of adding, refused, the list, deleting; signing in another way; Keep your account secure", async ({ page, portal, signIn }) => {
      await signIn("employee@harbor.example", `/security-info?lng=${language}`);
      const info = new SecurityInfoPage(page, portal, language);
      await expect(info.empty()).toBeVisible();
      await judged(page);
      for (const kind of ["app", "phone", "email", "questions", "appPassword"] as const) {
        await info.add().click();
        await expect(info.choice(kind)).toBeVisible();
        if (kind === "app") await judged(page);
        await info.choice(kind).click();
        await expect(info.button(kind === "questions" ? info.words.save : info.words.next)).toBeVisible();
        await judged(page);
        await info.button(kind === "questions" ? info.words.save : info.words.next).click();
        if (kind === "app") {
          await info.dialog().getByText(info.words.cannotScan).click();
          await judged(page);
          await info.verify().click();
        }
        await expect(info.dialog().locator("[aria-invalid]").first()).toBeFocused();
        await judged(page);
        await page.keyboard.press("Escape");
      }
      await page.context().clearCookies();
      await page.goto(portal.url);
      await page.locator("#userId").fill("secure@harbor.example");
      await page.locator("#password").fill("Harbor-Lights-2026");
      await page.keyboard.press("Enter");
      const signing = new SignIn(page, language);
      await signing.another().click();
      await judged(page);
      await signing.other("34").click();
      await judged(page);
      await signing.textMe().click();
      await expect(signing.code()).toBeFocused();
      await judged(page);
      await page.keyboard.type(await sentCode(page, portal));
      await page.keyboard.press("Enter");
      await expect(signing.overview()).toBeVisible();
      await page.goto(portal.url + SecurityInfoPage.path);
      await expect(info.rows()).toHaveCount(2);
      await judged(page);
      await page.locator(".default button").click();
      await expect(dialog(page)).toBeVisible();
      await judged(page);
      await page.keyboard.press("Escape");
      await info.row("34").getByRole("button", { name: info.words.deleteButton }).click();
      await expect(dialog(page)).toBeVisible();
      await judged(page);
      await page.context().clearCookies();
      await page.goto(portal.url);
      await page.locator("#userId").fill("newcomer@canalbank.example");
      await page.locator("#password").fill("Harbor-Lights-2026");
      await page.keyboard.press("Enter");
      await expect(signing.keepSecure()).toBeVisible();
      await expect(info.add()).toBeVisible();
      await judged(page);
    });

    test("an administrator's page: data, dialog, message, nothing found", async ({ page, portal, signIn }) => {
      await signIn("admin@harbor.example", `/admin/deleted-users?lng=${language}`);
      await expect(page.locator(".row").first()).toBeVisible();
      await judged(page);
      await page.locator(".row-actions button").nth(1).click();
      await expect(dialog(page)).toBeVisible();
      await judged(page);
      await page.keyboard.press("Escape");
      await page.locator(".row-actions button").first().click();
      await expect(page.locator(".message")).toBeVisible();
      await judged(page);
      await page.locator("#q").fill("nobody of that name");
      await expect(page.locator(".empty")).toBeVisible();
      await judged(page);
    });
  });
}

const PATHS = [
  "/", "/organizations", "/security-info", "/settings", "/my-data", "/sign-ins", "/apps", "/apps/request", "/apps/collections", "/apps/collections/edit",
  "/profile", "/profile/terms", ResetSetupPage.path, VerificationPage.path, "/admin/app-requests", "/admin/deleted-users",
];

test("text spacing: nothing is cut off or covered when a reader widens it (1.4.12)", async ({ page, portal, signIn }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await signIn("admin@harbor.example");
  for (const path of PATHS) {
    await page.goto(portal.url + path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    // The reader's own style, by a sheet that the policy allows: a constructed one.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }");
      document.adoptedStyleSheets = [sheet];
    });
    const cut = await page.evaluate(() => Array.from(document.querySelectorAll<HTMLElement>("main *, header *"))
      .filter((it) => it.checkVisibility() && !it.closest(".visually-hidden, .skip") && it.clientWidth > 1)
      .filter((it) => getComputedStyle(it).overflowX !== "visible" || getComputedStyle(it).overflowY !== "visible")
      .filter((it) => it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)
      .map((it) => it.outerHTML.slice(0, 120)));
    expect(cut, path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});

test("200 % zoom: everything is there without sideways scrolling (1.4.4)", async ({ page, portal, signIn }) => {
  // A window of 1280 px at 200 % is one of 640 CSS px.
  await page.setViewportSize({ width: 640, height: 370 });
  await signIn("admin@harbor.example");
  for (const path of PATHS) {
    await page.goto(portal.url + path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(640);
  }
});

for (const [pointer, hasTouch, least] of [["mouse", false, 24], ["touch", true, 44]] as const) {
  test.describe(`targets with ${pointer}`, () => {
    test.use({ hasTouch, isMobile: hasTouch, viewport: { width: 360, height: 740 } });

    test(`are at least ${least} px (2.5.8)`, async ({ page, portal, signIn }) => {
      await signIn("admin@harbor.example");
      for (const path of PATHS) {
        await page.goto(portal.url + path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForLoadState("networkidle");
        const small = await page.evaluate((least) => Array.from(document.querySelectorAll<HTMLElement>("button, summary, input, select, a"))
          .filter((it) => it.checkVisibility() && !it.matches(".skip"))
          // Links in running text are exempt.
          .filter((it) => !(it.matches("a") && it.closest("p, li, dd") && getComputedStyle(it).display === "inline"))
          // A box or a choice inside its label is hit wherever the label is.
          .map((it) => ({ it, box: (it.closest("label") ?? it).getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < least || box.height < least))
          .map(({ it, box }) => `${it.outerHTML.slice(0, 90)} ${Math.round(box.width)}×${Math.round(box.height)}`), least);
        expect(small, path).toEqual([]);
      }
    });
  });
}

test("the focus is never hidden behind something (2.4.11)", async ({ page, portal, signIn }) => {
  await page.setViewportSize({ width: 360, height: 480 });
  await signIn("employee@harbor.example", "/organizations");
  await expect(leave(page)).toBeVisible();
  for (let step = 0; step < 25; step++) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return null;
      const { left, top, width, height } = focused.getBoundingClientRect();
      const on = document.elementFromPoint(left + width / 2, Math.min(Math.max(top + height / 2, 0), innerHeight - 1));
      return on && (focused.contains(on) || on.contains(focused)) ? null : focused.outerHTML.slice(0, 120);
    });
    expect(hidden).toBeNull();
  }
});

test("a session that ended is asked for in a dialog that names the account", async ({ page, portal, signIn }) => {
  await signIn("employee@harbor.example", "/organizations");
  await page.route(LEAVE, SESSION_EXPIRED, { times: 1 });
  await leave(page).click();
  await dialog(page).getByRole("button").last().click();
  const again = new SignIn(page).again();
  await expect(again.getByLabel("User ID")).toHaveValue("employee@harbor.example");
  await expect(again.getByLabel("User ID")).toHaveAttribute("autocomplete", "username");
  await expect(again.getByLabel("Password")).toHaveAttribute("autocomplete", "current-password");
});
