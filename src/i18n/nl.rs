//! Dutch, formal "u"; terms as in the product's glossary.

use super::text::*;

pub static COMMON: Common = Common {
    cancel: "Annuleren",
    close: "Sluiten",
    next: "Volgende",
    done: "Gereed",
    save: "Opslaan",
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
};

pub static SHELL: Shell = Shell {
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
};

pub static PAGES: Pages = Pages {
    organizations: "Organisaties",
    security_info: "Beveiligingsgegevens",
    devices: "Apparaten",
    password: "Wachtwoord",
    settings: "Instellingen en privacy",
    sign_ins: "Mijn aanmeldingen",
    my_data: "Mijn gegevensaanvragen",
    deleted_users: "Verwijderde gebruikers",
    apps: "Apps",
    overview: "Overzicht",
    change_password: "Wachtwoord wijzigen",
};

pub static SIGN_IN: SignIn = SignIn {
    title: "Aanmelden",
    intro: "Gebruik uw werk- of schoolaccount.",
    user_id: "Gebruikers-id",
    user_id_hint: "Meestal het e-mailadres van uw werk of school.",
    password: "Wachtwoord",
    submit: "Aanmelden",
    submitting: "U wordt aangemeld…",
    code_intro: "Open uw authenticator-app en voer de code van zes cijfers in die daar bij dit account staat.",
    phone_intro: |phone| format!("We sturen een code naar {phone}."),
    key_intro: "Houd uw beveiligingssleutel bij de hand en kies Bevestigen. Uw browser vraagt om de sleutel.",
    another_way: "Op een andere manier aanmelden",
    code: "Verificatiecode",
    verify: "Bevestigen",
    back: "Een ander account gebruiken",
    user_id_required: "Voer uw gebruikers-id in.",
    password_required: "Voer uw wachtwoord in.",
    code_required: "Voer de verificatiecode in.",
    code_malformed: "De code bestaat uit zes cijfers. Controleer de code en voer deze opnieuw in.",
    wrong: "Deze gebruikers-id en dit wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw.",
    wrong_code: "Deze code is onjuist of al gebruikt. Controleer de code of gebruik een nieuwe.",
    wrong_password: "Dit wachtwoord is onjuist. Controleer het en probeer het opnieuw.",
    wrong_proof: "Het wachtwoord of de code is onjuist, of de code is al gebruikt. Controleer beide en gebruik zo nodig een nieuwe code.",
    demo_title: "Dit is een demonstratie",
    demo_intro: "Meld u aan als employee@harbor.example met het wachtwoord Harbor-Lights-2026. In de README staan meer accounts.",
    signed_out: "U bent afgemeld.",
    expired: "Uw sessie is beëindigd. Meld u aan om verder te gaan.",
    no_credential: "Uw browser kreeg geen sleutel: u hebt geannuleerd, de tijd was om of de sleutel is al geregistreerd. Probeer het opnieuw.",
    call_me: "Bel mij",
    text_me: "Stuur mij een code per sms",
    sent_to: |to| format!("We hebben een code gestuurd naar {to}. Voer de code hier in; hij is tien minuten geldig."),
};

pub static PROOF: Proof = Proof {
    title: "Bevestig dat u het bent",
    intro: |user_id| {
        format!("Dit is een gevoelige wijziging, dus vragen we het nog een keer. U bent aangemeld als {user_id}.")
    },
    intro_there: "Bij die organisatie moet u zich zelf aanmelden voordat u er kunt werken.",
    confirm: "Bevestigen",
    expired_title: "Meld u opnieuw aan",
    expired_intro: |user_id| format!("Uw sessie is beëindigd. Meld u aan als {user_id}, dan gaat u verder waar u was."),
};

pub static SESSION: SessionText = SessionText {
    ending_title: "Bent u er nog?",
    ending: |time| format!("Om uw account veilig te houden, wordt u {time} afgemeld."),
    stay: "Aangemeld blijven",
    extended: "U blijft aangemeld.",
    at_end: "Deze sessie heeft de maximale duur bereikt. Rond af waarmee u bezig bent; daarna meldt u zich opnieuw aan.",
};

