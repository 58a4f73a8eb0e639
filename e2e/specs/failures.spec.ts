// The failure matrix of security.md for My Account: every read and every mutation against every failure.
import { failingMutations, failingReads } from "../fixtures/failing.ts";
import { FAILURES, delayed, problem } from "../fixtures/failures.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { DeletedUsersPage } from "../pages/deleted-users.ts";
import { DevicesPage } from "../pages/devices.ts";
import { MyDataPage } from "../pages/my-data.ts";
import { OrganizationsPage } from "../pages/organizations.ts";
import { PasswordResetPage } from "../pages/password-reset.ts";
import { SecurityInfoPage } from "../pages/security-info.ts";
import { SettingsPage } from "../pages/settings.ts";
import { authenticatorCode } from "../pages/sign-in.ts";
import { SignInsPage } from "../pages/sign-ins.ts";

test.use({ allowed: /Failed to load resource/ });

failingReads([
  {
    name: "the organizations", userId: "employee@harbor.example", path: OrganizationsPage.path, request: OrganizationsPage.list,
    content: (page) => new OrganizationsPage(page).heading("Polder University"),
  },
  {
    name: "the devices", userId: "employee@harbor.example", path: DevicesPage.path, request: DevicesPage.list,
    content: (page) => new DevicesPage(page).heading("HL-LT-4471"),
  },
  {
    name: "the sign-in methods", userId: "employee@harbor.example", path: SecurityInfoPage.path, request: SecurityInfoPage.list,
    content: (page) => new SecurityInfoPage(page).empty(),
  },
  {
    name: "the deleted users", userId: "admin@harbor.example", path: DeletedUsersPage.path, request: DeletedUsersPage.list, own: ["403"],
    content: (page) => new DeletedUsersPage(page).restore("Sofie Lambert"),
  },
  {
    name: "the preferences", userId: "employee@harbor.example", path: SettingsPage.path, request: SettingsPage.preferences,
    content: (page) => new SettingsPage(page).format(),
  },
  {
    name: "privacy", userId: "employee@harbor.example", path: SettingsPage.path, request: SettingsPage.privacy,
    content: (page) => new SettingsPage(page).row("Tablets on the quay"),
  },
  {
    name: "the copies of one's data", userId: "employee@harbor.example", path: MyDataPage.path, request: MyDataPage.exports,
    content: (page) => new MyDataPage(page).empty(),
  },
  {
    name: "whether the account can be closed", userId: "solo@windmill.example", path: MyDataPage.path, request: MyDataPage.closing,
    content: (page) => new MyDataPage(page).userId(),
  },
  {
    name: "the active sessions", userId: "employee@harbor.example", path: SignInsPage.path, request: SignInsPage.sessions,
    content: (page) => new SignInsPage(page).session("This session"),
  },
  {
    name: "the unusual sign-ins", userId: "employee@harbor.example", path: SignInsPage.path, request: SignInsPage.unusual, quiet: true,
    content: (page) => new SignInsPage(page).wasNotMe(),
  },
  {
    name: "the history of sign-ins", userId: "employee@harbor.example", path: SignInsPage.path, request: SignInsPage.list,
    content: (page) => new SignInsPage(page).rows().first(),
  },
  {
    name: "the profile card", userId: "employee@harbor.example", path: "/", request: "**/api/v1/me",
    content: (page) => page.getByText("Managed by Harbor Logistics."),
  },
]);

