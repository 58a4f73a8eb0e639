import type { Page } from "@playwright/test";

const WORDS = {
  en: {
    title: "Settings & Privacy", link: "View settings and privacy", waiting: "2 documents with terms of use are not accepted yet.",
    language: "Display language", format: "Regional format", zone: "Time zone", save: "Save", saved: "Your settings are saved.",
    example: "Dates and numbers look like this:", decidedBy: (organization: string) => `${organization} decides this. You cannot change it.`,
    notice: "How Harbor Logistics uses your data", privacyContact: "Questions about your privacy? Ask:",
    service: "May see your name and job title, your email address, and your groups", pending: "General terms of use", accepted: "Tablets on the quay",
    network: "Rules of the university network", notAccepted: "Not accepted yet", acceptedOn: (date: string) => `Accepted on ${date}`,
    view: (title: string) => `View ${title}`, newTab: "opens in a new tab", close: "Close", text: "Lock yours before you put it down",
    none: ["No notice", "No services connected", "No terms of use"], myData: "My data requests",
    stale: "Your settings were changed elsewhere meanwhile.", storedNow: (value: string) => `Stored now: ${value}`,
    unchanged: "There is nothing to save", device: (zone: string) => `Same as this device (${zone})`, asLanguage: "Same as the display language",
  },
  nl: {
    title: "Instellingen en privacy", link: "Instellingen en privacy weergeven", waiting: "2 documenten met gebruiksvoorwaarden hebt u nog niet geaccepteerd.",
    language: "Weergavetaal", format: "Regionale indeling", zone: "Tijdzone", save: "Opslaan", saved: "Uw instellingen zijn opgeslagen.",
    example: "Zo zien datums en getallen eruit:", decidedBy: (organization: string) => `${organization} bepaalt dit. U kunt het niet wijzigen.`,
    notice: "Hoe Harbor Logistics uw gegevens gebruikt", privacyContact: "Hebt u vragen over uw privacy? Vraag het:",
    service: "Mag dit zien: uw naam en functie, uw e-mailadres en uw groepen", pending: "Algemene gebruiksvoorwaarden", accepted: "Tablets op de kade",
    network: "Rules of the university network", notAccepted: "Nog niet geaccepteerd", acceptedOn: (date: string) => `Geaccepteerd op ${date}`,
    view: (title: string) => `Weergeven: ${title}`, newTab: "wordt geopend op een nieuw tabblad", close: "Sluiten", text: "Vergrendel de uwe voordat u die neerlegt",
    none: ["Geen kennisgeving", "Geen services verbonden", "Geen gebruiksvoorwaarden"], myData: "Mijn gegevensaanvragen",
    stale: "Uw instellingen zijn intussen ergens anders gewijzigd.", storedNow: (value: string) => `Nu opgeslagen: ${value}`,
    unchanged: "Er valt niets op te slaan", device: (zone: string) => `Zoals op dit apparaat (${zone})`, asLanguage: "Zoals in de weergavetaal",
  },
};

/** `/settings`. */
export class SettingsPage {
  static readonly path = "/settings";
  static readonly preferences = "**/api/v1/me/preferences";
  static readonly privacy = "**/api/v1/me/privacy";
  readonly words: (typeof WORDS)["en"];

  constructor(private readonly page: Page, language: keyof typeof WORDS = "en") {
    this.words = WORDS[language];
  }

  title = () => this.page.getByRole("heading", { level: 1, name: this.words.title });
  language = () => this.page.getByRole("combobox", { name: this.words.language });
  format = () => this.page.getByRole("combobox", { name: this.words.format });
  zone = () => this.page.getByRole("combobox", { name: this.words.zone });
  save = () => this.page.getByRole("button", { name: this.words.save });
  saved = () => this.page.getByRole("status").filter({ hasText: this.words.saved });
  failure = () => this.page.locator("form").getByRole("alert");
  example = () => this.page.getByText(this.words.example);
  row = (title: string) => this.page.getByRole("listitem").filter({ has: this.page.getByRole("heading", { name: title }) });
  view = (title: string) => this.page.getByRole("button", { name: this.words.view(title) });
  document = (title: string) => this.page.getByRole("dialog", { name: title });
  close = () => this.page.getByRole("button", { name: this.words.close });
  myData = () => this.page.getByRole("main").getByRole("link", { name: this.words.myData });
}
