import { PASSWORD, accessible, expect, test } from "../fixtures/test.ts";

test.describe("an administrator", () => {
  test.use({ allowed: /401 \(Unauthorized\)/ });

  test("restores who left, with groups; the person sees the organization again", async ({ page, portal, signIn, browser }) => {
    await signIn("employee@harbor.example", "/organizations");
    await page.getByRole("button", { name: "Leave organization Polder University" }).click();
    await page.getByRole("button", { name: "Leave", exact: true }).click();
    await expect(page.getByText("You left Polder University.")).toBeVisible();
    const ownersBrowser = await browser.newContext({ locale: "en-GB" });
    const owner = await ownersBrowser.newPage();
    await owner.goto(`${portal.url}/admin/deleted-users`);
    await owner.getByLabel("User ID").fill("owner@polder.example");
    await owner.getByLabel("Password").fill(PASSWORD);
    await owner.keyboard.press("Enter");
    await expect(owner.getByText("30 days left")).toBeVisible();
    await accessible(owner);
    await owner.getByRole("button", { name: "Restore Eva de Graaf" }).click();
    await expect(owner.getByText("Eva de Graaf is a guest again")).toBeVisible();
    await owner.reload();
    await expect(owner.getByText("No deleted users")).toBeVisible();
    await accessible(owner);
    await ownersBrowser.close();
    await page.reload();
    await expect(page.getByText("Harbour simulation project and Research partners")).toBeVisible();
  });

  test("deletes for good after a confirmation and a fresh proof of identity", async ({ page, portal, signIn }) => {
    await signIn("admin@harbor.example", "/admin/deleted-users");
    await expect(page.getByRole("listitem").filter({ hasText: "days left" })).toHaveCount(3);
    await portal.restart(400);
    await page.getByRole("button", { name: "Delete Sofie Lambert permanently" }).click();
    await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
    await accessible(page);
    await page.getByRole("dialog").getByRole("button", { name: "Delete permanently" }).click();
    await page.getByRole("dialog", { name: "Confirm that it is you" }).getByLabel("Password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Sofie Lambert was deleted for good.")).toBeVisible();
    await page.reload();
    await expect(page.getByText("Liam Okafor")).toBeVisible();
    await expect(page.getByText("Sofie Lambert")).toHaveCount(0);
  });

  test("after 30 days they are gone by themselves", async ({ page, portal, signIn }) => {
    await portal.restart(31 * 86_400);
    await signIn("admin@harbor.example", "/admin/deleted-users");
    await expect(page.getByText("No deleted users")).toBeVisible();
  });
});

test("searching", async ({ page, signIn }) => {
  await signIn("admin@harbor.example", "/admin/deleted-users");
  await page.getByLabel("Search by name or user ID").fill("okafor");
  await expect(page.getByText("Sofie Lambert")).toBeHidden();
  await expect(page.getByText("Liam Okafor")).toBeVisible();
  await page.getByLabel("Search by name or user ID").fill("nobody of that name");
  await expect(page.getByText("Nobody matches")).toBeVisible();
});

test("everybody else gets Access denied", async ({ page, signIn }) => {
  await signIn("employee@harbor.example", "/admin/deleted-users");
  await expect(page.getByRole("heading", { level: 1, name: "Access denied" })).toBeVisible();
});
