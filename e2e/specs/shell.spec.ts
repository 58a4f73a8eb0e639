import type { Page } from "@playwright/test";
import { PASSWORD, accessible, expect, test } from "../fixtures/test.ts";
import { authenticatorCode } from "../pages/sign-in.ts";

test.describe("signing in", () => {
  test.use({ allowed: /401 \(Unauthorized\)|422 \(Unprocessable/ });

  test("empty fields and a wrong password: the message at the form, nothing lost", async ({ page, portal }) => {
    await page.goto(portal.url);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Enter your user ID.")).toBeVisible();
    await expect(page.getByLabel("User ID")).toBeFocused();
    await accessible(page);
    await page.getByLabel("User ID").fill("employee@harbor.example");
    await page.getByLabel("Password").fill("wrong");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toContainText("do not belong together");
    await expect(page.getByLabel("User ID")).toHaveValue("employee@harbor.example");
    await expect(page.getByLabel("Password")).toHaveValue("wrong");
  });

  test("a second factor: a wrong code is refused, the right one signs in", async ({ page, portal }) => {
    await page.goto(portal.url);
    await page.getByLabel("User ID").fill("secure@harbor.example");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByLabel("Verification code").fill("12");
    await page.keyboard.press("Enter");
    await expect(page.getByText("The code has six digits.")).toBeVisible();
    await page.getByLabel("Verification code").fill(authenticatorCode());
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  });
});

test("switching language keeps a half-filled form and is remembered", async ({ page, portal }) => {
  await page.goto(portal.url);
  await page.getByLabel("User ID").fill("half@filled");
  await page.locator("summary").click();
  await page.getByRole("button", { name: "Nederlands" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Aanmelden" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(page.getByLabel("Gebruikers-id")).toHaveValue("half@filled");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Aanmelden" })).toBeVisible();
});

test("the chosen language is stored with the account", async ({ page, portal, signIn, browser }) => {
  await signIn("employee@harbor.example");
  const stored = page.waitForResponse((it) => it.request().method() === "PATCH" && it.ok());
  await page.locator("summary").first().click();
  await page.getByRole("button", { name: "Nederlands" }).click();
  await stored;
  const elsewhere = await browser.newContext({ locale: "en-GB" });
  const other = await elsewhere.newPage();
  await other.goto(portal.url);
  await other.getByLabel("User ID").fill("employee@harbor.example");
  await other.getByLabel("Password").fill(PASSWORD);
  await other.keyboard.press("Enter");
  await expect(other.getByRole("heading", { level: 1, name: "Overzicht" })).toBeVisible();
  await elsewhere.close();
});

