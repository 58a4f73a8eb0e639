import { createHmac } from "node:crypto";
import type { Page } from "@playwright/test";

export const PASSWORD = "Harbor-Lights-2026";

/** The code that an authenticator app shows now (RFC 6238), without further ado that of the demo; `steps` of 30 s later. */
export function authenticatorCode(secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", steps = 0): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((it) => alphabet.indexOf(it).toString(2).padStart(5, "0")).join("");
  const bytes = Buffer.from(bits.match(/.{8}/g)!.map((it) => Number.parseInt(it, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac("sha1", bytes).update(counter).digest();
  const at = hash[19]! & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

const WORDS = {
  en: {
    userId: "User ID", password: "Password", code: "Verification code", submit: "Sign in", confirm: "Confirm", another: "Sign in another way", resend: "Send another code",
    textMe: "Text me a code", callMe: "Call me", again: "Sign in again", proof: "Confirm that it is you", keepSecure: "Keep your account secure", overview: "Overview", signOut: "Sign out",
  },
  nl: {
    userId: "Gebruikers-id", password: "Wachtwoord", code: "Verificatiecode", submit: "Aanmelden", confirm: "Bevestigen", another: "Op een andere manier aanmelden", resend: "Een andere code sturen",
    textMe: "Stuur mij een code per sms", callMe: "Bel mij", again: "Opnieuw aanmelden", proof: "Bevestig dat u het bent", keepSecure: "Houd uw account veilig", overview: "Overzicht", signOut: "Afmelden",
  },
};

/** Signing in, on its own page and over a page whose session has ended. */
export class SignIn {
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  userId = () => this.page.getByLabel(this.words.userId);
  password = () => this.page.getByLabel(this.words.password, { exact: true });
  code = () => this.page.getByLabel(this.words.code);
  submit = () => this.page.getByRole("button", { name: this.words.submit });
  confirm = () => this.page.getByRole("button", { name: this.words.confirm });
  another = () => this.page.getByText(this.words.another);
  other = (name: string) => this.page.locator(".others").getByRole("button", { name });
  textMe = () => this.page.getByRole("button", { name: this.words.textMe });
  callMe = () => this.page.getByRole("button", { name: this.words.callMe });
  resend = () => this.page.getByRole("button", { name: this.words.resend });
  overview = () => this.page.getByRole("heading", { level: 1, name: this.words.overview });
  keepSecure = () => this.page.getByRole("heading", { level: 1, name: this.words.keepSecure });
  failure = () => this.page.getByRole("alert");
  /** The same form over a page whose session has ended. */
  again = () => this.page.getByRole("dialog", { name: this.words.again });
  /** The question for a fresh proof of identity. */
  proof = () => this.page.getByRole("dialog", { name: this.words.proof });

  async as(userId: string): Promise<void> {
    await this.userId().fill(userId);
    await this.password().fill(PASSWORD);
    await this.page.keyboard.press("Enter");
  }

  async prove(password = PASSWORD): Promise<void> {
    await this.proof().getByLabel(this.words.password).fill(password);
    await this.page.keyboard.press("Enter");
  }

  /** With a code where the account has an app. */
  async comeBack(code = ""): Promise<void> {
    await this.again().getByLabel(this.words.password).fill(PASSWORD);
    await this.page.keyboard.press("Enter");
    if (!code) return;
    await this.again().getByLabel(this.words.code).fill(code);
    await this.page.keyboard.press("Enter");
  }
}
