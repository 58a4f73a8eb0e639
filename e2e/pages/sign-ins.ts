// The page My sign-ins, as a person finds things on it.
import type { Locator, Page } from "@playwright/test";
import type { Portal } from "../fixtures/portal.ts";

const WORDS = {
  en: {
    title: "My sign-ins", sessions: "Active sessions", unusual: "Unusual activity", history: "Recent activity", search: /^Search by place/,
    filter: "Show", more: "Show more", signOut: /^Sign out (?!everywhere)/, everywhere: "Sign out everywhere", yes: "Yes", no: "No",
    wasMe: /^This was me/, wasNotMe: /^This wasn't me/, confirm: "This wasn't me", cancel: "Cancel", close: "Close", thisSession: "This session",
    noted: "Thank you. We noted that this was you.", ended: "The session of this sign-in has ended.", signedOut: "You are signed out.",
    nothing: "No sign-in matches", none: "No sign-ins of this kind", failed: "Unsuccessful sign-in", wrongPassword: "Wrong password",
    unusualPlace: "São Paulo, Brazil", usualPlace: "Rotterdam, Netherlands", map: "Map of the world with a mark at São Paulo, Brazil", details: "Details",
  },
  nl: {
    title: "Mijn aanmeldingen", sessions: "Actieve sessies", unusual: "Ongebruikelijke activiteit", history: "Recente activiteit", search: /^Zoeken op plaats/,
    filter: "Weergeven", more: "Meer weergeven", signOut: /^Afmelden: /, everywhere: "Overal afmelden", yes: "Ja", no: "Nee",
    wasMe: /^Dit was ik(?! niet)/, wasNotMe: /^Dit was ik niet/, confirm: "Dit was ik niet", cancel: "Annuleren", close: "Sluiten", thisSession: "Deze sessie",
    noted: "Dank u wel. We hebben genoteerd dat u dit was.", ended: "De sessie van deze aanmelding is beëindigd.", signedOut: "U bent afgemeld.",
    nothing: "Geen aanmelding gevonden", none: "Geen aanmeldingen van deze soort", failed: "Mislukte aanmelding", wrongPassword: "Onjuist wachtwoord",
    unusualPlace: "São Paulo, Brazilië", usualPlace: "Rotterdam, Nederland", map: "Wereldkaart met een markering bij São Paulo, Brazilië", details: "Details",
  },
};

export type Language = keyof typeof WORDS;

export class SignInsPage {
  readonly words;
  readonly title: Locator;
  readonly sessions: Locator;
  readonly unusual: Locator;
  readonly history: Locator;
  /** Rows of the history that are drawn. */
  readonly rows: Locator;
  readonly search: Locator;
  readonly filter: Locator;
  readonly more: Locator;
  readonly everywhere: Locator;
  readonly wasMe: Locator;
  readonly wasNotMe: Locator;
  readonly dialog: Locator;

  constructor(readonly page: Page, private readonly portal: Portal, readonly language: Language = "en") {
    this.words = WORDS[language];
    const { title, sessions, unusual, history, search, filter, more, everywhere, wasMe, wasNotMe } = this.words;
    this.title = page.getByRole("heading", { level: 1, name: title });
    this.sessions = page.getByRole("region", { name: sessions });
    this.unusual = page.getByRole("region", { name: unusual });
    this.history = page.getByRole("region", { name: history });
    this.rows = this.history.getByRole("listitem");
    this.search = page.getByLabel(search);
    this.filter = page.getByLabel(filter, { exact: true });
    this.more = this.history.getByRole("button", { name: more });
    this.everywhere = this.sessions.getByRole("button", { name: everywhere });
    this.wasMe = this.unusual.getByRole("button", { name: wasMe });
    this.wasNotMe = this.unusual.getByRole("button", { name: wasNotMe });
    this.dialog = page.getByRole("dialog");
  }

  get path(): string {
    return `/sign-ins?lng=${this.language}`;
  }

  async open(): Promise<void> {
    await this.page.goto(this.portal.url + this.path);
    await this.rows.first().waitFor();
  }

  /** A session by a part of what is said of it. */
  session(text: string): Locator {
    return this.sessions.getByRole("listitem").filter({ hasText: text });
  }

  signOut(session: Locator): Locator {
    return session.getByRole("button", { name: this.words.signOut });
  }

  button(name: string): Locator {
    return this.dialog.getByRole("button", { name, exact: true });
  }
}
