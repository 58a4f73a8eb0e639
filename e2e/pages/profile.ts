import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "Profile", manage: "Manage account", devices: "Devices & activity", organizations: "Organizations", gear: "Manage organizations",
    choose: "Choose a photo", remove: "Remove photo", changed: "Your photo is changed.", removed: "Your photo is removed.",
    noPhoto: "This file is no picture that we can use.", tooLarge: "This file is larger than 4 MB.", theirs: "Your organization chooses your photo.",
    wrong: "Harbor Logistics manages what is here", password: "Change password", terms: "Review terms of use", everywhere: "Sign out everywhere",
    yes: "Yes", no: "No", menu: "Account menu of Eva de Graaf", disable: "Disable device HL-LT-4471", leave: "Leave organization Polder University", activity: "View my sign-ins",
    denied: "Access denied", toAccount: "Go to My Account",
  },
  nl: {
    title: "Profiel", manage: "Account beheren", devices: "Apparaten en activiteit", organizations: "Organisaties", gear: "Organisaties beheren",
    choose: "Foto kiezen", remove: "Foto verwijderen", changed: "Uw foto is gewijzigd.", removed: "Uw foto is verwijderd.",
    noPhoto: "Dit bestand is geen afbeelding die we kunnen gebruiken.", tooLarge: "Dit bestand is groter dan 4 MB.", theirs: "Uw organisatie bepaalt uw foto.",
    wrong: "Harbor Logistics beheert deze gegevens", password: "Wachtwoord wijzigen", terms: "Gebruiksvoorwaarden bekijken", everywhere: "Overal afmelden",
    yes: "Ja", no: "Nee", menu: "Accountmenu van Eva de Graaf", disable: "Apparaat uitschakelen: HL-LT-4471", leave: "Organisatie verlaten: Polder University", activity: "Mijn aanmeldingen bekijken",
    denied: "Toegang geweigerd", toAccount: "Naar Mijn account",
  },
};

/** `/profile`. */
export class ProfilePage {
  static readonly path = "/profile";
  static readonly me = "**/api/v1/me";
  static readonly photo = /\/api\/v1\/me\/photo$/;
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  title = () => this.page.getByRole("heading", { level: 1, name: this.words.title });
  section = (name: string) => this.page.getByRole("region", { name, exact: true });
  button = (name: string) => this.page.getByRole("button", { name, exact: true });
  link = (name: string) => this.page.getByRole("main").getByRole("link", { name, exact: true });
  choose = () => this.button(this.words.choose);
  remove = () => this.button(this.words.remove);
  input = () => this.page.locator("input[type=file]");
  /** The person's photo on the page and in the header. */
  photos = () => this.page.locator("img[src*='/me/photo']");
  dialog = () => this.page.getByRole("dialog");
  said = (text: string) => this.page.locator(".message").filter({ hasText: text });
  /** Takes a file as a person does who finds it on the disk. */
  take = (name: string, mimeType: string, buffer: Buffer) => this.input().setInputFiles({ name, mimeType, buffer });
}
