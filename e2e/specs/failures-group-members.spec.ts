// The failure matrix of security.md for groups.
import { failingMutations, failingReads } from "../fixtures/failing.ts";
import { expect, test } from "../fixtures/test.ts";
import { GroupMembersPage } from "../pages/group-members.ts";
import { JoinGroupsPage, JoinRequestsPage } from "../pages/join-groups.ts";

test.use({ allowed: /Failed to load resource/ });

const QUAY = GroupMembersPage.path("harbor-quay-4");

failingReads([
  {
    name: "a group whose members are looked at", userId: "employee@harbor.example", path: QUAY, request: GroupMembersPage.group, own: ["403", "404"],
    content: (page) => new GroupMembersPage(page).add(),
  },
  {
    name: "the members of a group", userId: "employee@harbor.example", path: QUAY, request: GroupMembersPage.list,
    content: (page) => new GroupMembersPage(page).row("Nina Vos"),
  },
  {
    name: "the groups to join", userId: "employee@harbor.example", path: JoinGroupsPage.path, request: JoinGroupsPage.offered, own: ["403"],
    content: (page) => new JoinGroupsPage(page).join("Sailing club"),
  },
  {
    name: "one's own requests to join", userId: "employee@harbor.example", path: JoinGroupsPage.path, request: JoinGroupsPage.own,
    content: (page) => new JoinGroupsPage(page).own("Crane maintenance"),
  },
  {
    name: "the requests to join one's groups", userId: "employee@harbor.example", path: JoinRequestsPage.path, request: JoinRequestsPage.list, own: ["403"],
    content: (page) => new JoinRequestsPage(page).row("Sara Kuiper"),
  },
]);

failingMutations([
  {
    name: "adding members", userId: "employee@harbor.example", path: QUAY, request: GroupMembersPage.list,
    act: async (page) => {
      const it = new GroupMembersPage(page);
      if (!(await it.dialog().isVisible())) {
        await it.add().click();
        await it.choose("mila visser");
        await it.message().fill("Welcome.");
      }
      await expect(it.chips()).toHaveCount(1);
      await expect(it.message()).toHaveValue("Welcome.");
      await it.button("Add").click();
    },
    said: (page) => new GroupMembersPage(page).failure(),
    done: (page) => new GroupMembersPage(page).said("Mila Visser is a member of Quay 4 now."),
    gone: /It no longer exists, or you neither own it/,
    stays: true,
  },
  {
    name: "removing a member", userId: "employee@harbor.example", path: QUAY, request: GroupMembersPage.member,
    act: async (page) => {
      const it = new GroupMembersPage(page);
      if (!(await it.dialog().isVisible())) await it.remove("Nina Vos").click();
      await it.button("Remove member").or(it.button("Try again")).click();
    },
    said: (page) => new GroupMembersPage(page).failure(),
    done: (page) => new GroupMembersPage(page).said("Nina Vos is no longer a member of Quay 4."),
    gone: /Nina Vos is no longer a member of Quay 4/,
  },
  {
    name: "joining a group", userId: "employee@harbor.example", path: JoinGroupsPage.path, request: JoinGroupsPage.join,
    act: (page) => new JoinGroupsPage(page).join("Sailing club").click(),
    said: (page) => page.locator(".message[data-tone=failure]").last(),
    done: (page) => new JoinGroupsPage(page).said("You are a member of Sailing club now."),
    gone: /Sailing club can no longer be joined/,
  },
  {
    name: "asking to join a group", userId: "employee@harbor.example", path: JoinGroupsPage.path, request: JoinGroupsPage.own,
    act: async (page) => {
      const it = new JoinGroupsPage(page);
      if (!(await it.dialog().isVisible())) {
        await it.join("Night shift").click();
        await it.justification().fill("To swap shifts.");
      }
      await expect(it.justification()).toHaveValue("To swap shifts.");
      await it.button("Request").click();
    },
    said: (page) => new JoinGroupsPage(page).failure(),
    done: (page) => new JoinGroupsPage(page).said("You asked to join Night shift."),
    gone: /Night shift can no longer be joined/,
    stays: true,
  },
  {
    name: "withdrawing a request to join", userId: "secure@harbor.example", path: JoinGroupsPage.path, request: JoinGroupsPage.withdraw,
    act: (page) => new JoinGroupsPage(page).withdraw("Quay 4").click(),
    said: (page) => page.locator(".message[data-tone=failure]").last(),
    done: (page) => new JoinGroupsPage(page).said("Your request for Quay 4 is withdrawn."),
    gone: /Your request for Quay 4 no longer exists/,
  },
  {
    name: "approving a request to join", userId: "employee@harbor.example", path: JoinRequestsPage.path, request: JoinRequestsPage.approve,
    act: (page) => new JoinRequestsPage(page).approve("Sara Kuiper", "Quay 4").click(),
    said: (page) => page.locator(".message[data-tone=failure]").last(),
    done: (page) => new JoinRequestsPage(page).said("Approved: Sara Kuiper is a member of Quay 4 now."),
    gone: /Sara Kuiper’s request for Quay 4 no longer exists/,
  },
  {
    name: "denying a request to join", userId: "employee@harbor.example", path: JoinRequestsPage.path, request: JoinRequestsPage.deny,
    act: async (page) => {
      const it = new JoinRequestsPage(page);
      if (!(await it.dialog().isVisible())) {
        await it.deny("Sara Kuiper", "Quay 4").click();
        await it.reason().fill("They have a board.");
      }
      await expect(it.reason()).toHaveValue("They have a board.");
      await it.button("Deny").click();
    },
    said: (page) => new JoinRequestsPage(page).failure(),
    done: (page) => new JoinRequestsPage(page).said("Denied: Sara Kuiper does not join Quay 4."),
    gone: /Sara Kuiper’s request for Quay 4 no longer exists/,
    stays: true,
  },
]);

test("a search of the directory that fails is said below the field, and goes on with the next letter", async ({ page, signIn }) => {
  const it = new GroupMembersPage(page);
  await signIn("employee@harbor.example", QUAY);
  await it.add().click();
  // As often as it is tried (R1).
  await page.route(GroupMembersPage.directory, (route) => route.abort());
  await it.people().fill("mil");
  await expect(it.failure()).toBeVisible();
  await page.unroute(GroupMembersPage.directory);
  await it.people().press("a");
  await expect(it.options().first()).toContainText("Mila");
  await expect(it.failure()).toHaveCount(0);
});
