//! The words by which people find a sign-in: the ones that the pages show in place of codes, in every language.

use portal_contract::sign_ins::FailureReason;

/// ISO 3166-1 alpha-2 code, English name, Dutch name (Unicode CLDR).
const COUNTRIES: &str = include_str!("countries.tsv");

/// A country's names; empty for a code that is none.
pub fn country(code: &str) -> &'static str {
    let mut lines = COUNTRIES.lines().filter_map(|line| line.split_once('\t'));
    lines.find(|(known, _)| *known == code).map_or("", |(_, names)| names)
}

/// How a sign-in ended.
pub fn outcome(reason: Option<FailureReason>) -> &'static str {
    match reason {
        None => "successful geslaagd geslaagde",
        // Not "unsuccessful", in which a search for "successful" would find itself.
        Some(FailureReason::WrongPassword) => {
            "failed mislukt mislukte wrong-password wrong password onjuist wachtwoord"
        }
        Some(FailureReason::WrongCode) => {
            "failed mislukt mislukte wrong-code additional verification invalid code aanvullende verificatie ongeldige code"
        }
        Some(FailureReason::VerificationMissing) => {
            "failed mislukt mislukte verification-missing additional verification not completed aanvullende verificatie niet voltooid"
        }
        Some(FailureReason::BlockedByPolicy) => {
            "failed mislukt mislukte blocked-by-policy blocked by policy geblokkeerd beleid organization organisatie"
        }
        Some(FailureReason::Unknown) => "failed mislukt mislukte",
    }
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
