//! What a new password has to be (`security.md` S6): long enough, not what everybody uses, not little more than a name
//! that stands on the page. No rules about kinds of characters. Each reason against it has a code.

use portal_contract::{
    password::PasswordChange,
    problem::{FieldCode, FieldProblem},
};

use crate::{fields::MAX_CHARACTERS, problem::Refusal, store::password::Password};

/// The fewest characters where the password is the only factor.
pub const MINIMUM_ALONE: u32 = 15;
/// The fewest characters beside a second factor.
pub const MINIMUM_WITH_SECOND_FACTOR: u32 = 8;
/// The most characters.
pub const MAXIMUM: u32 = MAX_CHARACTERS as u32;

/// Common passwords, and words that become one with a few digits; lower case, letters and digits only.
const COMMON: &str = include_str!("common-passwords.txt");
/// The keys of a keyboard, row by row.
const KEYS: &str = "1234567890qwertyuiopasdfghjklzxcvbnm";
const ALPHABET: &str = "abcdefghijklmnopqrstuvwxyz";
/// The fewest different characters.
const DIFFERENT: usize = 5;
/// Shorter parts of a name stand in too many other words.
const SHORTEST_WORD: usize = 3;

/// Why not, and the number that the sentence needs.
type Reason = (FieldCode, Option<u32>);

/// Whose password it is: what an attacker would try first.
#[derive(Clone, Debug)]
pub struct Owner {
    /// The person's name.
    pub name: String,
    /// What the person signs in with.
    pub user_id: String,
    /// The organization's name.
    pub organization: Option<String>,
    /// The fewest characters: [`MINIMUM_ALONE`] or [`MINIMUM_WITH_SECOND_FACTOR`].
    pub minimum: u32,
}

/// The fewest characters of a new one.
pub fn minimum(known: &Password) -> u32 {
    if known.second_factor { MINIMUM_WITH_SECOND_FACTOR } else { MINIMUM_ALONE }
}

/// Whether the old password is there and the new one is good; whether the old one is right is another question.
///
/// # Errors
/// 422 with each refused field and the first reason against it.
pub fn check(change: &PasswordChange, owner: &Owner) -> Result<(), Refusal> {
    let old = malformed(&change.old_password);
    let same = change.new_password == change.old_password;
    let new = against(&change.new_password, owner).or_else(|| same.then_some((FieldCode::SameAsOld, None)));
    let errors: Vec<_> = [("/oldPassword", old), ("/newPassword", new)]
        .into_iter()
        .filter_map(|(pointer, reason)| {
            reason.map(|(code, limit)| FieldProblem { pointer: pointer.to_owned(), code, limit })
        })
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(Refusal::fields(errors)) }
}

/// Whether a password is good where there is no old one to compare it with.
///
/// # Errors
/// 422 for `/newPassword` with the first reason against it.
pub fn check_new(password: &str, owner: &Owner) -> Result<(), Refusal> {
    match against(password, owner) {
        Some((code, limit)) => Err(Refusal::field("/newPassword", code, limit)),
        None => Ok(()),
    }
}

/// The first reason against a password.
fn against(password: &str, owner: &Owner) -> Option<Reason> {
    if let Some(reason) = malformed(password) {
        Some(reason)
    } else if password.chars().count() < owner.minimum as usize {
        Some((FieldCode::TooShort, Some(owner.minimum)))
    } else if let Some(code) = mostly_context(password, owner) {
        Some((code, None))
    } else {
        is_common(password).then_some((FieldCode::TooCommon, None))
    }
}

fn malformed(password: &str) -> Option<Reason> {
    match password.chars().count() {
        0 => Some((FieldCode::Required, None)),
        1..=MAX_CHARACTERS => None,
        _ => Some((FieldCode::TooLong, Some(MAXIMUM))),
    }
}

/// Letters and digits in lower case.
fn plain(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

/// On the list, also with digits around it or several times over; or a pattern that needs no list.
fn is_common(password: &str) -> bool {
    let mut characters: Vec<char> = password.chars().flat_map(char::to_lowercase).collect();
    let predictable = characters.windows(2).filter(|pair| follows(pair[0], pair[1])).count();
    let pairs = characters.len().saturating_sub(1);
    characters.sort_unstable();
    characters.dedup();
    if characters.len() < DIFFERENT || predictable * 4 >= pairs * 3 {
        return true;
    }
    let plain = plain(password);
    let core = plain.trim_matches(|c: char| c.is_numeric());
    [&plain, core, repeated(&plain), repeated(core)].iter().any(|word| COMMON.lines().any(|common| common == *word))
}

/// Whether one character comes after another by itself: the same, or a neighbour in the alphabet or on the keyboard.
fn follows(one: char, other: char) -> bool {
    let neighbours = |row: &str| match (row.find(one), row.find(other)) {
        (Some(one), Some(other)) => one.abs_diff(other) == 1,
        _ => false,
    };
    one == other || neighbours(KEYS) || neighbours(ALPHABET)
}

/// What a text repeats, or the text itself.
fn repeated(text: &str) -> &str {
    let ends = text.char_indices().map(|(at, _)| at).skip(1);
    ends.filter(|end| text.len().is_multiple_of(*end))
        .map(|end| &text[..end])
        .find(|unit| unit.repeat(text.len() / unit.len()) == text)
        .unwrap_or(text)
}

/// Which of the owner's words make up more than half of the password's letters, if any.
fn mostly_context(password: &str, owner: &Owner) -> Option<FieldCode> {
    let mut rest = plain(password);
    let kinds = [
        (FieldCode::ContainsName, owner.name.as_str()),
        (FieldCode::ContainsOrganization, owner.organization.as_deref().unwrap_or_default()),
        (FieldCode::ContainsUserId, &owner.user_id),
    ];
    let found = kinds.map(|(code, text)| {
        let mut taken = 0;
        for word in words(text) {
            let before = rest.chars().filter(|c| *c != ' ').count();
            // A space in between, so that what is left does not become another word.
            rest = rest.replace(&word, " ");
            taken += before - rest.chars().filter(|c| *c != ' ').count();
        }
        (taken, code)
    });
    let taken: usize = found.iter().map(|(taken, _)| taken).sum();
    let left = rest.chars().filter(|c| c.is_alphabetic()).count();
    let (_, most) = found.into_iter().max_by_key(|(taken, _)| *taken)?;
    (taken > left).then_some(most)
}

/// A text without its spaces and signs, then each of its parts.
fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).map(plain);
    std::iter::once(plain(text)).chain(parts).filter(|word| word.chars().count() >= SHORTEST_WORD)
}

