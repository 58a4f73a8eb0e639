import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "Devices", manage: "Manage devices", cancel: "Cancel", confirm: "Yes, disable", retry: "Try again", close: "Close", empty: "No devices",
    count: "3 devices can sign in with your account.", disabledNote: "This device can no longer sign in.",
    disable: (name: string) => `Disable device ${name}`, ask: (name: string) => `Disable ${name}?`,
    disabled: (name: string) => `${name} is disabled and can no longer sign in.`,
    keys: (name: string) => `View BitLocker keys of ${name}`, keysOf: (name: string) => `BitLocker keys of ${name}`,
    copy: (drive: string) => `Copy the key of: ${drive}`, drive: "Windows drive", copied: "Copied.",
  },
  nl: {
    title: "Apparaten", manage: "Apparaten beheren", cancel: "Annuleren", confirm: "Ja, uitschakelen", retry: "Opnieuw proberen", close: "Sluiten", empty: "Geen apparaten",
    count: "3 apparaten kunnen zich met uw account aanmelden.", disabledNote: "Met dit apparaat kan niemand zich nog aanmelden.",
    disable: (name: string) => `Apparaat uitschakelen: ${name}`, ask: (name: string) => `${name} uitschakelen?`,
    disabled: (name: string) => `${name} is uitgeschakeld.`,
    keys: (name: string) => `BitLocker-sleutels weergeven: ${name}`, keysOf: (name: string) => `BitLocker-sleutels van ${name}`,
    copy: (drive: string) => `Kopiëren: sleutel van ${drive}`, drive: "Windows-schijf", copied: "Gekopieerd.",
  },
};

/** `/devices`. */
export class DevicesPage {
  static readonly path = "/devices";
  static readonly list = "**/api/v1/me/devices";
  static readonly disable = "**/api/v1/me/devices/*/disable";
  static readonly keys = "**/api/v1/me/devices/*/bitlocker-keys";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  title = () => this.page.getByRole("heading", { level: 1, name: this.words.title });
  heading = (name: string) => this.page.getByRole("heading", { level: 2, name });
  rows = () => this.page.getByRole("article");
  row = (name: string) => this.rows().filter({ has: this.heading(name) });
  empty = () => this.page.getByText(this.words.empty);
  disable = (name: string) => this.page.getByRole("button", { name: this.words.disable(name) });
  dialog = (name: string) => this.page.getByRole("dialog", { name: this.words.ask(name) });
  cancel = () => this.page.getByRole("button", { name: this.words.cancel });
  confirm = () => this.page.getByRole("button", { name: this.words.confirm });
  retry = () => this.page.getByRole("button", { name: this.words.retry });
  disabled = (name: string) => this.page.getByRole("status").filter({ hasText: this.words.disabled(name) });
  viewKeys = (name: string) => this.page.getByRole("button", { name: this.words.keys(name) });
  keys = (name: string) => this.page.getByRole("dialog", { name: this.words.keysOf(name) });
  copy = () => this.page.getByRole("button", { name: this.words.copy(this.words.drive) });
  close = () => this.page.getByRole("button", { name: this.words.close });
}
