import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "Groups", owned: "Groups I own", joined: "Groups I'm in", search: "Search your groups by name", create: "Create a group", join: "Find groups to join", requests: "Join requests",
    elsewhere: "Managed elsewhere", expired: "Expired", nothingOwned: (q: string) => `No group that you own matches “${q}”.`, noneOwned: "You do not own a group",
    details: "Group details", edit: "Edit details", renew: "Renew group", delete: "Delete group", leave: "Leave group", addOwner: "Add owner", giveUp: "Give up ownership",
    removeOwner: (name: string) => `Remove owner: ${name}`, add: (name: string) => `Add ${name} as an owner`, findOwner: "Search people by name or user ID",
    renewed: (name: string) => `${name} was renewed.`, deleted: (name: string) => `${name} was deleted.`, left: (name: string) => `You left ${name}.`,
    ownerAdded: (name: string) => `${name} is now an owner of the group.`, ownerRemoved: (name: string) => `${name} no longer owns the group.`, gaveUp: (name: string) => `You no longer own ${name}.`,
    lastOwner: "You are the last owner who can manage this group.", lost: "2 members lose the group", notHere: "This group is not managed here", notThere: "This group cannot be shown",
    expiredOn: "This group expired on", manageMembers: "Manage members", seeMembers: "See all members", download: "Download members (CSV)", notMember: "You are not a member of this group.",
    name: "Group name", description: "Group description (optional)", collaboration: "Collaboration", open: "Open to join for all users", approval: "Requires owner approval", closed: "Only the owner can add members",
    submit: "Create", save: "Save", cancel: "Cancel", created: (name: string) => `${name} was created.`, saved: (name: string) => `${name} was saved.`, available: "This name can be used.",
    nameNeeded: "Enter a name.", prefix: "The name has to begin with “HL”.", blocked: "Your organization does not allow “payroll” in the name of a group.", taken: "Another group of the organization has this name.",
    stale: "Somebody changed this group meanwhile.", storedNow: "Stored now", cannotCreate: "You cannot create groups",
  },
  nl: {
    title: "Groepen", owned: "Groepen waarvan ik eigenaar ben", joined: "Groepen waarvan ik lid ben", search: "Uw groepen zoeken op naam", create: "Een groep maken", join: "Groepen zoeken", requests: "Lidmaatschapsaanvragen",
    elsewhere: "Elders beheerd", expired: "Vervallen", nothingOwned: (q: string) => `U bent van geen groep eigenaar die ‘${q}’ in de naam heeft.`, noneOwned: "U bent van geen groep eigenaar",
    details: "Groepsdetails", edit: "Details bewerken", renew: "Groep verlengen", delete: "Groep verwijderen", leave: "Groep verlaten", addOwner: "Eigenaar toevoegen", giveUp: "Eigenaarschap opgeven",
    removeOwner: (name: string) => `Eigenaar verwijderen: ${name}`, add: (name: string) => `${name} toevoegen als eigenaar`, findOwner: "Personen zoeken op naam of gebruikers-id",
    renewed: (name: string) => `${name} is verlengd.`, deleted: (name: string) => `${name} is verwijderd.`, left: (name: string) => `U hebt ${name} verlaten.`,
    ownerAdded: (name: string) => `${name} is nu eigenaar van de groep.`, ownerRemoved: (name: string) => `${name} is geen eigenaar meer van de groep.`, gaveUp: (name: string) => `U bent geen eigenaar meer van ${name}.`,
    lastOwner: "U bent de laatste eigenaar die deze groep kan beheren.", lost: "2 leden verliezen de groep", notHere: "Deze groep wordt niet hier beheerd", notThere: "Deze groep kan niet worden weergegeven",
    expiredOn: "Deze groep is vervallen op", manageMembers: "Leden beheren", seeMembers: "Alle leden weergeven", download: "Leden downloaden (CSV)", notMember: "U bent geen lid van deze groep.",
    name: "Groepsnaam", description: "Groepsbeschrijving (optioneel)", collaboration: "Samenwerking", open: "Iedereen kan lid worden", approval: "Goedkeuring van eigenaar vereist", closed: "Alleen de eigenaar kan leden toevoegen",
    submit: "Maken", save: "Opslaan", cancel: "Annuleren", created: (name: string) => `${name} is gemaakt.`, saved: (name: string) => `${name} is opgeslagen.`, available: "Deze naam kan worden gebruikt.",
    nameNeeded: "Voer een naam in.", prefix: "De naam moet beginnen met ‘HL’.", blocked: "Uw organisatie staat ‘payroll’ niet toe in een groepsnaam.", taken: "Een andere groep van de organisatie heet al zo.",
    stale: "Iemand heeft deze groep intussen gewijzigd.", storedNow: "Nu opgeslagen", cannotCreate: "U kunt geen groepen maken",
  },
};