test("pages: title, heading focus, overview, not found, theme", async ({ page, portal, signIn }) => {
  await signIn("employee@harbor.example");
  await expect(page.getByRole("main").getByText("Eva de Graaf")).toBeVisible();
  await expect(page.getByText("You work with 4 other organizations.")).toBeVisible();
  await expect(page.getByText("42 apps are ready to open.")).toBeVisible();
  await accessible(page);
  await page.getByRole("link", { name: "Manage organizations" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Organizations" })).toBeFocused();
  await expect(page).toHaveTitle("Organizations · My Account");
  await page.locator("summary").nth(1).click();
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.goto(`${portal.url}/nowhere`);
  await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await accessible(page);
});

test("a menu opens again with what is in it, by keyboard too", async ({ page, signIn }) => {
  await signIn("employee@harbor.example");
  const menu = page.locator("summary[aria-label=Language]");
  const dutch = page.getByRole("button", { name: "Nederlands" });
  for (const close of [() => menu.click(), () => page.keyboard.press("Escape"), () => page.mouse.click(640, 700)]) {
    await menu.click();
    await expect(dutch).toBeVisible();
    await close();
    await expect(dutch).toBeHidden();
  }
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(dutch).toBeVisible();
});

test("the navigation marks the page, and on the pages below it the closest entry", async ({ page, portal, signIn }) => {
  await signIn("employee@harbor.example", "/apps");
  const marked = page.locator(".navigation a[aria-current]");
  for (const [path, entry, how] of [
    ["/apps", "Apps", "page"], ["/apps/request", "Apps", "true"],
    ["/apps/collections", "Collections", "page"], ["/apps/collections/edit", "Collections", "true"],
    ["/devices", "Devices", "page"], ["/", "Overview", "page"],
  ] as const) {
    await page.goto(portal.url + path);
    await expect(marked).toHaveText(entry);
    await expect(marked).toHaveAttribute("aria-current", how);
  }
});

test("no access to My Apps: why, and whom to ask; My Account stays usable", async ({ page, signIn }) => {
  await signIn("noapps@harbor.example", "/apps");
  await expect(page.getByRole("heading", { level: 1, name: "Access denied" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "helpdesk@harbor.example" })).toBeVisible();
  await accessible(page);
  await page.getByRole("link", { name: "Go to My Account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
});

test("leaving an organization takes its apps from My Apps", async ({ page, signIn }) => {
  await signIn("employee@harbor.example", "/apps");
  await expect(page.getByRole("link", { name: /Course catalogue/ })).toBeVisible();
  await accessible(page);
  await page.getByRole("link", { name: "My Account" }).click();
  await page.getByRole("link", { name: "Organizations", exact: true }).click();
  await page.getByRole("button", { name: "Leave organization Polder University" }).click();
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(page.getByText("You left Polder University.")).toBeVisible();
  await page.getByRole("link", { name: "My Apps" }).click();
  await expect(page.getByRole("link", { name: /Berth planner/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Course catalogue/ })).toHaveCount(0);
});

test("signing out ends the session", async ({ page, portal, signIn }) => {
  await signIn("employee@harbor.example");
  await page.locator("summary").last().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.goto(`${portal.url}/organizations`);
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
});

test.describe("when the portal cannot start", () => {
  test.use({ allowed: /Failed to load resource|Error: .*\.wasm: 404|integrity|TypeError: Failed to fetch/ });

  const counted = (page: Page) => {
    let loads = 0;
    page.on("request", (request) => request.isNavigationRequest() && loads++);
    return () => loads;
  };

  test("an asset that is missing after a deployment: one reload, then a readable page in both languages", async ({ page, portal }) => {
    const loads = counted(page);
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(portal.url);
    await expect(page.getByRole("heading", { name: "This page could not start" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Deze pagina kon niet starten" })).toBeVisible();
    expect(loads()).toBe(2);
    await accessible(page);
    await page.unroute("**/*.wasm");
    await page.getByRole("button", { name: "Load again" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  });

  test("an asset that is missing once: the reload brings the portal, without a question", async ({ page, portal }) => {
    const loads = counted(page);
    await page.route("**/*.wasm", (route) => (loads() === 1 ? route.fulfill({ status: 404, body: "" }) : route.continue()));
    await page.goto(portal.url);
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    expect(loads()).toBe(2);
  });
});

test.describe("pages in files of their own", () => {
  test.use({ allowed: /Failed to load resource|TypeError|integrity/ });

  const DEVICES = "**/split_devices-*.wasm";

  test("a page's file that has gone with a deployment: one reload, then a message in its place that Try again clears", async ({ page, signIn }) => {
    await page.route(DEVICES, (route) => route.fulfill({ status: 404, body: "" }));
    await signIn("employee@harbor.example");
    let loads = 0;
    page.on("request", (request) => request.isNavigationRequest() && loads++);
    await page.getByRole("navigation").getByRole("link", { name: "Devices" }).click();
    await expect(page.getByRole("heading", { name: "This did not work" })).toBeVisible();
    expect(loads).toBe(1);
    await expect(page).toHaveURL(/\/devices$/);
    await page.unroute(DEVICES);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Devices" })).toBeVisible();
  });

  test("a page's file that is late: a skeleton, then the page with the focus on its heading", async ({ page, signIn }) => {
    await signIn("employee@harbor.example");
    await page.route(DEVICES, async (route) => {
      await new Promise((done) => setTimeout(done, 1000));
      await route.continue();
    });
    await page.getByRole("navigation").getByRole("link", { name: "Devices" }).click();
    await expect(page.locator("[aria-busy=true]").first()).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Devices" })).toBeFocused();
  });

  test.describe("ahead", () => {
    test.use({ ahead: true });

    test("the other pages are fetched once the first one has had its time, and then open without the network", async ({ page, signIn }) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      const fetched = page.waitForResponse(DEVICES);
      await signIn("employee@harbor.example");
      await fetched;
      await page.waitForLoadState("networkidle");
      // What only people of an identity provider need is not for this one.
      expect(asked.filter((url) => url.includes("split_provider"))).toEqual([]);
      await page.route("**/*.wasm", (route) => route.abort());
      await page.getByRole("navigation").getByRole("link", { name: "Devices" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Devices" })).toBeFocused();
    });
  });

  test("a browser that saves data fetches nothing ahead", async ({ page, signIn }) => {
    const asked: string[] = [];
    page.on("request", (request) => /split_(?!overview|sign_in)/.test(request.url()) && asked.push(request.url()));
    await page.clock.install();
    await signIn("employee@harbor.example");
    await page.clock.fastForward("01:00");
    await page.waitForLoadState("networkidle");
    expect(asked).toEqual([]);
  });
});
