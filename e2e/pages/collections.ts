import type { Locator, Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "Collections", create: "Create new", all: "All apps", quay: "On the quay", standard: "Default", hidden: "Hidden", byOrganization: "6 apps · From your organization",
    up: (name: string) => `Move up: ${name}`, down: (name: string) => `Move down: ${name}`, place: (name: string, place: number, count: number) => `${name}, position ${place} of ${count}`,
    edit: (name: string) => `Edit ${name}`, hide: (name: string) => `Hide ${name}`, show: (name: string) => `Show ${name}`, remove: (name: string) => `Delete ${name}`,
    hiddenDone: (name: string) => `${name} is hidden.`, shownDone: (name: string) => `${name} is offered in My Apps again.`,
    orderBack: "This is the order that is stored.", lastVisible: "My Apps needs a collection to open with",
    confirmTitle: (name: string) => `Delete “${name}”?`, confirm: "Delete", cancel: "Cancel", deleted: (name: string) => `${name} was deleted.`,
    newTitle: "New collection", editTitle: "Edit collection", name: "Name", search: "Search apps by name", choose: "Choose apps", chosen: "In this collection",
    none: "No apps chosen yet", takeOut: (name: string) => `Take out: ${name}`, save: "Save", created: (name: string) => `${name} was created.`, saved: (name: string) => `${name} was saved.`,
    nameNeeded: "Enter a name.", repeated: "You have this one already.", stale: (name: string) => `it is now called “${name}”`, noneOwn: "Nothing of your own yet",
    mail: "Mail", calendar: "Calendar", expenses: "Expenses", manage: "Manage collections", noApps: "No apps in this collection",
  },
  nl: {
    title: "Verzamelingen", create: "Nieuwe maken", all: "Alle apps", quay: "Op de kade", standard: "Standaard", hidden: "Verborgen", byOrganization: "6 apps · Van uw organisatie",
    up: (name: string) => `Omhoog: ${name}`, down: (name: string) => `Omlaag: ${name}`, place: (name: string, place: number, count: number) => `${name}, plaats ${place} van ${count}`,
    edit: (name: string) => `Bewerken: ${name}`, hide: (name: string) => `Verbergen: ${name}`, show: (name: string) => `Weergeven: ${name}`, remove: (name: string) => `Verwijderen: ${name}`,
    hiddenDone: (name: string) => `${name} is verborgen`, shownDone: (name: string) => `${name} wordt weer weergegeven in Mijn apps.`,
    orderBack: "Dit is de volgorde die is opgeslagen.", lastVisible: "Mijn apps moet met een verzameling kunnen worden geopend",
    confirmTitle: (name: string) => `‘${name}’ verwijderen?`, confirm: "Verwijderen", cancel: "Annuleren", deleted: (name: string) => `${name} is verwijderd.`,
    newTitle: "Nieuwe verzameling", editTitle: "Verzameling bewerken", name: "Naam", search: "Apps zoeken op naam", choose: "Apps kiezen", chosen: "In deze verzameling",
    none: "Nog geen apps gekozen", takeOut: (name: string) => `Eruit halen: ${name}`, save: "Opslaan", created: (name: string) => `${name} is gemaakt.`, saved: (name: string) => `${name} is opgeslagen.`,
    nameNeeded: "Voer een naam in.", repeated: "Dit hebt u al.", stale: (name: string) => `de naam is nu ‘${name}’`, noneOwn: "Nog geen eigen verzamelingen",
    mail: "E-mail", calendar: "Agenda", expenses: "Declaraties", manage: "Verzamelingen beheren", noApps: "Geen apps in deze verzameling",
  },
};

/** `/apps/collections`, the page where one is made or changed, and the switch on `/apps`. */
export class CollectionsPage {
  static readonly path = "/apps/collections";
  static readonly editPath = "/apps/collections/edit";
  static readonly list = /\/api\/v1\/me\/collections$/;
  static readonly order = "**/api/v1/me/collections/order";
  static readonly hide = "**/api/v1/me/collections/*/hide";
  /** One of them: reads, changes and deletion. */
  static readonly one = /\/api\/v1\/me\/collections\/(?!order$)[^/]+$/;
  static readonly choosable = /\/api\/v1\/me\/apps\?limit=20/;
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  private button = (name: string, exact = true) => this.page.getByRole("button", { name, exact });
  heading = (name: string) => this.page.getByRole("heading", { level: 1, name });
  rows = () => this.page.locator("#list-rows > li");
  row = (name: string) => this.rows().filter({ has: this.page.getByRole("heading", { name }) });
  names = (): Promise<string[]> => this.rows().getByRole("heading").evaluateAll((all) => all.map((it) => it.firstChild!.textContent!));
  create = () => this.page.getByRole("link", { name: this.words.create });
  up = (name: string) => this.button(this.words.up(name));
  down = (name: string) => this.button(this.words.down(name));
  edit = (name: string) => this.page.getByRole("link", { name: this.words.edit(name) });
  hide = (name: string) => this.button(this.words.hide(name));
  show = (name: string) => this.button(this.words.show(name));
  remove = (name: string) => this.button(this.words.remove(name));
  dialog = (name: string) => this.page.getByRole("dialog", { name: this.words.confirmTitle(name) });
  confirm = () => this.page.getByRole("dialog").getByRole("button").last();
  said = (text: string) => this.page.getByRole("status").filter({ hasText: text });
  message = (text: string) => this.page.locator(".message").filter({ hasText: text });

  name = () => this.page.getByRole("textbox", { name: this.words.name });
  search = () => this.page.getByRole("searchbox", { name: this.words.search });
  box = (name: string) => this.page.getByRole("checkbox", { name, exact: true });
  boxes = () => this.page.getByRole("region", { name: this.words.choose }).getByRole("checkbox");
  chosen = () => this.page.locator("#chosen-rows > li");
  chosenNames = (): Promise<string[]> => this.chosen().locator(".who").allTextContents();
  takeOut = (name: string) => this.button(this.words.takeOut(name));
  save = () => this.button(this.words.save).or(this.page.locator("[type=submit]"));
  failure = () => this.page.locator("form").getByRole("alert");

  /** Fills the form of a new one. */
  async fill(name: string, ...apps: string[]): Promise<void> {
    await this.name().fill(name);
    for (const app of apps) await this.box(app).check();
  }

  /** Drags a row by its grip to where another one is. */
  async drag(row: Locator, to: Locator): Promise<void> {
    // The pointer reaches only what is on screen.
    await to.scrollIntoViewIfNeeded();
    await row.scrollIntoViewIfNeeded();
    const [from, end] = [(await row.locator(".grip").boundingBox())!, (await to.boundingBox())!];
    const x = from.x + from.width / 2;
    await this.page.mouse.move(x, from.y + from.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(x, end.y + end.height / 2, { steps: 12 });
    await this.page.mouse.up();
  }

  switch = () => this.page.getByRole("navigation", { name: this.words.title });
  choice = (name: string) => this.switch().getByRole("link", { name, exact: true });
  tiles = (name: string) => this.page.getByRole("region", { name, exact: true }).getByRole("listitem");
}
