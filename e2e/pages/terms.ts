import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "Terms of use", general: "General terms of use", tablets: "Tablets on the quay", network: "Rules of the university network",
    text: "Your account is for your work at Harbor Logistics.", progress: (at: number, all: number) => `Document ${at} of ${all}`,
    opens: "These apps open once you accept: Dangerous goods and Incident log.", accept: "Accept", decline: "Decline",
    accepted: (title: string) => `You have accepted “${title}”.`, declined: (title: string) => `You have declined “${title}”.`,
    closed: "Without accepting, you cannot open: Dangerous goods and Incident log.", harmless: "None of your apps depends on it today.",
    nothing: "Nothing to accept", none: "No terms of use", done: "Done", answered: "Answered", again: "asked again on",
    declinedState: "Declined", review: (title: string) => `Review: ${title}`, before: "You accepted this before.", cancel: "Cancel",
    stale: "replaced by a newer version", first: "Accept the terms of use first", incident: "Incident log", profile: "Profile",
    view: "View",
  },
  nl: {
    title: "Gebruiksvoorwaarden", general: "Algemene gebruiksvoorwaarden", tablets: "Tablets op de kade", network: "Rules of the university network",
    text: "Uw account is bedoeld voor uw werk bij Harbor Logistics.", progress: (at: number, all: number) => `Document ${at} van ${all}`,
    opens: "Deze apps kunt u openen zodra u accepteert: Gevaarlijke stoffen en Incidentenlogboek.", accept: "Accepteren", decline: "Afwijzen",
    accepted: (title: string) => `U hebt ‘${title}’ geaccepteerd.`, declined: (title: string) => `U hebt ‘${title}’ afgewezen.`,
    closed: "Als u niet accepteert, kunt u dit niet openen: Gevaarlijke stoffen en Incidentenlogboek.", harmless: "Op dit moment hangt geen van uw apps ervan af.",
    nothing: "Niets te accepteren", none: "Geen gebruiksvoorwaarden", done: "Gereed", answered: "Beantwoord", again: "opnieuw gevraagd op",
    declinedState: "Afgewezen", review: (title: string) => `Bekijken: ${title}`, before: "U hebt dit eerder geaccepteerd.", cancel: "Annuleren",
    stale: "vervangen door een nieuwere versie", first: "Accepteer eerst de gebruiksvoorwaarden", incident: "Incidentenlogboek", profile: "Profiel",
    view: "Weergeven",
  },
};

/** `/profile/terms`. */
export class TermsPage {
  static readonly path = "/profile/terms";
  static readonly list = "**/api/v1/me/terms-of-use";
  static readonly accept = "**/api/v1/me/terms-of-use/*/accept";
  static readonly decline = "**/api/v1/me/terms-of-use/*/decline";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  title = () => this.page.getByRole("heading", { level: 1, name: this.words.title });
  document = (title: string) => this.page.getByRole("article").filter({ has: this.page.getByRole("heading", { level: 2, name: title }) });
  button = (name: string) => this.page.getByRole("main").getByRole("button", { name, exact: true });
  accept = () => this.button(this.words.accept);
  decline = () => this.button(this.words.decline);
  dialog = () => this.page.getByRole("dialog");
  confirm = () => this.dialog().getByRole("button").last();
  row = (title: string) => this.page.getByRole("region", { name: this.words.answered }).getByRole("listitem").filter({ hasText: title });
  review = (title: string) => this.page.getByRole("button", { name: this.words.review(title) });
  done = () => this.page.getByRole("link", { name: this.words.done });
  said = (text: string) => this.page.locator(".message").filter({ hasText: text });
}
