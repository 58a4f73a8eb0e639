//! What a window of its own shows in the end, in English or Dutch: the portal's page waits in the window before, with all
//! that was typed, and nothing here is a reason to load it a second time.

use portal_contract::preferences::Language;

struct Words {
    done: &'static str,
    done_intro: &'static str,
    failed: &'static str,
    again: &'static str,
}

const EN: Words = Words {
    done: "It is confirmed that it is you",
    done_intro: "Close this window, and choose Continue in the window where you were.",
    failed: "That did not work",
    again: "Close this window, and try again in the window where you were. Nothing there is lost.",
};

const NL: Words = Words {
    done: "Er is bevestigd dat u het bent",
    done_intro: "Sluit dit venster en kies Doorgaan in het venster waarin u bezig was.",
    failed: "Dat is niet gelukt",
    again: "Sluit dit venster en probeer het opnieuw in het venster waarin u bezig was. Daar is niets verloren gegaan.",
};

/// What each failure means for the person: code, English, Dutch.
const FAILURES: [(&str, &str, &str); 10] = [
    (
        "denied",
        "Your organization's sign-in was cancelled, or it does not let you in.",
        "De aanmelding bij uw organisatie is geannuleerd, of u wordt daar niet toegelaten.",
    ),
    (
        "expired",
        "It took longer than ten minutes, or was begun anew somewhere else.",
        "Het duurde langer dan tien minuten, of het is elders opnieuw begonnen.",
    ),
    (
        "provider-unavailable",
        "Your organization's sign-in does not answer. Try again in a few minutes.",
        "De aanmelding van uw organisatie geeft geen antwoord. Probeer het over enkele minuten opnieuw.",
    ),
    (
        "invalid-response",
        "The answer of your organization's sign-in could not be trusted. If it happens again, ask your help desk.",
        "Het antwoord van de aanmelding van uw organisatie kon niet worden vertrouwd. Vraag uw helpdesk om hulp als dit opnieuw gebeurt.",
    ),
    (
        "clock-skew",
        "The clocks of your organization's sign-in and of this portal differ. Ask your help desk.",
        "De klokken van de aanmelding van uw organisatie en van deze portal lopen niet gelijk. Vraag uw helpdesk om hulp.",
    ),
    (
        "no-account",
        "There is no account here for who signed in. Ask your help desk.",
        "Er is hier geen account voor wie zich heeft aangemeld. Vraag uw helpdesk om hulp.",
    ),
    (
        "another-person",
        "Somebody else signed in than the one who is signed in here.",
        "Iemand anders heeft zich aangemeld dan degene die hier is aangemeld.",
    ),
    (
        "not-fresh",
        "Your organization's sign-in did not ask who you are. If it happens again, ask your help desk.",
        "De aanmelding van uw organisatie heeft niet gevraagd wie u bent. Vraag uw helpdesk om hulp als dit opnieuw gebeurt.",
    ),
    (
        "device-disabled",
        "This device is disabled. Contact your administrator.",
        "Dit apparaat is uitgeschakeld. Neem contact op met uw beheerder.",
    ),
    (
        "too-many-attempts",
        "There were too many attempts. Wait a minute.",
        "Er zijn te veel pogingen gedaan. Wacht een minuut.",
    ),
];

/// The page for an outcome: done, or the code of a failure.
pub fn render(language: Language, outcome: Result<(), &str>) -> String {
    let (code, words) = match language {
        Language::En => ("en", &EN),
        Language::Nl => ("nl", &NL),
    };
    let (title, text) = match outcome {
        Ok(()) => (words.done, words.done_intro.to_owned()),
        Err(failure) => {
            let known = FAILURES.iter().find(|it| it.0 == failure);
            let why = known.map(|it| if language == Language::Nl { it.2 } else { it.1 }).unwrap_or_default();
            (words.failed, format!("{why}</p><p>{}", words.again))
        }
    };
    format!(
        r#"<!doctype html><html lang="{code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>{title}</title></head><body><main><h1>{title}</h1><p>{text}</p></main></body></html>"#
    )
}