failingMutations([
  {
    name: "leaving an organization", userId: "employee@harbor.example", path: OrganizationsPage.path, request: OrganizationsPage.leave,
    act: async (page) => {
      const organizations = new OrganizationsPage(page);
      if (!(await organizations.dialog("Polder University").isVisible())) await organizations.leave("Polder University").click();
      await organizations.confirm().or(organizations.retry()).click();
    },
    said: (page) => page.getByRole("dialog").getByRole("alert"),
    done: (page) => new OrganizationsPage(page).left("Polder University"),
    gone: /Polder University is no longer connected/,
  },
  {
    name: "disabling a device", userId: "employee@harbor.example", path: DevicesPage.path, request: DevicesPage.disable,
    act: async (page) => {
      const devices = new DevicesPage(page);
      if (!(await devices.dialog("HL-LT-4471").isVisible())) await devices.disable("HL-LT-4471").click();
      await devices.confirm().or(devices.retry()).click();
    },
    said: (page) => page.getByRole("dialog").getByRole("alert"),
    done: (page) => new DevicesPage(page).disabled("HL-LT-4471"),
    gone: /HL-LT-4471 is no longer registered to you/,
  },
  {
    name: "looking at BitLocker keys", userId: "employee@harbor.example", path: DevicesPage.path, request: DevicesPage.keys,
    act: (page) => new DevicesPage(page).viewKeys("HL-LT-4471").click(),
    said: (page) => page.locator(".message[data-tone=failure]").last(),
    done: (page) => new DevicesPage(page).keys("HL-LT-4471"),
    gone: /This no longer exists/,
  },
  {
    name: "beginning to add a phone", userId: "employee@harbor.example", path: SecurityInfoPage.path, request: SecurityInfoPage.enrol,
    act: async (page) => {
      const info = new SecurityInfoPage(page);
      if (!(await info.dialog().isVisible())) {
        await info.begin("phone");
        await info.number().fill("+31 6 1234 5678");
      }
      await info.next().click();
    },
    said: (page) => new SecurityInfoPage(page).failure(),
    done: (page) => new SecurityInfoPage(page).code(),
    gone: /This no longer exists/,
    stays: true,
  },
  {
    name: "making an app password", userId: "employee@harbor.example", path: SecurityInfoPage.path, request: SecurityInfoPage.appPasswords,
    act: async (page) => {
      const info = new SecurityInfoPage(page);
      if (!(await info.dialog().isVisible())) {
        await info.begin("appPassword");
        await info.field("Which app is it for?").fill("Old tablet");
      }
      await info.next().click();
    },
    said: (page) => new SecurityInfoPage(page).failure(),
    done: (page) => page.getByRole("dialog", { name: "Your app password" }),
    gone: /This no longer exists/,
    stays: true,
  },
  {
    name: "answering security questions", userId: "employee@harbor.example", path: SecurityInfoPage.path, request: SecurityInfoPage.answers,
    act: async (page) => {
      const info = new SecurityInfoPage(page);
      if (!(await info.dialog().isVisible())) {
        await info.begin("questions");
        for (const at of [1, 2, 3]) await info.field(`Answer ${at}`).fill(`answer ${at}`);
      }
      await info.button("Save").click();
    },
    said: (page) => new SecurityInfoPage(page).failure(),
    done: (page) => new SecurityInfoPage(page).message("Ready to use: Security questions"),
    gone: /This no longer exists/,
    stays: true,
  },
  {
    name: "choosing the default method", userId: "secure@harbor.example", path: SecurityInfoPage.path, request: SecurityInfoPage.defaultMethod,
    act: async (page) => {
      const info = new SecurityInfoPage(page);
      if (!(await info.dialog().isVisible())) {
        await page.getByRole("button", { name: info.words.changeDefault }).click();
        await info.dialog().getByLabel(/^Phone/).check();
      }
      await info.button("Confirm").click();
    },
    said: (page) => new SecurityInfoPage(page).failure(),
    done: (page) => new SecurityInfoPage(page).message("Your default sign-in method was changed."),
    gone: /This no longer exists/,
    stays: true,
  },
  {
    name: "deleting a method", userId: "secure@harbor.example", path: SecurityInfoPage.path, request: SecurityInfoPage.method,
    act: async (page) => {
      const info = new SecurityInfoPage(page);
      if (!(await info.dialog().isVisible())) await info.row("Phone").getByRole("button", { name: "Delete" }).click();
      await info.button("Delete").or(info.button("Try again")).click();
    },
    said: (page) => new SecurityInfoPage(page).failure(),
    done: (page) => new SecurityInfoPage(page).message("Deleted: Phone"),
    gone: /Deleted: Phone/,
  },
  {
    name: "saving the settings", userId: "employee@harbor.example", path: SettingsPage.path, request: SettingsPage.preferences,
    act: async (page) => {
      const settings = new SettingsPage(page);
      await settings.format().selectOption("nl-BE");
      await settings.save().click();
    },
    said: (page) => new SettingsPage(page).failure(),
    done: (page) => new SettingsPage(page).saved(),
    gone: /This no longer exists/,
  },
  {
    name: "asking for a copy of one's data", userId: "employee@harbor.example", path: MyDataPage.path, request: MyDataPage.exports,
    act: (page) => new MyDataPage(page).export().click(),
    said: (page) => new MyDataPage(page).exportFailure(),
    done: (page) => new MyDataPage(page).asked(),
    gone: /This no longer exists/,
  },
  {
    name: "not recognising a sign-in", userId: "employee@harbor.example", path: SignInsPage.path, request: SignInsPage.review,
    act: async (page) => {
      const signIns = new SignInsPage(page);
      if (!(await signIns.dialog().isVisible())) await signIns.wasNotMe().click();
      await signIns.button(signIns.words.confirm).or(signIns.retry()).click();
    },
    said: (page) => page.getByRole("dialog").getByRole("alert"),
    done: (page) => page.getByRole("dialog").getByText(new SignInsPage(page).words.ended),
    gone: /This no longer exists/,
  },
  {
    name: "recognising a sign-in", userId: "employee@harbor.example", path: SignInsPage.path, request: SignInsPage.review,
    act: (page) => new SignInsPage(page).wasMe().click(),
    said: (page) => page.locator(".message[data-tone=failure]").last(),
    done: (page) => page.getByText(new SignInsPage(page).words.noted),
    gone: /This no longer exists/,
  },
  {
    name: "signing out a session", userId: "employee@harbor.example", path: SignInsPage.path, request: SignInsPage.end,
    act: (page) => {
      const signIns = new SignInsPage(page);
      return signIns.session(signIns.words.unusualDevice).getByRole("button").click();
    },
    said: (page) => page.locator(".message[data-tone=failure]").last(),
    done: (page) => page.getByText("Firefox 144 on Linux is signed out."),
    gone: /Firefox 144 on Linux is signed out/,
  },
  {
    name: "signing out everywhere", userId: "employee@harbor.example", path: SignInsPage.path, request: SignInsPage.everywhere,
    act: async (page) => {
      const signIns = new SignInsPage(page);
      if (!(await signIns.dialog().isVisible())) await signIns.everywhere().click();
      await signIns.button(signIns.words.yes).or(signIns.retry()).click();
    },
    said: (page) => page.getByRole("dialog").getByRole("alert"),
    done: (page) => page.getByText(new SignInsPage(page).words.signedOut),
  },
  {
    name: "restoring a user", userId: "admin@harbor.example", path: DeletedUsersPage.path, request: DeletedUsersPage.restore,
    act: (page) => new DeletedUsersPage(page).restore("Sofie Lambert").click(),
    said: (page) => page.locator(".message[data-tone=failure]").last(),
    done: (page) => page.getByText("Sofie Lambert is a guest again"),
    gone: /Sofie Lambert is no longer in this list/,
  },
  {
    name: "deleting a user for good", userId: "admin@harbor.example", path: DeletedUsersPage.path, request: DeletedUsersPage.remove,
    act: async (page) => {
      const users = new DeletedUsersPage(page);
      if (!(await users.confirm().isVisible())) await users.remove("Sofie Lambert").click();
      await users.confirm().click();
    },
    said: (page) => page.getByRole("dialog").getByRole("alert"),
    done: (page) => page.getByText("Sofie Lambert was deleted for good."),
    gone: /Sofie Lambert is no longer in this list/,
  },
]);

