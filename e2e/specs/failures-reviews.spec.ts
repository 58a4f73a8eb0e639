// The failure matrix of security.md for access reviews.
import type { Page } from "@playwright/test";
import { failingMutations, failingReads } from "../fixtures/failing.ts";
import { expect, test } from "../fixtures/test.ts";
import { AccessReviewsPage, BEFORE, PLANNERS } from "../pages/access-reviews.ts";

test.use({ allowed: /Failed to load resource/ });

const EMPLOYEE = "employee@harbor.example";

failingReads([
  {
    name: "the reviews", userId: EMPLOYEE, path: AccessReviewsPage.path, request: AccessReviewsPage.pending,
    content: (page) => new AccessReviewsPage(page).row(PLANNERS),
  },
  {
    name: "the finished reviews", userId: EMPLOYEE, path: AccessReviewsPage.path, request: AccessReviewsPage.finished,
    content: (page) => new AccessReviewsPage(page).row(BEFORE),
  },
  {
    name: "a review of oneself", userId: EMPLOYEE, path: AccessReviewsPage.self, request: AccessReviewsPage.review, own: ["404"],
    content: (page) => new AccessReviewsPage(page).button("Begin review"),
  },
  {
    name: "a review of others", userId: EMPLOYEE, path: AccessReviewsPage.others, request: AccessReviewsPage.review, own: ["404"],
    content: (page) => page.getByRole("main").getByText("0 of 12 decided"),
  },
  {
    name: "the people in a review", userId: EMPLOYEE, path: AccessReviewsPage.others, request: AccessReviewsPage.items,
    content: (page) => new AccessReviewsPage(page).people().first(),
  },
]);

/** Opens the dialog for the first row, unless it is open, and sends. */
async function send(page: Page, name: string): Promise<void> {
  const it = new AccessReviewsPage(page);
  if (!(await it.dialog().isVisible())) {
    await it.boxes().first().check();
    await it.tool(name).click();
  }
  await it.send(name).click();
}

/** Decides about the first row without the page, so that nothing stands in its way. */
async function decided(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(`${origin}/api/v1/access-reviews/review-crane-access/decisions`, {
    headers: { "X-Portal-Request": "1", "Idempotency-Key": `decided-${Date.now()}`, "Sec-Fetch-Site": "same-origin" },
    data: { selection: { numbers: [1] }, decision: "approve", reason: "Drives them.", revision: 0 },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

const inDialog = (page: Page) => page.getByRole("dialog").getByRole("alert").filter({ hasText: /./ });

failingMutations([
  {
    name: "answering for oneself", userId: EMPLOYEE, path: AccessReviewsPage.self, request: AccessReviewsPage.own,
    act: async (page) => {
      const it = new AccessReviewsPage(page);
      await it.button("Begin review").or(it.button("Submit")).first().waitFor();
      if (await it.button("Begin review").isVisible()) {
        await it.button("Begin review").click();
        await it.choice("Yes").check();
        await it.reason().fill("I plan every day.");
      }
      await it.button("Submit").click();
    },
    said: (page) => page.getByRole("main").getByRole("alert").filter({ hasText: /./ }).last(),
    done: (page) => page.getByText("You answered Yes: you keep the access."),
    gone: /It has ended, or it is not yours to decide/,
  },
  {
    name: "deciding about somebody", userId: EMPLOYEE, path: AccessReviewsPage.others, request: AccessReviewsPage.decisions,
    act: (page) => send(page, "Approve"),
    said: (page) => inDialog(page).last(),
    done: (page) => page.getByText("Approved for 1 person."),
    gone: /It has ended, or it is not yours to decide/,
    stays: true,
  },
  {
    name: "accepting a recommendation", userId: EMPLOYEE, path: AccessReviewsPage.others, request: AccessReviewsPage.accepting,
    act: (page) => send(page, "Accept recommendations"),
    said: (page) => inDialog(page).last(),
    done: (page) => page.getByText("Accepted the recommendation for 1 person."),
    gone: /It has ended, or it is not yours to decide/,
    stays: true,
  },
  {
    name: "taking a decision back", userId: EMPLOYEE, path: AccessReviewsPage.others, request: AccessReviewsPage.decisions,
    act: async (page) => {
      const undo = page.getByRole("button", { name: /^Undo the decision about / });
      await new AccessReviewsPage(page).people().first().waitFor();
      if ((await undo.count()) === 0) {
        await decided(page);
        await page.reload();
      }
      await undo.click();
    },
    said: (page) => page.locator(".message").last(),
    done: (page) => page.getByText("The decision about 1 person was undone."),
    gone: /It has ended, or it is not yours to decide/,
  },
]);
