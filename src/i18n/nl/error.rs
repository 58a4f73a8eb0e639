//! What went wrong, and pages that are none.

use crate::i18n::text::{AccessDenied, Errors, NotFound};

pub static ERROR: Errors = Errors {
    title: "Dit is niet gelukt",
    network: "We konden de server niet bereiken. Controleer uw verbinding en probeer het opnieuw.",
    timeout: "De server deed er te lang over. Probeer het opnieuw.",
    server: "Er ging iets mis aan onze kant. Probeer het opnieuw. Gaat het weer mis, geef de helpdesk dan het aanvraagnummer.",
    unavailable: "De service is nu niet beschikbaar. Probeer het over een ogenblik opnieuw.",
    malformed: "Het antwoord van de server was onleesbaar. Probeer het opnieuw. Gaat het weer mis, geef de helpdesk dan het aanvraagnummer.",
    terms_first: "Accepteer eerst de gebruiksvoorwaarden.",
    denied: "U mag dit niet doen.",
    not_found: "Dit bestaat niet meer.",
    stale: "Iemand heeft dit intussen gewijzigd. Zo is het nu.",
    in_flight: "Hier wordt al aan gewerkt. Wacht even en probeer het opnieuw.",
    refused: "De server heeft deze aanvraag geweigerd. Laad de pagina opnieuw en probeer het nog eens.",
    too_many: |time| format!("Te veel pogingen. Probeer het {time} opnieuw."),
    too_many_soon: "Te veel pogingen. Probeer het over een paar minuten opnieuw.",
    summary: "Controleer wat u hebt ingevoerd",
    too_long: |limit| format!("Gebruik maximaal {limit} tekens."),
    field: "Controleer dit en voer het opnieuw in.",
    request_id: "Aanvraagnummer",
    expired: "Uw sessie is beëindigd.",
    cancelled: "Er is niets gewijzigd, omdat uw identiteit niet is bevestigd.",
    leaving_impossible: "U kunt deze organisatie hier niet verlaten. Vraag het de beheerder.",
    decided: "Uw organisatie bepaalt deze instelling. U kunt die niet wijzigen.",
    closing_impossible: "U kunt dit account niet zelf sluiten. Vraag het de beheerder van uw organisatie.",
    export_in_progress: "Er wordt al een kopie van uw gegevens voorbereid. Als die klaar is, kunt u een nieuwe aanvragen.",
    device_disabled: "Dit apparaat is uitgeschakeld. Alleen een beheerder kan het weer inschakelen.",
    password_elsewhere: "Uw organisatie staat niet toe dat dit account het wachtwoord wijzigt. Vraag het de beheerder.",
    contains_name: "Dit is weinig meer dan uw naam en dus makkelijk te raden. Kies andere woorden.",
    contains_organization: "Dit is weinig meer dan de naam van uw organisatie en dus makkelijk te raden. Kies andere woorden.",
    contains_user_id: "Dit is weinig meer dan uw gebruikers-id, en die kennen anderen. Kies andere woorden.",
    same_as_old: "Dit is uw oude wachtwoord. Kies een nieuw wachtwoord.",
    too_common: "Veel mensen gebruiken dit wachtwoord, dus het wordt als eerste geprobeerd. Kies iets wat alleen u zou bedenken.",
    too_short: |minimum| format!("Dit is te kort. Gebruik minimaal {minimum} tekens."),
    method_limit: "U hebt het maximale aantal hiervan. Verwijder er eerst een.",
    needs_another_method: "Voeg eerst een andere methode toe waarmee u zich kunt aanmelden.",
    last_method: "Dit is uw laatste aanmeldingsmethode. Voeg een andere toe voordat u deze verwijdert.",
    set_by_organization: "Uw organisatie heeft dit ingesteld; alleen een beheerder kan het verwijderen.",
    method_not_offered: "Deze methode kunt u niet op deze pagina instellen.",
    wrong_code: "Dit klopt niet. Controleer de code en voer deze opnieuw in, of begin opnieuw voor een nieuwe code.",
    repeated: "Dit hebt u al. Voer een ander in.",
    work_address: "Dit is uw werk- of schooladres, en dat bent u samen met uw wachtwoord kwijt. Voer een privéadres in.",
    challenge_expired: "Deze code werkt niet meer: de tijd is om, de code is gebruikt of te vaak geprobeerd. Begin opnieuw voor een nieuwe code.",
    message_not_sent: "We konden de code niet sturen. Probeer het zo nog eens of gebruik een andere methode.",
};

pub static ACCESS_DENIED: AccessDenied = AccessDenied {
    title: "Toegang geweigerd",
    my_apps: "Uw organisatie heeft uw account geen toegang gegeven tot Mijn apps.",
    administrators: "Alleen beheerders van deze organisatie kunnen deze pagina bekijken.",
    whom: "Hebt u toegang nodig? Vraag het de helpdesk van uw organisatie.",
    to_account: "Naar Mijn account",
};

pub static NOT_FOUND: NotFound = NotFound {
    title: "Pagina niet gevonden",
    intro: "Op dit adres staat geen pagina. Misschien is de pagina verplaatst of bevat het adres een typefout.",
    not_offered: "Uw organisatie biedt dit hier niet aan.",
    to_overview: "Naar het overzicht",
};
