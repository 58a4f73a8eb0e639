import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "My data requests", export: "Export my data", asked: "Your data is being prepared.", copy: "Copy of", preparing: "Being prepared: 40%", progress: "Progress",
    ready: /^Ready · \d+ kB · Available until /, expired: "Expired: its file has been deleted.", failed: "This copy could not be made.", download: "Download the copy of", empty: "No copies yet",
    close: "Close account", userId: "Your user ID, as confirmation", required: "Type your user ID to confirm.", other: "This is not your user ID.",
    ask: "Close your account?", lost: (userId: string) => `The account ${userId} and all personal data in it are deleted`, yes: "Yes", cancel: "Cancel", retry: "Try again",
    managed: "it belongs to Harbor Logistics, which is managed by an administrator", noHome: "no organization owns it",
    lastOwner: "you are the only owner of one or more groups", ownGroups: "Go to your groups",
    closed: "Your account is closed", gone: "This cannot be undone.", reserved: "Nobody can use your user ID for the next 30 days.", toSignIn: "Go to the sign-in page", wrong: "do not belong together",
    proof: "Confirm that it is you", password: "Password",
  },
  nl: {
    title: "Mijn gegevensaanvragen", export: "Mijn gegevens exporteren", asked: "Uw gegevens worden voorbereid.", copy: "Kopie van", preparing: "Wordt voorbereid: 40%", progress: "Voortgang",
    ready: /^Klaar · \d+ kB · Beschikbaar tot /, expired: "Verlopen: het bestand is verwijderd.", failed: "Deze kopie kon niet worden gemaakt.", download: "Downloaden: kopie van", empty: "Nog geen kopieën",
    close: "Account sluiten", userId: "Uw gebruikers-id, ter bevestiging", required: "Typ uw gebruikers-id om te bevestigen.", other: "Dit is niet uw gebruikers-id.",
    ask: "Uw account sluiten?", lost: (userId: string) => `Het account ${userId} en alle persoonlijke gegevens daarin worden verwijderd`, yes: "Ja", cancel: "Annuleren", retry: "Opnieuw proberen",
    managed: "het is van Harbor Logistics, waar een beheerder verantwoordelijk is", noHome: "het is van geen enkele organisatie",
    lastOwner: "van een of meer groepen bent u de enige eigenaar", ownGroups: "Naar uw groepen",
    closed: "Uw account is gesloten", gone: "Dit kan niet ongedaan worden gemaakt.", reserved: "De komende 30 dagen kan niemand uw gebruikers-id gebruiken.", toSignIn: "Naar de aanmeldingspagina", wrong: "horen niet bij elkaar",
    proof: "Bevestig dat u het bent", password: "Wachtwoord",
  },
};

/** `/my-data`. */
export class MyDataPage {
  static readonly path = "/my-data";
  static readonly exports = /\/api\/v1\/me\/data-exports(\?.*)?$/;
  static readonly closing = "**/api/v1/me/close-account";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  title = () => this.page.getByRole("heading", { level: 1, name: this.words.title });
  export = () => this.page.getByRole("button", { name: this.words.export });
  asked = () => this.page.getByRole("status").filter({ hasText: this.words.asked });
  exportFailure = () => this.page.getByRole("region", { name: this.words.export }).getByRole("alert");
  copies = () => this.page.getByRole("listitem").filter({ has: this.page.getByRole("heading", { name: this.words.copy }) });
  progress = () => this.page.getByRole("progressbar", { name: this.words.progress });
  download = () => this.page.getByRole("link", { name: this.words.download });
  empty = () => this.page.getByText(this.words.empty);
  userId = () => this.page.getByLabel(this.words.userId);
  close = () => this.page.getByRole("button", { name: this.words.close });
  ownGroups = () => this.page.getByRole("link", { name: this.words.ownGroups });
  dialog = () => this.page.getByRole("dialog", { name: this.words.ask });
  cancel = () => this.dialog().getByRole("button", { name: this.words.cancel });
  yes = () => this.dialog().getByRole("button", { name: this.words.yes, exact: true });
  retry = () => this.dialog().getByRole("button", { name: this.words.retry });
  closeFailure = () => this.dialog().getByRole("alert");
  closed = () => this.page.getByRole("heading", { level: 1, name: this.words.closed });
  proof = () => this.page.getByRole("dialog", { name: this.words.proof });

  /** Types the confirmation, confirms it and proves who it is. */
  async confirm(userId: string, password: string): Promise<void> {
    await this.userId().fill(userId);
    await this.close().click();
    await this.yes().click();
    await this.prove(password);
  }

  async prove(password: string): Promise<void> {
    await this.proof().getByLabel(this.words.password).fill(password);
    await this.page.keyboard.press("Enter");
  }
}
