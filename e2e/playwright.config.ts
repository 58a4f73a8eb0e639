import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// Without windows, which takes half the time, or with them; else Playwright's own.
const chromium = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((it) => existsSync(it));

const CORE = ["organizations.spec.ts", "hosting.spec.ts"];

export default defineConfig<{ through: string }>({
  testDir: "specs",
  // Two processors and a half: tests wait as much as they work.
  workers: 3,
  fullyParallel: true,
  // A busy machine may lose one; what passed at its second try is named as flaky at the end.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  projects: [
    { name: "portal" },
    // The way from the browser to the database once more, through Debian's nginx and Caddy with the shipped examples.
    { name: "nginx", testMatch: CORE, use: { through: "/" } },
    { name: "nginx, below a path", testMatch: CORE, use: { through: "/portal" } },
    { name: "caddy", testMatch: "hosting.spec.ts", use: { through: "caddy" } },
  ],
  use: {
    ignoreHTTPSErrors: true,
    locale: "en-GB",
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
      ],
    },
  },
});
