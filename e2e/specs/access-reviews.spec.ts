// Access reviews: of oneself, of others, by several reviewers, to the end.
import type { Browser } from "@playwright/test";
import { reach } from "../fixtures/keyboard.ts";
import type { Portal } from "../fixtures/portal.ts";
import { expect, test } from "../fixtures/test.ts";
import { AccessReviewsPage, BEFORE, CRANES, PLANNERS } from "../pages/access-reviews.ts";
import { SignIn } from "../pages/sign-in.ts";

const EMPLOYEE = "employee@harbor.example";
const ADMIN = "admin@harbor.example";
const MANY = "many@harbor.example";
const DAY = 86_400;

test.use({ allowed: /409 \(Conflict\)|404 \(Not Found\)/ });

/** Somebody else in a browser of their own. */
async function another(browser: Browser, portal: Portal, userId: string, path: string) {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(portal.url + path);
  await new SignIn(page).as(userId);
  await expect(page.locator(".navigation")).toBeAttached();
  return { page, close: () => context.close() };
}

for (const language of ["en", "nl"] as const) {
  test(`${language}: one's own access is answered by keyboard alone, kept over a restart, and changed`, async ({ page, portal, signIn }) => {
    const it = new AccessReviewsPage(page, language);
    await signIn(EMPLOYEE, `${AccessReviewsPage.path}?lng=${language}`);
    await expect(it.link(it.words.waiting(2))).toBeVisible();
    await expect(it.list(it.words.pending)).toHaveCount(2);
    await reach(page, it.action(it.words.begin(PLANNERS)));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await reach(page, it.button(it.words.start));
    await page.keyboard.press("Enter");
    await expect(it.choice(it.words.yes)).toBeFocused();
    await reach(page, it.button(it.words.submit));
    await page.keyboard.press("Enter");
    await expect(page.getByText(it.words.choose)).toBeVisible();
    await expect(it.choice(it.words.yes)).toBeFocused();
    await page.keyboard.press("Space");
    await reach(page, it.button(it.words.submit));
    await page.keyboard.press("Enter");
    await expect(it.reason()).toHaveAccessibleDescription(new RegExp(it.words.required));
    await expect(it.reason()).toBeFocused();
    await page.keyboard.insertText("I plan every day.");
    await reach(page, it.button(it.words.submit));
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.saved)).toBeVisible();
    await expect(page.getByText(it.words.answeredYes)).toBeVisible();
    await expect(page.getByText("I plan every day.")).toBeVisible();
    await expect(page.getByText(it.words.canChange)).toBeVisible();
    await expect(it.link(it.words.waiting(1))).toBeAttached();
    await portal.restart();
    await page.reload();
    await expect(page.getByText(it.words.answeredYes)).toBeVisible();
    await it.button(it.words.changeAnswer).click();
    await it.choice(it.words.no).check();
    await it.reason().fill("I moved to another team.");
    await it.button(it.words.submit).click();
    await expect(page.getByText(it.words.answeredNo)).toBeVisible();
    await page.goto(`${portal.url}${AccessReviewsPage.path}`);
    await expect(it.action(it.words.change(PLANNERS))).toBeVisible();
  });

  test(`${language}: others: searched, filtered, decided with one reason, undone, and recommended`, async ({ page, portal, signIn }) => {
    const it = new AccessReviewsPage(page, language);
    await signIn(EMPLOYEE, `${AccessReviewsPage.others}&lng=${language}`);
    await expect(it.people()).toHaveCount(12);
    await expect(it.people().filter({ hasText: it.words.never })).toHaveCount(2);
    await expect(it.people().filter({ hasText: it.words.quiet })).toHaveCount(2);
    await expect(it.people().filter({ hasText: it.words.signedIn })).toHaveCount(8);
    await expect(it.tool(it.words.deny)).toHaveAttribute("aria-disabled", "true");
    // A range by mouse.
    await it.boxes().nth(1).click();
    await it.boxes().nth(3).click({ modifiers: ["Shift"] });
    await expect(page.getByText(it.words.selected("3"))).toBeVisible();
    await it.tool(it.words.deny).click();
    await it.reason().fill("Moved to the yard.");
    await it.send(it.words.deny).click();
    await expect(it.said(it.words.deniedDone("3"))).toBeVisible();
    await expect(it.tool(it.words.deny)).toBeFocused();
    await expect(it.people().filter({ hasText: it.words.byYou })).toHaveCount(3);
    await expect(it.people().nth(1)).toContainText("Moved to the yard.");
    await expect(page.getByText(it.words.decided(3, 12))).toBeVisible();
    await expect(page.getByText(it.words.selected("0"))).toBeVisible();
    // One is undone, the others keep theirs when the recommendations are accepted.
    const name = (await it.people().nth(1).locator("label").textContent())!;
    await it.button(it.words.undoOne(name)).click();
    await expect(it.said(it.words.undone("1"))).toBeVisible();
    await expect(it.people().nth(1)).toContainText(it.words.undecided);
    await it.tool(it.words.accept).click();
    await expect(it.dialog()).toBeVisible();
    await it.send(it.words.accept).click();
    await expect(it.said(it.words.acceptedDone("10"))).toBeVisible();
    await expect(page.getByText(it.words.decided(12, 12))).toBeVisible();
    await expect(it.people().nth(2)).toContainText("Moved to the yard.");
    await it.show().selectOption("denied");
    // Two of the three, and three of the four for whom that is recommended.
    const denied = 5;
    await expect(it.people()).toHaveCount(denied);
    await it.all().check();
    await it.tool(it.words.undo).click();
    await expect(it.said(it.words.undone(String(denied)))).toBeVisible();
    await expect(it.people()).toHaveCount(0);
    await it.show().selectOption("undecided");
    await expect(it.people()).toHaveCount(denied);
    await it.search().fill("nobody of that name");
    await expect(page.getByText(it.words.nothing("nobody of that name"))).toBeVisible();
    await portal.restart();
    await page.reload();
    await expect(page.getByText(it.words.decided(12 - denied, 12))).toBeVisible();
    await expect(it.people().filter({ hasText: it.words.approved }).first()).toBeVisible();
  });
}

