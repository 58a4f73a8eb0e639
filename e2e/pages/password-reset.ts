import { type APIRequestContext, type Page, expect } from "@playwright/test";

const WORDS = {
  en: {
    title: "Forgot my password", userId: "User ID", next: "Next", choose: "How do you want to prove that it is you?", second: "Your organization asks for a second proof",
    app: "Authenticator app", phone: "Phone", email: "Email", questions: "Security questions", number: "Phone number", mail: "Email address", send: "Send code", onItsWay: "a code is on its way",
    resend: "Send another code", another: "Try another way", code: "Verification code", confirm: "Confirm", failed: "This did not work.", over: "This took too long", administrator: "administrator of your organization",
    newTitle: "Choose a new password", new: "New password", again: "Confirm new password", change: "Change password", changed: "Your password has been changed.", back: "Back to sign-in",
    required: "Enter the verification code.", malformed: "The code has six digits.", userIdRequired: "Enter your user ID.", tooShort: "Use at least 8 characters.", mismatch: "This is not the same as the new password.", callMe: "Call me",
  },
  nl: {
    title: "Wachtwoord vergeten", userId: "Gebruikers-id", next: "Volgende", choose: "Hoe wilt u aantonen dat u het bent?", second: "Uw organisatie vraagt nog een tweede bewijs",
    app: "Authenticator-app", phone: "Telefoon", email: "E-mail", questions: "Beveiligingsvragen", number: "Telefoonnummer", mail: "E-mailadres", send: "Code sturen", onItsWay: "is er een code onderweg",
    resend: "Een andere code sturen", another: "Een andere manier proberen", code: "Verificatiecode", confirm: "Bevestigen", failed: "Dit is niet gelukt.", over: "Dit heeft te lang geduurd", administrator: "beheerder van uw organisatie",
    newTitle: "Kies een nieuw wachtwoord", new: "Nieuw wachtwoord", again: "Nieuw wachtwoord bevestigen", change: "Wachtwoord wijzigen", changed: "Uw wachtwoord is gewijzigd.", back: "Terug naar aanmelden",
    required: "Voer de verificatiecode in.", malformed: "De code bestaat uit zes cijfers.", userIdRequired: "Voer uw gebruikers-id in.", tooShort: "Gebruik minimaal 8 tekens.", mismatch: "Dit is niet gelijk aan het nieuwe wachtwoord.", callMe: "Bel mij",
  },
};

/** `/password-reset`, for people who are not signed in. */
export class PasswordResetPage {
  static readonly path = "/password-reset";
  static readonly begin = "**/api/v1/password-reset";
  static readonly challenges = "**/api/v1/password-reset/challenges";
  static readonly verify = "**/api/v1/password-reset/verify";
  static readonly finish = "**/api/v1/password-reset/finish";
  /** The number that the demo's `secure@` has registered, as people write it. */
  static readonly number = "+31 6 5550 1234";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  title = () => this.page.getByRole("heading", { level: 1, name: this.words.title });
  userId = () => this.page.getByLabel(this.words.userId);
  button = (name: string) => this.page.getByRole("button", { name, exact: true });
  way = (name: string) => this.page.locator(".choices").getByRole("button", { name, exact: true });
  choose = () => this.page.getByRole("heading", { level: 2, name: this.words.choose });
  number = () => this.page.getByLabel(this.words.number);
  mail = () => this.page.getByLabel(this.words.mail);
  code = () => this.page.getByLabel(this.words.code);
  onItsWay = () => this.page.getByRole("status").filter({ hasText: this.words.onItsWay });
  newTitle = () => this.page.getByRole("heading", { level: 2, name: this.words.newTitle });
  new = () => this.page.getByLabel(this.words.new, { exact: true });
  again = () => this.page.getByLabel(this.words.again);
  failure = () => this.page.getByRole("alert").filter({ hasText: /./ });
  changed = () => this.page.getByRole("status").filter({ hasText: this.words.changed });

  async begin(userId: string): Promise<void> {
    await this.userId().fill(userId);
    await this.button(this.words.next).click();
  }

  async proveApp(code: string): Promise<void> {
    await this.choose().or(this.code()).first().waitFor();
    if (await this.choose().isVisible()) await this.way(this.words.app).click();
    await this.code().fill(code);
    await this.button(this.words.confirm).click();
  }

  /** With the code that the demo's outbox shows once it has arrived. */
  async provePhone(request: APIRequestContext, url: string): Promise<void> {
    await this.code().fill(await this.sentCode(request, url));
    await this.button(this.words.confirm).click();
  }

  /** Lets a code come to the demo's phone: what the outbox then has more. The page does not say when, nor whether. */
  async sentCode(request: APIRequestContext, url: string): Promise<string> {
    const messages = async () => (await (await request.get(`${url}/demo/outbox`)).text()).match(/<li>.*?<\/li>/g) ?? [];
    const before = (await messages()).length;
    await this.number().fill(PasswordResetPage.number);
    await this.button(this.words.send).click();
    await expect.poll(async () => (await messages()).length).toBe(before + 1);
    await this.onItsWay().waitFor();
    return /(?:\d ?){6}(?=\.)/.exec((await messages())[0]!)![0].replaceAll(" ", "");
  }

  async choosePassword(password: string, again = password): Promise<void> {
    await this.new().fill(password);
    await this.again().fill(again);
    await this.button(this.words.change).click();
  }
}
