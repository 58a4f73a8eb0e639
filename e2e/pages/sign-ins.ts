import type { Locator, Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "My sign-ins", sessions: "Active sessions", unusual: "Unusual activity", history: "Recent activity", search: /^Search by place/,
    filter: "Show", more: "Show more", retry: "Try again", signOut: /^Sign out: /, everywhere: "Sign out everywhere", yes: "Yes", no: "No",
    wasMe: /^This was me/, wasNotMe: /^This wasn't me/, confirm: "This wasn't me", cancel: "Cancel", close: "Close", thisSession: "This session",
    newPassword: "Change password", noted: "Thank you. We noted that this was you.", ended: "The session of this sign-in has ended.",
    signedOut: "You are signed out.", sessionEnded: (name: string) => `${name} is signed out.`, nothing: (q: string) => `No sign-in matches “${q}”.`,
    none: "No sign-ins of this kind", failed: "Unsuccessful sign-in", wrongPassword: "Wrong password", blocked: "Blocked by your organization's policy",
    unusualPlace: "São Paulo, Brazil", unusualDevice: "Firefox 144 on Linux", usualPlace: "Rotterdam, Netherlands",
    map: "Map of the world with a mark at São Paulo, Brazil", saidNotMe: "You said that this wasn't you.",
    last: /^Last sign-in now: Chrome \d+ on Linux\.$/, review: "Review recent activity",
  },
  nl: {
    title: "Mijn aanmeldingen", sessions: "Actieve sessies", unusual: "Ongebruikelijke activiteit", history: "Recente activiteit", search: /^Zoeken op plaats/,
    filter: "Weergeven", more: "Meer weergeven", retry: "Opnieuw proberen", signOut: /^Afmelden: /, everywhere: "Overal afmelden", yes: "Ja", no: "Nee",
    wasMe: /^Dit was ik(?! niet)/, wasNotMe: /^Dit was ik niet/, confirm: "Dit was ik niet", cancel: "Annuleren", close: "Sluiten", thisSession: "Deze sessie",
    newPassword: "Wachtwoord wijzigen", noted: "Dank u wel. We hebben genoteerd dat u dit was.", ended: "De sessie van deze aanmelding is beëindigd.",
    signedOut: "U bent afgemeld.", sessionEnded: (name: string) => `${name} is afgemeld.`, nothing: (q: string) => `Geen aanmelding gevonden voor ‘${q}’.`,
    none: "Geen aanmeldingen van deze soort", failed: "Mislukte aanmelding", wrongPassword: "Onjuist wachtwoord", blocked: "Geblokkeerd door het beleid van uw organisatie",
    unusualPlace: "São Paulo, Brazilië", unusualDevice: "Firefox 144 op Linux", usualPlace: "Rotterdam, Nederland",
    map: "Wereldkaart met een markering bij São Paulo, Brazilië", saidNotMe: "U hebt aangegeven dat u dit niet was.",
    last: /^Laatste aanmelding nu: Chrome \d+ op Linux\.$/, review: "Recente activiteit bekijken",
  },
};

/** `/sign-ins`. */
export class SignInsPage {
  static readonly path = "/sign-ins";
  /** The history's first page, as it is read at first. */
  static readonly list = "**/api/v1/me/sign-ins?limit=50";
  static readonly unusual = /\/api\/v1\/me\/sign-ins\?outcome=unusual$/;
  static readonly sessions = "**/api/v1/me/sessions";
  static readonly review = "**/api/v1/me/sign-ins/*/review";
  static readonly end = "**/api/v1/me/sessions/*/end";
  static readonly everywhere = "**/api/v1/me/sessions/revoke-all";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  title = () => this.page.getByRole("heading", { level: 1, name: this.words.title });
  unusual = () => this.page.getByRole("region", { name: this.words.unusual });
  wasMe = () => this.unusual().getByRole("button", { name: this.words.wasMe });
  wasNotMe = () => this.unusual().getByRole("button", { name: this.words.wasNotMe });
  map = () => this.page.getByRole("img", { name: this.words.map });

  sessions = () => this.page.getByRole("region", { name: this.words.sessions });
  sessionRows = () => this.sessions().getByRole("listitem");
  /** A session by a part of what is said of it. */
  session = (text: string) => this.sessionRows().filter({ hasText: text });
  signOut = (session: Locator) => session.getByRole("button", { name: this.words.signOut });
  everywhere = () => this.sessions().getByRole("button", { name: this.words.everywhere });

  history = () => this.page.getByRole("region", { name: this.words.history });
  /** Rows of the history that are drawn. */
  rows = () => this.history().getByRole("listitem");
  row = (text: string) => this.rows().filter({ hasText: text });
  search = () => this.page.getByLabel(this.words.search);
  filter = () => this.page.getByLabel(this.words.filter, { exact: true });
  more = () => this.history().getByRole("button", { name: this.words.more });
  nothing = (q: string) => this.page.getByText(this.words.nothing(q), { exact: true });

  dialog = () => this.page.getByRole("dialog");
  /** A button of the open dialog. */
  button = (name: string) => this.dialog().getByRole("button", { name, exact: true });
  retry = () => this.button(this.words.retry);
  newPassword = () => this.dialog().getByRole("link", { name: this.words.newPassword });
  said = (text: string) => this.page.getByRole("status").filter({ hasText: text });
}
