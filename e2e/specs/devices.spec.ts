import { accessible, expect, test } from "../fixtures/test.ts";
import { problem } from "../fixtures/failures.ts";
import { DevicesPage } from "../pages/devices.ts";
import { PASSWORD, SignIn } from "../pages/sign-in.ts";

const EMPLOYEE = "employee@harbor.example";
const STRANGE = "DESKTOP-7Q2M9XK";
const LAPTOP = "HL-LT-4471";

for (const language of ["en", "nl"] as const) {
  test(`${language}: a strange device is disabled, which survives a reload and a restart`, async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, `/?lng=${language}`);
    const devices = new DevicesPage(page, language);
    await expect(page.getByText(devices.words.count)).toBeVisible();
    await page.getByRole("link", { name: devices.words.manage }).click();
    await expect(devices.title()).toBeFocused();
    await devices.disable(STRANGE).click();
    await expect(devices.dialog(STRANGE)).toBeVisible();
    await expect(devices.cancel()).toBeFocused();
    await accessible(page);
    await devices.confirm().click();
    await expect(devices.disabled(STRANGE)).toBeVisible();
    await expect(devices.title()).toBeFocused();
    await expect(devices.row(STRANGE)).toContainText(devices.words.disabledNote);
    await portal.restart();
    await page.reload();
    await expect(devices.row(STRANGE)).toContainText(devices.words.disabledNote);
    await expect(devices.row(STRANGE).getByRole("button")).toHaveCount(0);
    await expect(devices.disable(LAPTOP)).toBeVisible();
    await accessible(page);
  });

  test(`${language}: disabling by keyboard alone`, async ({ page, signIn }) => {
    await signIn(EMPLOYEE, `/devices?lng=${language}`);
    const devices = new DevicesPage(page, language);
    const button = devices.disable(STRANGE);
    await expect(button).toBeVisible();
    for (let step = 0; step < 40 && !(await button.evaluate((it) => it === document.activeElement)); step++) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await expect(devices.cancel()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(devices.dialog(STRANGE)).toBeHidden();
    await expect(button).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(devices.cancel()).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(devices.disabled(STRANGE)).toBeVisible();
  });

  test(`${language}: BitLocker keys are shown until the dialog closes, each to be copied`, async ({ page, context, signIn }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await signIn(EMPLOYEE, `/devices?lng=${language}`);
    const devices = new DevicesPage(page, language);
    await devices.viewKeys(LAPTOP).click();
    const keys = devices.keys(LAPTOP);
    await expect(keys.getByRole("listitem")).toHaveCount(2);
    await expect(devices.close()).toBeFocused();
    await accessible(page);
    await devices.copy().click();
    await expect(keys.getByRole("status").filter({ hasText: devices.words.copied })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^\d{6}(-\d{6}){7}$/);
    await expect(keys).toContainText(copied);
    await devices.close().click();
    await expect(keys).toBeHidden();
    await expect(devices.viewKeys(LAPTOP)).toBeFocused();
    expect(await page.content()).not.toContain(copied);
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 1280]) {
      test(`${language}, ${colorScheme}, ${width} px: list, dialogs and the empty list, nothing for axe to find`, async ({ page, portal, signIn }) => {
        test.slow();
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 740 });
        const devices = new DevicesPage(page, language);
        const judge = async () => {
          await accessible(page);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        };
        await signIn(EMPLOYEE, `/devices?lng=${language}`);
        await expect(devices.rows()).toHaveCount(3);
        await judge();
        await devices.disable(STRANGE).click();
        await expect(devices.dialog(STRANGE)).toBeVisible();
        await judge();
        await devices.cancel().click();
        await devices.viewKeys(LAPTOP).click();
        await expect(devices.keys(LAPTOP)).toBeVisible();
        await judge();
        await page.context().clearCookies();
        await page.goto(portal.url);
        await signIn("noapps@harbor.example", `/devices?lng=${language}`);
        await expect(devices.empty()).toBeVisible();
        await judge();
      });
    }
  }
}

test("a device whose keys nobody keeps offers none, and the others say how they stand", async ({ page, signIn }) => {
  await signIn(EMPLOYEE, DevicesPage.path);
  const devices = new DevicesPage(page);
  await expect(devices.row(LAPTOP)).toContainText("Windows 11 24H2 · Last activity 2 hours ago");
  await expect(devices.row(LAPTOP)).toContainText("Enabled · Managed by your organization · Meets its requirements");
  await expect(devices.row(STRANGE)).toContainText("Enabled · Not managed by your organization · Requirements not checked");
  await expect(devices.viewKeys("Eva's iPhone")).toHaveCount(0);
  await expect(devices.row("Eva's iPhone")).toContainText("Last activity yesterday");
});

