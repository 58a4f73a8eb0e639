import type { Page } from "@playwright/test";

/** `/admin/deleted-users`, in English. */
export class DeletedUsersPage {
  static readonly path = "/admin/deleted-users";
  static readonly list = /\/api\/v1\/organizations\/[^/]+\/deleted-users(\?.*)?$/;
  static readonly restore = "**/deleted-users/*/restore";
  static readonly remove = /\/deleted-users\/[^/?]+$/;

  constructor(private readonly page: Page) {}

  rows = () => this.page.getByRole("listitem").filter({ hasText: "days left" });
  row = (name: string) => this.rows().filter({ has: this.page.getByRole("heading", { name }) });
  empty = () => this.page.getByText("No deleted users");
  search = () => this.page.getByLabel("Search by name or user ID");
  restore = (name: string) => this.page.getByRole("button", { name: `Restore ${name}` });
  remove = (name: string) => this.page.getByRole("button", { name: `Delete ${name} permanently` });
  cancel = () => this.page.getByRole("button", { name: "Cancel" });
  confirm = () => this.page.getByRole("dialog").getByRole("button", { name: /Delete permanently|Try again/ });
}
