//! The words by which people find a sign-in: the ones that the pages show in place of codes, in every language.

use portal_contract::sign_ins::FailureReason;

/// ISO 3166-1 alpha-2 code, English name, Dutch name (Unicode CLDR).
const COUNTRIES: &str = include_str!("countries.tsv");

/// A country's names; empty for a code that is none.
pub fn country(code: &str) -> &'static str {
    let mut lines = COUNTRIES.lines().filter_map(|line| line.split_once('\t'));
    lines.find(|(known, _)| *known == code).map_or("", |(_, names)| names)
}

/// How a sign-in ended: the code, and what the pages say in English and in Dutch.
pub fn outcome(reason: Option<FailureReason>) -> String {
    let (code, words) = match reason {
        None => return "successful sign-in geslaagde aanmelding".to_owned(),
        Some(FailureReason::WrongPassword) => ("wrong-password", "wrong password onjuist wachtwoord"),
        Some(FailureReason::WrongCode) => {
            ("wrong-code", "additional verification failed invalid code aanvullende verificatie mislukt ongeldige code")
        }
        Some(FailureReason::VerificationMissing) => {
            ("verification-missing", "additional verification was not completed aanvullende verificatie niet voltooid")
        }
        Some(FailureReason::BlockedByPolicy) => (
            "blocked-by-policy",
            "blocked by your organization's policy geblokkeerd door het beleid van uw organisatie",
        ),
        Some(FailureReason::Unknown) => ("unknown", "reason unknown reden onbekend"),
    };
    format!("unsuccessful sign-in mislukte aanmelding failed {code} {words}")
}

#[cfg(test)]
mod tests {
    use super::country;

    #[test]
    fn countries_have_their_names_in_both_languages() {
        assert_eq!(country("DE"), "Germany\tDuitsland");
        assert_eq!(country("de"), "");
        assert_eq!(country(""), "");
    }
}
