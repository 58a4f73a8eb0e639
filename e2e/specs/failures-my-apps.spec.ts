// The failure matrix of security.md for My Apps and its profile.
import { failingMutations, failingReads } from "../fixtures/failing.ts";
import { FAILURES, NOT_FOUND, SESSION_EXPIRED } from "../fixtures/failures.ts";
import { expect, test } from "../fixtures/test.ts";
import { AppRequestsPage, RequestPage } from "../pages/app-requests.ts";
import { AppsPage } from "../pages/apps.ts";
import { CollectionsPage } from "../pages/collections.ts";
import { ManageAppPage } from "../pages/manage-app.ts";
import { ProfilePage } from "../pages/profile.ts";
import { ResetSetupPage } from "../pages/reset-setup.ts";
import { SecurityInfoPage } from "../pages/security-info.ts";
import { SignIn } from "../pages/sign-in.ts";
import { TermsPage } from "../pages/terms.ts";
import { VerificationPage } from "../pages/verification.ts";

test.use({ allowed: /Failed to load resource/ });

/** The smallest picture there is. */
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");

failingReads([
  {
    name: "the apps", userId: "employee@harbor.example", path: AppsPage.path, request: AppsPage.list, own: ["403"],
    content: (page) => new AppsPage(page).all().first(),
  },
  {
    name: "the terms of use", userId: "employee@harbor.example", path: TermsPage.path, request: TermsPage.list,
    content: (page) => new TermsPage(page).accept(),
  },
  {
    name: "the person", userId: "employee@harbor.example", path: ProfilePage.path, request: ProfilePage.me,
    content: (page) => new ProfilePage(page).choose(),
  },
  {
    name: "one of the apps", userId: "employee@harbor.example", path: ManageAppPage.path, request: ManageAppPage.details, own: ["403", "404"],
    content: (page) => page.locator(".app").getByText("Travel booking"),
  },
  {
    name: "the permissions of an app", userId: "employee@harbor.example", path: ManageAppPage.path, request: ManageAppPage.permissions,
    content: (page) => new ManageAppPage(page).revoke("Read your mail"),
  },
  {
    name: "the saved accounts of an app", userId: "employee@harbor.example", path: ManageAppPage.path, request: ManageAppPage.accounts,
    content: (page) => new ManageAppPage(page).account("Business trips"),
  },
  {
    name: "the catalogue of apps", userId: "employee@harbor.example", path: RequestPage.path, request: RequestPage.catalogue, own: ["403"],
    content: (page) => new RequestPage(page).add("Quick polls"),
  },
  {
    name: "one's own requests", userId: "employee@harbor.example", path: RequestPage.path, request: RequestPage.own,
    content: (page) => new RequestPage(page).withdraw("Contract register"),
  },
  {
    name: "the requests for apps", userId: "admin@harbor.example", path: AppRequestsPage.path, request: AppRequestsPage.list, own: ["403"],
    content: (page) => new AppRequestsPage(page).row("Mila Visser"),
  },
  {
    name: "the collections", userId: "employee@harbor.example", path: CollectionsPage.path, request: CollectionsPage.list,
    content: (page) => new CollectionsPage(page).row("On the road"),
  },
  {
    name: "what can be collected", userId: "employee@harbor.example", path: CollectionsPage.editPath, request: CollectionsPage.choosable,
    content: (page) => new CollectionsPage(page).boxes().first(),
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
]);

failingMutations([
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
    name: "accepting terms of use", userId: "employee@harbor.example", path: TermsPage.path, request: TermsPage.accept,
    act: (page) => new TermsPage(page).accept().click(),
    said: (page) => page.locator(".message[data-tone=failure]").last(),
    done: (page) => new TermsPage(page).said("You have accepted"),
    gone: /This no longer exists/,
  },
  {
    name: "declining terms of use", userId: "employee@harbor.example", path: TermsPage.path, request: TermsPage.decline,
    act: async (page) => {
      const terms = new TermsPage(page);
      if (!(await terms.dialog().isVisible())) await terms.decline().click();
      await terms.confirm().click();
    },
    said: (page) => page.locator("dialog [role=alert], .message[data-tone=failure]").filter({ hasText: /./ }).last(),
    done: (page) => new TermsPage(page).said("You have declined"),
  },
  {
    name: "choosing a photo", userId: "employee@harbor.example", path: ProfilePage.path, request: ProfilePage.photo,
    act: (page) => new ProfilePage(page).take("me.png", "image/png", PNG),
    said: (page) => page.getByRole("main").getByRole("alert").filter({ hasText: /./ }).last(),
    done: (page) => new ProfilePage(page).said("Your photo is changed."),
  },
  {
    name: "revoking a permission", userId: "employee@harbor.example", path: ManageAppPage.path, request: ManageAppPage.revoke,
    act: async (page) => {
      const it = new ManageAppPage(page);
      if (!(await it.dialog().isVisible())) await it.revoke("Read your mail").click();
      await it.button("Revoke").or(it.retry()).click();
    },
    said: (page) => new ManageAppPage(page).failure(),
    done: (page) => page.getByText("“Read your mail” is revoked for Travel booking."),
    gone: /“Read your mail” was already revoked/,
  },
  {
    name: "revoking all permissions", userId: "employee@harbor.example", path: ManageAppPage.path, request: ManageAppPage.revokeAll,
    act: async (page) => {
      const it = new ManageAppPage(page);
      if (!(await it.dialog().isVisible())) await it.revokeAll().click();
      await it.button("Revoke").or(it.retry()).click();
    },
    said: (page) => new ManageAppPage(page).failure(),
    done: (page) => page.getByText("Everything that you agreed to for Travel booking is revoked."),
    gone: /Everything that you agreed to for Travel booking is revoked/,
  },
  {
    name: "saving an account for an app", userId: "employee@harbor.example", path: ManageAppPage.path, request: ManageAppPage.accounts,
    act: async (page) => {
      const it = new ManageAppPage(page);
      if (!(await it.dialog().isVisible())) {
        await it.add().click();
        await it.fill({ label: "Holidays", userName: "eva", password: "Kade-4711" });
      }
      await it.button("Save").click();
    },
    said: (page) => new ManageAppPage(page).failure(),
    done: (page) => page.getByText("Holidays is saved."),
    gone: /This no longer exists/,
    stays: true,
  },
  {
    name: "changing a saved account", userId: "employee@harbor.example", path: ManageAppPage.path, request: ManageAppPage.account,
    act: async (page) => {
      const it = new ManageAppPage(page);
      if (!(await it.dialog().isVisible())) {
        await it.change("Business trips").click();
        await it.fill({ userName: "eva", password: "Kade-4711" });
      }
      await it.button("Save").click();
    },
    said: (page) => new ManageAppPage(page).failure(),
    done: (page) => page.getByText("Business trips is changed."),
    gone: /This no longer exists/,
    stays: true,
  },
  {
    name: "clearing a saved account", userId: "employee@harbor.example", path: ManageAppPage.path, request: ManageAppPage.account,
    act: async (page) => {
      const it = new ManageAppPage(page);
      if (!(await it.dialog().isVisible())) await it.clear("Business trips").click();
      await it.button("Clear").or(it.retry()).click();
    },
    said: (page) => new ManageAppPage(page).failure(),
    done: (page) => page.getByText("Business trips is cleared."),
    gone: /Business trips is cleared/,
  },
  {
    name: "adding an app", userId: "employee@harbor.example", path: RequestPage.path, request: RequestPage.add,
    act: (page) => new RequestPage(page).add("Quick polls").click(),
    said: (page) => page.locator(".message[data-tone=failure]").last(),
    done: (page) => new RequestPage(page).said(new RequestPage(page).words.added("Quick polls")),
    gone: /Quick polls is no longer offered/,
  },
  {
    name: "requesting an app", userId: "employee@harbor.example", path: RequestPage.path, request: RequestPage.own,
    act: async (page) => {
      const requests = new RequestPage(page);
      if (!(await requests.dialog().isVisible())) {
        await requests.ask("Fuel orders").click();
        await requests.justification().fill("To order fuel.");
      }
      await expect(requests.justification()).toHaveValue("To order fuel.");
      await requests.button("Request").click();
    },
    said: (page) => new RequestPage(page).failure(),
    done: (page) => new RequestPage(page).said(new RequestPage(page).words.asked("Fuel orders")),
    gone: /Fuel orders is no longer offered/,
    stays: true,
  },
  {
    name: "withdrawing a request", userId: "employee@harbor.example", path: RequestPage.path, request: RequestPage.withdraw,
    act: async (page) => {
      const requests = new RequestPage(page);
      if (!(await requests.dialog().isVisible())) await requests.withdraw("Contract register").click();
      await requests.button("Withdraw").or(requests.button("Try again")).click();
    },
    said: (page) => new RequestPage(page).failure(),
    done: (page) => new RequestPage(page).said(new RequestPage(page).words.withdrawnDone("Contract register")),
    gone: /Your request for Contract register no longer exists/,
  },
  {
    name: "approving a request", userId: "admin@harbor.example", path: AppRequestsPage.path, request: AppRequestsPage.approve,
    act: (page) => new AppRequestsPage(page).approve("Energy meters", "Mila Visser").click(),
    said: (page) => page.locator(".message[data-tone=failure]").last(),
    done: (page) => new AppRequestsPage(page).said(new AppRequestsPage(page).words.approvedDone("Energy meters", "Mila Visser")),
    gone: /Mila Visser’s request for Energy meters no longer exists/,
  },
  {
    name: "denying a request", userId: "admin@harbor.example", path: AppRequestsPage.path, request: AppRequestsPage.deny,
    act: async (page) => {
      const requests = new AppRequestsPage(page);
      if (!(await requests.dialog().isVisible())) {
        await requests.deny("Energy meters", "Mila Visser").click();
        await requests.reason().fill("Use the export.");
      }
      await expect(requests.reason()).toHaveValue("Use the export.");
      await requests.button("Deny").click();
    },
    said: (page) => new AppRequestsPage(page).failure(),
    done: (page) => new AppRequestsPage(page).said(new AppRequestsPage(page).words.deniedDone("Energy meters", "Mila Visser")),
    gone: /Mila Visser’s request for Energy meters no longer exists/,
    stays: true,
  },
  {
    name: "hiding a collection", userId: "employee@harbor.example", path: CollectionsPage.path, request: CollectionsPage.hide,
    act: (page) => new CollectionsPage(page).hide("On the road").click(),
    said: (page) => page.locator(".message[data-tone=failure]").last(),
    done: (page) => new CollectionsPage(page).message("On the road is hidden."),
    gone: /This no longer exists/,
  },
  {
    name: "deleting a collection", userId: "employee@harbor.example", path: CollectionsPage.path, request: CollectionsPage.one,
    act: async (page) => {
      const collections = new CollectionsPage(page);
      if (!(await collections.dialog("On the road").isVisible())) await collections.remove("On the road").click();
      await collections.confirm().click();
    },
    said: (page) => page.getByRole("dialog").getByRole("alert"),
    done: (page) => new CollectionsPage(page).message("On the road was deleted."),
    gone: /On the road was deleted/,
  },
  {
    name: "making a collection", userId: "employee@harbor.example", path: CollectionsPage.editPath, request: CollectionsPage.list,
    act: async (page) => {
      const collections = new CollectionsPage(page);
      if ((await collections.chosen().count()) === 0) await collections.fill("Mornings", "Calendar");
      await collections.save().click();
    },
    said: (page) => new CollectionsPage(page).failure(),
    done: (page) => new CollectionsPage(page).message("Mornings was created."),
    gone: /This no longer exists/,
    stays: true,
  },
  {
    name: "changing a collection", userId: "employee@harbor.example", path: CollectionsPage.path, request: CollectionsPage.one,
    act: async (page) => {
      const collections = new CollectionsPage(page);
      await expect(collections.row("On the road").or(collections.chosen()).first()).toBeVisible();
      if ((await collections.chosen().count()) === 0) await collections.edit("On the road").click();
      await collections.name().fill("Under way");
      await collections.save().click();
    },
    said: (page) => new CollectionsPage(page).failure(),
    done: (page) => new CollectionsPage(page).message("Under way was saved."),
    gone: /This no longer exists/,
    stays: true,
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
]);

test("ordering the collections: each failure takes the order back and says so, and it works afterwards", async ({ page, signIn }) => {
  test.slow();
  const collections = new CollectionsPage(page);
  await signIn("employee@harbor.example", CollectionsPage.path);
  await expect(collections.rows()).toHaveCount(4);
  const before = await collections.names();
  for (const [failure, answer] of [...Object.entries(FAILURES), ["404", NOT_FOUND] as const]) {
    await test.step(failure, async () => {
      await page.route(CollectionsPage.order, answer, { times: 1 });
      await collections.down("All apps").click();
      await expect(collections.message(collections.words.orderBack)).toBeVisible();
      await expect.poll(() => collections.names()).toEqual(before);
      await page.locator(".message").getByRole("button").first().click();
    });
  }
  await page.route(CollectionsPage.order, SESSION_EXPIRED, { times: 1 });
  await collections.down("All apps").click();
  const saved = page.waitForResponse((it) => it.request().method() === "PUT" && it.ok());
  await new SignIn(page).comeBack();
  await saved;
  await page.reload();
  await expect(collections.rows().nth(1)).toContainText("All apps");
});
