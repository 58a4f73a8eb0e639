// The pages of the tests' identity provider, and what the portal says of it.
import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    hint: /^Does your organization have its own sign-in page\?/, toProvider: "To your organization's page", proceed: "Continue",
    confirmed: "It is confirmed that it is you", kept: "Your organization keeps these",
    failures: { denied: /was cancelled/, expired: /longer than ten minutes/, unavailable: /does not answer/, invalid: /could not be trusted/, clock: /clocks/, noAccount: /no account here/ },
  },
  nl: {
    hint: /^Heeft uw organisatie een eigen aanmeldingspagina\?/, toProvider: "Naar de pagina van uw organisatie", proceed: "Doorgaan",
    confirmed: "Er is bevestigd dat u het bent", kept: "Uw organisatie beheert deze gegevens",
    failures: { denied: /is geannuleerd/, expired: /langer dan tien minuten/, unavailable: /geeft geen antwoord/, invalid: /niet worden vertrouwd/, clock: /klokken/, noAccount: /geen account voor/ },
  },
};

/** Signing in at an identity provider. */
export class IdentityProvider {
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  hint = () => this.page.getByText(this.words.hint);
  failure = () => this.page.getByRole("alert").filter({ hasText: /./ });
  kept = () => this.page.getByRole("heading", { name: this.words.kept, exact: true });
  /** In the dialog that asks for a proof of identity, or to sign in again. */
  toProvider = () => this.page.getByRole("link", { name: this.words.toProvider });
  proceed = () => this.page.getByRole("button", { name: this.words.proceed, exact: true });
  confirmed = () => this.page.getByRole("heading", { name: this.words.confirmed, exact: true });

  /** There: the person says who they are, or does not want to. */
  login = () => this.page.getByRole("button", { name: "Log in", exact: true });
  cancel = () => this.page.getByRole("button", { name: "Cancel", exact: true });
  logOut = () => this.page.getByRole("button", { name: "Yes, log out", exact: true });
}