test("rows are selected and decided by keyboard alone: arrows, Shift, space bar, the dialog", async ({ page, signIn }) => {
  const it = new AccessReviewsPage(page);
  await signIn(EMPLOYEE, AccessReviewsPage.others);
  await expect(it.people()).toHaveCount(12);
  await it.all().focus();
  await reach(page, it.boxes().first());
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(it.boxes().nth(1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Space");
  await expect(page.getByText(it.words.selected("3"))).toBeVisible();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText(it.words.selected("5"))).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(it.boxes().nth(3)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByText(it.words.selected("4"))).toBeVisible();
  await it.all().focus();
  await reach(page, it.tool(it.words.approve));
  await page.keyboard.press("Enter");
  await expect(it.reason()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(it.dialog()).toBeHidden();
  await expect(it.tool(it.words.approve)).toBeFocused();
  await page.keyboard.press("Enter");
  await reach(page, it.send(it.words.approve));
  await page.keyboard.press("Enter");
  await expect(it.said(it.words.approvedDone("4"))).toBeVisible();
  await expect(it.tool(it.words.approve)).toBeFocused();
});

test("two reviewers: the last one wins and learns that somebody else decided meanwhile", async ({ page, portal, browser, signIn }) => {
  const it = new AccessReviewsPage(page);
  await signIn(EMPLOYEE, AccessReviewsPage.others);
  await expect(it.people()).toHaveCount(12);
  const admin = await another(browser, portal, ADMIN, AccessReviewsPage.others);
  const theirs = new AccessReviewsPage(admin.page);
  await expect(theirs.people()).toHaveCount(12);
  for (const row of [0, 1]) await theirs.boxes().nth(row).click();
  await theirs.tool("Deny").click();
  await theirs.send("Deny").click();
  await expect(theirs.said(theirs.words.deniedDone("2"))).toBeVisible();
  await it.all().check();
  await it.boxes().first().click();
  await expect(page.getByText(it.words.selected("11"))).toBeVisible();
  await it.tool("Approve").click();
  await it.send("Approve").click();
  await expect(it.said(it.words.overruled("1"))).toBeVisible();
  // The first row is theirs, and now on this screen too.
  await expect(it.people().first()).toContainText("by Adriaan Smit");
  await expect(it.people().nth(1)).toContainText("by you");
  await admin.close();
});

test("at the end the decisions are applied: the group is gone, the review is among the finished ones, its table can be kept", async ({ page, portal, signIn }) => {
  const it = new AccessReviewsPage(page);
  await signIn(EMPLOYEE, AccessReviewsPage.self);
  await it.button(it.words.start).click();
  await it.choice(it.words.no).check();
  await it.reason().fill("I moved to another team.");
  await it.button(it.words.submit).click();
  await expect(it.said(it.words.saved)).toBeVisible();
  const groups = () => page.evaluate(async () => JSON.stringify(await (await fetch("/api/v1/me/organizations")).json()));
  expect(await groups()).toContain("Operations planners");
  await portal.restart(13 * DAY);
  await page.context().clearCookies();
  await signIn(EMPLOYEE, AccessReviewsPage.path);
  await expect(it.list(it.words.finished)).toHaveCount(3);
  await expect(it.row(PLANNERS)).toContainText(it.words.removed);
  await expect(page.getByText(it.words.none)).toBeVisible();
  await expect(it.link()).toHaveCount(0);
  expect(await groups()).not.toContain("Operations planners");
  for (const name of [CRANES, BEFORE]) {
    const download = page.waitForEvent("download");
    await it.action(it.words.download(name)).click();
    expect((await download).suggestedFilename()).toMatch(/^crane-access-.*\.csv$/);
  }
});

test("who opens a review that ended, or is somebody else's, learns it; and so does who decides too late", async ({ page, portal, signIn }) => {
  const it = new AccessReviewsPage(page);
  await signIn(MANY, AccessReviewsPage.others);
  await expect(page.getByText(it.words.missing)).toBeVisible();
  await page.goto(`${portal.url}${AccessReviewsPage.self}`);
  await expect(page.getByText(it.words.missing)).toBeVisible();
  await page.context().clearCookies();
  await signIn(EMPLOYEE, AccessReviewsPage.others);
  await it.boxes().first().click();
  await it.tool("Deny").click();
  await it.reason().fill("Late.");
  await page.route(AccessReviewsPage.decisions, (route) =>
    route.fulfill({ status: 409, contentType: "application/problem+json", body: JSON.stringify({ type: "urn:portal:problem:review-ended", title: "x", status: 409, code: "review-ended", requestId: "r" }) }));
  await it.send("Deny").click();
  await expect(it.dialog().getByRole("alert")).toContainText(it.words.ended);
  await expect(it.reason()).toHaveValue("Late.");
});

test("people without reviews have no link to them", async ({ page, signIn }) => {
  const it = new AccessReviewsPage(page);
  await signIn("suspended@harbor.example", AccessReviewsPage.path);
  await expect(page.getByText(it.words.none)).toBeVisible();
  await expect(page.locator(".navigation").getByRole("link", { name: "Apps", exact: true })).toBeAttached();
  await expect(it.link()).toHaveCount(0);
});

test("a thousand people: all are selected and decided in one request", async ({ page, portal, signIn }) => {
  const it = new AccessReviewsPage(page);
  await signIn(MANY, AccessReviewsPage.many);
  await expect(it.table()).toHaveAttribute("aria-rowcount", "1001");
  const sent: string[] = [];
  page.on("request", (request) => { if (request.method() === "POST") sent.push(new URL(request.url()).pathname); });
  await it.all().click();
  await expect(page.getByText(it.words.selected("1,000"))).toBeVisible();
  await it.tool("Approve").click();
  await it.send("Approve").click();
  await expect(it.said(it.words.approvedDone("1,000"))).toBeVisible();
  await expect(page.getByText("1,000 of 1,000 decided")).toBeVisible();
  expect(sent).toEqual(["/api/v1/access-reviews/review-port-community/decisions"]);
  await portal.restart();
  await page.reload();
  await expect(it.people().first()).toContainText("by you");
});
