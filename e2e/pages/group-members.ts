import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "Members", search: "Search members by name or user ID", count: (count: string) => `${count} members`, add: "Add members", people: "Name or user ID",
    chosen: "Chosen people", results: "People found", message: "Message (optional)", send: "Add", cancel: "Cancel", already: "Already a member",
    none: "Choose at least one person.", nobody: "Nobody found", unchoose: (name: string) => `Do not add ${name}`, nothing: (q: string) => `No member matches “${q}”.`,
    addedOne: (name: string, group: string) => `${name} is a member of ${group} now.`, addedSome: (count: number, group: string) => `${count} people are members of ${group} now.`,
    remove: (name: string) => `Remove ${name}`, confirm: "Remove member", removed: (name: string, group: string) => `${name} is no longer a member of ${group}.`,
    owner: "Owner", notThere: "This group is not available", synchronised: "synchronised from your organization’s own directory", tooLong: "Use at most 500 characters.",
    full: "20 people are chosen, the most that can be added at once.",
  },
  nl: {
    title: "Leden", search: "Leden zoeken op naam of gebruikers-id", count: (count: string) => `${count} leden`, add: "Leden toevoegen", people: "Naam of gebruikers-id",
    chosen: "Gekozen personen", results: "Gevonden personen", message: "Bericht (optioneel)", send: "Toevoegen", cancel: "Annuleren", already: "Al lid",
    none: "Kies ten minste één persoon.", nobody: "Niemand gevonden", unchoose: (name: string) => `${name} niet toevoegen`, nothing: (q: string) => `Geen lid gevonden voor ‘${q}’.`,
    addedOne: (name: string, group: string) => `${name} is nu lid van ${group}.`, addedSome: (count: number, group: string) => `${count} personen zijn nu lid van ${group}.`,
    remove: (name: string) => `Verwijderen: ${name}`, confirm: "Lid verwijderen", removed: (name: string, group: string) => `${name} is geen lid meer van ${group}.`,
    owner: "Eigenaar", notThere: "Deze groep is niet beschikbaar", synchronised: "gesynchroniseerd vanuit de eigen adreslijst", tooLong: "Gebruik maximaal 500 tekens.",
    full: "Er zijn 20 personen gekozen. Meer kunt u er niet tegelijk toevoegen.",
  },
};

/** `/groups/members`. */
export class GroupMembersPage {
  static readonly path = (group: string) => `/groups/members?group=${group}`;
  static readonly group = /\/api\/v1\/groups\/[^/]+\/membership$/;
  static readonly list = /\/api\/v1\/groups\/[^/]+\/members(\?.*)?$/;
  static readonly member = /\/api\/v1\/groups\/[^/]+\/members\/[^/]+$/;
  static readonly directory = /\/api\/v1\/directory\?/;
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  count = (count: string) => this.page.getByRole("heading", { level: 2, name: this.words.count(count), exact: true });
  rows = () => this.page.locator(".rows").getByRole("listitem");
  row = (name: string) => this.rows().filter({ hasText: name });
  search = () => this.page.getByRole("searchbox", { name: this.words.search });
  add = () => this.page.getByRole("main").getByRole("button", { name: this.words.add });
  remove = (name: string) => this.page.getByRole("button", { name: this.words.remove(name), exact: true });
  dialog = () => this.page.getByRole("dialog");
  button = (name: string) => this.dialog().getByRole("button", { name, exact: true });
  people = () => this.dialog().getByRole("combobox", { name: this.words.people });
  options = () => this.dialog().getByRole("listbox", { name: this.words.results }).getByRole("option");
  chips = () => this.dialog().getByRole("list", { name: this.words.chosen }).getByRole("listitem");
  message = () => this.dialog().getByRole("textbox", { name: this.words.message });
  failure = () => this.dialog().getByRole("alert").filter({ hasText: /./ });
  said = (text: string) => this.page.locator(".message").filter({ hasText: text });

  /** Chooses the first who is found. */
  async choose(q: string): Promise<void> {
    await this.people().fill(q);
    await this.options().first().click();
  }
}
