// A deployment while a page is open (security R8).
import { join } from "node:path";
import { deploy } from "../fixtures/deployment.ts";
import { expect, test } from "../fixtures/test.ts";
import { OrganizationsPage } from "../pages/organizations.ts";

// The files that have gone.
test.use({ allowed: /404 \(Not Found\)|Failed to fetch|integrity/ });

const script = "script[data-wasm]";

test.beforeEach(async ({ portal }) => {
  portal.pages = join(portal.folder, "dist");
  deploy(portal.pages, false);
  await portal.restart();
});

test("the next page needs a file that has gone: it is there after one reload, in the new build", async ({ page, portal, signIn }) => {
  await signIn("employee@harbor.example", "/organizations");
  await expect(new OrganizationsPage(page).heading("Polder University")).toBeVisible();
  const before = await page.locator(script).getAttribute("src");
  let loads = 0;
  page.on("domcontentloaded", () => loads++);
  deploy(portal.pages, true);
  await page.getByRole("navigation").getByRole("link", { name: "Devices" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Devices" })).toBeVisible();
  await expect(page.locator(".devices .row").first()).toBeVisible();
  expect(await page.locator(script).getAttribute("src")).not.toBe(before);
  expect(loads).toBe(1);
});

test("what is being typed stays: the dialog that is open is finished in the old build", async ({ page, portal, signIn }) => {
  await signIn("employee@harbor.example", "/organizations");
  const organizations = new OrganizationsPage(page);
  await organizations.leave("Polder University").click();
  deploy(portal.pages, true);
  await organizations.confirm().click();
  await expect(organizations.left("Polder University")).toBeVisible();
  await page.reload();
  await expect(organizations.heading("Lighthouse Design")).toBeVisible();
  await expect(organizations.heading("Polder University")).toHaveCount(0);
});

test("the build before comes back: open pages of the newer one find their way too", async ({ page, portal, signIn }) => {
  deploy(portal.pages, true);
  await signIn("employee@harbor.example", "/organizations");
  await expect(new OrganizationsPage(page).heading("Polder University")).toBeVisible();
  deploy(portal.pages, false);
  await page.getByRole("navigation").getByRole("link", { name: "Settings & Privacy" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings & Privacy" })).toBeVisible();
});
