// The profile: who one is, the photo, devices, organizations, and managing the account.
import type { Page } from "@playwright/test";
import { reach } from "../fixtures/keyboard.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { ProfilePage } from "../pages/profile.ts";

const EMPLOYEE = "employee@harbor.example";
/** A picture that everybody has: made by the browser, 300 × 200, of one colour. */
const picture = (page: Page, colour: string, type: string) => page.evaluate(([colour, type]) => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 300, height: 200 });
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = colour!;
  pen.fillRect(0, 0, 300, 200);
  return canvas.toDataURL(type).split(",")[1]!;
}, [colour, type]).then((it) => Buffer.from(it, "base64"));

for (const language of ["en", "nl"] as const) {
  const path = `${ProfilePage.path}?lng=${language}`;

  test(`${language}: from the account menu; what is not one's to change says so and whom to contact`, async ({ page, signIn }) => {
    const it = new ProfilePage(page, language);
    await signIn(EMPLOYEE, `/?lng=${language}`);
    await page.getByLabel(it.words.menu).click();
    await page.locator("header").getByRole("link", { name: it.words.title }).click();
    await expect(it.title()).toBeFocused();
    await expect(page.getByText(it.words.wrong)).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "helpdesk@harbor.example" })).toBeVisible();
    for (const said of ["Eva de Graaf", "Operations planner", "Rotterdam, Quay 4"]) await expect(page.getByRole("main").getByText(said, { exact: true })).toBeVisible();
    await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
    await expect(it.section(it.words.devices).getByRole("heading", { level: 3, name: "HL-LT-4471" })).toBeVisible();
    await expect(it.section(it.words.organizations).getByRole("heading", { level: 3, name: "Polder University" })).toBeVisible();
    await accessible(page);
  });

  test(`${language}: what belongs to Manage account leads there; the gear leads to the organizations`, async ({ page, signIn }) => {
    const it = new ProfilePage(page, language);
    await signIn(EMPLOYEE, path);
    for (const [name, at] of [[it.words.password, "/password"], [it.words.terms, "/profile/terms"], [it.words.gear, "/organizations"], [it.words.activity, "/sign-ins"]] as const) {
      await it.link(name).click();
      await expect(page).toHaveURL((url) => url.pathname === at);
      await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
      await page.goBack();
      await expect(it.title()).toBeVisible();
    }
  });

  test(`${language}: a device is disabled and an organization left from here, by keyboard alone`, async ({ page, portal, signIn }) => {
    const it = new ProfilePage(page, language);
    await signIn(EMPLOYEE, path);
    await reach(page, it.button(it.words.disable));
    await page.keyboard.press("Enter");
    await expect(it.dialog()).toBeVisible();
    await reach(page, it.dialog().getByRole("button").last());
    await page.keyboard.press("Enter");
    await expect(it.button(it.words.disable)).toHaveCount(0);
    await reach(page, it.button(it.words.leave));
    await page.keyboard.press("Enter");
    await expect(it.dialog()).toBeVisible();
    await reach(page, it.dialog().getByRole("button").last());
    await page.keyboard.press("Enter");
    await expect(it.section(it.words.organizations).getByText("Polder University")).toHaveCount(0);
    await portal.restart();
    await page.reload();
    await expect(it.section(it.words.devices).getByText("HL-LT-4471")).toBeVisible();
    await expect(it.button(it.words.disable)).toHaveCount(0);
    await expect(it.section(it.words.organizations).getByText("Lighthouse Design")).toBeVisible();
    await expect(it.section(it.words.organizations).getByText("Polder University")).toHaveCount(0);
  });

  test(`${language}: a photo is chosen, shown everywhere, and removed; also after a reload and a restart`, async ({ page, portal, signIn }) => {
    const it = new ProfilePage(page, language);
    await signIn(EMPLOYEE, path);
    await expect(it.choose()).toBeVisible();
    await expect(it.photos()).toHaveCount(0);
    const asked = page.waitForEvent("filechooser");
    await reach(page, it.choose());
    await page.keyboard.press("Enter");
    await (await asked).setFiles({ name: "me.png", mimeType: "image/png", buffer: await picture(page, "#c00", "image/png") });
    await expect(it.said(it.words.changed)).toBeVisible();
    await expect(it.photos()).toHaveCount(2);
    expect(await it.photos().first().evaluate((photo: HTMLImageElement) => photo.decode().then(() => [photo.naturalWidth, photo.naturalHeight]))).toEqual([256, 256]);
    await accessible(page);
    const first = await it.photos().first().getAttribute("src");
    await it.take("me.webp", "image/webp", await picture(page, "#00c", "image/webp"));
    await expect(it.photos().first()).not.toHaveAttribute("src", first!);
    await portal.restart();
    await page.reload();
    await expect(it.photos()).toHaveCount(2);
    await it.remove().click();
    await expect(it.said(it.words.removed)).toBeVisible();
    await expect(it.photos()).toHaveCount(0);
    await expect(it.remove()).toHaveCount(0);
  });

  test(`${language}: Access denied where the organization gives no My Apps; My Account stays usable`, async ({ page, signIn }) => {
    const it = new ProfilePage(page, language);
    await signIn("noapps@harbor.example", path);
    await expect(page.getByRole("heading", { level: 1, name: it.words.denied })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "helpdesk@harbor.example" })).toBeVisible();
    await accessible(page);
    await it.link(it.words.toAccount).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(page).toHaveURL((url) => url.pathname === "/");
  });

  test(`${language}: Sign out everywhere: No changes nothing, Yes ends this session too`, async ({ page, signIn }) => {
    const it = new ProfilePage(page, language);
    await signIn(EMPLOYEE, path);
    await reach(page, it.button(it.words.everywhere));
    await page.keyboard.press("Enter");
    await expect(it.dialog().getByRole("button", { name: it.words.no })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(it.dialog()).toBeHidden();
    await it.button(it.words.everywhere).click();
    await it.dialog().getByRole("button", { name: it.words.yes }).click();
    await expect(page.locator("#userId")).toBeVisible();
  });
}

test("where the organization decides, nothing can be chosen and the page says who decides", async ({ page, signIn }) => {
  const it = new ProfilePage(page);
  await signIn("owner@polder.example", ProfilePage.path);
  await expect(page.getByText(it.words.theirs)).toBeVisible();
  await expect(it.choose()).toHaveCount(0);
});

test.describe("files that are no photo", () => {
  test.use({ allowed: /Failed to load resource/ });

  test("are refused in words, and the photo from before stays", async ({ page, signIn }) => {
    const it = new ProfilePage(page);
    await signIn(EMPLOYEE, ProfilePage.path);
    await it.take("me.jpg", "image/jpeg", await picture(page, "#c00", "image/jpeg"));
    await expect(it.photos()).toHaveCount(2);
    const before = await it.photos().first().getAttribute("src");
    const two = Buffer.concat([await picture(page, "#0c0", "image/png"), Buffer.from("PK\u0003\u0004 an archive")]);
    for (const [name, content] of [["a.svg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")], ["both.png", two], ["nothing.png", Buffer.alloc(0)]] as const) {
      await it.take(name, "image/png", content);
      await expect(page.getByRole("alert").filter({ hasText: it.words.noPhoto })).toBeVisible();
      await accessible(page);
    }
    await it.take("large.png", "image/png", Buffer.alloc(4 * 1024 * 1024 + 1));
    await expect(page.getByRole("alert").filter({ hasText: it.words.tooLarge })).toBeVisible();
    await page.reload();
    await expect(it.photos().first()).toHaveAttribute("src", before!);
  });
});
