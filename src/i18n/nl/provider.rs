//! Signing in at an organization's identity provider.

use crate::i18n::text::Provider;

pub static PROVIDER: Provider = Provider {
    // In the order of `SIGN_IN_FAILURES`.
    failures: [
        "De aanmelding bij uw organisatie is geannuleerd, of u wordt daar niet toegelaten. Probeer het opnieuw of vraag uw helpdesk om hulp.",
        "Het aanmelden duurde langer dan tien minuten, of is elders opnieuw begonnen. Begin opnieuw.",
        "De aanmelding van uw organisatie geeft geen antwoord. Probeer het over enkele minuten opnieuw.",
        "Het antwoord van de aanmelding van uw organisatie kon niet worden vertrouwd. Probeer het opnieuw; vraag uw helpdesk om hulp als het zo blijft.",
        "De klokken van de aanmelding van uw organisatie en van deze portal lopen niet gelijk. Vraag uw helpdesk om hulp.",
        "Er is hier geen account voor de persoon die zich heeft aangemeld. Vraag uw helpdesk om hulp.",
        "Dit apparaat is uitgeschakeld. Neem contact op met uw beheerder.",
        "Er zijn te veel pogingen gedaan. Wacht een minuut en probeer het opnieuw.",
    ],
    intro: "Dat gebeurt op de eigen pagina van uw organisatie. Die wordt in een nieuw venster geopend; wat u hier hebt ingevuld, blijft staan. Kom terug als het klaar is en kies Doorgaan.",
    way: "Naar de pagina van uw organisatie",
    proceed: "Doorgaan",
};
