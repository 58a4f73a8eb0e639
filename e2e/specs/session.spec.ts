import { PASSWORD, accessible, expect, test } from "../fixtures/test.ts";
import { OrganizationsPage } from "../pages/organizations.ts";
import { SignIn } from "../pages/sign-in.ts";

test("Switch organization: working elsewhere is shown, and back home after leaving it", async ({ page, signIn }) => {
  await signIn("employee@harbor.example", "/organizations");
  await page.locator("summary").last().click();
  await page.getByRole("button", { name: "Switch organization" }).click();
  const dialog = page.getByRole("dialog", { name: "Switch organization" });
  await expect(dialog.getByRole("button", { name: /Harbor Logistics.*Current/ })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Tulip Foods" })).toHaveCount(0);
  await accessible(page);
  await dialog.getByRole("button", { name: "Polder University" }).click();
  await expect(page.getByText("You are now signed in to Polder University.")).toBeVisible();
  await page.getByRole("button", { name: "Leave organization Polder University" }).click();
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(page.getByText("You left Polder University.")).toBeVisible();
  await page.locator("summary").last().click();
  await expect(page.locator(".who").first()).toContainText("Harbor Logistics");
});

test.describe("with a proof asked for", () => {
  test.use({ allowed: /401 \(Unauthorized\)/ });

  test("refusing the proof changes nothing and keeps the dialog", async ({ page, portal, signIn }) => {
    await signIn("employee@harbor.example", "/organizations");
    await expect(page.getByRole("heading", { name: "Polder University" })).toBeVisible();
    await portal.restart(400);
    await page.getByRole("button", { name: "Leave organization Polder University" }).click();
    await page.getByRole("button", { name: "Leave", exact: true }).click();
    const proof = page.getByRole("dialog", { name: "Confirm that it is you" });
    await proof.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("dialog", { name: "Leave Polder University?" })).toBeVisible();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Polder University" })).toBeVisible();
  });
});

test.describe("two people in two tabs of one browser", () => {
  test.use({ allowed: /409 \(Conflict\)/ });

  test("what the first one confirms is not done as the second one, whose page it becomes", async ({ page, portal, context, signIn }) => {
    const organizations = new OrganizationsPage(page);
    await signIn("employee@harbor.example", OrganizationsPage.path);
    await organizations.leave("Polder University").click();
    await context.clearCookies();
    const other = await context.newPage();
    await other.goto(portal.url);
    await new SignIn(other).as("visitor@mail.example");
    await expect(other.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
    const before = await other.evaluate(async () => (await fetch("/api/v1/me/organizations")).json());
    await organizations.confirm().click();
    await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
    await expect(page.getByText("visitor@mail.example").first()).toBeVisible();
    await expect(page.getByText("Harbor Logistics")).toHaveCount(0);
    expect(await other.evaluate(async () => (await fetch("/api/v1/me/organizations")).json())).toEqual(before);
  });
});

test("the page warns before the session ends, and can extend it", async ({ page, portal }) => {
  await page.clock.install();
  await page.goto(portal.url);
  await page.getByLabel("User ID").fill("employee@harbor.example");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  // Every answer moves the end of the session: the last ones have to be there before the clock jumps.
  await expect(page.getByText("Managed by Harbor Logistics.")).toBeVisible();
  await expect(page.getByText("Harbor Logistics is your home organization.")).toBeVisible();
  await page.clock.fastForward("27:30");
  await page.clock.runFor(20_000);
  const warning = page.getByRole("dialog", { name: "Are you still there?" });
  await expect(warning).toContainText(/you will be signed out in \d/);
  await accessible(page);
  await warning.getByRole("button", { name: "Stay signed in" }).click();
  await expect(page.getByText("You stay signed in.")).toBeVisible();
  await expect(warning).toBeHidden();
});

test("forced colours and a reader who wants no motion", async ({ page, signIn }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await signIn("employee@harbor.example", "/organizations");
  await expect(page.getByRole("heading", { name: "Polder University" })).toBeVisible();
  await accessible(page);
});

test("loading: a skeleton that axe accepts, then a word after five seconds", async ({ page, signIn }) => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => { open = resolve; });
  await page.route("**/api/v1/me/organizations", async (route) => {
    await gate;
    await route.continue();
  });
  await signIn("employee@harbor.example", "/organizations");
  await expect(page.locator("[aria-busy=true]").first()).toBeVisible();
  await accessible(page);
  await expect(page.getByText("Still loading.")).toBeVisible();
  open();
  await expect(page.getByRole("heading", { name: "Polder University" })).toBeVisible();
});

test("on a phone the navigation is a drawer behind a labelled button", async ({ page, signIn }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn("employee@harbor.example");
  const link = page.getByRole("link", { name: "Organizations", exact: true });
  await expect(link).toBeHidden();
  await page.getByRole("button", { name: "Menu" }).click();
  await expect(link).toBeVisible();
  await accessible(page);
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: "Organizations" })).toBeVisible();
  await expect(link).toBeHidden();
});
