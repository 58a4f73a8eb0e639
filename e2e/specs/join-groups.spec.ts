// Joining groups: at once, by asking, taken back; and decided by owners, of whom two may be at it at once.
import type { Browser } from "@playwright/test";
import { problem } from "../fixtures/failures.ts";
import { reach } from "../fixtures/keyboard.ts";
import type { Portal } from "../fixtures/portal.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { GroupMembersPage } from "../pages/group-members.ts";
import { JoinGroupsPage, JoinRequestsPage } from "../pages/join-groups.ts";
import { SignIn, authenticatorCode } from "../pages/sign-in.ts";

const EMPLOYEE = "employee@harbor.example";
const ADMIN = "admin@harbor.example";
const SECURE = "secure@harbor.example";
const EVA = "Eva de Graaf";

// What the tests below cause: a version that is old, a text that is too long, a connection that breaks.
test.use({ allowed: /4(09|12) \((Conflict|Precondition Failed)\)|422 \(Unprocessable Entity\)|ERR_FAILED/ });

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
  const path = `${JoinGroupsPage.path}?lng=${language}`;

  test(`${language}: an open group is joined at once, by keyboard alone, also after a restart`, async ({ page, portal, signIn }) => {
    const it = new JoinGroupsPage(page, language);
    await signIn(EMPLOYEE, path);
    await expect(it.available()).toHaveCount(4);
    await reach(page, it.search());
    await page.keyboard.type("SAIL");
    await expect(it.available()).toHaveCount(1);
    await reach(page, it.join("Sailing club"));
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.joined("Sailing club"))).toBeVisible();
    await expect(it.available()).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await portal.restart();
    await page.goto(portal.url + GroupMembersPage.path("harbor-sailing"));
    await expect(new GroupMembersPage(page, language).row(EVA)).toBeVisible();
    await page.goto(portal.url + JoinGroupsPage.path);
    await expect(it.available()).toHaveCount(3);
  });

  test(`${language}: asked with a justification, waiting, and taken back, by keyboard alone`, async ({ page, signIn }) => {
    const it = new JoinGroupsPage(page, language);
    await signIn(EMPLOYEE, path);
    await it.join("Night shift").focus();
    await page.keyboard.press("Enter");
    await expect(it.justification()).toBeFocused();
    await accessible(page);
    await reach(page, it.button(it.words.send));
    await page.keyboard.press("Enter");
    await expect(it.justification()).toHaveAccessibleDescription(new RegExp(it.words.required));
    await expect(it.justification()).toBeFocused();
    await page.keyboard.insertText("x".repeat(501));
    await reach(page, it.button(it.words.send));
    await page.keyboard.press("Enter");
    await expect(page.getByText(it.words.tooLong)).toBeVisible();
    await expect(it.justification()).toHaveValue("x".repeat(501));
    await it.justification().fill("To swap shifts.\nOn Mondays.");
    await reach(page, it.button(it.words.send));
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.asked("Night shift"))).toBeVisible();
    await expect(it.dialog()).toBeHidden();
    await expect(it.own("Night shift")).toContainText(it.words.pending);
    await expect(it.join("Night shift")).toHaveCount(0);
    await page.reload();
    await expect(it.own("Night shift")).toContainText("On Mondays.");
    await reach(page, it.withdraw("Night shift"));
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.withdrawnDone("Night shift"))).toBeVisible();
    await expect(it.own("Night shift")).toContainText(it.words.withdrawn);
    await expect(it.join("Night shift")).toBeVisible();
    await accessible(page);
  });

  test(`${language}: searched; what was denied before, and why`, async ({ page, signIn }) => {
    const it = new JoinGroupsPage(page, language);
    await signIn(EMPLOYEE, path);
    for (const q of ["night", "NÍGHT", " shift "]) {
      await it.search().fill(q);
      await expect(it.available()).toHaveCount(1);
    }
    for (const q of ["zzz", "<script>", "%", "berth"]) {
      await it.search().fill(q);
      await expect(page.getByText(it.words.nothing(q))).toBeVisible();
    }
    await expect(it.own("Crane maintenance")).toContainText(it.words.denied);
    await expect(it.own("Crane maintenance")).toContainText("for which a certificate is needed");
    await expect(it.own("Crane maintenance")).toContainText("Adriaan Smit");
    await expect(it.yours()).toHaveCount(1);
  });

  test(`${language}: an owner denies with a reason, by keyboard alone; it is under what was decided`, async ({ page, signIn }) => {
    const it = new JoinRequestsPage(page, language);
    await signIn(EMPLOYEE, `${JoinRequestsPage.path}?lng=${language}`);
    await expect(it.rows()).toHaveCount(1);
    await expect(it.row("Sara Kuiper")).toContainText("I renew the locks");
    await expect(it.row("Sara Kuiper")).toContainText("Quay 4");
    await reach(page, it.deny("Sara Kuiper", "Quay 4"));
    await page.keyboard.press("Enter");
    await expect(it.reason()).toBeFocused();
    await reach(page, it.button(it.words.denySend));
    await page.keyboard.press("Enter");
    await expect(it.reason()).toHaveAccessibleDescription(new RegExp(it.words.reasonRequired));
    await expect(it.reason()).toBeFocused();
    await page.keyboard.type("The shifts have a board of their own.");
    await accessible(page);
    await reach(page, it.button(it.words.denySend));
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.deniedDone("Sara Kuiper", "Quay 4"))).toBeVisible();
    await expect(page.getByText(it.words.nothingToDecide)).toBeVisible();
    await it.which().selectOption("decided");
    await expect(it.row("Sara Kuiper")).toContainText("The shifts have a board of their own.");
    await expect(it.row("Sara Kuiper")).toContainText(EVA);
    await expect(page.getByRole("button", { name: it.words.denySend })).toHaveCount(0);
    await accessible(page);
  });
}

