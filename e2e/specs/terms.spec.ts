// Terms of use: read, accepted or declined one at a time, and what stays closed until then.
import { problem } from "../fixtures/failures.ts";
import { reach } from "../fixtures/keyboard.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { AppsPage } from "../pages/apps.ts";
import { ProfilePage } from "../pages/profile.ts";
import { TermsPage } from "../pages/terms.ts";

const EMPLOYEE = "employee@harbor.example";

for (const language of ["en", "nl"] as const) {
  const path = `${TermsPage.path}?lng=${language}`;

  test(`${language}: one document after the other, by keyboard alone; also after a reload and a restart`, async ({ page, portal, signIn }) => {
    const it = new TermsPage(page, language);
    const { words } = it;
    await signIn(EMPLOYEE, path);
    await expect(it.document(words.general)).toContainText(words.text);
    await expect(it.document(words.general)).toContainText(words.opens);
    await expect(page.getByText(words.progress(1, 2))).toBeVisible();
    await expect(it.row(words.tablets)).toContainText(words.again);
    await accessible(page);
    await reach(page, it.accept());
    await page.keyboard.press("Enter");
    await expect(it.said(words.accepted(words.general))).toBeVisible();
    // The next one; whoever reads by ear begins at the top.
    await expect(it.document(words.network)).toBeVisible();
    await expect(it.title()).toBeFocused();
    await expect(it.document(words.network).getByRole("link")).toHaveAttribute("href", "https://www.polder.example/network-rules");
    await portal.restart();
    await page.reload();
    await expect(it.document(words.network)).toBeVisible();
    await expect(it.row(words.general)).toBeVisible();
    await reach(page, it.accept());
    await page.keyboard.press("Enter");
    await expect(page.getByText(words.nothing, { exact: true })).toBeVisible();
    await accessible(page);
    await reach(page, it.done());
    await page.keyboard.press("Enter");
    await expect(new ProfilePage(page, language).title()).toBeFocused();
  });

  test(`${language}: declining says what stays closed, keeps it closed, and can be thought over`, async ({ page, signIn }) => {
    const it = new TermsPage(page, language);
    const { words } = it;
    const apps = new AppsPage(page, language);
    await signIn(EMPLOYEE, `${AppsPage.path}?lng=${language}`);
    await apps.search().fill(words.incident);
    // What was there before the answer is not what is clicked.
    await expect(apps.all()).toHaveCount(1);
    await expect(apps.app(words.incident)).toContainText(words.first);
    await apps.link(words.incident).click();
    await expect(it.document(words.general)).toBeVisible();
    await it.decline().click();
    await expect(it.dialog()).toContainText(words.closed);
    await expect(it.dialog().getByRole("button", { name: words.cancel })).toBeFocused();
    await accessible(page);
    await page.keyboard.press("Escape");
    await expect(it.dialog()).toBeHidden();
    await expect(it.decline()).toBeFocused();
    await it.decline().click();
    await it.confirm().click();
    await expect(it.said(words.declined(words.general))).toBeVisible();
    await expect(it.row(words.general)).toContainText(words.declinedState);
    await page.goBack();
    await apps.search().fill(words.incident);
    // What was there before the answer is not what is clicked.
    await expect(apps.all()).toHaveCount(1);
    await expect(apps.app(words.incident)).toContainText(words.first);
    await apps.link(words.incident).click();
    await expect(it.document(words.general)).toBeVisible();
    await expect(it.decline()).toHaveCount(0);
    await it.accept().click();
    await expect(it.said(words.accepted(words.general))).toBeVisible();
    await page.goBack();
    await apps.search().fill(words.incident);
    await expect(apps.link(words.incident)).toHaveAttribute("href", "https://incident-log.apps.harbor.example/");
  });

  test(`${language}: where nothing is to be accepted, Done leads back to the profile`, async ({ page, signIn }) => {
    await signIn("solo@windmill.example", path);
    const it = new TermsPage(page, language);
    await expect(page.getByText(it.words.none, { exact: true })).toBeVisible();
    await accessible(page);
    await it.done().click();
    await expect(page.getByRole("heading", { level: 1, name: it.words.profile })).toBeFocused();
  });
}

test("what was accepted long ago is asked again", async ({ page, signIn }) => {
  const it = new TermsPage(page);
  await signIn("admin@harbor.example", TermsPage.path);
  await expect(it.document(it.words.tablets)).toContainText(it.words.before);
  await it.accept().click();
  await expect(page.getByText(it.words.nothing, { exact: true })).toBeVisible();
});

test.describe("when something fails", () => {
  test.use({ allowed: /Failed to load resource/ });

  test("the answer gets lost after the server took it: the page finds out", async ({ page, signIn }) => {
    const it = new TermsPage(page);
    await page.route(TermsPage.accept, async (route) => {
      await route.fetch();
      await route.abort();
    }, { times: 1 });
    await signIn(EMPLOYEE, TermsPage.path);
    await it.accept().click();
    await expect(it.row(it.words.general)).toBeVisible();
    await expect(it.document(it.words.network)).toBeVisible();
  });

  test("a newer version came meanwhile: that one is shown, nothing is accepted", async ({ page, signIn }) => {
    const it = new TermsPage(page);
    await page.route(TermsPage.accept, (route) => route.fulfill(problem(412, "stale")), { times: 1 });
    await signIn(EMPLOYEE, TermsPage.path);
    await it.accept().click();
    await expect(it.said(it.words.stale)).toBeVisible();
    await expect(it.document(it.words.general)).toBeVisible();
  });
});
