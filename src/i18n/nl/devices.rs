//! Devices.

use crate::i18n::text::Devices;

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
