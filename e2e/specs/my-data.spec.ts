import type { Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { FAILURES, NOT_FOUND, SESSION_EXPIRED, delayed } from "../fixtures/failures.ts";
import { accessible, expect, test } from "../fixtures/test.ts";
import { unzip } from "../fixtures/zip.ts";
import { GroupsPage } from "../pages/groups.ts";
import { MyDataPage } from "../pages/my-data.ts";
import { PASSWORD, SignIn } from "../pages/sign-in.ts";

const EMPLOYEE = "employee@harbor.example";
const SOLO = "solo@windmill.example";
const DAY = 24 * 60 * 60;

/** The list tells that a copy is still being prepared, until `done` is called. */
async function slow(page: Page): Promise<{ done: () => Promise<void> }> {
  await page.route(MyDataPage.exports, async (route) => {
    if (route.request().method() !== "GET") return route.continue();
    const response = await route.fetch();
    const { items } = await response.json();
    const [first, ...rest] = items;
    const waiting = first ? [{ ...first, state: "preparing", percent: 40 }, ...rest] : [];
    await route.fulfill({ response, json: { items: waiting } });
  });
  return { done: () => page.unroute(MyDataPage.exports) };
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<Map<string, string>> {
  const started = page.waitForEvent("download");
  await press();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^my-data-\d{4}-\d{2}-\d{2}\.zip$/);
  return unzip(await readFile(await download.path()));
}

for (const language of ["en", "nl"] as const) {
  test(`${language}: a copy is asked for, prepared, and holds everything but secrets; it survives a restart and expires`, async ({ page, context, portal, signIn, browser }) => {
    test.slow();
    await signIn(EMPLOYEE, `/my-data?lng=${language}`);
    const data = new MyDataPage(page, language);
    const { words } = data;
    await expect(data.empty()).toBeVisible();
    await accessible(page);
    const preparation = await slow(page);
    await data.export().click();
    await expect(data.asked()).toBeVisible();
    await expect(data.copies()).toContainText(words.preparing);
    await expect(data.progress()).toHaveAttribute("value", "40");
    await expect(data.download()).toHaveCount(0);
    await accessible(page);
    await preparation.done();
    await expect(data.copies().getByText(words.ready)).toBeVisible();
    await expect(data.progress()).toHaveCount(0);
    await accessible(page);
    const files = await downloaded(page, () => data.download().click());
    const [account] = JSON.parse(files.get("accounts.json")!);
    expect(account).toMatchObject({ userId: EMPLOYEE, displayName: "Eva de Graaf", organizationName: "Harbor Logistics" });
    expect(JSON.parse(files.get("guests.json")!)).toHaveLength(4);
    expect(JSON.parse(files.get("devices.json")!)).toHaveLength(3);
    const all = [...files.values()].join("\n");
    const cookie = (await context.cookies()).find((it) => it.name.startsWith("__Host-"))!;
    expect(all).not.toContain(cookie.value);
    expect(all).not.toContain(PASSWORD);
    expect(all).not.toMatch(/argon2|password_?hash|token_?hash|totp|\d{6}(-\d{6}){7}/i);
    expect(all).not.toContain("secure@harbor.example");
    // The page inside is one that people can read.
    const reader = await browser.newPage();
    await reader.setContent(files.get("index.html")!);
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("My data · Mijn gegevens");
    await expect(reader.getByText("Eva de Graaf").first()).toBeVisible();
    await reader.close();
    await portal.restart();
    await page.reload();
    expect((await downloaded(page, () => data.download().click())).get("accounts.json")).toBe(files.get("accounts.json"));
    // Seven days later.
    await portal.restart(7 * DAY + 60);
    await page.context().clearCookies();
    await signIn(EMPLOYEE, `/my-data?lng=${language}`);
    await expect(data.copies()).toContainText(words.expired);
    await expect(data.download()).toHaveCount(0);
  });

  test(`${language}: exporting by keyboard alone`, async ({ page, signIn }) => {
    await signIn(SOLO, `/my-data?lng=${language}`);
    const data = new MyDataPage(page, language);
    await expect(data.empty()).toBeVisible();
    await data.title().focus();
    await page.keyboard.press("Tab");
    await expect(data.export()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(data.download()).toBeVisible();
    await expect(data.export()).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(data.download()).toBeFocused();
    const files = await downloaded(page, () => page.keyboard.press("Enter"));
    expect(files.has("index.html")).toBe(true);
  });

  test(`${language}: in a managed organization an account is not closed here, and the administrator is named`, async ({ page, signIn }) => {
    await signIn(EMPLOYEE, `/my-data?lng=${language}`);
    const data = new MyDataPage(page, language);
    await expect(page.getByText(data.words.managed)).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "it-admin@harbor.example" })).toBeVisible();
    await expect(data.userId()).toHaveCount(0);
    await expect(data.close()).toHaveCount(0);
    await page.context().clearCookies();
    await signIn("visitor@mail.example", `/my-data?lng=${language}`);
    await expect(page.getByText(data.words.noHome)).toBeVisible();
    await expect(data.close()).toHaveCount(0);
    await accessible(page);
  });

  test(`${language}: who alone owns a group is told so, and sent to it, before the account can be closed`, async ({ page, signIn }) => {
    await page.route(MyDataPage.closing, (route) => route.fulfill({ json: { state: "last-owner" } }));
    await signIn(EMPLOYEE, `/my-data?lng=${language}`);
    const data = new MyDataPage(page, language);
    await expect(page.getByText(data.words.lastOwner)).toBeVisible();
    await expect(data.close()).toHaveCount(0);
    await accessible(page);
    await data.ownGroups().click();
    const groups = new GroupsPage(page, language);
    await expect(groups.list(groups.words.owned)).toBeVisible();
  });

  test.describe(`${language}: closing the account`, () => {
    // The proof of identity that is asked for, and the sign-in that is refused.
    test.use({ allowed: /401 \(Unauthorized\)/ });

    test("warning, confirmation and proof; then signed out everywhere, and the account is gone", async ({ page, portal, signIn, browser }) => {
      test.slow();
      const elsewhere = await browser.newContext({ locale: "en-GB" });
      const other = await elsewhere.newPage();
      await other.goto(portal.url);
      await new SignIn(other).as(SOLO);
      await expect(other.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
      await signIn(SOLO, `/my-data?lng=${language}`);
      const data = new MyDataPage(page, language);
      const { words } = data;
      // Case and surrounding spaces do not matter.
      await data.userId().fill(" Solo@Windmill.example ");
      await data.close().click();
      await expect(data.dialog()).toContainText(words.lost(SOLO));
      await expect(data.cancel()).toBeFocused();
      await accessible(page);
      await page.keyboard.press("Escape");
      await expect(data.dialog()).toBeHidden();
      await expect(data.close()).toBeFocused();
      await page.keyboard.press("Enter");
      await data.yes().click();
      // Signed in a moment ago: this needs a proof of its own all the same.
      await data.prove(PASSWORD);
      await expect(data.closed()).toBeVisible();
      await expect(page).toHaveTitle(new RegExp(words.closed));
      await expect(page.getByText(words.gone)).toBeVisible();
      await expect(page.getByText(words.reserved)).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await accessible(page);
      expect(await page.evaluate(async () => (await (await fetch("/api/v1/session")).json()).state)).toBe("signed-out");
      await other.goto(`${portal.url}/my-data`);
      await expect(new SignIn(other).submit()).toBeVisible();
      await elsewhere.close();
      await portal.restart();
      await page.getByRole("link", { name: words.toSignIn }).click();
      await page.locator("#userId").fill(SOLO);
      await page.locator("#password").fill(PASSWORD);
      await page.keyboard.press("Enter");
      await expect(page.getByRole("alert")).toContainText(words.wrong);
      // The page has said what it had to.
      await page.reload();
      await expect(page.locator("#userId")).toBeVisible();
    });

    test("whatever else is typed closes nothing", async ({ page, signIn }) => {
      const sent: string[] = [];
      page.on("request", (it) => it.method() === "POST" && sent.push(it.url()));
      await signIn(SOLO, `/my-data?lng=${language}`);
      const data = new MyDataPage(page, language);
      await expect(data.userId()).toBeVisible();
      sent.length = 0;
      const typed: [string, string][] = [
        ["", data.words.required], ["   ", data.words.required], [EMPLOYEE, data.words.other], ["solo", data.words.other], [`${SOLO}x`, data.words.other],
        [`${SOLO} ${SOLO}`, data.words.other], ["\u202eelpmaxe.llimdniw@olos", data.words.other], [`${SOLO}\u200b`, data.words.other], ["\u200fمثال@windmill.example", data.words.other],
        ["🌷@windmill.example", data.words.other], ["<script>alert(1)</script>", data.words.other], ["' OR 1=1 --", data.words.other], ["x".repeat(5000), data.words.other],
      ];
      for (const [text, sentence] of typed) {
        await test.step(JSON.stringify(text.slice(0, 30)), async () => {
          await data.userId().fill(text);
          await data.close().click();
          await expect(data.userId()).toHaveAttribute("aria-invalid", "true");
          await expect(data.userId()).toHaveAccessibleDescription(new RegExp(sentence));
          await expect(data.userId()).toBeFocused();
          await expect(data.userId()).toHaveValue(text);
          await expect(data.dialog()).toBeHidden();
        });
      }
      await accessible(page);
      expect(sent).toEqual([]);
    });

    test("by keyboard alone", async ({ page, signIn }) => {
      await signIn(SOLO, `/my-data?lng=${language}`);
      const data = new MyDataPage(page, language);
      await expect(data.userId()).toBeVisible();
      await data.export().focus();
      await page.keyboard.press("Tab");
      await expect(data.userId()).toBeFocused();
      await page.keyboard.type(SOLO);
      await page.keyboard.press("Enter");
      await expect(data.cancel()).toBeFocused();
      await page.keyboard.press("Tab");
      await expect(data.yes()).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(data.proof().locator("input[type=password]")).toBeFocused();
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press("Enter");
      await expect(data.closed()).toBeVisible();
      await page.keyboard.press("Shift+Tab");
      await expect(page.getByRole("link", { name: data.words.toSignIn })).toBeFocused();
    });
  });
}

