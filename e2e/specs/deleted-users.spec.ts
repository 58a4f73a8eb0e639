import { accessible, expect, test } from "../fixtures/test.ts";
import { DeletedUsersPage } from "../pages/deleted-users.ts";
import { OrganizationsPage } from "../pages/organizations.ts";
import { SignIn } from "../pages/sign-in.ts";

test.describe("an administrator", () => {
  test.use({ allowed: /401 \(Unauthorized\)/ });

  test("restores who left, with groups; the person sees the organization again", async ({ page, portal, signIn, browser }) => {
    await signIn("employee@harbor.example", "/organizations");
    const organizations = new OrganizationsPage(page);
    await organizations.leave("Polder University").click();
    await organizations.confirm().click();
    await expect(organizations.left("Polder University")).toBeVisible();
    const ownersBrowser = await browser.newContext({ locale: "en-GB" });
    const owner = await ownersBrowser.newPage();
    await owner.goto(`${portal.url}/admin/deleted-users`);
    await new SignIn(owner).as("owner@polder.example");
    await expect(owner.getByText("30 days left")).toBeVisible();
    await accessible(owner);
    await new DeletedUsersPage(owner).restore("Eva de Graaf").click();
    await expect(owner.getByText("Eva de Graaf is a guest again")).toBeVisible();
    await owner.reload();
    await expect(new DeletedUsersPage(owner).empty()).toBeVisible();
    await accessible(owner);
    await ownersBrowser.close();
    await page.reload();
    await expect(page.getByText("Harbour simulation project and Research partners")).toBeVisible();
  });

  test("deletes for good after a confirmation and a fresh proof of identity", async ({ page, portal, signIn }) => {
    await signIn("admin@harbor.example", "/admin/deleted-users");
    await expect(new DeletedUsersPage(page).rows()).toHaveCount(3);
    await portal.restart(400);
    await new DeletedUsersPage(page).remove("Sofie Lambert").click();
    await expect(new DeletedUsersPage(page).cancel()).toBeFocused();
    await accessible(page);
    await new DeletedUsersPage(page).confirm().click();
    await new SignIn(page).prove();
    await expect(page.getByText("Sofie Lambert was deleted for good.")).toBeVisible();
    await page.reload();
    await expect(page.getByText("Liam Okafor")).toBeVisible();
    await expect(page.getByText("Sofie Lambert")).toHaveCount(0);
  });

  test("after 30 days they are gone by themselves", async ({ page, portal, signIn }) => {
    await portal.restart(31 * 86_400);
    await signIn("admin@harbor.example", "/admin/deleted-users");
    await expect(new DeletedUsersPage(page).empty()).toBeVisible();
  });
});

test("searching", async ({ page, signIn }) => {
  await signIn("admin@harbor.example", "/admin/deleted-users");
  await new DeletedUsersPage(page).search().fill("okafor");
  await expect(page.getByText("Sofie Lambert")).toBeHidden();
  await expect(page.getByText("Liam Okafor")).toBeVisible();
  await new DeletedUsersPage(page).search().fill("nobody of that name");
  await expect(page.getByText("Nobody matches")).toBeVisible();
});

test("everybody else gets Access denied", async ({ page, signIn }) => {
  await signIn("employee@harbor.example", "/admin/deleted-users");
  await expect(page.getByRole("heading", { level: 1, name: "Access denied" })).toBeVisible();
});
