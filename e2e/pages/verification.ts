import type { Page } from "@playwright/test";
import type { Portal } from "../fixtures/portal.ts";
import { SecurityInfoPage } from "./security-info.ts";

const WORDS = {
  en: {
    title: "Additional security verification", profile: "Profile", preferred: "What's your preferred option?", option: "Default verification option", save: "Save", unchanged: "There is nothing to save",
    respond: "How would you like to respond?", setUpApp: "Set up Authenticator app", none: "No methods yet",
    trusted: "Restore multi-factor authentication on previously trusted devices", restore: "Restore", restored: "Restored: your next sign-in asks for your second method on every device.",
    noneTrusted: "No device is trusted.", forbidden: "Your organization does not let you trust a device", trust: "Don't ask again for 14 days", untilSignOut: "In this browser, until you sign out.",
    count: (count: number) => `On ${count} ${count === 1 ? "device" : "devices"}, you sign in with your password alone.`,
  },
  nl: {
    title: "Aanvullende beveiligingsverificatie", profile: "Profiel", preferred: "Wat is uw voorkeursoptie?", option: "Standaardverificatieoptie", save: "Opslaan", unchanged: "Er valt niets op te slaan",
    respond: "Hoe wilt u reageren?", setUpApp: "Authenticator-app instellen", none: "Nog geen methoden",
    trusted: "Meervoudige verificatie herstellen op eerder vertrouwde apparaten", restore: "Herstellen", restored: "Hersteld: bij uw volgende aanmelding wordt op elk apparaat weer om uw tweede methode gevraagd.",
    noneTrusted: "Er zijn geen vertrouwde apparaten.", forbidden: "Bij uw organisatie kunt u geen apparaat vertrouwen", trust: "14 dagen niet opnieuw vragen", untilSignOut: "In deze browser, totdat u zich afmeldt.",
    count: (count: number) => `Op ${count} ${count === 1 ? "apparaat" : "apparaten"} meldt u zich aan met alleen uw wachtwoord.`,
  },
};

/** `/profile/verification`. */
export class VerificationPage {
  static readonly path = "/profile/verification";
  static readonly trusted = "**/api/v1/me/authentication/trusted-devices";
  static readonly restore = "**/api/v1/me/authentication/trusted-devices/restore";
  readonly words: (typeof WORDS)["en"];
  /** The rows and dialogs of the methods. */
  readonly info: SecurityInfoPage;

  constructor(private readonly page: Page, portal?: Portal, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
    this.info = new SecurityInfoPage(page, portal, language);
  }

  title = () => this.page.getByRole("heading", { level: 1, name: this.words.title, exact: true });
  section = (name: string) => this.page.getByRole("region", { name, exact: true });
  option = () => this.page.getByRole("combobox", { name: this.words.option });
  save = () => this.page.getByRole("button", { name: this.words.save, exact: true });
  setUpApp = () => this.page.getByRole("button", { name: this.words.setUpApp, exact: true });
  count = (count: number) => this.section(this.words.trusted).getByText(this.words.count(count), { exact: true });
  noneTrusted = () => this.section(this.words.trusted).getByText(this.words.noneTrusted);
  restore = () => this.page.getByRole("button", { name: this.words.restore, exact: true });
  /** The choice at the second step of signing in. */
  trust = () => this.page.getByRole("checkbox", { name: this.words.trust });
  back = () => this.page.getByRole("main").getByRole("link", { name: this.words.profile });
  failure = () => this.section(this.words.preferred).getByRole("alert").filter({ hasText: /./ });
}
