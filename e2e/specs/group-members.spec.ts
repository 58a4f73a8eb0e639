// Who is in a group: looked at, searched, added by typing, written to, and removed.
import { problem } from "../fixtures/failures.ts";
import { reach } from "../fixtures/keyboard.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { GroupMembersPage } from "../pages/group-members.ts";

const EMPLOYEE = "employee@harbor.example";
const QUAY = GroupMembersPage.path("harbor-quay-4");

// What the tests below cause.
test.use({ allowed: /40[34] \((Forbidden|Not Found)\)|422 \(Unprocessable Entity\)|ERR_FAILED/ });

for (const language of ["en", "nl"] as const) {
  test(`${language}: people are found by typing, several are chosen and added with a message, by keyboard alone, also after a restart`, async ({ page, portal, signIn }) => {
    const it = new GroupMembersPage(page, language);
    await signIn(EMPLOYEE, `${QUAY}&lng=${language}`);
    await expect(it.count("2")).toBeVisible();
    await expect(it.row("Eva de Graaf")).toContainText(it.words.owner);
    await reach(page, it.add());
    await page.keyboard.press("Enter");
    await expect(it.people()).toBeFocused();
    await page.keyboard.type("many@");
    await expect(it.options().first()).toContainText("Mila Visser");
    await expect(it.people()).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("ArrowDown");
    await expect(it.options().first()).toHaveAttribute("aria-selected", "true");
    await expect(it.people()).toHaveAttribute("aria-activedescendant", (await it.options().first().getAttribute("id"))!);
    await accessible(page);
    await page.keyboard.press("Enter");
    await expect(it.chips()).toHaveText(["Mila Visser"]);
    await expect(it.people()).toHaveValue("");
    // Accents and case do not matter; who is in it is said, and not chosen.
    await page.keyboard.type("NÍNA vos");
    await expect(it.options().filter({ hasText: "noapps@" })).toContainText(it.words.already);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(it.chips()).toHaveCount(1);
    // Escape closes the list, and only that.
    await page.keyboard.press("Escape");
    await expect(it.options()).toHaveCount(0);
    await expect(it.dialog()).toBeVisible();
    await it.people().fill("adriaan s");
    await expect(it.options().first()).toContainText("Adriaan Smit");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(it.chips()).toHaveCount(2);
    await page.keyboard.press("Backspace");
    await expect(it.chips()).toHaveText(["Mila Visser"]);
    await page.keyboard.type("crew.00001@");
    await expect(it.options()).toHaveCount(1);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(it.chips()).toHaveCount(2);
    await reach(page, it.message());
    await page.keyboard.type("Welcome aboard.");
    await reach(page, it.button(it.words.send));
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.addedSome(2, "Quay 4"))).toBeVisible();
    await expect(it.dialog()).toBeHidden();
    await expect(it.add()).toBeFocused();
    await expect(it.count("4")).toBeVisible();
    await expect(it.row("Mila Visser")).toBeVisible();
    await portal.restart();
    await page.reload();
    await expect(it.rows()).toHaveCount(4);
    await page.goto(`${portal.url}/demo/outbox`);
    await expect(page.getByText("Welcome aboard.")).toHaveCount(2);
    await expect(page.getByText("many@harbor.example")).toBeVisible();
  });

  test(`${language}: a member is removed after a question, by keyboard alone, and has lost the group`, async ({ page, signIn, portal }) => {
    const it = new GroupMembersPage(page, language);
    await signIn(EMPLOYEE, `${GroupMembersPage.path("harbor-lunch-runners")}&lng=${language}`);
    await expect(it.count("2")).toBeVisible();
    await reach(page, it.remove("Sara Kuiper"));
    await page.keyboard.press("Enter");
    await expect(it.button(it.words.cancel)).toBeFocused();
    await expect(it.dialog()).toContainText("Lunch runners");
    await accessible(page);
    await page.keyboard.press("Escape");
    await expect(it.remove("Sara Kuiper")).toBeFocused();
    await page.keyboard.press("Enter");
    await reach(page, it.button(it.words.confirm));
    await page.keyboard.press("Enter");
    await expect(it.said(it.words.removed("Sara Kuiper", "Lunch runners"))).toBeVisible();
    await expect(it.row("Sara Kuiper")).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await portal.restart();
    await page.reload();
    await expect(it.rows()).toHaveCount(1);
  });

  test(`${language}: searched without case and accents; nothing found; a group that is managed elsewhere says so`, async ({ page, portal, signIn }) => {
    const it = new GroupMembersPage(page, language);
    await signIn(EMPLOYEE, `${QUAY}&lng=${language}`);
    for (const q of ["NINA", "nína", " vos ", "noapps@"]) {
      await it.search().fill(q);
      await expect(it.rows()).toHaveCount(1);
      await expect(it.row("Nina Vos")).toBeVisible();
    }
    for (const q of ["zzz", "<script>", "%"]) {
      await it.search().fill(q);
      await expect(page.getByText(it.words.nothing(q))).toBeVisible();
    }
    await page.goto(portal.url + GroupMembersPage.path("harbor-all-staff"));
    await expect(page.getByText(it.words.synchronised)).toBeVisible();
    await expect(it.rows()).toHaveCount(6);
    await expect(it.add()).toHaveCount(0);
    await expect(it.remove("Nina Vos")).toHaveCount(0);
    await accessible(page);
    // A member who owns nothing of it looks, and no more; of others it does not exist.
    await page.goto(portal.url + GroupMembersPage.path("harbor-planners"));
    await expect(it.rows()).toHaveCount(1);
    await expect(it.add()).toHaveCount(0);
    for (const group of ["harbor-berths", "nothing", ""]) {
      await page.goto(portal.url + GroupMembersPage.path(group));
      await expect(page.getByText(it.words.notThere)).toBeVisible();
    }
  });
}