// Nobody is signed in here, so no session can end.
for (const at of ["begin", "challenges", "verify", "finish"] as const) {
  test(`a forgotten password, ${at}: each failure is said, nothing is lost, the same key goes out again, and late it says that it is working`, async ({ page, portal }) => {
    test.slow();
    await page.goto(portal.url + PasswordResetPage.path);
    const reset = new PasswordResetPage(page);
    await expect(reset.userId()).toBeVisible();
    await reset.userId().fill("secure@harbor.example");
    if (at !== "begin") {
      await reset.button("Next").click();
      await reset.way(at === "verify" ? "Authenticator app" : "Phone").click();
    }
    if (at === "challenges") await reset.number().fill(PasswordResetPage.number);
    if (at === "verify") await reset.code().fill(authenticatorCode());
    if (at === "finish") {
      await reset.provePhone(page.request, portal.url);
      await expect(page.getByText(reset.words.second)).toBeVisible();
      await reset.proveApp(authenticatorCode());
      await reset.new().fill("zeven fietsen aan de gracht");
      await reset.again().fill("zeven fietsen aan de gracht");
    }
    const done = { begin: reset.choose(), challenges: reset.onItsWay(), verify: page.getByText(reset.words.second), finish: reset.changed() }[at];
    const submit = page.locator("[type=submit]");
    const entered = () => page.locator("main input:visible").evaluateAll((all) => all.map((it) => (it as HTMLInputElement).value));
    const typed = await entered();
    const keys = new Set<string | undefined>();
    page.on("request", (it) => it.method() === "POST" && keys.add(it.headers()["idempotency-key"]));
    for (const [failure, answer] of Object.entries(FAILURES)) {
      await test.step(failure, async () => {
        await page.route(PasswordResetPage[at], answer, { times: 1 });
        await submit.click();
        await expect(reset.failure()).toBeVisible();
        await expect(done).toHaveCount(0);
        expect(await entered()).toEqual(typed);
      });
    }
    await accessible(page);
    await page.route(PasswordResetPage[at], delayed, { times: 1 });
    await submit.dblclick();
    await expect(page.getByRole("button", { name: /…$/ })).toHaveAttribute("aria-disabled", "true");
    await expect(done).toBeVisible();
    expect(keys.size).toBe(1);
  });
}

