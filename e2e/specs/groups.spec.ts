// Groups: both lists, one group, its owners and its end, making one and changing it.
import type { Page } from "@playwright/test";
import { SESSION_EXPIRED } from "../fixtures/failures.ts";
import { reach } from "../fixtures/keyboard.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { GroupsPage } from "../pages/groups.ts";
import { SignIn } from "../pages/sign-in.ts";

const EMPLOYEE = "employee@harbor.example";
const QUAY = GroupsPage.at("harbor-quay-4");
const DAY = 24 * 60 * 60;

// Names that are refused, owners who cannot go, groups that are gone, versions that are old, answers that get lost.
test.use({ allowed: /status of (401|404|409|412|422)|ERR_FAILED/ });

/** Does something behind the page's back, in the name of who is signed in. */
const meanwhile = (page: Page, method: string, path: string, body: object, version = "") => page.evaluate(async ([method, path, body, version]) => {
  const headers = { "X-Portal-Request": "1", "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID(), ...(version && { "If-Match": version }) };
  return (await fetch(`/api/v1${path}`, { method: method!, body: body!, headers })).status;
}, [method, path, JSON.stringify(body), version]);

for (const language of ["en", "nl"] as const) {
  const lng = (path: string) => `${path}${path.includes("?") ? "&" : "?"}lng=${language}`;

  test(`${language}: what one owns and what one is in, searched on the server`, async ({ page, signIn }) => {
    const it = new GroupsPage(page, language);
    const { words } = it;
    await signIn(EMPLOYEE, lng(GroupsPage.path));
    await expect(it.rows(words.owned)).toHaveCount(2);
    expect(await it.names(words.owned)).toEqual(["Lunch runners", "Quay 4"]);
    await expect(it.rows(words.joined)).toHaveCount(8);
    await expect(it.row(words.joined, "All staff")).toContainText(words.elsewhere);
    await expect(it.row(words.joined, "Harbour simulation project")).toContainText("Polder University");
    await expect(it.row(words.owned, "Quay 4")).not.toContainText("Harbor Logistics");
    await expect(it.join()).toHaveAttribute("href", "/groups/join");
    await expect(it.requests()).toHaveAttribute("href", "/groups/requests");
    await accessible(page);
    await it.search().fill("HARBÓUR");
    await expect(it.rows(words.joined)).toHaveCount(1);
    await expect(page.getByText(words.nothingOwned("HARBÓUR"))).toBeVisible();
    await it.search().fill("");
    await it.row(words.owned, "Quay 4").getByRole("link").click();
    await expect(it.heading(words.details)).toBeFocused();
    await expect(it.group("Quay 4")).toBeVisible();
  });

  test(`${language}: a group is made, its name checked while it is typed, and changed; it is there after a restart`, async ({ page, portal, signIn }) => {
    const it = new GroupsPage(page, language);
    const { words } = it;
    await signIn(EMPLOYEE, lng(GroupsPage.path));
    await it.create().click();
    await expect(it.name()).toHaveValue("HL ");
    for (const [typed, said] of [["Divers", words.prefix], ["HL Payroll", words.blocked], ["", words.nameNeeded], ["HL Divers", words.available]] as const) {
      await it.name().fill(typed);
      await expect(page.getByText(said)).toBeVisible();
      await expect(page.locator("[aria-invalid]")).toHaveCount(said === words.available ? 0 : 1);
    }
    await it.description().fill("Under water.\nOn Mondays.");
    await it.choice(words.collaboration).check();
    await it.choice(words.approval).check();
    await accessible(page);
    await it.save().click();
    await expect(it.message(words.created("HL Divers"))).toBeVisible();
    await expect(it.group("HL Divers")).toBeVisible();
    await expect(page).toHaveURL(/\/groups\/details\?group=/);
    await expect(page.getByText("On Mondays.")).toBeVisible();
    await it.edit().click();
    await expect(it.name()).toHaveValue("HL Divers");
    await expect(it.description()).toHaveValue("Under water.\nOn Mondays.");
    await expect(it.choice(words.approval)).toBeChecked();
    await it.name().fill("HL Free divers");
    await it.choice(words.open).check();
    await it.save().click();
    await expect(it.message(words.saved("HL Free divers"))).toBeVisible();
    await portal.restart();
    await page.reload();
    await expect(it.group("HL Free divers")).toBeVisible();
    await expect(page.getByText(words.open)).toBeVisible();
    await page.goto(portal.url + GroupsPage.newPath);
    await it.name().fill("hl FREE divers");
    await expect(page.getByText(words.prefix)).toBeVisible();
    await it.name().fill("HL FREE divers");
    await it.save().click();
    await expect(page.getByText(words.taken)).toBeVisible();
    await expect(it.name()).toBeFocused();
    await expect(it.name()).toHaveValue("HL FREE divers");
  });

  test(`${language}: a group is renewed, and deleted after a question that says how many lose it`, async ({ page, portal, signIn }) => {
    const it = new GroupsPage(page, language);
    const { words } = it;
    await signIn(EMPLOYEE, lng(QUAY));
    const before = await it.group("Quay 4").page().locator(".facts").textContent();
    await it.renew().click();
    await expect(it.message(words.renewed("Quay 4"))).toBeVisible();
    await expect(page.locator(".facts")).not.toHaveText(before!);
    await it.remove().click();
    await expect(it.dialog()).toContainText(words.lost);
    await expect(it.safe()).toBeFocused();
    await accessible(page);
    await page.keyboard.press("Escape");
    await expect(it.remove()).toBeFocused();
    await it.remove().click();
    await it.confirm().click();
    await expect(it.message(words.deleted("Quay 4"))).toBeVisible();
    await expect(it.heading(words.title)).toBeFocused();
    await expect(it.rows(words.owned)).toHaveCount(1);
    await portal.restart();
    await page.goto(portal.url + QUAY);
    await expect(page.getByText(words.notThere)).toBeVisible();
  });

  test(`${language}: owners: the last one stays until there is a successor; leaving ends the membership alone`, async ({ page, signIn }) => {
    const it = new GroupsPage(page, language);
    const { words } = it;
    await signIn(EMPLOYEE, lng(QUAY));
    await it.giveUp().click();
    await it.confirm().click();
    await expect(it.dialog().getByRole("alert")).toContainText(words.lastOwner);
    await it.safe().click();
    await it.addOwner().click();
    await it.findOwner().fill("secure@");
    await it.add("Sara Kuiper").click();
    await expect(it.message(words.ownerAdded("Sara Kuiper"))).toBeVisible();
    await expect(it.owners()).toHaveCount(2);
    await it.leave().click();
    await it.confirm().click();
    await expect(it.message(words.left("Quay 4"))).toBeVisible();
    await expect(it.leave()).toHaveCount(0);
    await it.removeOwner("Sara Kuiper").click();
    await it.confirm().click();
    await expect(it.message(words.ownerRemoved("Sara Kuiper"))).toBeVisible();
    await expect(it.owners()).toHaveCount(1);
    await it.addOwner().click();
    await it.findOwner().fill("secure@");
    await it.add("Sara Kuiper").click();
    await expect(it.owners()).toHaveCount(2);
    await it.giveUp().click();
    await it.confirm().click();
    await expect(it.message(words.gaveUp("Quay 4"))).toBeVisible();
    await expect(it.heading(words.title)).toBeVisible();
    await expect(it.rows(words.owned)).toHaveCount(1);
  });

  test(`${language}: by keyboard alone`, async ({ page, signIn }) => {
    const it = new GroupsPage(page, language);
    const { words } = it;
    await signIn(EMPLOYEE, lng(GroupsPage.path));
    await expect(it.rows(words.owned)).toHaveCount(2);
    await it.heading(words.title).focus();
    await reach(page, it.create());
    await page.keyboard.press("Enter");
    await expect(it.heading(words.create)).toBeFocused();
    await reach(page, it.name());
    await page.keyboard.press("End");
    await page.keyboard.type("Swimmers");
    await expect(page.getByText(words.available)).toBeVisible();
    await reach(page, it.choice(words.closed));
    await page.keyboard.press("ArrowUp");
    await expect(it.choice(words.approval)).toBeChecked();
    await page.keyboard.press("Enter");
    await expect(it.group("HL Swimmers")).toBeVisible();
    await expect(it.heading(words.details)).toBeFocused();
    await reach(page, it.remove());
    await page.keyboard.press("Enter");
    await expect(it.safe()).toBeFocused();
    await reach(page, it.confirm());
    await page.keyboard.press("Enter");
    await expect(it.message(words.deleted("HL Swimmers"))).toBeVisible();
  });
}

test("somebody else changed it meanwhile: what was typed stays, what is stored stands beside it, and saving again replaces that", async ({ page, signIn }) => {
  const it = new GroupsPage(page);
  await signIn(EMPLOYEE, GroupsPage.editAt("harbor-quay-4"));
  await it.description().fill("Mine.");
  expect(await meanwhile(page, "PATCH", "/groups/harbor-quay-4", { description: "Theirs.", joinPolicy: "closed" }, '"1"')).toBe(204);
  await it.save().click();
  await expect(it.failure()).toContainText(it.words.stale);
  await expect(it.description()).toHaveValue("Mine.");
  const newer = page.locator(".newer");
  await expect(newer).toContainText("Theirs.");
  await expect(newer).toContainText(it.words.closed);
  await accessible(page);
  await it.save().click();
  await expect(it.message(it.words.saved("Quay 4"))).toBeVisible();
  await expect(page.getByText("Mine.")).toBeVisible();
});

test("somebody else changed it meanwhile: it is not deleted before that was seen", async ({ page, signIn }) => {
  const it = new GroupsPage(page);
  await signIn(EMPLOYEE, QUAY);
  await it.remove().click();
  expect(await meanwhile(page, "PATCH", "/groups/harbor-quay-4", { description: "Theirs." }, '"1"')).toBe(204);
  await it.confirm().click();
  await expect(it.dialog().getByRole("alert")).toContainText("Somebody changed the group meanwhile.");
  await it.confirm().click();
  await expect(it.message(it.words.deleted("Quay 4"))).toBeVisible();
});

test("the answer to saving gets lost after the server did it: the page reads again and goes on", async ({ page, signIn }) => {
  const it = new GroupsPage(page);
  await signIn(EMPLOYEE, GroupsPage.editAt("harbor-quay-4"));
  await it.description().fill("Mine.");
  await page.route(GroupsPage.one, async (route) => {
    if (route.request().method() === "GET") return route.continue();
    await route.fetch();
    await route.abort();
  });
  await it.save().click();
  await expect(it.message(it.words.saved("Quay 4"))).toBeVisible();
});

test("a session that ended while typing: signing in again in place makes the group", async ({ page, signIn }) => {
  const it = new GroupsPage(page);
  await signIn(EMPLOYEE, GroupsPage.newPath);
  await it.name().fill("HL Divers");
  await it.description().fill("Under water.");
  await page.route(GroupsPage.all, SESSION_EXPIRED, { times: 1 });
  await it.save().click();
  await new SignIn(page).comeBack();
  await expect(it.message(it.words.created("HL Divers"))).toBeVisible();
});

test("a late answer about a name says nothing about the one that is typed now", async ({ page, signIn }) => {
  const it = new GroupsPage(page);
  await signIn(EMPLOYEE, GroupsPage.newPath);
  await page.route(GroupsPage.check, async (route) => {
    if (route.request().url().includes("Payroll")) await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue().catch(() => undefined);
  });
  const asked = page.waitForRequest(/Payroll/);
  await it.name().fill("HL Payroll");
  await asked;
  await it.name().fill("HL Divers");
  await expect(page.getByText(it.words.available)).toBeVisible();
  await page.waitForTimeout(1600);
  await expect(page.getByText(it.words.available)).toBeVisible();
  await expect(page.getByText(it.words.blocked)).toHaveCount(0);
});

test("what is managed elsewhere says why and whom to ask, and offers nothing", async ({ page, portal, signIn }) => {
  const it = new GroupsPage(page);
  await signIn("admin@harbor.example", GroupsPage.at("harbor-all-staff"));
  await expect(page.getByText(it.words.notHere)).toBeVisible();
  await expect(page.getByRole("link", { name: "it-admin@harbor.example" })).toBeVisible();
  for (const nothing of [it.edit(), it.renew(), it.remove(), it.leave(), it.addOwner(), it.giveUp()]) await expect(nothing).toHaveCount(0);
  await page.goto(portal.url + GroupsPage.editAt("harbor-all-staff"));
  await expect(page.getByText("This group is managed in another place")).toBeVisible();
});

test("a group that has expired is its owner's to renew", async ({ page, portal, signIn }) => {
  const it = new GroupsPage(page);
  await portal.restart(22 * DAY);
  await signIn(EMPLOYEE, GroupsPage.path);
  await expect(it.row(it.words.owned, "Quay 4")).toContainText(it.words.expired);
  await expect(it.row(it.words.joined, "Quay 4")).toHaveCount(0);
  await it.row(it.words.owned, "Quay 4").getByRole("link").click();
  await expect(page.getByText(it.words.expiredOn)).toBeVisible();
  await expect(it.edit()).toHaveCount(0);
  await it.renew().click();
  await expect(page.getByText(it.words.expiredOn)).toHaveCount(0);
  await expect(it.edit()).toBeVisible();
});

test("who is not in a group that can be joined sees it without its people, and the way in", async ({ page, signIn }) => {
  const it = new GroupsPage(page);
  await signIn(EMPLOYEE, GroupsPage.at("harbor-sailing"));
  await expect(page.getByText(it.words.notMember)).toBeVisible();
  await expect(it.join()).toHaveAttribute("href", "/groups/join");
  await expect(page.locator(".faces")).toHaveCount(0);
  await expect(it.members(it.words.seeMembers)).toHaveCount(0);
});

test("the members leave as a table, which a click keeps", async ({ page, signIn }) => {
  const it = new GroupsPage(page);
  await signIn(EMPLOYEE, QUAY);
  await expect(it.members(it.words.manageMembers)).toHaveAttribute("href", "/groups/members?group=harbor-quay-4");
  const download = page.waitForEvent("download");
  await it.table().click();
  expect((await download).suggestedFilename()).toBe("quay-4.csv");
});

test("where the organization lets nobody make groups, it is not offered and the address says so", async ({ page, portal, signIn }) => {
  const it = new GroupsPage(page);
  await signIn("owner@polder.example", GroupsPage.path);
  await expect(it.rows(it.words.owned)).toHaveCount(2);
  await expect(it.create()).toBeHidden();
  await page.goto(portal.url + GroupsPage.newPath);
  await expect(page.getByText(it.words.cannotCreate)).toBeVisible();
});

test("2,000 groups: page by page, and found by name", async ({ page, signIn }) => {
  const it = new GroupsPage(page);
  await signIn("many@harbor.example", GroupsPage.path);
  await expect(it.rows(it.words.joined).first()).toBeVisible();
  for (let pages = 0; pages < 3; pages++) {
    const next = page.waitForResponse(GroupsPage.joined);
    await it.list(it.words.joined).getByRole("button").click();
    await next;
  }
  await it.search().fill("team 1999");
  await expect(it.rows(it.words.joined)).toHaveCount(1);
  await it.row(it.words.joined, "Quay team 1999").getByRole("link").click();
  await expect(it.group("Quay team 1999")).toBeVisible();
});
