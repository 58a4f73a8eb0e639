import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "Organizations", others: "Other organizations you collaborate with", confirm: "Leave", cancel: "Cancel",
    retry: "Try again", leave: (name: string) => `Leave organization ${name}`, ask: (name: string) => `Leave ${name}?`,
    left: (name: string) => `You left ${name}.`, signInToLeave: (name: string) => `Sign in to leave organization ${name}`,
  },
  nl: {
    title: "Organisaties", others: "Andere organisaties waarmee u samenwerkt", confirm: "Verlaten", cancel: "Annuleren",
    retry: "Opnieuw proberen", leave: (name: string) => `Organisatie verlaten: ${name}`, ask: (name: string) => `${name} verlaten?`,
    left: (name: string) => `U hebt ${name} verlaten.`, signInToLeave: (name: string) => `Aanmelden om organisatie te verlaten: ${name}`,
  },
};

/** `/organizations`. */
export class OrganizationsPage {
  static readonly path = "/organizations";
  static readonly list = "**/api/v1/me/organizations";
  static readonly leave = "**/api/v1/me/organizations/*/leave";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  title = () => this.page.getByRole("heading", { level: 1, name: this.words.title });
  others = () => this.page.getByRole("heading", { name: this.words.others });
  heading = (name: string) => this.page.getByRole("heading", { name });
  row = (name: string) => this.page.getByRole("article").filter({ has: this.heading(name) });
  leave = (name: string) => this.page.getByRole("button", { name: this.words.leave(name), exact: true });
  signInToLeave = (name: string) => this.page.getByRole("button", { name: this.words.signInToLeave(name) });
  dialog = (name: string) => this.page.getByRole("dialog", { name: this.words.ask(name) });
  cancel = () => this.page.getByRole("button", { name: this.words.cancel });
  confirm = () => this.page.getByRole("button", { name: this.words.confirm, exact: true });
  retry = () => this.page.getByRole("button", { name: this.words.retry });
  left = (name: string) => this.page.getByRole("status").filter({ hasText: this.words.left(name) });
}
