// The failure matrix of security.md: every read and every mutation against every failure.
import type { Locator, Page, Route } from "@playwright/test";
import { FAILURES, NOT_FOUND, SESSION_EXPIRED, delayed, problem } from "../fixtures/failures.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { DeletedUsersPage } from "../pages/deleted-users.ts";
import { AppsPage } from "../pages/apps.ts";
import { DevicesPage } from "../pages/devices.ts";
import { MyDataPage } from "../pages/my-data.ts";
import { OrganizationsPage } from "../pages/organizations.ts";
import { PasswordResetPage } from "../pages/password-reset.ts";
import { ResetSetupPage } from "../pages/reset-setup.ts";
import { SecurityInfoPage } from "../pages/security-info.ts";
import { SettingsPage } from "../pages/settings.ts";
import { SignIn, authenticatorCode } from "../pages/sign-in.ts";
import { SignInsPage } from "../pages/sign-ins.ts";
import { VerificationPage } from "../pages/verification.ts";

test.use({ allowed: /Failed to load resource/ });

interface Read {
  name: string;
  userId: string;
  path: string;
  request: string | RegExp;
  /** What is there once it worked. */
  content: (page: Page) => Locator;
  /** Whether nothing at all is shown while it loads, because mostly nothing comes. */
  quiet?: boolean;
}

const reads: Read[] = [
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
    name: "the deleted users", userId: "admin@harbor.example", path: DeletedUsersPage.path, request: DeletedUsersPage.list,
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
  {
    name: "the apps", userId: "employee@harbor.example", path: AppsPage.path, request: AppsPage.list,
    content: (page) => new AppsPage(page).all().first(),
  },
  {
    name: "what a password reset needs", userId: "employee@harbor.example", path: ResetSetupPage.path, request: ResetSetupPage.setup,
    content: (page) => new ResetSetupPage(page).soFar(0, 2),
  },
  {
    name: "the methods of a password reset", userId: "employee@harbor.example", path: ResetSetupPage.path, request: SecurityInfoPage.list,
    content: (page) => new ResetSetupPage(page).setUp("Authentication phone"),
  },
  {
    name: "the verification methods", userId: "employee@harbor.example", path: VerificationPage.path, request: SecurityInfoPage.list,
    content: (page) => new VerificationPage(page).setUpApp(),
  },
  {
    name: "the trusted devices", userId: "employee@harbor.example", path: VerificationPage.path, request: VerificationPage.trusted,
    content: (page) => new VerificationPage(page).noneTrusted(),
  },
];