test("after an unknown outcome Try again sends the same key", async ({ page, signIn }) => {
  const keys: (string | undefined)[] = [];
  const organizations = new OrganizationsPage(page);
  await page.route(OrganizationsPage.leave, (route) => {
    keys.push(route.request().headers()["idempotency-key"]);
    return keys.length === 1 ? route.fulfill(problem(500, "internal")) : route.continue();
  });
  await signIn("employee@harbor.example", OrganizationsPage.path);
  await organizations.leave("Polder University").click();
  await organizations.confirm().click();
  await expect(page.getByRole("alert").filter({ hasText: "We could not confirm that you left Polder University" })).toBeVisible();
  await organizations.retry().click();
  await expect(organizations.left("Polder University")).toBeVisible();
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBeTruthy();
  expect(keys[1]).toBe(keys[0]);
});

test("the answer to leaving gets lost after the server did it: the page looks again and says so", async ({ page, signIn }) => {
  const organizations = new OrganizationsPage(page);
  await page.route(OrganizationsPage.leave, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await signIn("employee@harbor.example", OrganizationsPage.path);
  await organizations.leave("Polder University").click();
  await organizations.confirm().click();
  await expect(organizations.left("Polder University")).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("a double click leaves once", async ({ page, signIn }) => {
  const organizations = new OrganizationsPage(page);
  let sent = 0;
  await page.route(OrganizationsPage.leave, async (route) => {
    sent++;
    await route.continue();
  });
  await signIn("employee@harbor.example", OrganizationsPage.path);
  await organizations.leave("Polder University").click();
  await organizations.confirm().dblclick();
  await expect(organizations.left("Polder University")).toBeVisible();
  expect(sent).toBe(1);
});

test("offline: a banner, and leaving is not possible until the connection is back", async ({ page, context, signIn }) => {
  await signIn("employee@harbor.example", OrganizationsPage.path);
  const leave = new OrganizationsPage(page).leave("Polder University");
  await expect(leave).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await expect(leave).toHaveAttribute("aria-disabled", "true");
  await context.setOffline(false);
  await expect(page.getByText("You are offline.")).toBeHidden();
});
