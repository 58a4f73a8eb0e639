import type { Page } from "@playwright/test";
import type { Portal } from "../fixtures/portal.ts";
import { SecurityInfoPage } from "./security-info.ts";

const WORDS = {
  en: {
    title: "Set up self-service password reset", profile: "Profile", notReady: "You are not yet registered", ready: "You are registered", notEnabled: "You cannot reset your password yourself",
    phone: "Authentication phone", email: "Authentication email", questions: "Security questions", app: "Authenticator app", office: "Office phone",
    notYet: "Not registered yet", registered: "Registered", byAdministrator: "Set by your administrator", notAccepted: "Your organization no longer accepts this", securityInfo: "Security info",
    setUp: (name: string) => `Set it up now: ${name}`, change: (name: string) => `Change ${name}`, soFar: (registered: number, required: number) => `${registered} of ${required} registered`,
  },
  nl: {
    title: "Selfservice voor wachtwoordherstel instellen", profile: "Profiel", notReady: "U bent nog niet geregistreerd", ready: "U bent geregistreerd", notEnabled: "U kunt uw wachtwoord niet zelf opnieuw instellen",
    phone: "Telefoon voor verificatie", email: "E-mail voor verificatie", questions: "Beveiligingsvragen", app: "Authenticator-app", office: "Zakelijke telefoon",
    notYet: "Nog niet geregistreerd", registered: "Geregistreerd", byAdministrator: "Ingesteld door uw beheerder", notAccepted: "Uw organisatie accepteert dit niet meer", securityInfo: "Beveiligingsgegevens",
    setUp: (name: string) => `Nu instellen: ${name}`, change: (name: string) => `Wijzigen: ${name}`, soFar: (registered: number, required: number) => `${registered} van ${required} geregistreerd`,
  },
};

/** `/profile/password-reset`. */
export class ResetSetupPage {
  static readonly path = "/profile/password-reset";
  static readonly setup = "**/api/v1/me/reset-setup";
  readonly words: (typeof WORDS)["en"];
  /** The dialogs in which methods are registered. */
  readonly info: SecurityInfoPage;

  constructor(private readonly page: Page, portal?: Portal, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
    this.info = new SecurityInfoPage(page, portal, language);
  }

  title = () => this.page.getByRole("heading", { level: 1, name: this.words.title, exact: true });
  state = (text: string) => this.page.getByRole("heading", { level: 2, name: text, exact: true });
  soFar = (registered: number, required: number) => this.page.getByText(this.words.soFar(registered, required), { exact: true });
  progress = () => this.page.getByRole("progressbar");
  row = (name: string) => this.info.rows().filter({ has: this.page.getByRole("heading", { name, exact: true }) });
  setUp = (name: string) => this.page.getByRole("button", { name: this.words.setUp(name), exact: true });
  change = (name: string) => this.page.getByRole("button", { name: this.words.change(name), exact: true });
  back = () => this.page.getByRole("main").getByRole("link", { name: this.words.profile });

  async registerPhone(number: string): Promise<void> {
    await this.setUp(this.words.phone).click();
    await this.info.number().fill(number);
    await this.info.next().click();
    await this.info.prove(this.words.phone);
  }

  async answerQuestions(answers: string[]): Promise<void> {
    for (const [at, answer] of answers.entries()) await this.info.field(this.info.words.answer(at + 1)).fill(answer);
    await this.info.button(this.info.words.save).click();
  }
}