/** `/groups`, one group, and the form of one. */
export class GroupsPage {
  static readonly path = "/groups";
  static readonly newPath = "/groups/new";
  static readonly owned = /\/api\/v1\/me\/groups\?limit=20&view=owned/;
  static readonly joined = /\/api\/v1\/me\/groups\?limit=20&view=joined/;
  static readonly rules = "**/api/v1/me/groups/rules";
  static readonly check = /\/api\/v1\/me\/groups\/name-check/;
  static readonly all = /\/api\/v1\/groups$/;
  static readonly one = /\/api\/v1\/groups\/[^/]+$/;
  static readonly renewal = "**/api/v1/groups/*/renew";
  static readonly leaving = "**/api/v1/groups/*/leave";
  static readonly owners = "**/api/v1/groups/*/owners";
  static readonly owner = "**/api/v1/groups/*/owners/*";
  static readonly candidates = /\/owner-candidates/;
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  /** The address of a group. */
  static at = (id: string) => `/groups/details?group=${id}`;
  static editAt = (id: string) => `/groups/edit?group=${id}`;

  private button = (name: string) => this.page.getByRole("button", { name, exact: true });
  private link = (name: string) => this.page.getByRole("link", { name, exact: true });
  heading = (name: string) => this.page.getByRole("heading", { level: 1, name });
  list = (name: string) => this.page.getByRole("region", { name, exact: true });
  rows = (list: string) => this.list(list).getByRole("listitem");
  row = (list: string, name: string) => this.rows(list).filter({ has: this.page.getByRole("link", { name, exact: true }) });
  names = (list: string): Promise<string[]> => this.list(list).getByRole("heading", { level: 3 }).allTextContents();
  search = () => this.page.getByRole("searchbox", { name: this.words.search });
  create = () => this.link(this.words.create);
  join = () => this.link(this.words.join);
  requests = () => this.link(this.words.requests);
  message = (text: string) => this.page.locator(".message").filter({ hasText: text });

  group = (name: string) => this.page.getByRole("heading", { level: 2, name, exact: true });
  edit = () => this.link(this.words.edit);
  renew = () => this.button(this.words.renew);
  remove = () => this.page.locator(".ways").getByRole("button", { name: this.words.delete });
  leave = () => this.page.locator(".ways").getByRole("button", { name: this.words.leave });
  addOwner = () => this.button(this.words.addOwner);
  removeOwner = (name: string) => this.button(this.words.removeOwner(name));
  giveUp = () => this.page.locator(".people").getByRole("button", { name: this.words.giveUp });
  owners = () => this.page.locator(".people > li");
  members = (name: string) => this.link(name);
  table = () => this.link(this.words.download);
  dialog = () => this.page.getByRole("dialog");
  confirm = () => this.dialog().getByRole("button").last();
  safe = () => this.dialog().getByRole("button", { name: this.words.cancel });
  findOwner = () => this.dialog().getByRole("searchbox", { name: this.words.findOwner });
  add = (name: string) => this.dialog().getByRole("button", { name: this.words.add(name) });
  fact = (label: string) => this.page.locator("dl div").filter({ hasText: label }).locator("dd");

  name = () => this.page.getByRole("textbox", { name: this.words.name });
  description = () => this.page.getByRole("textbox", { name: this.words.description });
  choice = (label: string) => this.page.getByRole("radio", { name: label });
  save = () => this.page.locator("[type=submit]");
  failure = () => this.page.locator("form").getByRole("alert");
}
