import { type CDPSession, type Page, expect } from "@playwright/test";
import type { Portal } from "../fixtures/portal.ts";
import { authenticatorCode } from "./sign-in.ts";

const WORDS = {
  en: {
    title: "Security info", review: "Update info", add: "Add method", addTitle: "Add a method", none: "No methods yet", count: "2 methods are registered.",
    app: "Authenticator app", phone: "Phone", alternatePhone: "Alternate phone", officePhone: "Office phone", email: "Email",
    questions: "Security questions", key: "Security key", appPassword: "App password",
    number: "Phone number", mail: "Email address", keyName: "Name of the key", appName: "Name (optional)", passwordFor: "Which app is it for?",
    textMe: "Text me a code", callMe: "Call me", code: "Verification code", next: "Next", verify: "Verify", save: "Save", done: "Done", cancel: "Cancel", confirm: "Confirm",
    default: "Default sign-in method", changeDefault: "Change default sign-in method", defaultChanged: "Your default sign-in method was changed.",
    cannotScan: "Can't scan the QR code?", qr: "QR code for your authenticator app", copySecret: "Copy secret key", copyAddress: "Copy address", copyPassword: "Copy app password", copied: "Copied.",
    shownOnce: "It is shown only once.", yourPassword: "Your app password",
    addLabel: (name: string) => `Add: ${name}`, change: (name: string) => `Change ${name}`, delete: (name: string) => `Delete ${name}`, ask: (name: string) => `Delete ${name}?`,
    added: (name: string) => `Ready to use: ${name}. You were signed out everywhere else.`, deleted: (name: string) => `Deleted: ${name}. You were signed out everywhere else.`,
    question: (number: number) => `Question ${number}`, answer: (number: number) => `Answer ${number}`,
    deleteButton: "Delete", passwordOnly: "From then on, only your password protects your account.",
  },
  nl: {
    title: "Beveiligingsgegevens", review: "Gegevens bijwerken", add: "Methode toevoegen", addTitle: "Een methode toevoegen", none: "Nog geen methoden", count: "Er zijn 2 methoden geregistreerd.",
    app: "Authenticator-app", phone: "Telefoon", alternatePhone: "Alternatieve telefoon", officePhone: "Zakelijke telefoon", email: "E-mail",
    questions: "Beveiligingsvragen", key: "Beveiligingssleutel", appPassword: "App-wachtwoord",
    number: "Telefoonnummer", mail: "E-mailadres", keyName: "Naam van de sleutel", appName: "Naam (optioneel)", passwordFor: "Voor welke app is het?",
    textMe: "Stuur mij een code per sms", callMe: "Bel mij", code: "Verificatiecode", next: "Volgende", verify: "Verifiëren", save: "Opslaan", done: "Gereed", cancel: "Annuleren", confirm: "Bevestigen",
    default: "Standaardaanmeldingsmethode", changeDefault: "Wijzigen: standaardaanmeldingsmethode", defaultChanged: "Uw standaardaanmeldingsmethode is gewijzigd.",
    cannotScan: "Kunt u de QR-code niet scannen?", qr: "QR-code voor uw authenticator-app", copySecret: "Kopiëren: geheime sleutel", copyAddress: "Kopiëren: adres", copyPassword: "Kopiëren: app-wachtwoord", copied: "Gekopieerd.",
    shownOnce: "Het wordt maar één keer getoond.", yourPassword: "Uw app-wachtwoord",
    addLabel: (name: string) => `Toevoegen: ${name}`, change: (name: string) => `Wijzigen: ${name}`, delete: (name: string) => `Verwijderen: ${name}`, ask: (name: string) => `${name} verwijderen?`,
    added: (name: string) => `Klaar voor gebruik: ${name}. Overal elders bent u afgemeld.`, deleted: (name: string) => `Verwijderd: ${name}. Overal elders bent u afgemeld.`,
    question: (number: number) => `Vraag ${number}`, answer: (number: number) => `Antwoord ${number}`,
    deleteButton: "Verwijderen", passwordOnly: "Voortaan beveiligt alleen uw wachtwoord uw account.",
  },
};

export type Kind = "app" | "phone" | "alternatePhone" | "officePhone" | "email" | "questions" | "key" | "appPassword";

