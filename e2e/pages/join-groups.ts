import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "Join groups", search: "Search groups by name", available: "Groups you can join", yours: "Your requests",
    join: (name: string) => `Join group ${name}`, joined: (name: string) => `You are a member of ${name} now.`, asked: (name: string) => `You asked to join ${name}.`,
    justification: "Business justification", required: "Say why you want to join.", tooLong: "Use at most 500 characters.", send: "Request", cancel: "Cancel",
    pending: "Pending", approved: "Approved", denied: "Denied", withdrawn: "Withdrawn", none: "No groups to join", noneYours: "No requests yet",
    withdraw: (name: string) => `Withdraw the request for ${name}`, withdrawnDone: (name: string) => `Your request for ${name} is withdrawn.`,
    decidedMeanwhile: (name: string) => `Your request for ${name} was decided meanwhile.`, nothing: (q: string) => `No group matches “${q}”.`,
    queue: "Requests to join", which: "Show", nothingToDecide: "Nothing to decide", reason: "Reason", reasonRequired: "Say why, so that the answer can be understood.",
    approve: (person: string, group: string) => `Approve ${person} for ${group}`, deny: (person: string, group: string) => `Deny ${person} for ${group}`, denySend: "Deny",
    approvedDone: (person: string, group: string) => `Approved: ${person} is a member of ${group} now.`, deniedDone: (person: string, group: string) => `Denied: ${person} does not join ${group}.`,
    wasApproved: (name: string) => `${name} has approved this request meanwhile.`, wasDenied: (name: string) => `${name} has denied this request meanwhile.`, close: "Close",
  },
  nl: {
    title: "Lid worden van groepen", search: "Groepen zoeken op naam", available: "Groepen waarvan u lid kunt worden", yours: "Uw aanvragen",
    join: (name: string) => `Lid worden van ${name}`, joined: (name: string) => `U bent nu lid van ${name}.`, asked: (name: string) => `U hebt lidmaatschap van ${name} aangevraagd.`,
    justification: "Zakelijke motivering", required: "Geef aan waarom u lid wilt worden.", tooLong: "Gebruik maximaal 500 tekens.", send: "Aanvragen", cancel: "Annuleren",
    pending: "In behandeling", approved: "Goedgekeurd", denied: "Geweigerd", withdrawn: "Ingetrokken", none: "Geen groepen om lid van te worden", noneYours: "Nog geen aanvragen",
    withdraw: (name: string) => `Intrekken: aanvraag voor ${name}`, withdrawnDone: (name: string) => `Uw aanvraag voor ${name} is ingetrokken.`,
    decidedMeanwhile: (name: string) => `Over uw aanvraag voor ${name} is intussen beslist.`, nothing: (q: string) => `Geen groep gevonden voor ‘${q}’.`,
    queue: "Lidmaatschapsaanvragen", which: "Weergeven", nothingToDecide: "Niets te beslissen", reason: "Reden", reasonRequired: "Geef aan waarom, zodat het antwoord te begrijpen is.",
    approve: (person: string, group: string) => `Goedkeuren: ${person} voor ${group}`, deny: (person: string, group: string) => `Weigeren: ${person} voor ${group}`, denySend: "Weigeren",
    approvedDone: (person: string, group: string) => `Goedgekeurd: ${person} is nu lid van ${group}.`, deniedDone: (person: string, group: string) => `Geweigerd: ${person} wordt geen lid van ${group}.`,
    wasApproved: (name: string) => `${name} heeft deze aanvraag intussen goedgekeurd.`, wasDenied: (name: string) => `${name} heeft deze aanvraag intussen geweigerd.`, close: "Sluiten",
  },
};

/** `/groups/join`. */
export class JoinGroupsPage {
  static readonly path = "/groups/join";
  static readonly offered = /\/api\/v1\/me\/joinable-groups\?/;
  static readonly own = /\/api\/v1\/me\/join-requests(\?.*)?$/;
  static readonly join = "**/api/v1/me/joinable-groups/*/join";
  static readonly withdraw = "**/api/v1/me/join-requests/*/withdraw";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  search = () => this.page.getByRole("searchbox", { name: this.words.search });
  available = () => this.page.getByRole("region", { name: this.words.available }).getByRole("listitem");
  yours = () => this.page.getByRole("region", { name: this.words.yours }).getByRole("listitem");
  /** The newest request for a group. */
  own = (name: string) => this.yours().filter({ has: this.page.getByRole("heading", { name }) }).first();
  join = (name: string) => this.page.getByRole("main").getByRole("button", { name: this.words.join(name) });
  withdraw = (name: string) => this.page.getByRole("button", { name: this.words.withdraw(name) });
  dialog = () => this.page.getByRole("dialog");
  justification = () => this.dialog().getByRole("textbox", { name: this.words.justification });
  button = (name: string) => this.dialog().getByRole("button", { name, exact: true });
  failure = () => this.dialog().getByRole("alert");
  said = (text: string) => this.page.locator(".message").filter({ hasText: text });
}

/** `/groups/requests`. */
export class JoinRequestsPage {
  static readonly path = "/groups/requests";
  static readonly list = /\/api\/v1\/join-requests\?/;
  static readonly approve = "**/api/v1/join-requests/*/approve";
  static readonly deny = "**/api/v1/join-requests/*/deny";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  rows = () => this.page.getByRole("main").getByRole("listitem");
  row = (person: string) => this.rows().filter({ has: this.page.getByRole("heading", { name: person }) }).first();
  which = () => this.page.getByRole("combobox", { name: this.words.which });
  approve = (person: string, group: string) => this.page.getByRole("button", { name: this.words.approve(person, group) });
  deny = (person: string, group: string) => this.page.getByRole("main").getByRole("button", { name: this.words.deny(person, group) });
  dialog = () => this.page.getByRole("dialog");
  reason = () => this.dialog().getByRole("textbox", { name: this.words.reason });
  button = (name: string) => this.dialog().getByRole("button", { name, exact: true });
  failure = () => this.dialog().getByRole("alert");
  said = (text: string) => this.page.locator(".message").filter({ hasText: text });
}
