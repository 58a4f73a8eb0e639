// New apps: added at once, asked for, taken back; and decided by approvers, of whom two may be at it at once.
import type { Browser } from "@playwright/test";
import { problem } from "../fixtures/failures.ts";
import { reach } from "../fixtures/keyboard.ts";
import type { Portal } from "../fixtures/portal.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { AppRequestsPage, RequestPage } from "../pages/app-requests.ts";
import { AppsPage } from "../pages/apps.ts";
import { SignIn, authenticatorCode } from "../pages/sign-in.ts";

const EMPLOYEE = "employee@harbor.example";
const ADMIN = "admin@harbor.example";
const SECURE = "secure@harbor.example";
const EVA = "Eva de Graaf";

// What the tests below cause: a version that is old, a text that is too long, a connection that breaks.
test.use({ allowed: /412 \(Precondition Failed\)|422 \(Unprocessable Entity\)|ERR_FAILED/ });

/** Somebody in a browser of their own. */
async function another(browser: Browser, portal: Portal, userId: string, path: string, code?: string) {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(portal.url + path);
  await new SignIn(page).as(userId);
  if (code) await page.locator("#code").fill(code).then(() => page.keyboard.press("Enter"));
  await expect(page.locator(".navigation")).toBeAttached();
  return { page, close: () => context.close() };
}

for (const language of ["en", "nl"] as const) {
  const path = `${RequestPage.path}?lng=${language}`;

  test(`${language}: an app that nobody has to approve is there at once, by keyboard alone, also after a restart`, async ({ page, portal, signIn }) => {
    const it = new RequestPage(page, language);
    const apps = new AppsPage(page, language);
    await signIn(EMPLOYEE, `${AppsPage.path}?lng=${language}`);
    await expect(apps.all().first()).toBeVisible();
    await reach(page, page.getByRole("link", { name: it.words.title }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: it.words.title })).toBeFocused();
    await expect(page).toHaveURL(/\/apps\/request$/);
    await expect(it.available()).toHaveCount(8);
    await reach(page, it.search());
    await page.keyboard.type("polls");
    await expect(it.available()).toHaveCount(1);
    await reach(page, it.add(it.words.polls));
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.added(it.words.polls))).toBeVisible();
    await expect(it.available()).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await portal.restart();
    await page.goto(portal.url + AppsPage.path);
    await apps.search().fill(it.words.polls);
    await expect(apps.app(it.words.polls)).toBeVisible();
  });

  test(`${language}: asked for with a justification, waiting, and taken back, by keyboard alone`, async ({ page, signIn }) => {
    const it = new RequestPage(page, language);
    await signIn(EMPLOYEE, path);
    await it.ask(it.words.fuel).focus();
    await page.keyboard.press("Enter");
    await expect(it.justification()).toBeFocused();
    await accessible(page);
    await reach(page, it.button(it.words.send));
    await page.keyboard.press("Enter");
    await expect(it.justification()).toHaveAccessibleDescription(new RegExp(it.words.required));
    await expect(it.justification()).toBeFocused();
    await page.keyboard.insertText("x".repeat(1001));
    await reach(page, it.button(it.words.send));
    await page.keyboard.press("Enter");
    await expect(page.getByText(it.words.tooLong)).toBeVisible();
    await expect(it.justification()).toHaveValue("x".repeat(1001));
    await it.justification().fill("To order fuel.\nEvery week.");
    await reach(page, it.button(it.words.send));
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.asked(it.words.fuel))).toBeVisible();
    await expect(it.dialog()).toBeHidden();
    await expect(it.own(it.words.fuel)).toContainText(it.words.pending);
    await expect(it.ask(it.words.fuel)).toHaveCount(0);
    await page.reload();
    await expect(it.own(it.words.fuel)).toContainText("Every week.");
    await reach(page, it.withdraw(it.words.fuel));
    await page.keyboard.press("Enter");
    await expect(it.button(it.words.cancel)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(it.withdraw(it.words.fuel)).toBeFocused();
    await page.keyboard.press("Enter");
    await reach(page, it.button(it.words.confirm));
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.withdrawnDone(it.words.fuel))).toBeVisible();
    await expect(it.own(it.words.fuel)).toContainText(it.words.withdrawn);
    await expect(it.ask(it.words.fuel)).toBeVisible();
    await accessible(page);
  });

  test(`${language}: found by the names of either language; what was decided before, and why`, async ({ page, signIn }) => {
    const it = new RequestPage(page, language);
    await signIn(EMPLOYEE, path);
    for (const q of ["fuel", "BRANDSTOF", " bränd "]) {
      await it.search().fill(q);
      await expect(it.available()).toHaveCount(1);
      await expect(it.ask(it.words.fuel)).toBeVisible();
    }
    for (const q of ["zzz", "<script>", "عربي", "%"]) {
      await it.search().fill(q);
      await expect(page.getByText(it.words.nothing(q))).toBeVisible();
    }
    await expect(it.own(it.words.contracts)).toContainText(it.words.pending);
    await expect(it.own(it.words.files)).toContainText(it.words.denied);
    await expect(it.own(it.words.files)).toContainText("Personnel files are for managers.");
    await expect(it.own(it.words.files)).toContainText("Sara Kuiper");
    await expect(it.yours()).toHaveCount(3);
  });

  test(`${language}: an approver approves one and denies another, with a reason, by keyboard alone`, async ({ page, signIn }) => {
    const it = new AppRequestsPage(page, language);
    await signIn(ADMIN, `/apps?lng=${language}`);
    await reach(page, it.link());
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: it.words.queue })).toBeFocused();
    await expect(it.rows()).toHaveCount(3);
    await expect(it.row(EVA)).toContainText("Shipping lines ask me");
    await expect(it.row(EVA)).toContainText(EMPLOYEE);
    await reach(page, it.approve(it.words.contracts, EVA));
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.approvedDone(it.words.contracts, EVA))).toBeVisible();
    await expect(it.rows()).toHaveCount(2);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    const meters = language === "en" ? "Energy meters" : "Energiemeters";
    await reach(page, it.deny(meters, "Mila Visser"));
    await page.keyboard.press("Enter");
    await expect(it.reason()).toBeFocused();
    await reach(page, it.button(it.words.denySend));
    await page.keyboard.press("Enter");
    await expect(it.reason()).toHaveAccessibleDescription(new RegExp(it.words.reasonRequired));
    await expect(it.reason()).toBeFocused();
    await page.keyboard.type("Use the export of the meters.");
    await accessible(page);
    await reach(page, it.button(it.words.denySend));
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.deniedDone(meters, "Mila Visser"))).toBeVisible();
    await expect(it.rows()).toHaveCount(1);
    await it.which().selectOption(it.words.decided);
    await expect(it.rows()).toHaveCount(5);
    await expect(it.row("Mila Visser")).toContainText("Use the export of the meters.");
    await expect(it.row("Mila Visser")).toContainText("Adriaan Smit");
    await expect(page.getByRole("button", { name: it.words.denySend })).toHaveCount(0);
    await accessible(page);
  });
}