for (const { name, userId, path, request, content, quiet } of reads) {
  test(`${name}: each failure is said in its own place, and Try again works`, async ({ page, signIn }) => {
    test.slow();
    await signIn(userId, path);
    await expect(content(page)).toBeVisible();
    // What an administrator may not see is another page, with its own test.
    for (const [failure, answer] of [...Object.entries(FAILURES), ["404", NOT_FOUND] as const]) {
      if (failure === "403" && /apps|deleted/.test(name)) continue;
      await test.step(failure, async () => {
        await page.route(request, answer);
        await page.reload();
        await expect(page.getByRole("heading", { name: "This did not work" })).toBeVisible();
        await expect(page.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
        await page.unroute(request);
        await page.getByRole("button", { name: "Try again" }).click();
        await expect(content(page)).toBeVisible();
      });
    }
  });

  test(`${name}: three seconds late, and with a session that has ended`, async ({ page, signIn }) => {
    await signIn(userId, path);
    await expect(content(page)).toBeVisible();
    await page.route(request, delayed, { times: 1 });
    await page.reload();
    if (!quiet) await expect(page.locator("[aria-busy=true]").first()).toBeVisible();
    await expect(content(page)).toBeVisible();
    await page.route(request, SESSION_EXPIRED, { times: 1 });
    await page.reload();
    await new SignIn(page).comeBack();
    await expect(content(page)).toBeVisible();
  });
}

interface Mutation {
  name: string;
  userId: string;
  path: string;
  request: string | RegExp;
  /** From the page as it is to the moment of sending; works again after a failure. */
  act: (page: Page) => Promise<void>;
  /** Says what failed. */
  said: (page: Page) => Locator;
  /** Says that it is done. */
  done: (page: Page) => Locator;
  /** Says that somebody else was faster, where somebody can be. */
  gone?: RegExp;
  /** The dialog stays: nothing was there to be gone. */
  stays?: boolean;
}

const mutations: Mutation[] = [
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
    name: "saving the preferred option", userId: "secure@harbor.example", path: VerificationPage.path, request: SecurityInfoPage.defaultMethod,
    act: async (page) => {
      const verification = new VerificationPage(page);
      await verification.option().selectOption({ index: 1 });
      await verification.save().click();
    },
    said: (page) => new VerificationPage(page).failure(),
    done: (page) => new SecurityInfoPage(page).message("Your default sign-in method was changed."),
    gone: /This no longer exists/,
  },
  {
    name: "restoring verification on trusted devices", userId: "secure@harbor.example", path: VerificationPage.path, request: VerificationPage.restore,
    act: async (page) => {
      const verification = new VerificationPage(page);
      await verification.noneTrusted().or(verification.restore()).waitFor();
      if (await verification.noneTrusted().isVisible()) {
        await page.route(VerificationPage.trusted, (route) => route.fulfill({ json: { allowed: true, count: 2, days: 14 } }));
        await page.reload();
      }
      await verification.restore().click();
    },
    said: (page) => page.locator(".message[data-tone=failure]").last(),
    done: (page) => new SecurityInfoPage(page).message(new VerificationPage(page).words.restored),
    gone: /This no longer exists/,
  },
  {
    name: "hiding an app", userId: "employee@harbor.example", path: AppsPage.path, request: AppsPage.hide,
    act: async (page) => {
      const apps = new AppsPage(page);
      if (!(await apps.choice("Hide").isVisible())) await apps.menu("Mail").click();
      await apps.choice("Hide").click();
    },
    said: (page) => page.locator(".message[data-tone=failure]").last(),
    done: (page) => new AppsPage(page).said(new AppsPage(page).words.hiddenDone("Mail")),
    gone: /This no longer exists/,
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
];

/** Changes there are answered so, once or always; reads go on. */
async function answered(page: Page, request: string | RegExp, answer: (route: Route) => Promise<void>, { times = Infinity } = {}): Promise<void> {
  await page.route(request, (route) => (route.request().method() === "GET" || times-- <= 0 ? route.fallback() : answer(route)));
}

for (const { name, userId, path, request, act, said, done, gone, stays } of mutations) {
  test(`${name}: each failure is said, nothing is lost, and it works afterwards`, async ({ page, signIn }) => {
    test.slow();
    await signIn(userId, path);
    for (const [failure, answer] of Object.entries(FAILURES)) {
      await test.step(failure, async () => {
        const finished = page.waitForEvent("requestfinished", (it) => it.method() !== "GET").catch(() => undefined);
        const failed = page.waitForEvent("requestfailed", (it) => it.method() !== "GET").catch(() => undefined);
        await answered(page, request, answer, { times: 1 });
        await act(page);
        await Promise.race([finished, failed]);
        await expect(said(page)).not.toBeEmpty();
        await expect(done(page)).toHaveCount(0);
        // So that the next failure has to be said anew.
        const dismiss = page.locator(".message").getByRole("button");
        while ((await dismiss.count()) > 0) await dismiss.first().click();
      });
    }
    await accessible(page);
    await act(page);
    await expect(done(page)).toBeVisible();
  });

  test(`${name}: three seconds late, it says that it is working`, async ({ page, signIn }) => {
    await signIn(userId, path);
    await answered(page, request, delayed);
    await act(page);
    await expect(page.getByRole("button", { name: /…$/ }).first()).toHaveAttribute("aria-disabled", "true");
    await expect(done(page)).toBeVisible();
  });

  test(`${name}: with a session that has ended, signing in again in place finishes it`, async ({ page, signIn }) => {
    await signIn(userId, path);
    await answered(page, request, SESSION_EXPIRED, { times: 1 });
    await act(page);
    // The demo's app has shown this code to nobody yet.
    await new SignIn(page).comeBack(userId.startsWith("secure") ? authenticatorCode(undefined, 1) : "");
    await expect(done(page)).toBeVisible();
  });

  if (!gone) continue;
  test(`${name}: somebody else was faster`, async ({ page, signIn }) => {
    await signIn(userId, path);
    await answered(page, request, NOT_FOUND, { times: 1 });
    await act(page);
    await expect(page.getByText(gone)).toBeVisible();
    if (!stays) await expect(page.getByRole("dialog")).toBeHidden();
  });
}

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
