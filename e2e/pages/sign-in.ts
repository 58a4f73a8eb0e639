import { createHmac } from "node:crypto";
import type { Page } from "@playwright/test";

export const PASSWORD = "Harbor-Lights-2026";

/** The code that the demo's authenticator app shows now (RFC 6238). */
export function authenticatorCode(): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [..."JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"].map((it) => alphabet.indexOf(it).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from(bits.match(/.{8}/g)!.map((it) => Number.parseInt(it, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", secret).update(counter).digest();
  const at = hash[19]! & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Signing in, on its own page and over a page whose session has ended, in English. */
export class SignIn {
  constructor(private readonly page: Page) {}

  userId = () => this.page.getByLabel("User ID");
  password = () => this.page.getByLabel("Password");
  code = () => this.page.getByLabel("Verification code");
  submit = () => this.page.getByRole("button", { name: "Sign in" });
  failure = () => this.page.getByRole("alert");
  /** The same form over a page whose session has ended. */
  again = () => this.page.getByRole("dialog", { name: "Sign in again" });
  /** The question for a fresh proof of identity. */
  proof = () => this.page.getByRole("dialog", { name: "Confirm that it is you" });

  async as(userId: string): Promise<void> {
    await this.userId().fill(userId);
    await this.password().fill(PASSWORD);
    await this.page.keyboard.press("Enter");
  }

  async prove(password = PASSWORD): Promise<void> {
    await this.proof().getByLabel("Password").fill(password);
    await this.page.keyboard.press("Enter");
  }

  async comeBack(): Promise<void> {
    await this.again().getByLabel("Password").fill(PASSWORD);
    await this.page.keyboard.press("Enter");
  }
}
