//! Password.

use crate::i18n::text::Password;

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