test("ten thousand members: the first page at once, the next on request, one of them found", async ({ page, signIn }) => {
  const it = new GroupMembersPage(page);
  await signIn("many@harbor.example", GroupMembersPage.path("harbor-port-community"));
  await expect(it.count("10,001")).toBeVisible();
  await expect(it.rows().first()).toBeVisible();
  await page.getByRole("button", { name: "Show more" }).click();
  await page.getByRole("button", { name: "Show more" }).scrollIntoViewIfNeeded();
  await expect(it.rows().last()).toBeVisible();
  await it.search().fill("crew.07777");
  await expect(it.rows()).toHaveCount(1);
});

test("nobody is chosen, too long a message, somebody who has just left: said where it is, and nothing is lost", async ({ page, signIn }) => {
  const it = new GroupMembersPage(page);
  await signIn(EMPLOYEE, QUAY);
  await it.add().click();
  await it.message().fill("x".repeat(501));
  await it.button("Add").click();
  await expect(it.people()).toHaveAccessibleDescription(new RegExp(it.words.none));
  await expect(it.people()).toBeFocused();
  await it.choose("mila visser");
  await it.choose("crew.00002");
  await it.button("Add").click();
  await expect(page.getByText(it.words.tooLong)).toBeVisible();
  await expect(it.message()).toBeFocused();
  await expect(it.message()).toHaveValue("x".repeat(501));
  await it.message().fill("Welcome.");
  const left = { ...problem(422, "invalid-fields"), body: JSON.stringify({ type: "urn:portal:problem:invalid-fields", title: "x", status: 422, code: "invalid-fields", requestId: "r", errors: [{ pointer: "/people/1", code: "malformed" }] }) };
  await page.route(GroupMembersPage.list, (route) => (route.request().method() === "POST" ? route.fulfill(left) : route.fallback()), { times: 1 });
  await it.button("Add").click();
  await expect(it.failure()).toContainText("Cannot be added any more");
  await expect(it.chips()).toHaveText(["Mila Visser"]);
  await expect(it.message()).toHaveValue("Welcome.");
  await it.button("Add").click();
  await expect(it.said(it.words.addedOne("Mila Visser", "Quay 4"))).toBeVisible();
});

test("at most twenty at once, and each can be taken back", async ({ page, signIn }) => {
  test.slow();
  const it = new GroupMembersPage(page);
  await signIn(EMPLOYEE, QUAY);
  await it.add().click();
  for (let number = 1; number <= 20; number++) {
    await it.choose(`crew.${String(number).padStart(5, "0")}`);
    await expect(it.chips()).toHaveCount(number);
  }
  await it.choose("mila visser");
  await expect(page.getByText(it.words.full)).toBeVisible();
  await expect(it.chips()).toHaveCount(20);
  await it.chips().first().getByRole("button").click();
  await expect(it.chips()).toHaveCount(19);
  await expect(it.people()).toBeFocused();
  await accessible(page);
});

test("who has no My Apps gets Access denied; without a mail server no message is offered", async ({ page, portal, signIn }) => {
  const it = new GroupMembersPage(page);
  await signIn("noapps@harbor.example", QUAY);
  await expect(page.getByRole("heading", { level: 1, name: "Access denied" })).toBeVisible();
  await page.context().clearCookies();
  await page.goto(portal.url);
  await page.route(GroupMembersPage.group, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...(await answer.json()), sendsMessages: false } });
  });
  await signIn(EMPLOYEE, QUAY);
  await it.add().click();
  await expect(it.people()).toBeVisible();
  await expect(it.message()).toHaveCount(0);
});
