import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "Manage your application", back: "Back to My Apps", app: "Travel booking", notThere: "This app is not among your apps",
    permissions: "Permissions", yours: "You agreed", organization: "Your organization agreed", none: "No permissions", yoursNone: "You have not agreed to anything for this app.",
    mail: "Read your mail", mailNote: "See the messages in your mailbox. It cannot send or delete any.", mailLost: "Your messages no longer appear in the app, nor what it makes of them.",
    calendar: "See and change your calendar", profile: "See your profile", whom: "An administrator of Harbor Logistics agreed for everybody who has this app",
    revoke: "Revoke", revokeAll: "Revoke all", revokeLabel: (name: string) => `Revoke: ${name}`, revokeTitle: (name: string, app: string) => `Revoke “${name}” for ${app}?`,
    revokeAllTitle: (app: string) => `Revoke everything that you agreed to for ${app}?`, final: (app: string) => `You can agree again as soon as ${app} asks you.`,
    revoked: (name: string, app: string) => `“${name}” is revoked for ${app}.`, revokedAll: (app: string) => `Everything that you agreed to for ${app} is revoked.`,
    saved: "Saved accounts", savedNone: "No saved accounts", notOffered: "This app needs no saved accounts", add: "Add account", addTitle: (app: string) => `Add an account for ${app}`,
    label: "Label", userName: "User name", password: "Password", newPassword: "New password", show: "Show password", save: "Save", cancel: "Cancel",
    needed: ["Enter a label.", "Enter the user name.", "Enter the password."], repeated: "You have this one already. Enter another one.",
    added: (label: string) => `${label} is saved.`, changed: (label: string) => `${label} is changed.`, unchanged: "There was nothing to change.", stale: /changed elsewhere meanwhile/,
    change: (label: string) => `Change ${label}`, clear: (label: string) => `Clear ${label}`, clearTitle: (label: string) => `Clear ${label}?`, confirmClear: "Clear",
    cleared: (label: string) => `${label} is cleared.`, unknown: /We could not confirm whether this worked/, retry: "Try again", full: /You have saved 10 accounts/,
  },
  nl: {
    title: "Uw toepassing beheren", back: "Terug naar Mijn apps", app: "Reizen boeken", notThere: "Deze app staat niet tussen uw apps",
    permissions: "Machtigingen", yours: "U hebt toestemming gegeven", organization: "Uw organisatie heeft toestemming gegeven", none: "Geen machtigingen", yoursNone: "U hebt deze app nergens toestemming voor gegeven.",
    mail: "Uw e-mail lezen", mailNote: "De berichten in uw postvak bekijken. De app kan niets verzenden of verwijderen.", mailLost: "Uw berichten verschijnen niet meer in de app, en ook niet wat de app ermee doet.",
    calendar: "Uw agenda bekijken en wijzigen", profile: "Uw profiel bekijken", whom: "Een beheerder van Harbor Logistics heeft toestemming gegeven voor iedereen die deze app heeft",
    revoke: "Intrekken", revokeAll: "Alles intrekken", revokeLabel: (name: string) => `Intrekken: ${name}`, revokeTitle: (name: string, app: string) => `‘${name}’ intrekken voor ${app}?`,
    revokeAllTitle: (app: string) => `Alles intrekken waarvoor u ${app} toestemming hebt gegeven?`, final: (app: string) => `U kunt opnieuw toestemming geven zodra ${app} erom vraagt.`,
    revoked: (name: string, app: string) => `‘${name}’ is ingetrokken voor ${app}.`, revokedAll: (app: string) => `Alles waarvoor u ${app} toestemming had gegeven, is ingetrokken.`,
    saved: "Opgeslagen accounts", savedNone: "Geen opgeslagen accounts", notOffered: "Deze app heeft geen opgeslagen accounts nodig", add: "Account toevoegen", addTitle: (app: string) => `Een account toevoegen voor ${app}`,
    label: "Label", userName: "Gebruikersnaam", password: "Wachtwoord", newPassword: "Nieuw wachtwoord", show: "Wachtwoord weergeven", save: "Opslaan", cancel: "Annuleren",
    needed: ["Voer een label in.", "Voer de gebruikersnaam in.", "Voer het wachtwoord in."], repeated: "Dit hebt u al. Voer een ander in.",
    added: (label: string) => `${label} is opgeslagen.`, changed: (label: string) => `${label} is gewijzigd.`, unchanged: "Er was niets te wijzigen.", stale: /intussen ergens anders gewijzigd/,
    change: (label: string) => `Wijzigen: ${label}`, clear: (label: string) => `Wissen: ${label}`, clearTitle: (label: string) => `${label} wissen?`, confirmClear: "Wissen",
    cleared: (label: string) => `${label} is gewist.`, unknown: /We konden niet bevestigen of dit is gelukt/, retry: "Opnieuw proberen", full: /U hebt 10 accounts opgeslagen/,
  },
};

/** `/apps/manage?app=…`. */
export class ManageAppPage {
  static readonly path = "/apps/manage?app=harbor-travel-booking";
  static readonly details = /\/api\/v1\/me\/apps\/[\w-]+$/;
  static readonly permissions = "**/api/v1/me/apps/*/permissions";
  static readonly accounts = "**/api/v1/me/apps/*/saved-accounts";
  static readonly account = "**/api/v1/me/apps/*/saved-accounts/*";
  static readonly revoke = "**/api/v1/me/apps/*/permissions/*/revoke";
  static readonly revokeAll = "**/api/v1/me/apps/*/permissions/revoke-all";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  title = () => this.page.getByRole("heading", { level: 1, name: this.words.title });
  section = (name: string) => this.page.getByRole("region", { name });
  permission = (name: string) => this.section(this.words.permissions).getByRole("listitem").filter({ hasText: name });
  revoke = (name: string) => this.page.getByRole("button", { name: this.words.revokeLabel(name), exact: true });
  revokeAll = () => this.page.getByRole("button", { name: this.words.revokeAll, exact: true });
  accounts = () => this.section(this.words.saved).getByRole("listitem");
  account = (label: string) => this.accounts().filter({ has: this.page.getByText(label, { exact: true }) });
  add = () => this.page.getByRole("button", { name: this.words.add, exact: true });
  change = (label: string) => this.page.getByRole("button", { name: this.words.change(label), exact: true });
  clear = (label: string) => this.page.getByRole("button", { name: this.words.clear(label), exact: true });
  dialog = (name?: string) => this.page.getByRole("dialog", name ? { name, exact: true } : {});
  button = (name: string) => this.dialog().getByRole("button", { name, exact: true });
  retry = () => this.button(this.words.retry);
  field = (name: string) => this.dialog().getByLabel(name, { exact: true });
  failure = () => this.dialog().getByRole("alert");
  said = (text: string) => this.page.getByRole("status").filter({ hasText: text });

  /** Fills in what is given. */
  async fill({ label, userName, password }: { label?: string; userName?: string; password?: string }): Promise<void> {
    if (label !== undefined) await this.field(this.words.label).fill(label);
    if (userName !== undefined) await this.field(this.words.userName).fill(userName);
    if (password !== undefined) await this.field(this.words.password).or(this.field(this.words.newPassword)).fill(password);
  }
}
