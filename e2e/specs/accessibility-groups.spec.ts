// Every page and state of groups in both languages, light, dark and forced colours, narrow and wide.
import { problem } from "../fixtures/failures.ts";
import { dialog, judged, languages } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import { GroupsPage } from "../pages/groups.ts";

test.use({ allowed: /Failed to load resource/ });
// Each goes through many states, and each state through six looks.
test.describe.configure({ timeout: 300_000 });

const EMPLOYEE = "employee@harbor.example";
const DAY = 24 * 60 * 60;

for (const language of languages) {
  test.describe(language, () => {
    test("groups: data, nothing found, waiting, failed; one: data, questions, refused, proposals, not there", async ({ page, portal, signIn }) => {
      const it = new GroupsPage(page, language);
      const { words } = it;
      await signIn(EMPLOYEE, `${GroupsPage.path}?lng=${language}`);
      await expect(it.rows(words.joined)).toHaveCount(8);
      await judged(page);
      await it.search().fill("nothing of that name");
      await expect(page.locator(".empty")).toHaveCount(2);
      await judged(page);
      await page.goto(portal.url + GroupsPage.at("harbor-quay-4"));
      await expect(it.group("Quay 4")).toBeVisible();
      await judged(page);
      for (const question of [it.leave(), it.remove(), it.giveUp()]) {
        await question.click();
        await expect(dialog(page)).toBeVisible();
        await judged(page);
        await page.keyboard.press("Escape");
        await expect(dialog(page)).toBeHidden();
      }
      await it.giveUp().click();
      await it.confirm().click();
      await expect(dialog(page).getByRole("alert")).not.toBeEmpty();
      await judged(page);
      await page.keyboard.press("Escape");
      await it.addOwner().click();
      await expect(page.locator("dialog .empty")).toBeVisible();
      await judged(page);
      await it.findOwner().fill("smit");
      await expect(page.locator("dialog .person").first()).toBeVisible();
      await judged(page);
      await page.keyboard.press("Escape");
      await page.goto(portal.url + GroupsPage.at("harbor-all-staff"));
      await expect(page.getByText(words.notHere)).toBeVisible();
      await judged(page);
      await page.goto(portal.url + GroupsPage.at("harbor-sailing"));
      await expect(page.getByText(words.notMember)).toBeVisible();
      await judged(page);
      await page.goto(portal.url + GroupsPage.at("nothing"));
      await expect(page.locator(".empty")).toBeVisible();
      await judged(page);
      await page.route(GroupsPage.joined, (route) => route.fulfill(problem(500, "internal")));
      await page.goto(portal.url + GroupsPage.path);
      await expect(page.getByRole("alert").first()).not.toBeEmpty();
      await judged(page);
    });

    test("the form: new, refused, good; changed elsewhere; failed; a group that has expired; nobody may", async ({ page, portal, signIn }) => {
      const it = new GroupsPage(page, language);
      const { words } = it;
      await signIn(EMPLOYEE, `${GroupsPage.newPath}?lng=${language}`);
      await expect(it.name()).toBeVisible();
      await judged(page);
      await it.name().fill("HL Payroll");
      await expect(page.getByText(words.blocked)).toBeVisible();
      await judged(page);
      await it.name().fill("HL Divers");
      await expect(page.getByText(words.available)).toBeVisible();
      await judged(page);
      await page.goto(portal.url + GroupsPage.editAt("harbor-quay-4"));
      await expect(it.name()).toBeVisible();
      await judged(page);
      await page.route(GroupsPage.one, (route) => (route.request().method() === "GET" ? route.fallback() : route.fulfill(problem(412, "stale"))), { times: 1 });
      await it.description().fill("Mine.");
      await it.save().click();
      await expect(page.locator(".newer")).toBeVisible();
      await judged(page);
      await page.goto(portal.url + GroupsPage.editAt("harbor-all-staff"));
      await expect(page.locator(".empty")).toBeVisible();
      await judged(page);
      await portal.restart(22 * DAY);
      await page.context().clearCookies();
      await signIn(EMPLOYEE, `${GroupsPage.at("harbor-quay-4")}&lng=${language}`);
      await expect(page.getByText(words.expiredOn)).toBeVisible();
      await judged(page);
      await page.goto(portal.url + GroupsPage.path);
      await expect(it.row(words.owned, "Quay 4")).toContainText(words.expired);
      await judged(page);
      await page.context().clearCookies();
      await signIn("owner@polder.example", `${GroupsPage.newPath}?lng=${language}`);
      await expect(page.locator(".empty")).toBeVisible();
      await judged(page);
    });
  });
}
