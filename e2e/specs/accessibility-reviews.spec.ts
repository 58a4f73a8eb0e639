// Every state of access reviews in both languages, light, dark and forced colours, narrow and wide.
import { problem } from "../fixtures/failures.ts";
import { dialog, judged, languages } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import { AccessReviewsPage } from "../pages/access-reviews.ts";

test.use({ allowed: /Failed to load resource/ });
// Each goes through many states, and each state through six looks.
test.describe.configure({ timeout: 300_000 });

for (const language of languages) {
  test.describe(language, () => {
    test("the list: data, waiting, failed, nothing; one's own: the question, refused, answered, failed, not there", async ({ page, portal, signIn }) => {
      const it = new AccessReviewsPage(page, language);
      await signIn("employee@harbor.example", `${AccessReviewsPage.path}?lng=${language}`);
      await expect(it.list(it.words.pending)).toHaveCount(2);
      await expect(it.list(it.words.finished)).toHaveCount(1);
      await judged(page);
      await page.route(AccessReviewsPage.pending, () => new Promise(() => {}));
      await page.route(AccessReviewsPage.finished, (route) => route.fulfill(problem(500, "internal")));
      await page.reload();
      await expect(page.locator("[aria-busy=true]").first()).toBeVisible();
      await expect(it.failure().filter({ hasText: /./ })).toBeVisible();
      await judged(page);
      await page.unroute(AccessReviewsPage.pending);
      await page.unroute(AccessReviewsPage.finished);
      await page.goto(portal.url + AccessReviewsPage.self);
      await expect(it.button(it.words.start)).toBeVisible();
      await judged(page);
      await it.button(it.words.start).click();
      await expect(it.choice(it.words.yes)).toBeVisible();
      await judged(page);
      await it.button(it.words.submit).click();
      await expect(page.getByText(it.words.choose)).toBeVisible();
      await judged(page);
      await it.choice(it.words.no).check();
      await it.reason().fill("I moved to another team.");
      await page.route(AccessReviewsPage.own, (route) => route.fulfill(problem(409, "review-ended")));
      await it.button(it.words.submit).click();
      await expect(it.failure().filter({ hasText: /./ })).toBeVisible();
      await judged(page);
      await page.unroute(AccessReviewsPage.own);
      await it.button(it.words.submit).click();
      await expect(page.getByText(it.words.answeredNo)).toBeVisible();
      await judged(page);
      await page.goto(`${portal.url}/access-reviews/self?review=nothing`);
      await expect(page.getByText(it.words.missing)).toBeVisible();
      await judged(page);
    });

    test("others: rows, selected, the dialogs, refused, decided, nobody, waiting, failed, not there; nothing to review", async ({ page, portal, signIn }) => {
      const it = new AccessReviewsPage(page, language);
      await signIn("employee@harbor.example", `${AccessReviewsPage.others}&lng=${language}`);
      await expect(it.people()).toHaveCount(12);
      await judged(page);
      await it.boxes().first().click();
      await judged(page);
      for (const name of [it.words.accept, it.words.dontKnow, it.words.deny]) {
        await it.tool(name).click();
        await expect(dialog(page)).toBeVisible();
        await judged(page);
        await page.keyboard.press("Escape");
        await expect(dialog(page)).toBeHidden();
      }
      await it.tool(it.words.deny).click();
      await it.reason().fill("x".repeat(1001));
      await it.send(it.words.deny).click();
      await expect(it.reason()).toHaveAttribute("aria-invalid", "true");
      await judged(page);
      await it.reason().fill("Moved to the yard.");
      await it.send(it.words.deny).click();
      await expect(it.said(it.words.deniedDone("1"))).toBeVisible();
      await it.boxes().nth(1).click();
      await it.tool(it.words.dontKnow).click();
      await it.send(it.words.dontKnow).click();
      await expect(page.getByText(it.words.decided(2, 12))).toBeVisible();
      await judged(page);
      await it.search().fill("nobody of that name");
      await expect(page.locator(".empty")).toBeVisible();
      await judged(page);
      await page.route(AccessReviewsPage.items, () => new Promise(() => {}));
      await page.reload();
      await expect(page.locator("[aria-busy=true]").first()).toBeVisible();
      await judged(page);
      await page.unroute(AccessReviewsPage.items);
      await page.route(AccessReviewsPage.items, (route) => route.fulfill(problem(500, "internal")));
      await page.reload();
      await expect(it.failure().filter({ hasText: /./ })).toBeVisible();
      await judged(page);
      await page.unroute(AccessReviewsPage.items);
      await page.goto(`${portal.url}/access-reviews/decide?review=nothing`);
      await expect(page.getByText(it.words.missing)).toBeVisible();
      await judged(page);
      await page.context().clearCookies();
      await signIn("suspended@harbor.example", `${AccessReviewsPage.path}?lng=${language}`);
      await expect(page.getByText(it.words.none)).toBeVisible();
      await judged(page);
    });
  });
}
