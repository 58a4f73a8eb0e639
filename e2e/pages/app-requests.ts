import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "Request new apps", search: "Search new apps by name", available: "Available apps", yours: "Your requests",
    add: (name: string) => `Add ${name}`, request: (name: string) => `Request ${name}`, send: "Request", cancel: "Cancel", close: "Close",
    added: (name: string) => `${name} is among your apps now.`, asked: (name: string) => `You requested ${name}.`,
    justification: "Business justification", required: "Say what you need this app for.", tooLong: "Use at most 1000 characters.",
    pending: "Pending", approved: "Approved", denied: "Denied", withdrawn: "Withdrawn",
    withdraw: (name: string) => `Withdraw the request for ${name}`, confirm: "Withdraw", withdrawnDone: (name: string) => `Your request for ${name} is withdrawn.`,
    nothing: (q: string) => `No app matches “${q}”.`, none: "You have everything", noneYours: "No requests yet",
    polls: "Quick polls", fuel: "Fuel orders", contracts: "Contract register", files: "Personnel files",
    queue: "App requests", which: "Show", decided: "decided", nothingToDecide: "Nothing to decide", reason: "Reason", reasonRequired: "Say why, so that the answer can be understood.",
    approve: (app: string, person: string) => `Approve ${app} for ${person}`, deny: (app: string, person: string) => `Deny ${app} for ${person}`, denySend: "Deny",
    approvedDone: (app: string, person: string) => `Approved: ${person} has ${app} now.`, deniedDone: (app: string, person: string) => `Denied: ${person} does not get ${app}.`,
    wasApproved: (name: string) => `${name} has approved this request meanwhile.`, wasDenied: (name: string) => `${name} has denied this request meanwhile.`,
    wasWithdrawn: (name: string) => `${name} has withdrawn this request meanwhile.`,
  },
  nl: {
    title: "Nieuwe apps aanvragen", search: "Nieuwe apps zoeken op naam", available: "Beschikbare apps", yours: "Uw aanvragen",
    add: (name: string) => `Toevoegen: ${name}`, request: (name: string) => `Aanvragen: ${name}`, send: "Aanvragen", cancel: "Annuleren", close: "Sluiten",
    added: (name: string) => `${name} staat nu tussen uw apps.`, asked: (name: string) => `U hebt ${name} aangevraagd.`,
    justification: "Zakelijke motivering", required: "Geef aan waarvoor u deze app nodig hebt.", tooLong: "Gebruik maximaal 1000 tekens.",
    pending: "In behandeling", approved: "Goedgekeurd", denied: "Geweigerd", withdrawn: "Ingetrokken",
    withdraw: (name: string) => `Intrekken: aanvraag voor ${name}`, confirm: "Intrekken", withdrawnDone: (name: string) => `Uw aanvraag voor ${name} is ingetrokken.`,
    nothing: (q: string) => `Geen app gevonden voor ‘${q}’.`, none: "U hebt alles al", noneYours: "Nog geen aanvragen",
    polls: "Snelpeilingen", fuel: "Brandstofbestellingen", contracts: "Contractenregister", files: "Personeelsdossiers",
    queue: "App-aanvragen", which: "Weergeven", decided: "decided", nothingToDecide: "Niets te beslissen", reason: "Reden", reasonRequired: "Geef aan waarom, zodat het antwoord te begrijpen is.",
    approve: (app: string, person: string) => `Goedkeuren: ${app} voor ${person}`, deny: (app: string, person: string) => `Weigeren: ${app} voor ${person}`, denySend: "Weigeren",
    approvedDone: (app: string, person: string) => `Goedgekeurd: ${person} heeft ${app} nu.`, deniedDone: (app: string, person: string) => `Geweigerd: ${person} krijgt ${app} niet.`,
    wasApproved: (name: string) => `${name} heeft deze aanvraag intussen goedgekeurd.`, wasDenied: (name: string) => `${name} heeft deze aanvraag intussen geweigerd.`,
    wasWithdrawn: (name: string) => `${name} heeft deze aanvraag intussen ingetrokken.`,
  },
};

/** `/apps/request`. */
export class RequestPage {
  static readonly path = "/apps/request";
  static readonly catalogue = /\/api\/v1\/me\/app-catalogue\?/;
  static readonly own = /\/api\/v1\/me\/app-requests(\?.*)?$/;
  static readonly add = "**/api/v1/me/app-catalogue/*/add";
  static readonly withdraw = "**/api/v1/me/app-requests/*/withdraw";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  search = () => this.page.getByRole("searchbox", { name: this.words.search });
  available = () => this.page.getByRole("region", { name: this.words.available }).getByRole("listitem");
  yours = () => this.page.getByRole("region", { name: this.words.yours }).getByRole("listitem");
  /** The newest request for an app. */
  own = (name: string) => this.yours().filter({ has: this.page.getByRole("heading", { name }) }).first();
  add = (name: string) => this.page.getByRole("button", { name: this.words.add(name) });
  ask = (name: string) => this.page.getByRole("main").getByRole("button", { name: this.words.request(name) });
  withdraw = (name: string) => this.page.getByRole("button", { name: this.words.withdraw(name) });
  dialog = () => this.page.getByRole("dialog");
  justification = () => this.dialog().getByRole("textbox", { name: this.words.justification });
  button = (name: string) => this.dialog().getByRole("button", { name, exact: true });
  failure = () => this.dialog().getByRole("alert");
  said = (text: string) => this.page.locator(".message").filter({ hasText: text });
}

/** `/admin/app-requests`. */
export class AppRequestsPage {
  static readonly path = "/admin/app-requests";
  static readonly list = /\/api\/v1\/app-requests\?/;
  static readonly approve = "**/api/v1/app-requests/*/approve";
  static readonly deny = "**/api/v1/app-requests/*/deny";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  link = () => this.page.getByRole("navigation").getByRole("link", { name: this.words.queue });
  rows = () => this.page.getByRole("main").getByRole("listitem");
  row = (person: string) => this.rows().filter({ has: this.page.getByRole("heading", { name: person }) }).first();
  which = () => this.page.getByRole("combobox", { name: this.words.which });
  approve = (app: string, person: string) => this.page.getByRole("button", { name: this.words.approve(app, person) });
  deny = (app: string, person: string) => this.page.getByRole("main").getByRole("button", { name: this.words.deny(app, person) });
  dialog = () => this.page.getByRole("dialog");
  reason = () => this.dialog().getByRole("textbox", { name: this.words.reason });
  button = (name: string) => this.dialog().getByRole("button", { name, exact: true });
  failure = () => this.dialog().getByRole("alert");
  said = (text: string) => this.page.locator(".message").filter({ hasText: text });
}
