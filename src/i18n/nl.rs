//! Dutch, formal "u"; terms as in the product's glossary.

use super::text::*;

/// The Dutch text.
pub static NL: Text = Text {
    common: Common {
        cancel: "Annuleren",
        close: "Sluiten",
        copy: "Kopiëren",
        copied: "Gekopieerd.",
        not_copied: "Uw browser staat kopiëren niet toe. Selecteer de tekst en kopieer die zelf.",
        yes: "Ja",
        no: "Nee",
        show_more: "Meer weergeven",
        try_again: "Opnieuw proberen",
        working: "Een ogenblik…",
        loading: "Laden",
        still_loading: "Het laden duurt langer dan normaal. Uw verbinding of onze server is traag.",
        opens_new_tab: "(wordt geopend op een nieuw tabblad)",
        dismiss: "Sluiten",
        days_left: |number, count| {
            if count == 1.0 { format!("Nog {number} dag") } else { format!("Nog {number} dagen") }
        },
    },
    shell: Shell {
        my_account: "Mijn account",
        my_apps: "Mijn apps",
        skip_to_content: "Naar de inhoud",
        portals: "Portal",
        menu: "Menu",
        navigation: "Pagina’s",
        language: "Taal",
        theme: "Thema",
        theme_system: "Systeem",
        theme_light: "Licht",
        theme_dark: "Donker",
        help: "Hulp",
        help_intro: "Hebt u vragen over uw account of klopt er iets niet? Uw helpdesk helpt u verder.",
        help_unknown: "Vraag het aan degene die u heeft uitgenodigd of aan de beheerder van de organisatie waarmee u samenwerkt.",
        account_menu: |name| format!("Accountmenu van {name}"),
        view_account: "Account weergeven",
        switch_organization: "Van organisatie wisselen",
        switch_intro: "Kies de organisatie waarin u wilt werken.",
        current: "Huidige",
        switched: |organization| format!("U bent nu aangemeld bij {organization}."),
        sign_out: "Afmelden",
        signing_out: "U wordt afgemeld…",
        offline: "U bent offline. U kunt lezen wat op het scherm staat; wijzigen kan zodra u weer verbinding hebt.",
        language_changed: "De portal is nu in het Nederlands.",
        language_not_stored: "De taal is hier gewijzigd, maar kon niet bij uw account worden opgeslagen.",
    },
    sign_in: SignIn {
        title: "Aanmelden",
        intro: "Gebruik uw werk- of schoolaccount.",
        user_id: "Gebruikers-id",
        user_id_hint: "Meestal het e-mailadres van uw werk of school.",
        password: "Wachtwoord",
        submit: "Aanmelden",
        submitting: "U wordt aangemeld…",
        code_intro: "Open uw authenticator-app en voer de code van zes cijfers in die daar bij dit account staat.",
        code: "Verificatiecode",
        verify: "Bevestigen",
        back: "Een ander account gebruiken",
        user_id_required: "Voer uw gebruikers-id in.",
        password_required: "Voer uw wachtwoord in.",
        code_required: "Voer de code uit uw authenticator-app in.",
        code_malformed: "De code bestaat uit zes cijfers. Controleer de code en voer deze opnieuw in.",
        wrong: "Deze gebruikers-id en dit wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw.",
        wrong_code: "Deze code is onjuist of al gebruikt. Wacht op de volgende code en voer die in.",
        wrong_password: "Dit wachtwoord is onjuist. Controleer het en probeer het opnieuw.",
        wrong_proof: "Het wachtwoord of de code is onjuist, of de code is al gebruikt. Controleer beide en wacht zo nodig op een nieuwe code.",
        demo_title: "Dit is een demonstratie",
        demo_intro: "Meld u aan als employee@harbor.example met het wachtwoord Harbor-Lights-2026. In de README staan meer accounts.",
        signed_out: "U bent afgemeld.",
        expired: "Uw sessie is beëindigd. Meld u aan om verder te gaan.",
    },
    proof: Proof {
        title: "Bevestig dat u het bent",
        intro: |user_id| {
            format!("Dit is een gevoelige wijziging, dus vragen we het nog een keer. U bent aangemeld als {user_id}.")
        },
        intro_there: "Bij die organisatie moet u zich zelf aanmelden voordat u er kunt werken.",
        confirm: "Bevestigen",
        expired_title: "Meld u opnieuw aan",
        expired_intro: |user_id| {
            format!("Uw sessie is beëindigd. Meld u aan als {user_id}, dan gaat u verder waar u was.")
        },
    },
    session: SessionText {
        ending_title: "Bent u er nog?",
        ending: |time| format!("Om uw account veilig te houden, wordt u {time} afgemeld."),
        stay: "Aangemeld blijven",
        extended: "U blijft aangemeld.",
        at_end: "Deze sessie heeft de maximale duur bereikt. Rond af waarmee u bezig bent; daarna meldt u zich opnieuw aan.",
    },
    overview: Overview {
        nav: "Overzicht",
        title: "Overzicht",
        intro: "Wie u hier bent en wat er bij uw account hoort.",
        profile: "Profiel",
        mail: "E-mail",
        office: "Kantoor",
        user_id: "Gebruikers-id",
        managed_by: |organization| format!("Beheerd door {organization}. Klopt er iets niet? Vraag het de helpdesk."),
        nobody_manages: "Dit account is van geen enkele organisatie.",
        organizations: "Organisaties",
        organizations_count: |home, count| match count {
            "1" => {
                format!("{home} is uw thuisorganisatie. U werkt samen met 1 andere organisatie.")
            }
            _ => format!("{home} is uw thuisorganisatie. U werkt samen met {count} andere organisaties."),
        },
        organizations_home_only: "U werkt alleen met uw thuisorganisatie.",
        organizations_guest: |names| format!("U bent gast bij {names}."),
        organizations_none: "Er is geen organisatie met uw account verbonden.",
        manage_organizations: "Organisaties beheren",
    },
    organizations: Organizations {
        title: "Organisaties",
        intro: "De organisaties die met uw account zijn verbonden. Controleer of u ze allemaal herkent.",
        home: "Thuisorganisatie",
        home_note: "Is eigenaar van uw account. U kunt uw thuisorganisatie niet verlaten.",
        others: "Andere organisaties waarmee u samenwerkt",
        none: "Geen andere organisaties",
        none_note: "Als een andere organisatie u uitnodigt en u zich daar aanmeldt, ziet u die hier.",
        member_since: |date| format!("Sinds {date}"),
        groups: |number, count| {
            if count == 1.0 { format!("{number} groep") } else { format!("{number} groepen") }
        },
        apps: |number, count| {
            if count == 1.0 { format!("{number} app") } else { format!("{number} apps") }
        },
        signed_in: "Aangemeld",
        leave_organization: "Organisatie verlaten",
        sign_in_to_leave: "Aanmelden om organisatie te verlaten",
        leave_label: |name| format!("Organisatie verlaten: {name}"),
        sign_in_to_leave_label: |name| format!("Aanmelden om organisatie te verlaten: {name}"),
        disabled_at_home: |home| {
            format!(
                "U kunt deze organisatie niet verlaten: uw account is uitgeschakeld bij {home}. De beheerder daar kan u helpen."
            )
        },
        disabled_there: |name| {
            format!(
                "U kunt deze organisatie niet verlaten: uw gastaccount is uitgeschakeld bij {name}. De beheerder daar kan het inschakelen of verwijderen."
            )
        },
        forbidden: |name| {
            format!(
                "U kunt deze organisatie niet zelf verlaten: {name} staat dat externe gebruikers niet toe. De contactpersoon voor privacy kan u verwijderen."
            )
        },
        impossible: "U kunt deze organisatie hier niet verlaten. Vraag het de beheerder.",
        confirm_title: |name| format!("{name} verlaten?"),
        confirm_lost: |name| {
            format!(
                "U verliest de toegang tot alles wat {name} met u deelt: de apps, de groepen en uw machtigingen daar."
            )
        },
        confirm_final: |name| {
            format!(
                "U kunt dit niet ongedaan maken. Alleen een beheerder van {name} kan u terughalen, met een nieuwe uitnodiging."
            )
        },
        leave: "Verlaten",
        leaving: "Bezig met verlaten…",
        left: |name| format!("U hebt {name} verlaten."),
        signed_in_there: |name| format!("U bent aangemeld bij {name}. U kunt deze organisatie nu verlaten."),
        already_left: |name| format!("{name} is niet meer met uw account verbonden."),
        unknown_outcome: |name| {
            format!(
                "We konden niet bevestigen dat u {name} hebt verlaten: het antwoord is verloren gegaan. De organisatie staat nog in uw lijst. Probeer het opnieuw; het gebeurt maar één keer."
            )
        },
        next_title: "Wat u nog meer kunt bekijken",
        next: "Nu u uw organisaties hebt gecontroleerd, kunt u ook de rest van uw account bekijken:",
        next_list: [
            "uw beveiligingsgegevens: de manieren waarop u bewijst dat u het bent",
            "uw apparaten: herkent u ze allemaal?",
            "uw aanmeldingen: was u dat elke keer zelf?",
            "uw privacy: hoe uw organisatie uw gegevens gebruikt",
        ],
    },
    devices: Devices {
        title: "Apparaten",
        intro: "De computers en telefoons die op uw naam geregistreerd staan. Controleer of u ze allemaal herkent.",
        manage: "Apparaten beheren",
        count: |number, count| {
            if count == 1.0 {
                format!("{number} apparaat kan zich met uw account aanmelden.")
            } else {
                format!("{number} apparaten kunnen zich met uw account aanmelden.")
            }
        },
        none: "Geen apparaten",
        none_note: "Als uw organisatie een computer of telefoon voor u registreert, ziet u die hier.",
        current: "Dit apparaat",
        last_activity: |time| format!("Laatste activiteit {time}"),
        never_used: "Nooit gebruikt",
        enabled: "Ingeschakeld",
        disabled: "Uitgeschakeld",
        status_unknown: "Status onbekend",
        managed: "Beheerd door uw organisatie",
        not_managed: "Niet beheerd door uw organisatie",
        compliant: "Voldoet aan de eisen",
        not_compliant: "Voldoet niet aan de eisen",
        compliance_unknown: "Eisen niet gecontroleerd",
        disabled_note: "Met dit apparaat kan niemand zich nog aanmelden. Alleen een beheerder kan het weer inschakelen.",
        disable: "Apparaat uitschakelen",
        disable_label: |name| format!("Apparaat uitschakelen: {name}"),
        confirm_title: |name| format!("{name} uitschakelen?"),
        confirm_lost: |name| {
            format!(
                "{name} wordt overal afgemeld. Aanmelden bij uw account en uw apps kan dan niet meer met dit apparaat."
            )
        },
        confirm_lost_here: "Dit is het apparaat dat u nu gebruikt. U wordt afgemeld en kunt zich met dit apparaat niet meer aanmelden bij uw account en uw apps.",
        confirm_final: "U kunt dit niet ongedaan maken. Alleen een beheerder kan het apparaat weer inschakelen.",
        confirm: "Ja, uitschakelen",
        disabling: "Bezig met uitschakelen…",
        disabled_now: |name| format!("{name} is uitgeschakeld. Aanmelden met dit apparaat kan niet meer."),
        gone: |name| format!("{name} staat niet meer op uw naam geregistreerd."),
        unknown_outcome: |name| {
            format!(
                "We konden niet bevestigen dat {name} is uitgeschakeld: het antwoord is verloren gegaan. Probeer het opnieuw; het gebeurt maar één keer."
            )
        },
        refused: "Dit apparaat is uitgeschakeld. Alleen een beheerder kan het weer inschakelen.",
        view_keys: "BitLocker-sleutels weergeven",
        view_keys_label: |name| format!("BitLocker-sleutels weergeven: {name}"),
        keys_title: |name| format!("BitLocker-sleutels van {name}"),
        keys_intro: "Wie een sleutel heeft, kan die schijf lezen. Gebruik een sleutel alleen als Windows erom vraagt en vergelijk eerst de sleutel-id. Elke keer dat u deze sleutels bekijkt, wordt vastgelegd.",
        keys_none: "Voor dit apparaat worden geen sleutels bewaard.",
        key_id: "Sleutel-id",
        backed_up: |date| format!("Bewaard sinds {date}"),
        copy_label: |drive| format!("Kopiëren: sleutel van {drive}"),
        drive_system: "Windows-schijf",
        drive_fixed: "Gegevensschijf",
        drive_removable: "Verwisselbare schijf",
        drive_unknown: "Schijf",
        strange_title: "Staat er een apparaat bij dat u niet herkent?",
        strange: "Schakel het eerst uit: dan is de toegang meteen geblokkeerd. Wijzig daarna uw wachtwoord, zodat niemand zich nog met het oude wachtwoord kan aanmelden.",
    },
    password: Password {
        nav: "Wachtwoord",
        title: "Wachtwoord wijzigen",
        intro: "U hebt uw oude wachtwoord nodig. Na het wijzigen wordt uw account overal elders afgemeld.",
        user_id_hint: "Controleer of dit het account is dat u wilt wijzigen.",
        old: "Oud wachtwoord",
        new: "Nieuw wachtwoord",
        rule: |minimum| {
            format!("Minimaal {minimum} tekens. Een paar woorden die alleen u zou combineren, onthoudt u gemakkelijk.")
        },
        confirm: "Nieuw wachtwoord bevestigen",
        counted: |count, minimum| format!("{count} van minimaal {minimum} tekens"),
        enough: "Het nieuwe wachtwoord is lang genoeg.",
        same: "Beide zijn gelijk.",
        not_same: "Nog niet gelijk aan het nieuwe wachtwoord.",
        submit: "Verzenden",
        submitting: "Bezig met wijzigen…",
        old_required: "Voer uw oude wachtwoord in.",
        new_required: "Voer een nieuw wachtwoord in.",
        mismatch: "Dit is niet gelijk aan het nieuwe wachtwoord. Voer het opnieuw in.",
        wrong_old: "Dit is niet uw oude wachtwoord. Controleer het en voer het opnieuw in.",
        too_short: |minimum| format!("Dit is te kort. Gebruik minimaal {minimum} tekens."),
        too_common: "Veel mensen gebruiken dit wachtwoord, dus het wordt als eerste geprobeerd. Kies iets wat alleen u zou bedenken.",
        contains_name: "Dit is weinig meer dan uw naam en dus makkelijk te raden. Kies andere woorden.",
        contains_organization: "Dit is weinig meer dan de naam van uw organisatie en dus makkelijk te raden. Kies andere woorden.",
        contains_user_id: "Dit is weinig meer dan uw gebruikers-id, en die kennen anderen. Kies andere woorden.",
        same_as_old: "Dit is uw oude wachtwoord. Kies een nieuw wachtwoord.",
        changed: "Uw wachtwoord is gewijzigd",
        ended: "Uw account is overal elders afgemeld. Hier blijft u aangemeld.",
        apps: "De apps die u eerder gebruikte, vragen u om u opnieuw aan te melden: gebruik daar uw nieuwe wachtwoord.",
        not_here: "U kunt uw wachtwoord hier niet wijzigen",
        not_here_note: "Uw organisatie staat niet toe dat dit account het wachtwoord wijzigt. Vraag het de beheerder.",
        last_changed: |time| format!("Laatst gewijzigd: {time}"),
        age_unknown: "Het is niet bekend wanneer het voor het laatst is gewijzigd.",
    },
    deleted_users: DeletedUsers {
        nav: "Verwijderde gebruikers",
        title: "Verwijderde gebruikers",
        intro: |organization| {
            format!(
                "Gasten die {organization} hebben verlaten. U kunt ze 30 dagen lang terugzetten; daarna worden ze definitief verwijderd."
            )
        },
        search: "Zoeken op naam of gebruikers-id",
        none: "Geen verwijderde gebruikers",
        none_note: "Als een gast uw organisatie verlaat, ziet u die hier nog 30 dagen.",
        nothing_found: |q| format!("Niemand gevonden voor ‘{q}’."),
        left_on: |date| format!("Vertrokken op {date}"),
        comes_back: |groups, apps| format!("Met terugzetten komen {groups} en {apps} terug"),
        restore: "Terugzetten",
        restore_label: |name| format!("{name} terugzetten"),
        restoring: "Bezig met terugzetten…",
        restored: |name| format!("{name} is weer gast, met dezelfde groepen en machtigingen."),
        delete: "Definitief verwijderen",
        delete_label: |name| format!("{name} definitief verwijderen"),
        deleting: "Bezig met verwijderen…",
        deleted: |name| format!("{name} is definitief verwijderd."),
        confirm_title: |name| format!("{name} definitief verwijderen?"),
        confirm_lost: |groups, apps| format!("Het gebruikersobject van de gast verdwijnt, met {groups} en {apps}."),
        confirm_final: "Niemand kan dit ongedaan maken, ook de helpdesk niet. Om weer samen te werken moet u deze gast opnieuw uitnodigen.",
        gone: |name| format!("{name} staat niet meer in deze lijst: intussen teruggezet of verwijderd."),
        unknown_outcome: "We konden niet bevestigen dat het is gelukt: het antwoord is verloren gegaan. De lijst laat zien hoe het nu is.",
    },
    sign_ins: SignIns {
        title: "Mijn aanmeldingen",
        intro: "Waar u bent aangemeld en wanneer iemand zich met uw account heeft aangemeld. Controleer of u dat zelf was.",
        last: |ago, place| format!("Laatste aanmelding {ago}: {place}."),
        review_activity: "Recente activiteit bekijken",
        sessions: "Actieve sessies",
        this_session: "Deze sessie",
        started: |ago| format!("Aangemeld: {ago}"),
        last_used: |ago| format!("laatst gebruikt: {ago}"),
        signed_out: |session| format!("{session} is afgemeld."),
        everywhere: "Overal afmelden",
        everywhere_title: "Overal afmelden?",
        everywhere_lost: "Hiermee beëindigt u alle sessies in alle apps en op alle apparaten, ook deze. Wat daar niet is opgeslagen, kan verloren gaan.",
        everywhere_final: "U kunt zich daarna meteen weer aanmelden.",
        everywhere_unknown: "We konden niet bevestigen dat u overal bent afgemeld: het antwoord is verloren gegaan. Probeer het opnieuw; het gebeurt maar één keer.",
        unusual: "Ongebruikelijke activiteit",
        unusual_intro: "Anders dan uw andere aanmeldingen. Was u dit?",
        was_me: "Dit was ik",
        was_me_done: "Dank u wel. We hebben genoteerd dat u dit was.",
        was_not_me: "Dit was ik niet",
        guide_title: "Heeft iemand anders zich aangemeld?",
        guide_ends: "We beëindigen de sessie van deze aanmelding meteen. Wie het ook is, heeft dan geen toegang meer en zou zich opnieuw moeten aanmelden.",
        guide_over: "De sessie van deze aanmelding is al beëindigd. We noteren dat u het niet was.",
        guide_then: "Wijzig daarna uw wachtwoord: misschien kent iemand anders het.",
        done_title: "Uw account is nu veiliger",
        done: "We hebben genoteerd dat u dit niet was. De sessie van deze aanmelding is beëindigd.",
        done_next: "Wijzig nu uw wachtwoord en controleer uw beveiligingsgegevens. Hebt u hulp nodig? Vraag het de helpdesk.",
        review_security_info: "Beveiligingsgegevens controleren",
        history: "Recente activiteit",
        search: "Zoeken op plaats, systeem, app, adres, reden of dag (2026-11-20)",
        filter: "Weergeven",
        filters: ["Alle aanmeldingen", "Geslaagde aanmeldingen", "Mislukte aanmeldingen", "Ongebruikelijke activiteit"],
        none: "Geen aanmeldingen van deze soort",
        none_note: "Kies een andere soort om de rest te zien.",
        nothing_found: |q| format!("Geen aanmelding gevonden voor ‘{q}’."),
        successful: "Geslaagde aanmelding",
        unsuccessful: "Mislukte aanmelding",
        unknown: "Resultaat onbekend",
        marked_unusual: "Ongebruikelijk",
        said_was_me: "U hebt aangegeven dat u dit was.",
        said_was_not_me: "U hebt aangegeven dat u dit niet was.",
        on: |browser, system| format!("{browser} op {system}"),
        unknown_device: "Onbekende browser",
        somewhere: "Locatie onbekend",
        location: "Geschatte locatie",
        map: |place| format!("Wereldkaart met een markering bij {place}"),
        operating_system: "Besturingssysteem",
        browser: "Browser",
        app: "App",
        account: "Account",
        address: "IP-adres",
        reason: "Reden",
        wrong_password: "Onjuist wachtwoord",
        wrong_code: "Aanvullende verificatie mislukt, ongeldige code",
        verification_missing: "Aanvullende verificatie niet voltooid",
        blocked_by_policy: "Geblokkeerd door het beleid van uw organisatie",
        reason_unknown: "Reden onbekend",
    },
    apps: Apps {
        title: "Apps",
        intro: "Alles wat u met uw account kunt openen. Elke app wordt op een nieuw tabblad geopend.",
        search: "Apps zoeken op naam",
        none: "Nog geen apps",
        none_note: "Als uw organisatie u een app geeft, ziet u die hier.",
        nothing_found: |q| format!("Geen app gevonden voor ‘{q}’."),
        unsafe_address: "Deze app kan niet worden geopend: het adres is niet veilig.",
    },
    access_denied: AccessDenied {
        title: "Toegang geweigerd",
        my_apps: "Uw organisatie heeft uw account geen toegang gegeven tot Mijn apps.",
        administrators: "Alleen beheerders van deze organisatie kunnen deze pagina bekijken.",
        whom: "Hebt u toegang nodig? Vraag het de helpdesk van uw organisatie.",
        to_account: "Naar Mijn account",
    },
    not_found: NotFound {
        title: "Pagina niet gevonden",
        intro: "Op dit adres staat geen pagina. Misschien is de pagina verplaatst of bevat het adres een typefout.",
        to_overview: "Naar het overzicht",
    },
    error: Errors {
        title: "Dit is niet gelukt",
        network: "We konden de server niet bereiken. Controleer uw verbinding en probeer het opnieuw.",
        timeout: "De server deed er te lang over. Probeer het opnieuw.",
        server: "Er ging iets mis aan onze kant. Probeer het opnieuw. Gaat het weer mis, geef de helpdesk dan het aanvraagnummer.",
        unavailable: "De service is nu niet beschikbaar. Probeer het over een ogenblik opnieuw.",
        malformed: "Het antwoord van de server was onleesbaar. Probeer het opnieuw. Gaat het weer mis, geef de helpdesk dan het aanvraagnummer.",
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
    },
};