test("somebody asks, the owner approves in another browser: the group has a member more, and the requester reads it", async ({ page, portal, signIn, browser }) => {
  const it = new JoinGroupsPage(page);
  await signIn(EMPLOYEE, JoinGroupsPage.path);
  await it.join("Night shift").click();
  await it.justification().fill("To swap shifts.");
  await it.button("Request").click();
  await expect(it.own("Night shift")).toContainText("Pending");
  const admin = await another(browser, portal, ADMIN, JoinRequestsPage.path);
  const queue = new JoinRequestsPage(admin.page);
  await queue.approve(EVA, "Night shift").click();
  await expect(queue.said(queue.words.approvedDone(EVA, "Night shift"))).toBeVisible();
  await admin.close();
  await portal.restart();
  await page.reload();
  await expect(it.own("Night shift")).toContainText("Approved");
  await expect(it.own("Night shift")).toContainText("decided by Adriaan Smit");
  await expect(it.join("Night shift")).toHaveCount(0);
  await page.goto(portal.url + GroupMembersPage.path("harbor-night-shift"));
  await expect(new GroupMembersPage(page).row(EVA)).toBeVisible();
});

test("two owners at once: one wins, the other reads who decided and how, and what was typed stays", async ({ page, portal, signIn, browser }) => {
  const it = new JoinGroupsPage(page);
  await signIn(EMPLOYEE, JoinGroupsPage.path);
  await it.join("Night shift").click();
  await it.justification().fill("To swap shifts.");
  await it.button("Request").click();
  await expect(it.own("Night shift")).toContainText("Pending");
  const admin = await another(browser, portal, ADMIN, JoinRequestsPage.path);
  const other = await another(browser, portal, SECURE, JoinRequestsPage.path, authenticatorCode());
  const [first, second] = [new JoinRequestsPage(admin.page), new JoinRequestsPage(other.page)];
  await second.deny(EVA, "Night shift").click();
  await second.reason().fill("Not this month.");
  await first.approve(EVA, "Night shift").click();
  await expect(first.said(first.words.approvedDone(EVA, "Night shift"))).toBeVisible();
  await second.button("Deny").click();
  await expect(second.failure()).toContainText("Adriaan Smit has approved this request meanwhile.");
  await expect(second.reason()).toHaveValue("Not this month.");
  await second.button("Close").click();
  await expect(second.row(EVA)).toContainText("Approved");
  await expect(second.row(EVA)).toContainText("decided by Adriaan Smit");
  // The requester, whose page is older, cannot take it back any more.
  await it.withdraw("Night shift").click();
  await expect(it.said(it.words.decidedMeanwhile("Night shift"))).toBeVisible();
  await expect(it.own("Night shift")).toContainText("Approved");
  await admin.close();
  await other.close();
});