/** `/security-info`; also the methods of *Keep your account secure*. */
export class SecurityInfoPage {
  static readonly path = "/security-info";
  static readonly list = "**/api/v1/me/authentication/methods";
  static readonly method = "**/api/v1/me/authentication/methods/*";
  static readonly enrol = "**/api/v1/me/authentication/enrolments";
  static readonly confirmation = "**/api/v1/me/authentication/enrolments/*/confirm";
  static readonly answers = "**/api/v1/me/authentication/security-questions";
  static readonly appPasswords = "**/api/v1/me/authentication/app-passwords";
  static readonly defaultMethod = "**/api/v1/me/authentication/default-method";
  readonly words: (typeof WORDS)["en"];

  /** Without a portal where no code is read. */
  constructor(private readonly page: Page, private readonly portal?: Portal, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  title = () => this.page.getByRole("heading", { level: 1, name: this.words.title });
  rows = () => this.page.locator("main .rows > li");
  row = (text: string) => this.rows().filter({ hasText: text });
  empty = () => this.page.getByText(this.words.none);
  default = () => this.page.locator("main .default strong");
  add = () => this.page.getByRole("button", { name: this.words.add, exact: true });
  change = (name: string) => this.page.getByRole("button", { name: this.words.change(name), exact: true });
  delete = (name: string) => this.page.getByRole("button", { name: this.words.delete(name), exact: true });
  dialog = () => this.page.getByRole("dialog");
  choice = (kind: Kind) => this.dialog().getByRole("button", { name: new RegExp(`^${this.words[kind]}`) });
  button = (name: string) => this.dialog().getByRole("button", { name, exact: true });
  field = (label: string) => this.dialog().getByLabel(label, { exact: true });
  number = () => this.field(this.words.number);
  mail = () => this.field(this.words.mail);
  code = () => this.field(this.words.code);
  next = () => this.button(this.words.next);
  verify = () => this.button(this.words.verify);
  failure = () => this.dialog().getByRole("alert").filter({ hasText: /./ });
  message = (text: string) => this.page.getByRole("status").filter({ hasText: text });
  secret = () => this.dialog().locator(".secret code").first();

  /** The dialog, at the first step of a kind. */
  async begin(kind: Kind): Promise<void> {
    await this.add().click();
    await this.choice(kind).click();
    await expect(this.page.getByRole("dialog", { name: this.words.addLabel(this.words[kind]) })).toBeVisible();
  }

  async addPhone(number: string, kind: Kind = "phone"): Promise<void> {
    await this.begin(kind);
    await this.number().fill(number);
    await this.next().click();
    await this.prove(this.words[kind]);
  }

  /** Enters the code that was sent last. */
  async prove(name: string): Promise<void> {
    await expect(this.code()).toBeFocused();
    await this.code().fill(await sentCode(this.page, this.portal!));
    await this.verify().click();
    await expect(this.dialog()).toBeHidden();
    await expect(this.row(name).first()).toBeVisible();
  }

  /** An authenticator app; gives its secret. */
  async addApp(name = ""): Promise<string> {
    await this.begin("app");
    await this.next().click();
    await this.dialog().getByText(this.words.cannotScan).click();
    const secret = (await this.secret().innerText()).replaceAll(" ", "");
    await this.field(this.words.appName).fill(name);
    await this.code().fill(authenticatorCode(secret));
    await this.verify().click();
    await expect(this.dialog()).toBeHidden();
    await expect(this.row(this.words.app).first()).toBeVisible();
    return secret;
  }

  async addKey(name: string): Promise<void> {
    await this.begin("key");
    await this.field(this.words.keyName).fill(name);
    await this.next().click();
    await expect(this.dialog()).toBeHidden();
  }
}

/** The code of the newest message in the demo's outbox. */
export async function sentCode(page: Page, portal: Portal): Promise<string> {
  const outbox = await (await page.request.get(`${portal.url}/demo/outbox`)).text();
  return /(?:\d ?){6}(?=\.)/.exec(outbox)![0].replaceAll(" ", "");
}

/** A key that is built into the browser and always agrees (CDP `WebAuthn`). */
export async function virtualKey(page: Page, agrees = true): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true,
      isUserVerified: agrees, automaticPresenceSimulation: true,
    },
  });
  return session;
}
