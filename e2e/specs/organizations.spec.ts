import { PASSWORD, accessible, expect, test } from "../fixtures/test.ts";
import { OrganizationsPage } from "../pages/organizations.ts";
import { SignIn } from "../pages/sign-in.ts";

for (const language of ["en", "nl"] as const) {

  test(`${language}: leaving an organization by mouse survives a reload and a restart`, async ({ page, portal, signIn }) => {
    await signIn("employee@harbor.example", `/organizations?lng=${language}`);
    const organizations = new OrganizationsPage(page, language);
    await organizations.leave("Polder University").click();
    await expect(organizations.dialog("Polder University")).toBeVisible();
    await expect(organizations.cancel()).toBeFocused();
    await accessible(page);
    await organizations.confirm().click();
    await expect(organizations.left("Polder University")).toBeVisible();
    await expect(organizations.heading("Polder University")).toBeHidden();
    await expect(organizations.title()).toBeFocused();
    await portal.restart();
    await page.reload();
    await expect(organizations.heading("Lighthouse Design")).toBeVisible();
    await expect(organizations.heading("Polder University")).toHaveCount(0);
  });

  test(`${language}: leaving an organization by keyboard alone`, async ({ page, portal }) => {
    await page.goto(`${portal.url}/organizations?lng=${language}`);
    await page.locator("#userId").focus();
    await page.keyboard.type("employee@harbor.example");
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    const organizations = new OrganizationsPage(page, language);
    const button = organizations.leave("Polder University");
    await expect(button).toBeVisible();
    for (let step = 0; step < 40 && !(await button.evaluate((it) => it === document.activeElement)); step++) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await expect(organizations.cancel()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(button).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(organizations.cancel()).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(organizations.left("Polder University")).toBeVisible();
  });
}

test("the home organization has no leave control; the others say what is possible and whom to ask", async ({ page, signIn }) => {
  await signIn("employee@harbor.example", "/organizations");
  const { row } = new OrganizationsPage(page);
  await expect(row("Harbor Logistics").getByRole("button")).toHaveCount(0);
  await expect(row("Harbor Logistics")).toContainText("You cannot leave your home organization");
  await expect(row("Tulip Foods").getByRole("button")).toHaveCount(0);
  await expect(row("Tulip Foods")).toContainText("your guest account is disabled at Tulip Foods");
  await expect(row("Tulip Foods").getByRole("link")).not.toHaveCount(0);
  await expect(row("Canal Bank").getByRole("button")).toHaveCount(0);
  await expect(row("Canal Bank").getByRole("link", { name: "privacy@canalbank.example" })).toBeVisible();
});

test.describe("asked to sign in there first", () => {
  test.use({ allowed: /401 \(Unauthorized\)/ });

  test("Lighthouse Design can be left after signing in there", async ({ page, signIn }) => {
    await signIn("employee@harbor.example", "/organizations");
    await new OrganizationsPage(page).signInToLeave("Lighthouse Design").click();
    const proof = new SignIn(page).proof();
    await expect(proof.getByLabel("Password")).toBeFocused();
    await accessible(page);
    await proof.getByLabel("Password").fill("wrong");
    await proof.getByRole("button", { name: "Confirm" }).click();
    await expect(proof.getByRole("alert")).toContainText("This password is not right");
    await proof.getByLabel("Password").fill(PASSWORD);
    await proof.getByRole("button", { name: "Confirm" }).click();
    await new OrganizationsPage(page).leave("Lighthouse Design").click();
    await new OrganizationsPage(page).confirm().click();
    await expect(new OrganizationsPage(page).left("Lighthouse Design")).toBeVisible();
  });

  test("a stale proof of identity is asked for in place, and the leaving goes on", async ({ page, portal, signIn }) => {
    await signIn("employee@harbor.example", "/organizations");
    await expect(page.getByRole("heading", { name: "Polder University" })).toBeVisible();
    await portal.restart(400);
    await new OrganizationsPage(page).leave("Polder University").click();
    await new OrganizationsPage(page).confirm().click();
    await new SignIn(page).proof().getByLabel("Password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(new OrganizationsPage(page).left("Polder University")).toBeVisible();
  });

  test("a session that ended under the open dialog: signing in again in place finishes the leaving", async ({ page, context, signIn }) => {
    await signIn("employee@harbor.example", "/organizations");
    await new OrganizationsPage(page).leave("Polder University").click();
    await context.clearCookies();
    await new OrganizationsPage(page).confirm().click();
    const again = new SignIn(page).again();
    await expect(again.getByLabel("User ID")).toHaveValue("employee@harbor.example");
    await again.getByLabel("Password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(new OrganizationsPage(page).left("Polder University")).toBeVisible();
  });
});

test("without a home organization there is one heading with the list", async ({ page, signIn }) => {
  await signIn("visitor@mail.example", "/organizations");
  await expect(page.getByRole("article")).not.toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Home organization" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Other organizations you collaborate with" })).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Organizations" })).toBeVisible();
});

test("an account that is disabled at home can leave nothing and is told whom to ask", async ({ page, signIn }) => {
  await signIn("suspended@harbor.example", "/organizations");
  await expect(page.getByText("your account is disabled at Harbor Logistics").first()).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
});
