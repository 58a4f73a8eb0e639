import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "Access reviews", waiting: (count: number) => `Access reviews ${count} waiting`, pending: "To review", finished: "Finished reviews",
    begin: (name: string) => `Begin review: ${name}`, goOn: (name: string) => `Continue review: ${name}`, change: (name: string) => `Change answer: ${name}`,
    none: "Nothing to review", decided: (count: number, total: number) => `${count} of ${total} decided`, download: (name: string) => `Download results (CSV): ${name}`,
    start: "Begin review", yes: "Yes", no: "No", reason: "Reason", submit: "Submit", cancel: "Cancel", choose: "Choose Yes or No.",
    required: "Give a reason: this review asks for one.", saved: "Your answer has been saved.", changeAnswer: "Change answer",
    answeredYes: "You answered Yes: you keep the access.", answeredNo: "You answered No: the access ends on", canChange: "You can change your answer until",
    ended: "The time to decide has ended meanwhile.", missing: "This review is not available",
    search: "Search by name or user ID", show: "Show", selectAll: "Select all", selected: (count: string) => `${count} selected`,
    approve: "Approve", deny: "Deny", dontKnow: "Don’t know", accept: "Accept recommendations", undo: "Undo", undoOne: (name: string) => `Undo the decision about ${name}`,
    approved: "Approved", denied: "Denied", undecided: "Undecided", byYou: "by you", by: (name: string) => `by ${name}`,
    never: "Has never signed in", quiet: "No sign-in for 30 days or longer", signedIn: "Last signed in",
    approvedDone: (count: string) => `Approved for ${count} people.`, deniedDone: (count: string) => (count === "1" ? "Denied for 1 person." : `Denied for ${count} people.`),
    undone: (count: string) => (count === "1" ? "The decision about 1 person was undone." : `The decisions about ${count} people were undone.`),
    acceptedDone: (count: string) => `Accepted the recommendations for ${count} people.`,
    overruled: (count: string) => `Somebody else had decided about ${count} of them meanwhile; now yours counts.`, nothing: (q: string) => `Nobody matches “${q}”.`,
    removed: "Your access has ended.", people: "People with access",
  },
  nl: {
    title: "Toegangsbeoordelingen", waiting: (count: number) => `Toegangsbeoordelingen ${count} te doen`, pending: "Te beoordelen", finished: "Afgeronde beoordelingen",
    begin: (name: string) => `Beoordeling starten: ${name}`, goOn: (name: string) => `Beoordeling voortzetten: ${name}`, change: (name: string) => `Antwoord wijzigen: ${name}`,
    none: "Niets te beoordelen", decided: (count: number, total: number) => `${count} van ${total} beslist`, download: (name: string) => `Resultaten downloaden (CSV): ${name}`,
    start: "Beoordeling starten", yes: "Ja", no: "Nee", reason: "Reden", submit: "Verzenden", cancel: "Annuleren", choose: "Kies Ja of Nee.",
    required: "Geef een reden op: deze beoordeling vraagt daarom.", saved: "Uw antwoord is opgeslagen.", changeAnswer: "Antwoord wijzigen",
    answeredYes: "U hebt Ja geantwoord: u behoudt de toegang.", answeredNo: "U hebt Nee geantwoord: de toegang vervalt op", canChange: "U kunt uw antwoord wijzigen tot",
    ended: "De tijd om te beslissen is intussen voorbij.", missing: "Deze beoordeling is niet beschikbaar",
    search: "Zoeken op naam of gebruikers-id", show: "Weergeven", selectAll: "Alles selecteren", selected: (count: string) => `${count} geselecteerd`,
    approve: "Goedkeuren", deny: "Weigeren", dontKnow: "Weet ik niet", accept: "Aanbevelingen accepteren", undo: "Ongedaan maken", undoOne: (name: string) => `Ongedaan maken: beslissing over ${name}`,
    approved: "Goedgekeurd", denied: "Geweigerd", undecided: "Nog niet beslist", byYou: "door u", by: (name: string) => `door ${name}`,
    never: "Heeft zich nog nooit aangemeld", quiet: "30 dagen of langer niet aangemeld", signedIn: "Laatst aangemeld",
    approvedDone: (count: string) => `Goedgekeurd voor ${count} mensen.`, deniedDone: (count: string) => (count === "1" ? "Geweigerd voor 1 persoon." : `Geweigerd voor ${count} mensen.`),
    undone: (count: string) => (count === "1" ? "De beslissing over 1 persoon is ongedaan gemaakt." : `De beslissingen over ${count} mensen zijn ongedaan gemaakt.`),
    acceptedDone: (count: string) => `Aanbevelingen voor ${count} mensen geaccepteerd.`,
    overruled: (count: string) => `Over ${count} van hen had iemand anders intussen beslist; nu telt uw beslissing.`, nothing: (q: string) => `Niemand gevonden voor ‘${q}’.`,
    removed: "U hebt geen toegang meer.", people: "Mensen met toegang",
  },
};

/** The names of the demo's reviews. */
export const CRANES = "Crane access, every quarter";
export const PLANNERS = "Do you still plan operations?";
export const BEFORE = "Crane access, before the inspection";

/** `/access-reviews` and the two pages below it. */
export class AccessReviewsPage {
  static readonly path = "/access-reviews";
  static readonly self = "/access-reviews/self?review=review-planners";
  static readonly others = "/access-reviews/decide?review=review-crane-access";
  static readonly many = "/access-reviews/decide?review=review-port-community";
  static readonly pending = /\/api\/v1\/me\/access-reviews$/;
  static readonly finished = /\/api\/v1\/me\/access-reviews\?state=finished$/;
  static readonly review = /\/api\/v1\/access-reviews\/[^/]+$/;
  static readonly items = /\/api\/v1\/access-reviews\/[^/]+\/items\?/;
  static readonly decisions = "**/api/v1/access-reviews/*/decisions";
  static readonly accepting = "**/api/v1/access-reviews/*/accept-recommendations";
  static readonly own = "**/api/v1/access-reviews/*/own";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  link = (name: string | RegExp = new RegExp(`^${this.words.title}`)) => this.page.locator(".navigation").getByRole("link", { name, exact: true });
  list = (region: string) => this.page.getByRole("region", { name: region }).getByRole("listitem");
  row = (name: string) => this.page.getByRole("main").getByRole("listitem").filter({ has: this.page.getByRole("heading", { name }) });
  action = (name: string) => this.page.getByRole("main").getByRole("link", { name, exact: true });
  button = (name: string) => this.page.getByRole("main").getByRole("button", { name, exact: true });
  choice = (name: string) => this.page.getByRole("radio", { name });
  reason = () => this.page.getByRole("textbox", { name: this.words.reason });
  failure = () => this.page.getByRole("main").getByRole("alert");
  said = (text: string) => this.page.locator(".message").filter({ hasText: text });

  search = () => this.page.getByRole("searchbox", { name: this.words.search });
  show = () => this.page.getByRole("combobox", { name: this.words.show });
  all = () => this.page.getByRole("checkbox", { name: this.words.selectAll });
  table = () => this.page.getByRole("table", { name: this.words.people });
  people = () => this.table().getByRole("row").filter({ has: this.page.getByRole("checkbox") });
  boxes = () => this.table().getByRole("checkbox");
  tool = (name: string) => this.page.locator(".bar").getByRole("button", { name, exact: true });
  dialog = () => this.page.getByRole("dialog");
  send = (name: string) => this.dialog().getByRole("button", { name, exact: true });
}