test.describe("when requests fail", () => {
  test.use({ allowed: /Failed to load resource/ });

  test("somebody else's copy is not found, and nobody's without a session", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, MyDataPage.path);
    const data = new MyDataPage(page);
    await data.export().click();
    const address = await data.download().getAttribute("href");
    const status = () => page.evaluate(async (address) => (await fetch(address!)).status, address);
    await page.context().clearCookies();
    expect(await status()).toBe(401);
    await page.goto(portal.url);
    await signIn("admin@harbor.example", MyDataPage.path);
    await expect(data.empty()).toBeVisible();
    expect(await status()).toBe(404);
  });

  test("an old proof of identity: the export asks for one in place and goes on, or does nothing", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, MyDataPage.path);
    const data = new MyDataPage(page);
    await expect(data.empty()).toBeVisible();
    await portal.restart(400);
    await data.export().click();
    await data.proof().getByRole("button", { name: "Cancel" }).click();
    await expect(data.proof()).toBeHidden();
    await expect(data.export()).toBeFocused();
    await expect(data.empty()).toBeVisible();
    await data.export().click();
    await data.prove(PASSWORD);
    await expect(data.download()).toBeVisible();
  });

  test("five copies a day: the page says when there is another one", async ({ page, signIn }) => {
    test.slow();
    await signIn(SOLO, MyDataPage.path);
    const data = new MyDataPage(page);
    for (let copies = 1; copies <= 5; copies++) {
      await data.export().click();
      await expect(data.download()).toHaveCount(copies);
    }
    await data.export().click();
    await expect(data.exportFailure()).toContainText("You asked for five copies within a day. You can ask for the next one in 24 hours.");
    await expect(data.download()).toHaveCount(5);
  });

  test("another one cannot be asked for while one is being prepared", async ({ page, signIn }) => {
    await signIn(EMPLOYEE, MyDataPage.path);
    const data = new MyDataPage(page);
    await page.route(MyDataPage.exports, (route) => (route.request().method() === "GET" ? route.continue() : route.fulfill({
      status: 409, contentType: "application/problem+json",
      body: JSON.stringify({ type: "urn:portal:problem:export-in-progress", title: "x", status: 409, code: "export-in-progress", requestId: "test-request" }),
    })));
    await data.export().click();
    await expect(data.exportFailure()).toContainText("A copy of your data is being prepared already.");
  });

  test("a copy that could not be made says so", async ({ page, signIn }) => {
    await page.route(MyDataPage.exports, async (route) => {
      if (route.request().method() !== "GET") return route.continue();
      const response = await route.fetch();
      const { items } = await response.json();
      await route.fulfill({ response, json: { items: items.map((it: object) => ({ ...it, state: "failed" })) } });
    });
    await signIn(EMPLOYEE, MyDataPage.path);
    const data = new MyDataPage(page);
    await data.export().click();
    await expect(data.copies()).toContainText(data.words.failed);
    await accessible(page);
  });

  test("after an unknown outcome asking again sends the same key, and there is one copy", async ({ page, signIn }) => {
    const keys: (string | undefined)[] = [];
    await signIn(EMPLOYEE, MyDataPage.path);
    const data = new MyDataPage(page);
    await page.route(MyDataPage.exports, async (route) => {
      if (route.request().method() === "GET") return route.continue();
      keys.push(route.request().headers()["idempotency-key"]);
      if (keys.length > 1) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await data.export().click();
    await expect(data.exportFailure()).toContainText("We could not confirm that your request arrived");
    // What the server did is there to see.
    await expect(data.download()).toHaveCount(1);
    await data.export().click();
    await expect(data.asked()).toBeVisible();
    await expect(data.copies()).toHaveCount(1);
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
  });

  test("looking again while a copy is prepared fails: said in its place, and Try again goes on", async ({ page, signIn }) => {
    await signIn(EMPLOYEE, MyDataPage.path);
    const data = new MyDataPage(page);
    const preparation = await slow(page);
    await data.export().click();
    await expect(data.progress()).toBeVisible();
    await preparation.done();
    await page.route(MyDataPage.exports, FAILURES["an HTML body"]!);
    await expect(page.getByRole("heading", { name: "This did not work" })).toBeVisible();
    await page.unroute(MyDataPage.exports);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(data.download()).toBeVisible();
  });

  test("a session that ended before the download: signing in again in place, and then it works", async ({ page, signIn }) => {
    await signIn(EMPLOYEE, MyDataPage.path);
    const data = new MyDataPage(page);
    await data.export().click();
    await expect(data.download()).toBeVisible();
    await page.context().clearCookies();
    await data.download().click();
    await new SignIn(page).comeBack();
    await expect(new SignIn(page).again()).toBeHidden();
    expect((await downloaded(page, () => data.download().click())).has("index.html")).toBe(true);
  });

  test("a copy that expired while the page was open: clicking it shows so", async ({ page, portal, signIn }) => {
    await signIn(EMPLOYEE, MyDataPage.path);
    const data = new MyDataPage(page);
    await data.export().click();
    await expect(data.download()).toBeVisible();
    await portal.restart(7 * DAY + 60);
    await data.download().click();
    await new SignIn(page).comeBack();
    await expect(data.copies()).toContainText(data.words.expired);
    await expect(data.download()).toHaveCount(0);
  });

  test("closing: each failure is said in the dialog, nothing is lost, and it works afterwards", async ({ page, signIn }) => {
    test.slow();
    await signIn(SOLO, MyDataPage.path);
    const data = new MyDataPage(page);
    await data.userId().fill(SOLO);
    await data.close().click();
    for (const [failure, answer] of [...Object.entries(FAILURES), ["404", NOT_FOUND] as const]) {
      await test.step(failure, async () => {
        await page.route(MyDataPage.closing, answer, { times: 1 });
        const settled = Promise.race([page.waitForEvent("requestfinished", isPost), page.waitForEvent("requestfailed", isPost)]);
        await data.yes().or(data.retry()).click();
        await settled;
        await expect(data.closeFailure()).not.toBeEmpty();
        await expect(data.closed()).toHaveCount(0);
        await expect(data.userId()).toHaveValue(SOLO);
      });
    }
    await accessible(page);
    await data.yes().or(data.retry()).click();
    await data.prove(PASSWORD);
    await expect(data.closed()).toBeVisible();
  });

  test("closing: the answer gets lost after the server did it, and the page finds out", async ({ page, signIn }) => {
    await signIn(SOLO, MyDataPage.path);
    const data = new MyDataPage(page);
    let sent = 0;
    await page.route(MyDataPage.closing, async (route) => {
      if (route.request().method() === "GET" || sent++ === 0) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await data.confirm(SOLO, PASSWORD);
    await expect(data.closed()).toBeVisible();
    expect(sent).toBe(2);
  });

  test("closing: the answer is three seconds late and the button is pressed twice: it happens once", async ({ page, signIn }) => {
    await signIn(SOLO, MyDataPage.path);
    const data = new MyDataPage(page);
    await data.userId().fill(SOLO);
    await data.close().click();
    const sent: string[] = [];
    page.on("request", (it) => it.method() === "POST" && /close-account/.test(it.url()) && sent.push(it.url()));
    await page.route(MyDataPage.closing, delayed);
    await data.yes().dblclick();
    await expect(data.dialog().getByRole("button", { name: "Closing your account…" })).toHaveAttribute("aria-disabled", "true");
    await data.prove(PASSWORD);
    await expect(data.closed()).toBeVisible();
    // Once without the proof, once with it.
    expect(sent).toHaveLength(2);
  });

  test("closing: who does not prove it keeps the account, and so does a wrong password", async ({ page, signIn }) => {
    await signIn(SOLO, MyDataPage.path);
    const data = new MyDataPage(page);
    await data.confirm(SOLO, "wrong");
    await expect(data.proof().getByRole("alert")).not.toBeEmpty();
    await data.proof().getByRole("button", { name: "Cancel" }).click();
    await expect(data.proof()).toBeHidden();
    await data.cancel().click();
    await expect(data.userId()).toHaveValue(SOLO);
    await page.reload();
    await expect(data.title()).toBeVisible();
  });

  test("closing: a session that ended asks to sign in again in place, and goes on", async ({ page, signIn }) => {
    await signIn(SOLO, MyDataPage.path);
    const data = new MyDataPage(page);
    await data.userId().fill(SOLO);
    await data.close().click();
    await page.route(MyDataPage.closing, SESSION_EXPIRED, { times: 1 });
    await data.yes().click();
    await new SignIn(page).comeBack();
    await data.prove(PASSWORD);
    await expect(data.closed()).toBeVisible();
  });

  test("closing: the organization got an administrator meanwhile", async ({ page, signIn }) => {
    await signIn(SOLO, MyDataPage.path);
    const data = new MyDataPage(page);
    await data.userId().fill(SOLO);
    await data.close().click();
    await page.route(MyDataPage.closing, (route) => (route.request().method() === "GET"
      ? route.fulfill({ json: { state: "managed-organization", organization: { id: "windmill-studio", displayName: "Windmill Studio", language: "en" } } })
      : route.fulfill({ status: 403, contentType: "application/problem+json", body: JSON.stringify({ type: "urn:portal:problem:closing-forbidden", title: "x", status: 403, code: "closing-forbidden", requestId: "test-request" }) })));
    await data.yes().click();
    await expect(page.getByText("it belongs to Windmill Studio, which is managed by an administrator")).toBeVisible();
    await expect(data.dialog()).toBeHidden();
  });
});

const isPost = (it: { method(): string }) => it.method() === "POST";

test("a link cannot tell anybody that their account is closed", async ({ page, portal }) => {
  await page.goto(`${portal.url}/?account-closed`);
  await expect(page.locator("#userId")).toBeVisible();
});

test("switching the language keeps what was typed", async ({ page, signIn }) => {
  await signIn(SOLO, MyDataPage.path);
  await new MyDataPage(page).userId().fill(SOLO);
  await page.locator("header summary").first().click();
  await page.getByRole("button", { name: "Nederlands" }).click();
  const dutch = new MyDataPage(page, "nl");
  await expect(dutch.title()).toBeVisible();
  await expect(dutch.userId()).toHaveValue(SOLO);
});

test("offline, nothing can be exported or closed", async ({ page, context, signIn }) => {
  await signIn(SOLO, MyDataPage.path);
  const data = new MyDataPage(page);
  await expect(data.userId()).toBeVisible();
  await context.setOffline(true);
  await expect(data.export()).toHaveAttribute("aria-disabled", "true");
  await expect(data.close()).toHaveAttribute("aria-disabled", "true");
});
