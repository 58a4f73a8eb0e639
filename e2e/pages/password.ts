import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "Change password", nav: "Password", userId: "User ID", old: "Old password", new: "New password", again: "Confirm new password", submit: "Submit",
    changed: "Your password is changed", apps: "The apps that you used before ask you to sign in again", lastChanged: "Last changed 3 months ago",
    wrongOld: "This is not your old password.", mismatch: "This is not the same as the new password.", tooShort: "Use at least 15 characters.",
    tooCommon: "Many people use this password", name: "little more than your name", counted: "11 of at least 15 characters",
    enough: "The new password is long enough.", same: "Both are the same.", notSame: "Not the same as the new password yet.",
  },
  nl: {
    title: "Wachtwoord wijzigen", nav: "Wachtwoord", userId: "Gebruikers-id", old: "Oud wachtwoord", new: "Nieuw wachtwoord", again: "Nieuw wachtwoord bevestigen", submit: "Verzenden",
    changed: "Uw wachtwoord is gewijzigd", apps: "De apps die u eerder gebruikte, vragen u om u opnieuw aan te melden", lastChanged: "Laatst gewijzigd: 3 maanden geleden",
    wrongOld: "Dit is niet uw oude wachtwoord.", mismatch: "Dit is niet gelijk aan het nieuwe wachtwoord.", tooShort: "Gebruik minimaal 15 tekens.",
    tooCommon: "Veel mensen gebruiken dit wachtwoord", name: "weinig meer dan uw naam", counted: "11 van minimaal 15 tekens",
    enough: "Het nieuwe wachtwoord is lang genoeg.", same: "Beide zijn gelijk.", notSame: "Nog niet gelijk aan het nieuwe wachtwoord.",
  },
};

/** `/password`. */
export class PasswordPage {
  static readonly path = "/password";
  static readonly address = "**/api/v1/me/password";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  title = () => this.page.getByRole("heading", { level: 1, name: this.words.title });
  userId = () => this.page.locator("form p").filter({ hasText: this.words.userId });
  old = () => this.page.getByLabel(this.words.old);
  new = () => this.page.getByLabel(this.words.new, { exact: true });
  again = () => this.page.getByLabel(this.words.again);
  submit = () => this.page.getByRole("button", { name: this.words.submit });
  failure = () => this.page.getByRole("alert").filter({ hasText: /./ });
  changed = () => this.page.getByRole("heading", { level: 2, name: this.words.changed });

  async fill(old: string, password: string, again = password): Promise<void> {
    await this.old().fill(old);
    await this.new().fill(password);
    await this.again().fill(again);
  }
}