test("a request, approved in another browser: the app is in My Apps", async ({ page, portal, signIn, browser }) => {
  const it = new RequestPage(page);
  await signIn(EMPLOYEE, RequestPage.path);
  await it.ask("Fuel orders").click();
  await it.justification().fill("To order fuel.");
  await it.button("Request").click();
  await expect(it.own("Fuel orders")).toContainText("Pending");
  const admin = await another(browser, portal, ADMIN, AppRequestsPage.path);
  const queue = new AppRequestsPage(admin.page);
  await queue.approve("Fuel orders", EVA).click();
  await expect(queue.said("Eva de Graaf has Fuel orders now.")).toBeVisible();
  await admin.close();
  await page.reload();
  await expect(it.own("Fuel orders")).toContainText("decided by Adriaan Smit");
  await expect(it.own("Fuel orders")).toContainText("Approved");
  await page.goto(portal.url + AppsPage.path);
  const apps = new AppsPage(page);
  await apps.search().fill("fuel");
  await expect(apps.app("Fuel orders")).toBeVisible();
});

test("two approvers at once: one decides, the other sees who and how, with nothing lost", async ({ page, portal, signIn, browser }) => {
  const it = new AppRequestsPage(page);
  await signIn(ADMIN, AppRequestsPage.path);
  await expect(it.rows()).toHaveCount(3);
  const secure = await another(browser, portal, SECURE, AppRequestsPage.path, authenticatorCode());
  const other = new AppRequestsPage(secure.page);
  // Nobody sees their own.
  await expect(other.rows()).toHaveCount(2);
  await it.deny("Energy meters", "Mila Visser").click();
  await it.reason().fill("Use the export of the meters.");
  await other.approve("Energy meters", "Mila Visser").click();
  await expect(other.said(other.words.approvedDone("Energy meters", "Mila Visser"))).toBeVisible();
  await it.button("Deny").click();
  await expect(it.failure()).toContainText(it.words.wasApproved("Sara Kuiper"));
  await expect(it.reason()).toHaveValue("Use the export of the meters.");
  await expect(it.button("Deny")).toHaveAttribute("aria-disabled", "true");
  await accessible(page);
  await it.button("Close").click();
  await expect(it.row("Mila Visser")).toContainText("Approved");
  await expect(it.row("Mila Visser").getByRole("button")).toHaveCount(0);
  // The other way round, with Approve.
  await other.deny("Contract register", EVA).click();
  await other.reason().fill("Ask sales.");
  await other.button("Deny").click();
  await expect(other.said(other.words.deniedDone("Contract register", EVA))).toBeVisible();
  await secure.close();
  await it.approve("Contract register", EVA).click();
  await expect(it.said(it.words.wasDenied("Sara Kuiper"))).toBeVisible();
  await expect(it.row(EVA)).toContainText("Ask sales.");
  await expect(it.row(EVA).getByRole("button")).toHaveCount(0);
});