#[cfg(test)]
mod tests {
    use portal_contract::problem::FieldCode;
    use proptest::prelude::*;

    use super::{COMMON, Owner, against, repeated};

    fn owner(minimum: u32) -> Owner {
        Owner {
            name: "Eva de Graaf".into(),
            user_id: "employee@harbor.example".into(),
            organization: Some("Harbor Logistics".into()),
            minimum,
        }
    }

    fn reason(password: &str, minimum: u32) -> Option<FieldCode> {
        against(password, &owner(minimum)).map(|(code, _)| code)
    }

    #[test]
    fn s6_length_counts_code_points_and_nothing_else_is_asked() {
        assert_eq!(reason(&"blauwe fietspaden"[..14], 15), Some(FieldCode::TooShort));
        assert_eq!(reason(&"blauwe fietspaden"[..15], 15), None);
        assert_eq!(reason("zóé+ñü𝄞é", 8), None, "8 code points of 15 bytes");
        assert_eq!(reason("zóé+ñü𝄞", 8), Some(FieldCode::TooShort));
        let long = "zeven fietsen en een boot ".repeat(10);
        assert_eq!(reason(&long[..256], 15), None);
        assert_eq!(reason(&long[..257], 15), Some(FieldCode::TooLong));
        assert_eq!(reason("", 15), Some(FieldCode::Required));
        for simple in
            ["only small letters here", "UPPERCASE LETTERS TOO", "8305 2719 4463 0951", "               x y z q w"]
        {
            assert_eq!(reason(simple, 15), None, "{simple}: no rules about kinds of characters");
        }
    }

    #[test]
    fn s6_what_everybody_uses_is_refused_in_any_case_and_with_decoration() {
        for common in [
            "password",
            "PassWord",
            "Sunshine2024",
            "!!welkom123!!",
            "1q2w3e4r5t",
            "iloveyou",
            "Wachtwoord!1",
            "liverpoolliverpool",
            "welkomwelkom99",
        ] {
            assert_eq!(reason(common, 8), Some(FieldCode::TooCommon), "{common}");
        }
        for pattern in [
            "123456789012345",
            "abcdefghijklmnop",
            "qwertyuiopasdfgh",
            "aaaaaaaaaaaaaaaaaa",
            "abababababababab",
            "9876543210987654",
        ] {
            assert_eq!(reason(pattern, 15), Some(FieldCode::TooCommon), "{pattern}");
        }
        for fine in ["password of my bicycle", "the dragon ate a monkey", "tr4ffic-lanterns"] {
            assert_eq!(reason(fine, 15), None, "{fine}");
        }
    }

    #[test]
    fn s6_names_that_stand_on_the_page_are_refused_where_they_are_most_of_it() {
        for (password, code) in [
            ("EvaDeGraaf-1987-06-12", FieldCode::ContainsName),
            ("graaf eva graaf eva", FieldCode::ContainsName),
            ("Harbor Logistics 2026", FieldCode::ContainsOrganization),
            ("logistics!logistics!", FieldCode::ContainsOrganization),
            ("employee@harbor.example1", FieldCode::ContainsUserId),
            ("EMPLOYEE employee 26", FieldCode::ContainsUserId),
        ] {
            assert_eq!(reason(password, 15), Some(code), "{password}");
        }
        for fine in ["harbor lights at dawn", "I think Eva likes sailing", "medieval evaporation"] {
            assert_eq!(reason(fine, 15), None, "{fine}");
        }
    }

    #[test]
    fn the_list_is_as_it_is_compared() {
        let lines: Vec<_> = COMMON.lines().collect();
        assert!(lines.len() > 500);
        assert!(lines.is_sorted());
        assert!(lines.iter().all(|line| !line.is_empty() && super::plain(line) == **line));
    }

    #[test]
    fn what_is_repeated_is_found() {
        assert_eq!(
            [repeated("abcabc"), repeated("abcab"), repeated("aaa"), repeated(""), repeated("éé")],
            ["abc", "abcab", "a", "", "é"]
        );
    }

    proptest! {
        #[test]
        fn anything_can_be_judged(password in ".{0,300}", name in ".{0,20}", organization in ".{0,20}") {
            let owner = Owner { name, organization: Some(organization), ..owner(8) };
            let _ = against(&password, &owner);
        }
    }
}
