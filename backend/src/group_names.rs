//! What a group may be called (features 2.5): the same check while a name is typed and when it is stored.

use portal_contract::{groups::MAX_NAME, problem::FieldCode};

use crate::store::sort_name;

/// Characters that cannot be seen: two names that differ by them only would look alike.
const INVISIBLE: [(char, char); 4] =
    [('\u{200b}', '\u{200f}'), ('\u{202a}', '\u{202e}'), ('\u{2060}', '\u{206f}'), ('\u{feff}', '\u{feff}')];

/// What an organization wants of names.
#[derive(Clone, Debug, Default)]
pub struct NameRule {
    /// With what they begin; may be empty.
    pub prefix: String,
    /// Words that they may not contain, as [`sort_name`] writes them.
    pub blocked_words: Vec<String>,
}

/// What is wrong with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which kind of mistake.
    pub code: FieldCode,
    /// The word that is not allowed, or what is missing.
    pub word: Option<String>,
}

impl From<FieldCode> for Problem {
    fn from(code: FieldCode) -> Self {
        Self { code, word: None }
    }
}

impl Problem {
    /// The number that the sentence needs.
    pub fn limit(&self) -> Option<u32> {
        (self.code == FieldCode::TooLong).then_some(MAX_NAME)
    }
}

/// A name as it is kept: one space between words, none around them.
pub fn kept(typed: &str) -> String {
    typed.split(' ').filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What is wrong with a name as it is kept, besides being somebody else's.
pub fn problem(rule: &NameRule, name: &str) -> Option<Problem> {
    if name.is_empty() || name == rule.prefix.trim() {
        return Some(FieldCode::Required.into());
    }
    if name.chars().count() > MAX_NAME as usize {
        return Some(FieldCode::TooLong.into());
    }
    let unseen = |it: char| it.is_control() || INVISIBLE.iter().any(|(first, last)| (*first..=*last).contains(&it));
    if name.chars().any(unseen) || !name.chars().any(char::is_alphanumeric) {
        return Some(FieldCode::Malformed.into());
    }
    let Some(rest) = name.strip_prefix(rule.prefix.trim_start()) else {
        return Some(Problem { code: FieldCode::MissingPrefix, word: Some(rule.prefix.trim().to_owned()) });
    };
    let words = words(rest);
    let blocked = rule.blocked_words.iter().find(|it| words.contains(&self::words(it)));
    blocked.map(|it| Problem { code: FieldCode::BlockedWord, word: Some(it.clone()) })
}

/// The words of a name between single spaces, so that a word is found only as a whole one: "Kaart" is no "aar".
fn words(name: &str) -> String {
    let name = sort_name(name);
    let words = name.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    words.fold(String::from(" "), |all, word| all + word + " ")
}

#[cfg(test)]
mod tests {
    use portal_contract::problem::FieldCode;
    use proptest::prelude::*;

    use super::{NameRule, kept, problem};

    fn rule() -> NameRule {
        NameRule {
            prefix: "HL ".to_owned(),
            blocked_words: vec!["payroll".to_owned(), "board of directors".to_owned()],
        }
    }

    fn code(name: &str) -> Option<FieldCode> {
        problem(&rule(), &kept(name)).map(|it| it.code)
    }

    #[test]
    fn names_have_their_length() {
        assert_eq!(code(""), Some(FieldCode::Required));
        assert_eq!(code("   "), Some(FieldCode::Required));
        assert_eq!(code("HL "), Some(FieldCode::Required), "nothing but the prefix");
        assert_eq!(code(&format!("HL {}", "é".repeat(61))), None);
        assert_eq!(code(&format!("HL {}", "é".repeat(62))), Some(FieldCode::TooLong));
    }

    #[test]
    fn names_begin_with_the_prefix() {
        assert_eq!(code("HL Divers"), None);
        assert_eq!(code("  HL   Divers "), None);
        for name in ["Divers", "hl Divers", "HLDivers"] {
            assert_eq!(code(name), Some(FieldCode::MissingPrefix), "{name}");
        }
        assert_eq!(problem(&NameRule::default(), "Divers"), None);
    }

    #[test]
    fn names_contain_no_blocked_word() {
        for name in ["HL Payroll", "HL PÁYROLL 2", "HL my-payroll-team", "HL Board  of Directors"] {
            assert_eq!(code(name), Some(FieldCode::BlockedWord), "{name}");
        }
        for name in ["HL Payrolls", "HL Boards of directors"] {
            assert_eq!(code(name), None, "{name}");
        }
        assert_eq!(problem(&rule(), "HL Payroll").unwrap().word.as_deref(), Some("payroll"));
        let own = NameRule { prefix: "Payroll ".to_owned(), ..rule() };
        assert_eq!(problem(&own, "Payroll Divers"), None, "the organization's own prefix is allowed");
    }

    #[test]
    fn names_can_be_seen() {
        for name in ["HL a\u{200b}b", "HL a\u{202e}b", "HL a\nb", "HL a\tb", "HL \u{feff}a"] {
            assert_eq!(code(name), Some(FieldCode::Malformed), "{name:?}");
        }
        assert_eq!(problem(&NameRule::default(), "...").map(|it| it.code), Some(FieldCode::Malformed));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_answered(typed in ".{0,80}") {
            let kept = kept(&typed);
            if problem(&rule(), &kept).is_none() {
                prop_assert!(kept.starts_with("HL ") && kept.chars().count() <= 64);
            }
        }
    }
}