test("what is typed outlives a connection that breaks", async ({ page, signIn }) => {
  const it = new JoinGroupsPage(page);
  await signIn(EMPLOYEE, JoinGroupsPage.path);
  await page.route(JoinGroupsPage.own, (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()), { times: 2 });
  await it.join("Night shift").click();
  await it.justification().fill("To swap shifts.");
  await it.button("Request").click();
  await expect(it.failure()).not.toBeEmpty();
  await expect(it.justification()).toHaveValue("To swap shifts.");
  await it.button("Request").click();
  await expect(it.own("Night shift")).toContainText("To swap shifts.");
});

test("nothing to join, nothing asked, nothing to decide", async ({ page, portal, signIn }) => {
  const it = new JoinGroupsPage(page);
  for (const list of [JoinGroupsPage.offered, JoinGroupsPage.own, JoinRequestsPage.list]) {
    await page.route(list, (route) => route.fulfill({ json: { items: [] } }));
  }
  await signIn(ADMIN, JoinGroupsPage.path);
  await expect(page.getByText(it.words.none)).toBeVisible();
  await expect(page.getByText(it.words.noneYours)).toBeVisible();
  await accessible(page);
  await page.goto(portal.url + JoinRequestsPage.path);
  await expect(page.getByText(it.words.nothingToDecide)).toBeVisible();
  await new JoinRequestsPage(page).which().selectOption("decided");
  await expect(page.getByText("Nothing decided yet")).toBeVisible();
  await accessible(page);
});

test.describe("what is no longer so", () => {
  test.use({ allowed: /40[349] \((Forbidden|Not Found|Conflict)\)/ });

  test("a group that one is in by now, one that needs approval by now, and one that is managed elsewhere by now", async ({ page, portal, signIn }) => {
    const it = new JoinGroupsPage(page);
    await signIn(EMPLOYEE, JoinGroupsPage.path);
    await page.route(JoinGroupsPage.join, (route) => route.fulfill(problem(409, "approval-needed")), { times: 1 });
    await it.join("Sailing club").click();
    await expect(it.said("An owner now decides who joins Sailing club. Request it instead.")).toBeVisible();
    await page.route(JoinGroupsPage.join, (route) => route.fulfill(problem(409, "already-there")), { times: 1 });
    await it.join("Sailing club").click();
    await expect(it.said("You are a member of Sailing club already.")).toBeVisible();
    await expect(it.join("Sailing club")).toHaveCount(0);
    await page.goto(portal.url + JoinRequestsPage.path);
    const queue = new JoinRequestsPage(page);
    await page.route(JoinRequestsPage.approve, (route) => route.fulfill(problem(409, "managed-elsewhere")), { times: 1 });
    await queue.approve("Sara Kuiper", "Quay 4").click();
    await expect(queue.said("The members of Quay 4 are no longer managed here")).toBeVisible();
  });

  test("who has no My Apps gets Access denied", async ({ page, portal, signIn }) => {
    await signIn("noapps@harbor.example", JoinGroupsPage.path);
    await expect(page.getByRole("heading", { level: 1, name: "Access denied" })).toBeVisible();
    await page.goto(portal.url + JoinRequestsPage.path);
    await expect(page.getByRole("heading", { level: 1, name: "Access denied" })).toBeVisible();
  });
});
