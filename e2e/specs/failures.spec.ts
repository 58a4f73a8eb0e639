import { expect, test } from "../fixtures/test.ts";

test.use({ allowed: /Failed to load resource/ });

const LIST = "**/api/v1/me/organizations";
const LEAVE = "**/api/v1/me/organizations/*/leave";
const problem = (status: number, code: string) => ({
  status, contentType: "application/problem+json",
  body: JSON.stringify({ type: `urn:portal:problem:${code}`, title: code, status, code, requestId: "test-request" }),
});
const answers = {
  "400": problem(400, "malformed-request"), "403": problem(403, "access-denied"), "409": problem(409, "request-in-flight"),
  "412": problem(412, "stale"), "422": problem(422, "invalid-fields"), "500": problem(500, "internal"),
  "an HTML body": { status: 200, contentType: "text/html", body: "<h1>proxy</h1>" },
  "truncated JSON": { status: 200, contentType: "application/json", body: '{"items":[{"id":' },
  "an empty body": { status: 200, contentType: "application/json", body: "" },
};

for (const [name, answer] of Object.entries(answers)) {
  test(`the list fails with ${name}: a sentence, and Try again works`, async ({ page, signIn }) => {
    await page.route(LIST, (route) => route.fulfill(answer));
    await signIn("employee@harbor.example", "/organizations");
    await expect(page.getByRole("heading", { name: "This did not work" })).toBeVisible();
    await page.unroute(LIST);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { name: "Polder University" })).toBeVisible();
  });
}

for (const status of [500, 503]) {
  test(`leaving fails with ${status}: the dialog stays, Try again sends the same key`, async ({ page, signIn }) => {
    const keys: (string | undefined)[] = [];
    await page.route(LEAVE, (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      return keys.length === 1 ? route.fulfill(problem(status, "internal")) : route.continue();
    });
    await signIn("employee@harbor.example", "/organizations");
    await page.getByRole("button", { name: "Leave organization Polder University" }).click();
    await page.getByRole("button", { name: "Leave", exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: "We could not confirm that you left Polder University" })).toBeVisible();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("You left Polder University.")).toBeVisible();
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).toBe(keys[0]);
  });
}

for (const [status, code] of [[400, "malformed-request"], [403, "access-denied"], [409, "leaving-forbidden"], [412, "stale"], [422, "idempotency-key-reused"], [429, "too-many-attempts"]] as const) {
  test(`leaving is refused with ${status} ${code}: the reason is said, nothing is lost`, async ({ page, signIn }) => {
    await page.route(LEAVE, (route) => route.fulfill(problem(status, code)));
    await signIn("employee@harbor.example", "/organizations");
    await page.getByRole("button", { name: "Leave organization Polder University" }).click();
    await page.getByRole("button", { name: "Leave", exact: true }).click();
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText("Request number: test-request");
    await page.unroute(LEAVE);
    await page.getByRole("button", { name: "Leave", exact: true }).click();
    await expect(page.getByText("You left Polder University.")).toBeVisible();
  });
}

test("the answer to leaving gets lost after the server did it: the page looks again and says so", async ({ page, signIn }) => {
  await page.route(LEAVE, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await signIn("employee@harbor.example", "/organizations");
  await page.getByRole("button", { name: "Leave organization Polder University" }).click();
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(page.getByText("You left Polder University.")).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("a double click leaves once", async ({ page, signIn }) => {
  let sent = 0;
  await page.route(LEAVE, async (route) => {
    sent++;
    await route.continue();
  });
  await signIn("employee@harbor.example", "/organizations");
  await page.getByRole("button", { name: "Leave organization Polder University" }).click();
  await page.getByRole("button", { name: "Leave", exact: true }).dblclick();
  await expect(page.getByText("You left Polder University.")).toBeVisible();
  expect(sent).toBe(1);
});

test("offline: a banner, and leaving is not possible until the connection is back", async ({ page, context, signIn }) => {
  await signIn("employee@harbor.example", "/organizations");
  const button = page.getByRole("button", { name: "Leave organization Polder University" });
  await expect(button).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await context.setOffline(false);
  await expect(page.getByText("You are offline.")).toBeHidden();
});