test.describe("with an old proof of identity", () => {
  test.use({ allowed: /401 \(Unauthorized\)/ });

  test("the keys and the disabling ask for one in place and go on", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, DevicesPage.path);
    const devices = new DevicesPage(page);
    await expect(devices.rows()).toHaveCount(3);
    await portal.restart(400);
    await devices.viewKeys(LAPTOP).click();
    await new SignIn(page).prove();
    await expect(devices.keys(LAPTOP)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(devices.keys(LAPTOP)).toBeHidden();
    await portal.restart(800);
    await devices.disable(STRANGE).click();
    await devices.confirm().click();
    await new SignIn(page).prove();
    await expect(devices.disabled(STRANGE)).toBeVisible();
  });

  test("who does not prove it sees no keys", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, DevicesPage.path);
    const devices = new DevicesPage(page);
    await expect(devices.rows()).toHaveCount(3);
    await portal.restart(400);
    await devices.viewKeys(LAPTOP).click();
    await new SignIn(page).proof().getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByText("Nothing was changed, because your identity was not confirmed.")).toBeVisible();
    await expect(devices.keys(LAPTOP)).toBeHidden();
  });
});

test("the device in hand: disabling it signs out, and it cannot sign in again", async ({ page, context, portal }) => {
  await context.setExtraHTTPHeaders({ "X-Device-Id": "employee-laptop" });
  await page.goto(portal.url + DevicesPage.path);
  await new SignIn(page).as(EMPLOYEE);
  const devices = new DevicesPage(page);
  await expect(devices.row(LAPTOP)).toContainText("This device");
  await devices.disable(LAPTOP).click();
  await expect(devices.dialog(LAPTOP)).toContainText("This is the device that you are using now.");
  await devices.confirm().click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
});

test.describe("when requests fail", () => {
  test.use({ allowed: /Failed to load resource/ });

  test("a disabled device is told so where it signs in", async ({ page, context, portal, signIn }) => {
    await signIn(EMPLOYEE, DevicesPage.path);
    const devices = new DevicesPage(page);
    await devices.disable(STRANGE).click();
    await devices.confirm().click();
    await expect(devices.disabled(STRANGE)).toBeVisible();
    await context.clearCookies();
    await context.setExtraHTTPHeaders({ "X-Device-Id": "employee-stranger" });
    await page.goto(portal.url);
    await new SignIn(page).as(EMPLOYEE);
    await expect(new SignIn(page).failure()).toContainText("This device is disabled. Only an administrator can bring it back.");
    await expect(new SignIn(page).password()).toHaveValue(PASSWORD);
  });

  test("after an unknown outcome Try again sends the same key", async ({ page, signIn }) => {
    const keys: (string | undefined)[] = [];
    await page.route(DevicesPage.disable, (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      return keys.length === 1 ? route.fulfill(problem(500, "internal")) : route.continue();
    });
    await signIn(EMPLOYEE, DevicesPage.path);
    const devices = new DevicesPage(page);
    await devices.disable(STRANGE).click();
    await devices.confirm().click();
    await expect(page.getByRole("alert").filter({ hasText: `We could not confirm that ${STRANGE} was disabled` })).toBeVisible();
    await devices.retry().click();
    await expect(devices.disabled(STRANGE)).toBeVisible();
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
  });

  test("the answer gets lost after the server did it: the page looks again and says so", async ({ page, signIn }) => {
    await page.route(DevicesPage.disable, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await signIn(EMPLOYEE, DevicesPage.path);
    const devices = new DevicesPage(page);
    await devices.disable(STRANGE).click();
    await devices.confirm().click();
    await expect(devices.disabled(STRANGE)).toBeVisible();
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  test("its block on the overview fails by itself", async ({ page, signIn }) => {
    await page.route(DevicesPage.list, (route) => route.fulfill(problem(500, "internal")));
    await signIn(EMPLOYEE);
    await expect(page.getByText("You work with 4 other organizations.")).toBeVisible();
    await expect(page.getByText("Last changed 3 months ago")).toBeVisible();
    await page.unroute(DevicesPage.list);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("3 devices can sign in with your account.")).toBeVisible();
  });
});

test("offline, nothing can be disabled or shown", async ({ page, context, signIn }) => {
  await signIn(EMPLOYEE, DevicesPage.path);
  const devices = new DevicesPage(page);
  await expect(devices.disable(STRANGE)).toBeVisible();
  await context.setOffline(true);
  await expect(devices.disable(STRANGE)).toHaveAttribute("aria-disabled", "true");
  await expect(devices.viewKeys(LAPTOP)).toHaveAttribute("aria-disabled", "true");
});