test("a requester who withdrew meanwhile, and an approver who decided meanwhile", async ({ page, portal, signIn, browser }) => {
  const it = new RequestPage(page);
  await signIn(EMPLOYEE, RequestPage.path);
  const admin = await another(browser, portal, ADMIN, AppRequestsPage.path);
  const queue = new AppRequestsPage(admin.page);
  await expect(queue.row(EVA)).toContainText("Contract register");
  await it.withdraw("Contract register").click();
  await it.button("Withdraw").click();
  await expect(it.own("Contract register")).toContainText("Withdrawn");
  await queue.approve("Contract register", EVA).click();
  await expect(queue.said(queue.words.wasWithdrawn(EVA))).toBeVisible();
  await expect(queue.row(EVA)).toContainText("Withdrawn");
  await it.ask("Contract register").click();
  await it.justification().fill("After all.");
  await it.button("Request").click();
  await expect(it.own("Contract register")).toContainText("After all.");
  await admin.page.reload();
  await it.withdraw("Contract register").click();
  await queue.approve("Contract register", EVA).click();
  await expect(queue.said(queue.words.approvedDone("Contract register", EVA))).toBeVisible();
  await it.button("Withdraw").click();
  await expect(it.failure()).toContainText("This request was decided meanwhile.");
  await it.button("Cancel").click();
  await expect(it.own("Contract register")).toContainText("Approved");
  await admin.close();
});

test("what is typed outlives a connection that breaks", async ({ page, signIn }) => {
  const it = new RequestPage(page);
  await signIn(EMPLOYEE, RequestPage.path);
  await page.route(RequestPage.own, (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()), { times: 2 });
  await it.ask("Fuel orders").click();
  await it.justification().fill("To order fuel.");
  await it.button("Request").click();
  await expect(it.failure()).not.toBeEmpty();
  await expect(it.justification()).toHaveValue("To order fuel.");
  await it.button("Request").click();
  await expect(it.own("Fuel orders")).toContainText("To order fuel.");
});

test("nothing to get, nothing asked, nothing to decide", async ({ page, portal, signIn }) => {
  const it = new RequestPage(page);
  for (const list of [RequestPage.catalogue, RequestPage.own, AppRequestsPage.list]) {
    await page.route(list, (route) => route.fulfill({ json: { items: [] } }));
  }
  await signIn(ADMIN, RequestPage.path);
  await expect(page.getByText(it.words.none)).toBeVisible();
  await expect(page.getByText(it.words.noneYours)).toBeVisible();
  await accessible(page);
  await page.goto(portal.url + AppRequestsPage.path);
  await expect(page.getByText(it.words.nothingToDecide)).toBeVisible();
  await new AppRequestsPage(page).which().selectOption("decided");
  await expect(page.getByText("Nothing decided yet")).toBeVisible();
  await accessible(page);
});

test.describe("what is no longer so", () => {
  test.use({ allowed: /40[39] \((Forbidden|Conflict)\)/ });

  test("an app that is there already, and one that needs approval by now", async ({ page, signIn }) => {
    const it = new RequestPage(page);
    await signIn(EMPLOYEE, RequestPage.path);
    await page.route(RequestPage.add, (route) => route.fulfill(problem(409, "approval-needed")), { times: 1 });
    await it.add("Quick polls").click();
    await expect(it.said("Quick polls now needs approval. Request it instead.")).toBeVisible();
    await page.route(RequestPage.add, (route) => route.fulfill(problem(409, "already-there")), { times: 1 });
    await it.add("Quick polls").click();
    await expect(it.said("Quick polls is among your apps already.")).toBeVisible();
    await expect(it.add("Quick polls")).toHaveCount(0);
  });

  test("who has no My Apps, and who decides nothing, gets Access denied", async ({ page, portal, signIn }) => {
    await signIn("noapps@harbor.example", RequestPage.path);
    await expect(page.getByRole("heading", { level: 1, name: "Access denied" })).toBeVisible();
    await page.context().clearCookies();
    await page.goto(portal.url);
    await signIn(EMPLOYEE, AppRequestsPage.path);
    await expect(page.getByRole("heading", { level: 1, name: "Access denied" })).toBeVisible();
    await expect(new AppRequestsPage(page).link()).toHaveCount(0);
  });
});
