// Collections of apps: making, changing, ordering by buttons and by drag, hiding, deleting; which one My Apps opens with.
import type { Page } from "@playwright/test";
import { SESSION_EXPIRED, problem } from "../fixtures/failures.ts";
import { reach } from "../fixtures/keyboard.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { AppsPage } from "../pages/apps.ts";
import { CollectionsPage } from "../pages/collections.ts";
import { SignIn } from "../pages/sign-in.ts";

const EMPLOYEE = "employee@harbor.example";
const MANY = "many@harbor.example";
const ROAD = "On the road";
const COURSE = "Thursday course";

// Names that are taken, and the last visible one.
test.use({ allowed: /status of (409|422)/ });

/** The order that the server has. */
const stored = (page: Page): Promise<string[]> => page.evaluate(async () => {
  const { items } = (await (await fetch("/api/v1/me/collections")).json()) as { items: { displayName: string }[] };
  return items.map((it) => it.displayName);
});

for (const language of ["en", "nl"] as const) {
  const path = `${CollectionsPage.path}?lng=${language}`;

  test(`${language}: one is made, with its apps in their order, and is there after a reload and a restart`, async ({ page, portal, signIn }) => {
    const it = new CollectionsPage(page, language);
    const { words } = it;
    await signIn(EMPLOYEE, path);
    await expect(it.row(words.quay)).toContainText(words.byOrganization);
    expect(await it.names()).toEqual([words.all, words.quay, ROAD, COURSE]);
    await expect(it.row(words.all)).toContainText(words.standard);
    await it.create().click();
    await expect(it.heading(words.newTitle)).toBeFocused();
    await expect(page.getByText(words.none)).toBeVisible();
    await it.save().click();
    await expect(page.getByText(words.nameNeeded)).toBeVisible();
    await expect(it.name()).toBeFocused();
    await it.fill(" on THE road ");
    await it.search().fill(words.mail);
    await it.box(words.mail).check();
    await expect(it.said(words.place(words.mail, 1, 1))).toBeAttached();
    await it.search().fill("");
    for (const app of [words.calendar, words.expenses]) await it.box(app).check();
    expect(await it.chosenNames()).toEqual([words.mail, words.calendar, words.expenses]);
    await it.up(words.expenses).click();
    await it.down(words.mail).click();
    expect(await it.chosenNames()).toEqual([words.expenses, words.mail, words.calendar]);
    await it.takeOut(words.calendar).click();
    await expect(it.box(words.calendar)).not.toBeChecked();
    await it.box(words.calendar).check();
    await it.takeOut(words.mail).click();
    await it.save().click();
    await expect(page.getByText(words.repeated)).toBeVisible();
    await accessible(page);
    await it.name().fill("Monday");
    await it.save().click();
    await expect(it.message(words.created("Monday"))).toBeVisible();
    await expect(it.heading(words.title)).toBeFocused();
    await portal.restart();
    await page.reload();
    await expect(it.row("Monday")).toContainText("2 apps");
    await it.edit("Monday").click();
    await expect(it.heading(words.editTitle)).toBeFocused();
    await expect(it.name()).toHaveValue("Monday");
    expect(await it.chosenNames()).toEqual([words.expenses, words.calendar]);
    await expect(it.box(words.calendar)).toBeChecked();
  });

  test(`${language}: one is renamed, ordered by dragging, and deleted after a question`, async ({ page, signIn }) => {
    const it = new CollectionsPage(page, language);
    const { words } = it;
    await signIn(EMPLOYEE, path);
    await it.edit(ROAD).click();
    await expect(it.chosen()).toHaveCount(5);
    const before = await it.chosenNames();
    await it.drag(it.chosen().first(), it.chosen().nth(3));
    const after = [...before.slice(1, 4), before[0]!, before[4]!];
    expect(await it.chosenNames()).toEqual(after);
    await expect(it.said(words.place(before[0]!, 4, 5))).toBeAttached();
    await it.name().fill("Under way");
    await it.save().click();
    await expect(it.message(words.saved("Under way"))).toBeVisible();
    await it.edit("Under way").click();
    await expect(it.chosen()).toHaveCount(5);
    expect(await it.chosenNames()).toEqual(after);
    await page.goBack();
    await it.remove("Under way").click();
    await expect(it.dialog("Under way")).toBeVisible();
    await expect(page.getByRole("button", { name: words.cancel })).toBeFocused();
    await accessible(page);
    await page.keyboard.press("Escape");
    await expect(it.remove("Under way")).toBeFocused();
    await it.remove("Under way").click();
    await it.confirm().click();
    await expect(it.message(words.deleted("Under way"))).toBeVisible();
    await expect(it.row("Under way")).toHaveCount(0);
    await page.reload();
    await expect(it.rows()).toHaveCount(3);
  });

  test(`${language}: the first that is not hidden is the default; buttons and drag put them in order`, async ({ page, portal, signIn }) => {
    const it = new CollectionsPage(page, language);
    const { words } = it;
    await signIn(EMPLOYEE, path);
    await it.up(COURSE).click();
    await expect(it.said(words.place(COURSE, 3, 4))).toBeAttached();
    await it.drag(it.row(COURSE), it.row(words.all));
    await expect(it.said(words.place(COURSE, 1, 4))).toBeAttached();
    expect(await it.names()).toEqual([COURSE, words.all, words.quay, ROAD]);
    await expect(it.row(COURSE)).toContainText(words.standard);
    await expect.poll(() => stored(page)).toEqual([COURSE, "All apps", "On the quay", ROAD]);
    await accessible(page);
    await page.goto(portal.url + AppsPage.path);
    await expect(it.tiles(COURSE)).toHaveCount(4);
    await expect(it.choice(COURSE)).toHaveAttribute("aria-current", "true");
    await it.choice(words.quay).click();
    await expect(it.tiles(words.quay)).toHaveCount(6);
    await expect(page).toHaveURL(/\?collection=harbor-quay$/);
    await page.reload();
    await expect(it.tiles(words.quay)).toHaveCount(6);
    await accessible(page);
    await page.goBack();
    await expect(it.tiles(COURSE)).toHaveCount(4);
    await page.goto(portal.url + CollectionsPage.path);
    await it.hide(COURSE).click();
    await expect(it.message(words.hiddenDone(COURSE))).toBeVisible();
    await expect(it.show(COURSE)).toBeFocused();
    await expect(it.row(COURSE)).toContainText(words.hidden);
    await expect(it.row(words.all)).toContainText(words.standard);
    await page.goto(portal.url + AppsPage.path);
    await expect(it.tiles(words.all).first()).toBeVisible();
    await expect(it.choice(COURSE)).toHaveCount(0);
    await page.getByRole("link", { name: words.manage }).click();
    await it.show(COURSE).click();
    await expect(it.message(words.shownDone(COURSE))).toBeVisible();
    await expect(it.row(COURSE)).toContainText(words.standard);
  });

  test(`${language}: by keyboard alone`, async ({ page, signIn }) => {
    const it = new CollectionsPage(page, language);
    const { words } = it;
    await signIn(EMPLOYEE, path);
    await expect(it.rows()).toHaveCount(4);
    await it.heading(words.title).focus();
    await reach(page, it.down(words.all));
    for (const place of [2, 3, 4, 4]) {
      await page.keyboard.press("Enter");
      await expect(it.said(words.place(words.all, place, 4))).toBeAttached();
      await expect(it.down(words.all)).toBeFocused();
    }
    await expect(it.down(words.all)).toHaveAttribute("aria-disabled", "true");
    await expect.poll(async () => (await stored(page)).indexOf("All apps")).toBe(3);
    await it.heading(words.title).focus();
    await reach(page, it.create());
    await page.keyboard.press("Enter");
    await expect(it.heading(words.newTitle)).toBeFocused();
    await reach(page, it.name());
    await page.keyboard.type("Keys");
    await reach(page, it.search());
    await page.keyboard.type(words.calendar);
    await page.keyboard.press("Enter");
    await expect(it.boxes()).toHaveCount(1);
    await reach(page, it.box(words.calendar));
    await page.keyboard.press("Space");
    await reach(page, it.takeOut(words.calendar));
    await reach(page, page.locator("[type=submit]"));
    await page.keyboard.press("Enter");
    await expect(it.message(words.created("Keys"))).toBeVisible();
    await expect(it.row("Keys")).toContainText("1 app");
  });
}