pub static OVERVIEW: Overview = Overview {
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
    security_info_review: "Gegevens bijwerken",
    security_info_none: "Alleen uw wachtwoord beveiligt uw account. Voeg een tweede methode toe, zodat niemand met alleen uw wachtwoord binnenkomt.",
    security_info_count: |number, count| match count {
        1.0 => format!("Er is {number} methode geregistreerd."),
        _ => format!("Er zijn {number} methoden geregistreerd."),
    },
    devices_manage: "Apparaten beheren",
    devices_none: "Geen apparaten",
    devices_count: |number, count| {
        if count == 1.0 {
            format!("{number} apparaat kan zich met uw account aanmelden.")
        } else {
            format!("{number} apparaten kunnen zich met uw account aanmelden.")
        }
    },
    password_changed: |time| format!("Laatst gewijzigd: {time}"),
    password_age_unknown: "Het is niet bekend wanneer het voor het laatst is gewijzigd.",
    settings_link: "Instellingen en privacy weergeven",
    settings_none: "Voor uw account gelden geen gebruiksvoorwaarden.",
    settings_accepted: "U hebt alle gebruiksvoorwaarden geaccepteerd.",
    settings_waiting: |number, count| {
        if count == 1.0 {
            format!("{number} document met gebruiksvoorwaarden hebt u nog niet geaccepteerd.")
        } else {
            format!("{number} documenten met gebruiksvoorwaarden hebt u nog niet geaccepteerd.")
        }
    },
    sign_ins_last: |ago, place| format!("Laatste aanmelding {ago}: {place}."),
    sign_ins_review: "Recente activiteit bekijken",
    apps_open: "Naar Mijn apps",
    apps_none: "Nog geen apps",
    apps_more: |number| format!("Er staan meer dan {number} apps voor u klaar."),
    apps_count: |number, count| match count {
        1.0 => format!("Er staat {number} app voor u klaar."),
        _ => format!("Er staan {number} apps voor u klaar."),
    },
};

