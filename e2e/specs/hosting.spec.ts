// What stands in front of the portal says what the portal's own server says, and serves it as well; with nginx (at the root
// and below a path) and Caddy in projects of their own (`playwright.config.ts`).
import { PASSWORD, expect, test } from "../fixtures/test.ts";
import { OrganizationsPage } from "../pages/organizations.ts";

const SAME = [
  "content-security-policy", "strict-transport-security", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy",
  "cross-origin-embedder-policy", "cross-origin-resource-policy", "permissions-policy", "cache-control",
];

test("S11: every answer has the headers of the portal's own server, each once", async ({ portal, request }) => {
  const page = await (await request.get(`${portal.url}/`)).text();
  const asset = /style-[0-9a-f]+\.css/.exec(page)![0];
  const paths = ["/", "/apps", "/groups/details?group=x", "/config.json", `/${asset}`, "/gone-0123456789abcdef.js", "/robots.txt", "/api/v1/session", "/api/v1/openapi.json", "/api/v1/nothing"];
  for (const path of paths) {
    const [here, there] = await Promise.all([request.get(portal.url + path), request.get(portal.origin + path)]);
    expect([path, here.status()]).toEqual([path, there.status()]);
    const headers = await here.headersArray();
    for (const name of SAME) {
      const values = headers.filter((it) => it.name.toLowerCase() === name).map((it) => it.value);
      expect([path, name, values]).toEqual([path, name, [there.headers()[name]]]);
    }
    expect(here.headers()["access-control-allow-origin"]).toBeUndefined();
  }
  expect((await request.get(`${portal.url}/${asset}`)).headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect((await request.get(`${portal.url}/.git/config`)).status()).toBe(404);
});

test("what is compressed comes compressed", async ({ portal, request }) => {
  const page = await request.get(`${portal.url}/`, { headers: { "Accept-Encoding": "gzip" } });
  expect(page.headers()["content-encoding"]).toBe("gzip");
  const wasm = /data-wasm=\S*?\/([\w-]+\.wasm)/.exec(await page.text())![1];
  const answer = await request.get(`${portal.url}/${wasm}`, { headers: { "Accept-Encoding": "gzip" } });
  expect([answer.headers()["content-encoding"], answer.headers()["content-type"]]).toEqual(["gzip", "application/wasm"]);
});

test("signing in, links, the way back, a reload deep inside, a file of the API, signing out", async ({ page, portal, signIn }) => {
  await signIn("employee@harbor.example", "/devices");
  await expect(page.getByRole("heading", { level: 1, name: "Devices" })).toBeVisible();
  const navigation = page.getByRole("navigation", { name: "Pages" });
  await navigation.getByRole("link", { name: "Organizations", exact: true }).click();
  await expect(new OrganizationsPage(page).heading("Polder University")).toBeVisible();
  expect(page.url()).toBe(`${portal.url}/organizations`);
  await expect(navigation.getByRole("link", { name: "Organizations", exact: true })).toHaveAttribute("aria-current", "page");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Devices" })).toBeVisible();
  await page.goto(`${portal.url}/groups`);
  await page.getByRole("link", { name: "Quay 4", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 2, name: "Quay 4" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 2, name: "Quay 4" })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download members (CSV)" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await page.getByRole("banner").locator("summary").last().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  expect(page.url()).toBe(`${portal.url}/?signed-out`);
  await page.locator("#userId").fill("employee@harbor.example");
  await page.locator("#password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
});