test("the last one that is visible stays", async ({ page, signIn }) => {
  const it = new CollectionsPage(page);
  await signIn("admin@harbor.example", CollectionsPage.path);
  await expect(page.getByText(it.words.noneOwn)).toBeVisible();
  await it.hide(it.words.all).click();
  await expect(it.message(it.words.lastVisible)).toBeVisible();
  await expect(it.hide(it.words.all)).toBeVisible();
});

test.describe("when something fails", () => {
  test.use({ allowed: /Failed to load resource/ });

  for (const [name, answer] of [["500", problem(500, "internal")], ["412", problem(412, "stale")]] as const) {
    test(`a new order is shown at once, and taken back when the server says ${name}`, async ({ page, signIn }) => {
      const it = new CollectionsPage(page);
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route(CollectionsPage.order, async (route) => {
        await held;
        await route.fulfill(answer);
      });
      await signIn(EMPLOYEE, CollectionsPage.path);
      await it.up(COURSE).click();
      expect((await it.names())[2]).toBe(COURSE);
      release();
      await expect(it.message(it.words.orderBack)).toBeVisible();
      expect((await it.names())[3]).toBe(COURSE);
      await expect(it.up(COURSE)).toBeFocused();
      await page.unroute(CollectionsPage.order);
      await it.up(COURSE).click();
      await expect.poll(async () => (await stored(page)).indexOf(COURSE)).toBe(2);
    });
  }

  test("many presses: one request at a time, and the newest order wins, also when the person leaves", async ({ page, signIn }) => {
    const it = new CollectionsPage(page);
    let [now, most, sent] = [0, 0, 0];
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(CollectionsPage.order, async (route) => {
      most = Math.max(most, ++now);
      sent++;
      await held;
      now--;
      await route.continue();
    });
    await signIn(EMPLOYEE, CollectionsPage.path);
    for (let press = 0; press < 3; press++) await it.up(COURSE).click();
    await it.down(it.words.quay).click();
    await page.getByRole("navigation").getByRole("link", { name: "Apps", exact: true }).click();
    release();
    await expect.poll(() => stored(page)).toEqual([COURSE, "All apps", ROAD, "On the quay"]);
    expect([most, sent]).toEqual([1, 2]);
  });

  test("ordered elsewhere meanwhile: the list says so and shows the newer order", async ({ page, context, portal, signIn }) => {
    const it = new CollectionsPage(page);
    await signIn(EMPLOYEE, CollectionsPage.path);
    await expect(it.rows()).toHaveCount(4);
    const other = await context.newPage();
    await other.goto(portal.url + CollectionsPage.path);
    const there = new CollectionsPage(other);
    await there.up(ROAD).click();
    await expect.poll(() => stored(other)).toEqual(["All apps", ROAD, "On the quay", COURSE]);
    await it.up(COURSE).click();
    await expect(it.message(it.words.orderBack)).toBeVisible();
    await expect.poll(() => it.names()).toEqual(["All apps", ROAD, "On the quay", COURSE]);
  });

  test("changed elsewhere meanwhile: what was entered stays, the newer one is told, and saving again replaces it", async ({ page, context, portal, signIn }) => {
    const it = new CollectionsPage(page);
    await signIn(EMPLOYEE, CollectionsPage.path);
    await it.edit(ROAD).click();
    await it.name().fill("Mine");
    await it.takeOut("Expenses").click();
    const other = await context.newPage();
    await other.goto(page.url());
    const there = new CollectionsPage(other);
    await there.name().fill("Theirs");
    await there.save().click();
    await expect(there.message("Theirs was saved.")).toBeVisible();
    await it.save().click();
    await expect(it.failure()).toContainText(it.words.stale("Theirs"));
    await expect(it.name()).toHaveValue("Mine");
    await expect(it.chosen()).toHaveCount(4);
    await accessible(page);
    await it.save().click();
    await expect(it.message("Mine was saved.")).toBeVisible();
    await expect(it.row("Mine")).toContainText("4 apps");
    await portal.restart();
    await page.reload();
    await expect(it.row("Mine")).toContainText("4 apps");
  });

  test("the answer to saving gets lost after the server did it: the page reads again and goes on", async ({ page, signIn }) => {
    const it = new CollectionsPage(page);
    await signIn(EMPLOYEE, CollectionsPage.path);
    await it.edit(ROAD).click();
    await it.name().fill("Mine");
    await page.route(CollectionsPage.one, async (route) => {
      if (route.request().method() === "GET") return route.continue();
      await route.fetch();
      await route.abort();
    });
    await it.save().click();
    await expect(it.message("Mine was saved.")).toBeVisible();
  });

  test("a session that ended while editing: what was entered is still there after signing in again in place", async ({ page, signIn }) => {
    const it = new CollectionsPage(page);
    await signIn(EMPLOYEE, CollectionsPage.editPath);
    await it.fill("On the road", "Calendar", "Berth planner");
    await page.route(CollectionsPage.list, SESSION_EXPIRED, { times: 1 });
    await it.save().click();
    await new SignIn(page).comeBack();
    await expect(page.getByText(it.words.repeated)).toBeVisible();
    await expect(it.name()).toHaveValue("On the road");
    expect(await it.chosenNames()).toEqual(["Calendar", "Berth planner"]);
  });

  test("an app that is not the person's any more is taken out, and the rest can be saved", async ({ page, signIn }) => {
    const it = new CollectionsPage(page);
    await signIn(EMPLOYEE, CollectionsPage.path);
    await it.edit(COURSE).click();
    await expect(it.chosen()).toHaveCount(4);
    await page.evaluate(async () => {
      await fetch("/api/v1/me/organizations/polder-university/leave", {
        method: "POST", body: "{}", headers: { "X-Portal-Request": "1", "Content-Type": "application/json", "Idempotency-Key": "leave" },
      });
    });
    await it.up("Learning academy").click();
    await it.save().click();
    await expect(it.failure()).toContainText("Some of these apps are not yours any more.");
    await expect(it.chosen()).toHaveCount(1);
    await it.save().click();
    await expect(it.message("Thursday course was saved.")).toBeVisible();
  });

  test("the apps are there without the collections, which can be tried again", async ({ page, signIn }) => {
    const it = new CollectionsPage(page);
    await page.route(CollectionsPage.list, (route) => route.fulfill(problem(404, "not-found")));
    await signIn(EMPLOYEE, AppsPage.path);
    await expect(it.tiles("Apps").first()).toBeVisible();
    await expect(page.getByText("Your collections could not be loaded.")).toBeVisible();
    await page.unroute(CollectionsPage.list);
    await it.switch().getByRole("button").click();
    await expect(it.choice(ROAD)).toBeVisible();
    await expect(it.tiles(it.words.all).first()).toBeVisible();
  });
});

