//! Manage your application.

use crate::i18n::text::ManageApp;

pub static MANAGE_APP: ManageApp = ManageApp {
    intro: "Wat deze app namens u mag doen, en de accounts die u ervoor hebt opgeslagen.",
    back: "Terug naar Mijn apps",
    this_app: "deze app",
    not_there: "Deze app staat niet tussen uw apps",
    not_there_note: "Misschien is de app weer ingetrokken, of hoorde deze bij een organisatie die u hebt verlaten.",
    permissions: "Machtigingen",
    none: "Geen machtigingen",
    none_note: "Niemand heeft deze app toegestaan iets van u te bekijken of te wijzigen. Is dat nodig, dan vraagt de app erom.",
    yours: "U hebt toestemming gegeven",
    yours_none: "U hebt deze app nergens toestemming voor gegeven.",
    organization: "Uw organisatie heeft toestemming gegeven",
    organization_note: |name| {
        format!(
            "Een beheerder van {name} heeft toestemming gegeven voor iedereen die deze app heeft. Alleen een beheerder kan dat wijzigen. Hebt u er een vraag over? Vraag het:"
        )
    },
    agreed_on: |date| format!("Sinds {date}"),
    revoke: "Intrekken",
    revoke_label: |name| format!("Intrekken: {name}"),
    revoke_all: "Alles intrekken",
    revoke_title: |permission, app| format!("‘{permission}’ intrekken voor {app}?"),
    revoke_all_title: |app| format!("Alles intrekken waarvoor u {app} toestemming hebt gegeven?"),
    revoke_final: |app| format!("U kunt opnieuw toestemming geven zodra {app} erom vraagt."),
    revoked: |permission, app| format!("‘{permission}’ is ingetrokken voor {app}."),
    revoked_all: |app| format!("Alles waarvoor u {app} toestemming had gegeven, is ingetrokken."),
    not_agreed: |permission, app| format!("‘{permission}’ was al ingetrokken voor {app}."),
    unknown: "We konden niet bevestigen of dit is gelukt. Hierachter ziet u hoe het nu is. U kunt het gerust opnieuw proberen.",
    decided: "Een beheerder heeft hiervoor toestemming gegeven voor iedereen. Daarom kunt u dit niet intrekken.",
    saved: "Opgeslagen accounts",
    saved_intro: "Uw gebruikersnamen en wachtwoorden voor de eigen aanmelding van deze app. Een opgeslagen wachtwoord wordt nooit meer weergegeven.",
    saved_none: "Geen opgeslagen accounts",
    saved_none_note: "Deze app heeft een eigen aanmelding. Voeg een account toe om uw gebruikersnaam en wachtwoord daarvoor hier te bewaren.",
    not_offered: "Deze app heeft geen opgeslagen accounts nodig",
    not_offered_note: "Uw organisatie heeft de app niet ingesteld voor een eigen gebruikersnaam en wachtwoord.",
    offered_no_more: "Uw organisatie bewaart geen accounts meer voor deze app. U kunt de opgeslagen accounts wissen.",
    full: |limit| {
        format!("U hebt {limit} accounts opgeslagen. Meer kan niet: wis er eerst een om een ander toe te voegen.")
    },
    limit_reached: "U hebt het maximale aantal accounts opgeslagen. Wis er eerst een om een ander toe te voegen.",
    saved_on: |date| format!("Opgeslagen op {date}"),
    add: "Account toevoegen",
    add_title: |app| format!("Een account toevoegen voor {app}"),
    change: "Wijzigen",
    change_label: |label| format!("Wijzigen: {label}"),
    change_title: |label| format!("{label} wijzigen"),
    label: "Label",
    label_hint: "Uw eigen naam voor dit account, bijvoorbeeld ‘Zakenreizen’.",
    label_needed: "Voer een label in.",
    user_name: "Gebruikersnaam",
    user_name_needed: "Voer de gebruikersnaam in.",
    password: "Wachtwoord",
    password_hint: "Het wachtwoord voor deze app, niet dat van uw werk- of schoolaccount.",
    password_needed: "Voer het wachtwoord in.",
    new_password: "Nieuw wachtwoord",
    new_password_hint: "Laat dit leeg om het opgeslagen wachtwoord te behouden.",
    show_password: "Wachtwoord weergeven",
    added: |label| format!("{label} is opgeslagen."),
    changed: |label| format!("{label} is gewijzigd."),
    unchanged: "Er was niets te wijzigen.",
    stale: |label, user_name| {
        format!(
            "Dit account is intussen ergens anders gewijzigd. Het heet nu {label}, met de gebruikersnaam {user_name}. Wat u hebt ingevoerd, staat er nog: sla het opnieuw op om de wijziging te vervangen."
        )
    },
    clear: "Wissen",
    clear_label: |label| format!("Wissen: {label}"),
    clear_title: |label| format!("{label} wissen?"),
    clear_lost: |user_name, app| {
        format!(
            "De gebruikersnaam {user_name} en het wachtwoord worden hier niet langer bewaard. Uw account bij {app} zelf blijft zoals het is."
        )
    },
    clear_final: "Dit kan niet ongedaan worden gemaakt. Om het account opnieuw op te slaan, hebt u het wachtwoord nodig.",
    cleared: |label| format!("{label} is gewist."),
};
