import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "Apps", search: "Search apps by name", which: "Show", all: "All apps", hidden: "Hidden apps", recent: "Recently used",
    grid: "Grid view", list: "List view", hide: "Hide", show: "Show", noneHidden: "No hidden apps", showMore: "Show more",
    crane: "Crane schedule", calendar: "Calendar", mail: "Mail", mailNote: "Your mailbox and those you share",
    more: (name: string) => `More about ${name}`, nothing: (q: string) => `No app matches “${q}”.`,
    hiddenDone: (name: string) => `${name} is hidden. You find it under Hidden apps.`, shownDone: (name: string) => `${name} is among your apps again.`,
  },
  nl: {
    title: "Apps", search: "Apps zoeken op naam", which: "Weergeven", all: "Alle apps", hidden: "Verborgen apps", recent: "Recent gebruikt",
    grid: "Rasterweergave", list: "Lijstweergave", hide: "Verbergen", show: "Weergeven", noneHidden: "Geen verborgen apps", showMore: "Meer weergeven",
    crane: "Kraanrooster", calendar: "Agenda", mail: "E-mail", mailNote: "Uw postvak en de postvakken die u deelt",
    more: (name: string) => `Meer over ${name}`, nothing: (q: string) => `Geen app gevonden voor ‘${q}’.`,
    hiddenDone: (name: string) => `${name} is verborgen. U vindt de app onder Verborgen apps.`, shownDone: (name: string) => `${name} staat weer tussen uw apps.`,
  },
};

/** `/apps`. */
export class AppsPage {
  static readonly path = "/apps";
  static readonly list = /\/api\/v1\/me\/apps\?limit=/;
  static readonly recent = /\/api\/v1\/me\/apps\?view=recent/;
  static readonly hide = "**/api/v1/me/apps/*/hide";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  search = () => this.page.getByRole("searchbox", { name: this.words.search });
  which = () => this.page.getByRole("combobox", { name: this.words.which });
  arrangement = (name: string) => this.page.getByRole("button", { name, exact: true });
  section = (name: string) => this.page.getByRole("region", { name });
  all = () => this.section(this.words.all).getByRole("listitem");
  hidden = () => this.section(this.words.hidden).getByRole("listitem");
  recent = () => this.section(this.words.recent).getByRole("listitem");
  app = (name: string) => this.all().filter({ has: this.page.getByText(name, { exact: true }) });
  link = (name: string) => this.app(name).getByRole("link");
  menu = (name: string) => this.page.getByLabel(this.words.more(name), { exact: true }).last();
  choice = (name: string) => this.page.getByRole("button", { name, exact: true });
  more = () => this.page.getByRole("button", { name: this.words.showMore });
  said = (text: string) => this.page.getByRole("status").filter({ hasText: text });
}