test("a collection whose apps are hidden is empty and says so; hidden apps are found whichever collection is looked at", async ({ page, signIn }) => {
  const it = new CollectionsPage(page);
  const apps = new AppsPage(page);
  await signIn(EMPLOYEE, CollectionsPage.path);
  await it.create().click();
  await it.fill("Alone", "Calendar");
  await it.save().click();
  await expect(it.row("Alone")).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Apps", exact: true }).click();
  await it.choice("Alone").click();
  await expect(it.tiles("Alone")).toHaveCount(1);
  await apps.menu("Calendar").click();
  await apps.choice("Hide").click();
  await expect(apps.said(apps.words.hiddenDone("Calendar"))).toBeVisible();
  await page.reload();
  await expect(page.getByText(it.words.noApps)).toBeVisible();
  await accessible(page);
  await it.choice(ROAD).click();
  await apps.which().selectOption("hidden");
  await expect(apps.hidden()).toHaveCount(1);
});

test("five thousand apps: the first ones are there before the collections, and a long collection comes in pages", async ({ page, signIn }) => {
  const it = new CollectionsPage(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(CollectionsPage.list, (route) => held.then(() => route.continue()));
  await signIn(MANY, AppsPage.path);
  await expect(it.tiles("Apps").first()).toContainText("Antwerp archive 01");
  release();
  await it.choice("Rotterdam desk").click();
  await expect(it.tiles("Rotterdam desk").first()).toContainText("Rotterdam archive 01");
  await new AppsPage(page).more().click();
  await expect.poll(() => it.tiles("Rotterdam desk").count()).toBeGreaterThan(48);
  await page.goto(page.url().replace(/apps.*/, "apps/collections"));
  await it.edit("Rotterdam desk").click();
  await expect(it.chosen()).toHaveCount(200);
  await expect(it.boxes()).toHaveCount(20);
  await it.search().fill("oslo yard 1");
  await expect(it.boxes()).toHaveCount(1);
  await it.boxes().check();
  await it.save().click();
  await expect(it.row("Rotterdam desk")).toContainText("201 apps");
});