pub static ORGANIZATIONS: Organizations = Organizations {
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
    confirm_title: |name| format!("{name} verlaten?"),
    confirm_lost: |name| {
        format!("U verliest de toegang tot alles wat {name} met u deelt: de apps, de groepen en uw machtigingen daar.")
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
};

pub static SECURITY_INFO: SecurityInfo = SecurityInfo {
    intro: "De methoden waarmee u zich aanmeldt, en waarmee u weer toegang krijgt als u uw wachtwoord bent vergeten.",
    keep_secure: "Houd uw account veilig",
    keep_secure_intro: "Uw organisatie vraagt om een tweede aanmeldingsmethode. Voeg er een toe om verder te gaan.",
    add: "Methode toevoegen",
    add_title: "Een methode toevoegen",
    add_intro: "Welke methode wilt u toevoegen?",
    add_label: |name| format!("Toevoegen: {name}"),
    nothing_offered: "Bij uw organisatie kunt u hier geen methoden toevoegen.",
    none: "Nog geen methoden",
    default: "Standaardaanmeldingsmethode",
    change_default: "Wijzigen: standaardaanmeldingsmethode",
    default_title: "Standaardaanmeldingsmethode wijzigen",
    default_which: "Waar moet bij het aanmelden het eerst om worden gevraagd?",
    default_changed: "Uw standaardaanmeldingsmethode is gewijzigd.",
    confirm: "Bevestigen",
    change: "Wijzigen",
    change_label: |name| format!("Wijzigen: {name}"),
    delete: "Verwijderen",
    delete_label: |name| format!("Verwijderen: {name}"),
    deleting: "Bezig met verwijderen…",
    confirm_title: |name| format!("{name} verwijderen?"),
    falls_back: |name| {
        format!(
            "U kunt deze methode niet meer gebruiken. Bij het aanmelden wordt voortaan eerst hierom gevraagd: {name}."
        )
    },
    password_only: "U kunt deze methode niet meer gebruiken. Voortaan beveiligt alleen uw wachtwoord uw account.",
    no_longer: "U kunt deze methode niet meer gebruiken.",
    confirm_final: "U kunt de methode altijd opnieuw toevoegen. Overal elders wordt u afgemeld.",
    deleted: |name| format!("Verwijderd: {name}. Overal elders bent u afgemeld."),
    added: |name| format!("Klaar voor gebruik: {name}. Overal elders bent u afgemeld."),
    added_on: |date| format!("Toegevoegd op {date}"),
    last_used: |date| format!("Laatst gebruikt op {date}"),
    good_for_both: "Voor aanmelden en het opnieuw instellen van uw wachtwoord",
    good_for_sign_in: "Voor aanmelden",
    good_for_reset: "Voor het opnieuw instellen van uw wachtwoord",
    good_for_apps: "Voor apps die alleen met een wachtwoord werken",
    authenticator_app: "Authenticator-app",
    authenticator_note: "Een app op uw telefoon die elke 30 seconden een nieuwe code toont.",
    hardware_token: "Hardwaretoken",
    phone: "Telefoon",
    alternate_phone: "Alternatieve telefoon",
    phone_note: "Een code per sms of oproep.",
    office_phone: "Zakelijke telefoon",
    office_note: "Een oproep met een code.",
    email: "E-mail",
    email_note: "Een code naar een privéadres, voor als u uw wachtwoord bent vergeten.",
    security_questions: "Beveiligingsvragen",
    questions_note: "Antwoorden die alleen u weet, voor als u uw wachtwoord bent vergeten.",
    security_key: "Beveiligingssleutel",
    key_note: "Een toegangssleutel op dit apparaat, of een sleutel die u insteekt of ertegenaan houdt.",
    app_password: "App-wachtwoord",
    app_password_note: "Voor oudere apps die niet om een tweede methode kunnen vragen.",
    other_method: "Andere methode",
    needed: "Vul dit in.",
    get_app: "Download eerst de app: installeer een authenticator-app op uw telefoon, bijvoorbeeld uit de appstore. Ga daarna hier verder.",
    scan: "Stel uw account in de app in: scan er de QR-code mee.",
    qr_code: "QR-code voor uw authenticator-app",
    cannot_scan: "Kunt u de QR-code niet scannen?",
    type_secret: "Voer in plaats daarvan dit in de app in:",
    secret: "Geheime sleutel",
    copy_secret: "Kopiëren: geheime sleutel",
    address: "Adres (URL)",
    copy_address: "Kopiëren: adres",
    app_name: "Naam (optioneel)",
    app_name_hint: "Onderscheidt deze app van andere, bijvoorbeeld: werktelefoon.",
    verify: "Verifiëren",
    number: "Telefoonnummer",
    number_hint: "Met landcode, bijvoorbeeld +31 6 12345678.",
    number_malformed: "Voer het nummer in met + en de landcode, zonder toestelnummer, bijvoorbeeld +31 6 12345678.",
    channel: "Hoe wilt u de code ontvangen?",
    mail: "E-mailadres",
    mail_hint: "Een privéadres: uw werk- of schooladres bent u samen met uw wachtwoord kwijt.",
    key_intro: "Houd uw sleutel bij de hand. Uw browser vraagt erom.",
    key_name: "Naam van de sleutel",
    key_name_hint: "Onderscheidt deze sleutel van andere, bijvoorbeeld: blauwe sleutel aan mijn sleutelbos.",
    answers_intro: |count| {
        format!(
            "Beantwoord {count} vragen. Kies antwoorden die anderen niet kunnen opzoeken; niemand kan ze nog tonen, ook u niet."
        )
    },
    question: |number| format!("Vraag {number}"),
    answer: |number| format!("Antwoord {number}"),
    answer_needed: "Kies een vraag en beantwoord deze.",
    answer_repeated: "Kies elke vraag één keer en geef elk antwoord één keer.",
    answer_too_long: "Dit antwoord is te lang: gebruik maximaal 100 tekens.",
    app_password_intro: "Het app-wachtwoord werkt als een tweede wachtwoord voor één app.",
    app_password_name: "Voor welke app is het?",
    app_password_hint: "Bijvoorbeeld: e-mail op de oude tablet.",
    app_password_title: "Uw app-wachtwoord",
    shown_once: "Voer dit wachtwoord nu in de app in. Het wordt maar één keer getoond.",
    copy_password: "Kopiëren: app-wachtwoord",
    resend: "Een andere code sturen",
};

pub static DEVICES: Devices = Devices {
    intro: "De computers en telefoons die op uw naam geregistreerd staan. Controleer of u ze allemaal herkent.",
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
        format!("{name} wordt overal afgemeld. Aanmelden bij uw account en uw apps kan dan niet meer met dit apparaat.")
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
};

pub static PASSWORD: Password = Password {
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
    changed: "Uw wachtwoord is gewijzigd",
    ended: "Uw account is overal elders afgemeld. Hier blijft u aangemeld.",
    apps: "De apps die u eerder gebruikte, vragen u om u opnieuw aan te melden: gebruik daar uw nieuwe wachtwoord.",
    not_here: "U kunt uw wachtwoord hier niet wijzigen",
};

pub static SETTINGS: Settings = Settings {
    intro: "De taal, notatie en tijdzone van deze pagina’s, en wie welke gegevens van u gebruikt.",
    region: "Taal en regio",
    display_language: "Weergavetaal",
    regional_format: "Regionale indeling",
    time_zone: "Tijdzone",
    not_chosen: "Nog niet gekozen",
    format_of_language: "Zoals in de weergavetaal",
    zone_of_device: |zone| format!("Zoals op dit apparaat ({zone})"),
    decided_by: |organization| format!("{organization} bepaalt dit. U kunt het niet wijzigen."),
    example: |date, number| format!("Zo zien datums en getallen eruit: {date} · {number}"),
    save: "Opslaan",
    saving: "Bezig met opslaan…",
    saved: "Uw instellingen zijn opgeslagen.",
    unchanged: "Er valt niets op te slaan: deze instellingen zijn al opgeslagen.",
    stale: "Uw instellingen zijn intussen ergens anders gewijzigd. Wat u hebt gekozen staat hier nog, met ernaast wat nu is opgeslagen. Sla opnieuw op om uw keuze te bewaren.",
    stored_now: |value| format!("Nu opgeslagen: {value}"),
    unknown_outcome: "We konden niet bevestigen dat uw instellingen zijn opgeslagen: het antwoord is verloren gegaan. Bij elke instelling staat wat nu is opgeslagen; sla opnieuw op als dat niet uw keuze is.",
    privacy: "Privacy",
    notice: "Kennisgeving van de organisatie",
    notice_none: "Geen kennisgeving",
    notice_none_note: "Als een organisatie eigenaar is van uw account en een privacyverklaring publiceert, kunt u die hier lezen.",
    notice_contact: "Hebt u vragen over uw privacy? Vraag het:",
    services: "Services",
    services_none: "Geen services verbonden",
    services_none_note: "Als een organisatie een service met uw account verbindt, ziet u hier wat die service mag zien.",
    connected_since: |date| format!("Verbonden sinds {date}"),
    may_see: |list| format!("Mag dit zien: {list}"),
    access: [
        "uw naam en functie",
        "uw e-mailadres",
        "uw agenda",
        "uw bestanden",
        "uw groepen",
        "uw aanmeldingen",
        "uw apparaten",
        "andere gegevens",
    ],
    terms: "Gebruiksvoorwaarden",
    terms_none: "Geen gebruiksvoorwaarden",
    terms_none_note: "Als een organisatie u vraagt gebruiksvoorwaarden te accepteren, kunt u die hier lezen.",
    version: |version| format!("Versie {version}"),
    accepted_on: |date| format!("Geaccepteerd op {date}"),
    not_accepted: "Nog niet geaccepteerd",
    view: "Weergeven",
    view_label: |title| format!("Weergeven: {title}"),
    close: "Sluiten",
    unsafe_address: "Dit document kan niet worden geopend: het adres is niet veilig.",
    my_data_note: "Download een kopie van alles wat we over u weten, of sluit uw account.",
};

pub static MY_DATA: MyData = MyData {
    intro: "Download een kopie van uw gegevens of sluit uw account.",
    export: "Mijn gegevens exporteren",
    export_note: "U krijgt één ZIP-bestand met alles wat Mijn account over u weet: een pagina om te lezen en bestanden voor andere programma’s. We bereiden het op de achtergrond voor; u kunt het 7 dagen lang downloaden.",
    exporting: "Een ogenblik…",
    asked: "Uw gegevens worden voorbereid. U kunt deze pagina intussen verlaten.",
    unknown_outcome: "We konden niet bevestigen dat uw aanvraag is aangekomen: het antwoord is verloren gegaan. De lijst laat zien hoe het nu is.",
    too_many: |time| format!("U hebt binnen een dag vijf kopieën aangevraagd. De volgende kunt u {time} aanvragen."),
    copies: "Uw kopieën",
    none: "Nog geen kopieën",
    none_note: "Als u een kopie van uw gegevens aanvraagt, ziet u die hier.",
    asked_on: |date| format!("Kopie van {date}"),
    preparing: |percent| format!("Wordt voorbereid: {percent}"),
    ready: |size, date| format!("Klaar · {size} · Beschikbaar tot {date}"),
    failed: "Deze kopie kon niet worden gemaakt. Vraag een nieuwe aan.",
    expired: "Verlopen: het bestand is verwijderd.",
    progress: "Voortgang",
    download: "Downloaden",
    download_label: |date| format!("Downloaden: kopie van {date}"),
    close: "Account sluiten",
    close_note: "Als u uw account sluit:",
    close_lost: [
        "worden al uw persoonlijke gegevens hier verwijderd, ook uw groepen en uw toegang tot apps;",
        "wordt u overal afgemeld en kunt u zich nooit meer met dit account aanmelden;",
        "kan niemand het account of de gegevens terughalen.",
    ],
    close_export_first: "Exporteer eerst uw gegevens als u er iets van wilt bewaren.",
    user_id: "Uw gebruikers-id, ter bevestiging",
    user_id_required: "Typ uw gebruikers-id om te bevestigen.",
    user_id_other: "Dit is niet uw gebruikers-id. Typ de gebruikers-id waarmee u zich aanmeldt.",
    confirm_title: "Uw account sluiten?",
    confirm_lost: |user_id| {
        format!(
            "Het account {user_id} en alle persoonlijke gegevens daarin worden verwijderd. U wordt overal afgemeld."
        )
    },
    confirm_final: "U kunt dit niet ongedaan maken, en niemand anders ook.",
    yes: "Ja",
    closing: "Uw account wordt gesloten…",
    close_unknown: "We konden niet bevestigen dat uw account is gesloten: het antwoord is verloren gegaan. Probeer het opnieuw; het gebeurt maar één keer.",
    managed: |organization| {
        format!(
            "U kunt dit account niet zelf sluiten: het is van {organization}, waar een beheerder verantwoordelijk is. Vraag de beheerder het te verwijderen."
        )
    },
    no_home: "U kunt dit account hier niet sluiten: het is van geen enkele organisatie. Vraag het aan degene die u heeft uitgenodigd.",
};

pub static GOODBYE: Goodbye = Goodbye {
    title: "Uw account is gesloten",
    intro: "Uw account en alle persoonlijke gegevens daarin zijn verwijderd. U bent overal afgemeld.",
    gone: "Dit kan niet ongedaan worden gemaakt. U kunt dit venster sluiten.",
    reserved: "De komende 30 dagen kan niemand uw gebruikers-id gebruiken.",
    to_sign_in: "Naar de aanmeldingspagina",
};

pub static DELETED_USERS: DeletedUsers = DeletedUsers {
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
};

pub static SIGN_INS: SignIns = SignIns {
    intro: "Waar u bent aangemeld en wanneer iemand zich met uw account heeft aangemeld. Controleer of u dat zelf was.",
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
};

pub static APPS: Apps = Apps {
    intro: "Alles wat u met uw account kunt openen. Elke app wordt op een nieuw tabblad geopend.",
    search: "Apps zoeken op naam",
    none: "Nog geen apps",
    none_note: "Als uw organisatie u een app geeft, ziet u die hier.",
    nothing_found: |q| format!("Geen app gevonden voor ‘{q}’."),
    unsafe_address: "Deze app kan niet worden geopend: het adres is niet veilig.",
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
    to_overview: "Naar het overzicht",
};

pub static ERROR: Errors = Errors {
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
