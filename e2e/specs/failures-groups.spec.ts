// The failure matrix of security.md for groups: what is read and changed against every failure.
import { failingMutations, failingReads } from "../fixtures/failing.ts";
import { expect, test } from "../fixtures/test.ts";
import { GroupsPage } from "../pages/groups.ts";

test.use({ allowed: /Failed to load resource/ });

const EMPLOYEE = "employee@harbor.example";
const QUAY = GroupsPage.at("harbor-quay-4");

failingReads([
  {
    name: "the groups that one owns", userId: EMPLOYEE, path: GroupsPage.path, request: GroupsPage.owned,
    content: (page) => new GroupsPage(page).row("Groups I own", "Quay 4"),
  },
  {
    name: "the groups that one is in", userId: EMPLOYEE, path: GroupsPage.path, request: GroupsPage.joined, own: ["403"],
    content: (page) => new GroupsPage(page).row("Groups I'm in", "All staff"),
  },
  {
    name: "a group", userId: EMPLOYEE, path: QUAY, request: GroupsPage.one, own: ["403", "404"],
    content: (page) => new GroupsPage(page).group("Quay 4"),
  },
  {
    name: "the rules of groups", userId: EMPLOYEE, path: GroupsPage.newPath, request: GroupsPage.rules,
    content: (page) => new GroupsPage(page).name(),
  },
  {
    name: "a group to change", userId: EMPLOYEE, path: GroupsPage.editAt("harbor-quay-4"), request: GroupsPage.one,
    content: (page) => new GroupsPage(page).name(),
  },
]);

failingMutations([
  {
    name: "making a group", userId: EMPLOYEE, path: GroupsPage.newPath, request: GroupsPage.all,
    act: async (page) => {
      const groups = new GroupsPage(page);
      await groups.name().fill("HL Divers");
      await groups.save().click();
    },
    said: (page) => new GroupsPage(page).failure(),
    done: (page) => new GroupsPage(page).message("HL Divers was created."),
    gone: /This no longer exists/,
    stays: true,
  },
  {
    name: "changing a group", userId: EMPLOYEE, path: GroupsPage.editAt("harbor-quay-4"), request: GroupsPage.one,
    act: async (page) => {
      const groups = new GroupsPage(page);
      await groups.description().fill("Keys.");
      await groups.save().click();
    },
    said: (page) => new GroupsPage(page).failure(),
    done: (page) => new GroupsPage(page).message("Quay 4 was saved."),
    gone: /This no longer exists/,
    stays: true,
  },
  {
    name: "renewing a group", userId: EMPLOYEE, path: QUAY, request: GroupsPage.renewal,
    act: (page) => new GroupsPage(page).renew().click(),
    said: (page) => page.locator(".message[data-tone=failure]").first(),
    done: (page) => new GroupsPage(page).message("Quay 4 was renewed."),
    gone: /This no longer exists/,
    stays: true,
  },
  {
    name: "deleting a group", userId: EMPLOYEE, path: QUAY, request: GroupsPage.one,
    act: async (page) => {
      const groups = new GroupsPage(page);
      if (!(await groups.dialog().isVisible())) await groups.remove().click();
      await groups.confirm().click();
    },
    said: (page) => page.getByRole("dialog").getByRole("alert"),
    done: (page) => new GroupsPage(page).message("Quay 4 was deleted."),
    gone: /Quay 4 was deleted/,
  },
  {
    name: "leaving a group", userId: EMPLOYEE, path: QUAY, request: GroupsPage.leaving,
    act: async (page) => {
      const groups = new GroupsPage(page);
      if (!(await groups.dialog().isVisible())) await groups.leave().click();
      await groups.confirm().click();
    },
    said: (page) => page.getByRole("dialog").getByRole("alert"),
    done: (page) => new GroupsPage(page).message("You left Quay 4."),
    gone: /This no longer exists/,
  },
  {
    name: "adding an owner", userId: EMPLOYEE, path: QUAY, request: GroupsPage.owners,
    act: async (page) => {
      const groups = new GroupsPage(page);
      if (!(await groups.dialog().isVisible())) await groups.addOwner().click();
      await groups.findOwner().fill("secure@");
      await groups.add("Sara Kuiper").click();
    },
    said: (page) => page.getByRole("dialog").getByRole("alert").first(),
    done: (page) => new GroupsPage(page).message("Sara Kuiper is now an owner of the group."),
    gone: /This no longer exists/,
  },
  {
    name: "removing an owner", userId: EMPLOYEE, path: GroupsPage.at("harbor-lunch-runners"), request: GroupsPage.owner,
    act: async (page) => {
      const groups = new GroupsPage(page);
      if (!(await groups.dialog().isVisible())) await groups.removeOwner("Sara Kuiper").click();
      await groups.confirm().click();
    },
    said: (page) => page.getByRole("dialog").getByRole("alert"),
    done: (page) => new GroupsPage(page).message("Sara Kuiper no longer owns the group."),
    gone: /This no longer exists/,
  },
]);

test("the people who can become owners, and the check of a name, fail without harm", async ({ page, portal, signIn }) => {
  const groups = new GroupsPage(page);
  await page.route(GroupsPage.candidates, (route) => route.abort(), { times: 4 });
  await signIn(EMPLOYEE, QUAY);
  await groups.addOwner().click();
  await groups.dialog().getByRole("button", { name: "Try again" }).click();
  await groups.findOwner().fill("secure@");
  await expect(groups.add("Sara Kuiper")).toBeVisible();
  await page.route(GroupsPage.check, (route) => route.abort());
  await page.goto(portal.url + GroupsPage.newPath);
  await groups.name().fill("Divers");
  await groups.save().click();
  await expect(page.getByText("The name does not begin as your organization wants it to.")).toBeVisible();
  await groups.name().fill("HL Divers");
  await groups.save().click();
  await expect(groups.message("HL Divers was created.")).toBeVisible();
});

test("who loses My Apps meanwhile, and whose group is gone, see that instead of the page", async ({ page, portal, signIn }) => {
  await signIn("noapps@harbor.example", GroupsPage.path);
  await expect(page.getByRole("heading", { name: "Access denied" })).toBeVisible();
  await page.goto(portal.url + GroupsPage.at("harbor-quay-4"));
  await expect(page.getByRole("heading", { name: "Access denied" })).toBeVisible();
  await page.goto(portal.url + GroupsPage.newPath);
  await expect(page.getByRole("heading", { name: "Access denied" })).toBeVisible();
});
