import { PASSWORD, accessible, expect, test } from "../fixtures/test.ts";

const WORDS = {
  en: {
    title: "Organizations", leave: "Leave organization Polder University", confirm: "Leave", cancel: "Cancel",
    ask: "Leave Polder University?", left: "You left Polder University.", others: "Other organizations you collaborate with",
  },
  nl: {
    title: "Organisaties", leave: "Organisatie verlaten: Polder University", confirm: "Verlaten", cancel: "Annuleren",
    ask: "Polder University verlaten?", left: "U hebt Polder University verlaten.", others: "Andere organisaties waarmee u samenwerkt",
  },
};

for (const language of ["en", "nl"] as const) {
  const words = WORDS[language];

  test(`${language}: leaving an organization by mouse survives a reload and a restart`, async ({ page, portal, signIn }) => {
    await signIn("employee@harbor.example", `/organizations?lng=${language}`);
    await page.getByRole("button", { name: words.leave }).click();
    const dialog = page.getByRole("dialog", { name: words.ask });
    await expect(dialog.getByRole("button", { name: words.cancel })).toBeFocused();
    await accessible(page);
    await dialog.getByRole("button", { name: words.confirm, exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: words.left })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Polder University" })).toBeHidden();
    await expect(page.getByRole("heading", { level: 1, name: words.title })).toBeFocused();
    await portal.restart();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Lighthouse Design" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Polder University" })).toHaveCount(0);
  });

  test(`${language}: leaving an organization by keyboard alone`, async ({ page, portal }) => {
    await page.goto(`${portal.url}/organizations?lng=${language}`);
    await page.locator("#userId").focus();
    await page.keyboard.type("employee@harbor.example");
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    const button = page.getByRole("button", { name: words.leave });
    await expect(button).toBeVisible();
    for (let step = 0; step < 40 && !(await button.evaluate((it) => it === document.activeElement)); step++) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: words.cancel })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(button).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: words.cancel })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByText(words.left)).toBeVisible();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 1280]) {
      test(`${language}, ${colorScheme}, ${width} px: nothing for axe to find, no sideways scrolling`, async ({ page, signIn }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 740 });
        await signIn("employee@harbor.example", `/organizations?lng=${language}`);
        await expect(page.getByRole("heading", { name: words.others })).toBeVisible();
        await accessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    }
  }
}

test("the home organization has no leave control; the others say what is possible and whom to ask", async ({ page, signIn }) => {
  await signIn("employee@harbor.example", "/organizations");
  const row = (name: string) => page.getByRole("article").filter({ has: page.getByRole("heading", { name }) });
  await expect(row("Harbor Logistics").getByRole("button")).toHaveCount(0);
  await expect(row("Harbor Logistics")).toContainText("You cannot leave your home organization");
  await expect(row("Tulip Foods").getByRole("button")).toHaveCount(0);
  await expect(row("Tulip Foods")).toContainText("your guest account is disabled at Tulip Foods");
  await expect(row("Tulip Foods").getByRole("link")).not.toHaveCount(0);
  await expect(row("Canal Bank").getByRole("button")).toHaveCount(0);
  await expect(row("Canal Bank").getByRole("link", { name: "privacy@canalbank.example" })).toBeVisible();
});

test.describe("asked to sign in there first", () => {
  test.use({ allowed: /401 \(Unauthorized\)/ });

  test("Lighthouse Design can be left after signing in there", async ({ page, signIn }) => {
    await signIn("employee@harbor.example", "/organizations");
    await page.getByRole("button", { name: "Sign in to leave organization Lighthouse Design" }).click();
    const proof = page.getByRole("dialog", { name: "Confirm that it is you" });
    await expect(proof.getByLabel("Password")).toBeFocused();
    await accessible(page);
    await proof.getByLabel("Password").fill("wrong");
    await proof.getByRole("button", { name: "Confirm" }).click();
    await expect(proof.getByRole("alert")).toContainText("This password is not right");
    await proof.getByLabel("Password").fill(PASSWORD);
    await proof.getByRole("button", { name: "Confirm" }).click();
    await page.getByRole("button", { name: "Leave organization Lighthouse Design" }).click();
    await page.getByRole("button", { name: "Leave", exact: true }).click();
    await expect(page.getByText("You left Lighthouse Design.")).toBeVisible();
  });

  test("a stale proof of identity is asked for in place, and the leaving goes on", async ({ page, portal, signIn }) => {
    await signIn("employee@harbor.example", "/organizations");
    await expect(page.getByRole("heading", { name: "Polder University" })).toBeVisible();
    await portal.restart(400);
    await page.getByRole("button", { name: "Leave organization Polder University" }).click();
    await page.getByRole("button", { name: "Leave", exact: true }).click();
    await page.getByRole("dialog", { name: "Confirm that it is you" }).getByLabel("Password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByText("You left Polder University.")).toBeVisible();
  });

  test("a session that ended under the open dialog: signing in again in place finishes the leaving", async ({ page, context, signIn }) => {
    await signIn("employee@harbor.example", "/organizations");
    await page.getByRole("button", { name: "Leave organization Polder University" }).click();
    await context.clearCookies();
    await page.getByRole("button", { name: "Leave", exact: true }).click();
    const again = page.getByRole("dialog", { name: "Sign in again" });
    await expect(again.getByLabel("User ID")).toHaveValue("employee@harbor.example");
    await again.getByLabel("Password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByText("You left Polder University.")).toBeVisible();
  });
});

test("without a home organization there is one heading with the list", async ({ page, signIn }) => {
  await signIn("visitor@mail.example", "/organizations");
  await expect(page.getByRole("article")).not.toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Home organization" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Other organizations you collaborate with" })).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Organizations" })).toBeVisible();
});

test("an account that is disabled at home can leave nothing and is told whom to ask", async ({ page, signIn }) => {
  await signIn("suspended@harbor.example", "/organizations");
  await expect(page.getByText("your account is disabled at Harbor Logistics").first()).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
});
