//! Where codes go: telephone numbers and mail addresses, checked when they are given and masked when they are shown.

use portal_contract::{methods::MethodKind, problem::FieldCode};

/// The most characters of a mail address (RFC 5321).
const MAX_MAIL: usize = 254;
/// The most digits of an extension.
const MAX_EXTENSION: usize = 6;

/// A telephone number in its one form: `+`, country and number (E.164), for office phones with `x` and the extension.
///
/// # Errors
/// Why the field is refused.
pub fn phone(typed: &str, kind: MethodKind) -> Result<String, FieldCode> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Err(FieldCode::Required);
    }
    let (number, extension) = match typed.split_once('x') {
        None => (typed.as_str(), None),
        // "ext. 204" begins in what is before the x and ends in what is after it.
        Some((number, extension)) => {
            let number = number.strip_suffix('e').unwrap_or(number);
            (number, Some(extension.trim_start_matches(['t', '.', ' ']).trim()))
        }
    };
    let mut national = String::new();
    for character in number.trim().strip_prefix('+').ok_or(FieldCode::Malformed)?.chars() {
        match character {
            '0'..='9' => national.push(character),
            ' ' | '\u{a0}' | '-' | '.' | '(' | ')' => {}
            _ => return Err(FieldCode::Malformed),
        }
    }
    // No country's code begins with 0.
    if !(8..=15).contains(&national.len()) || national.starts_with('0') {
        return Err(FieldCode::Malformed);
    }
    let Some(extension) = extension else { return Ok(format!("+{national}")) };
    let digits = !extension.is_empty() && extension.bytes().all(|byte| byte.is_ascii_digit());
    if kind != MethodKind::OfficePhone || !digits || extension.len() > MAX_EXTENSION {
        return Err(FieldCode::Malformed);
    }
    Ok(format!("+{national}x{extension}"))
}

/// A mail address with its domain in lower case. `work` are the addresses by which the organization knows the person,
/// `domain` is the organization's: an address there is lost together with the password.
///
/// # Errors
/// Why the field is refused.
pub fn mail(typed: &str, work: &[String], domain: Option<&str>) -> Result<String, FieldCode> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(FieldCode::Required);
    }
    let (local, host) = typed.rsplit_once('@').ok_or(FieldCode::Malformed)?;
    let host = host.to_ascii_lowercase();
    // What mail servers take without quoting; addresses beyond that are hardly ever real, and quoting hides attacks.
    let local_fits = !local.is_empty()
        && local.len() <= 64
        && local.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&byte))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    let label_fits = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if typed.len() > MAX_MAIL || !local_fits || !host.contains('.') || !host.split('.').all(label_fits) {
        return Err(FieldCode::Malformed);
    }
    let address = format!("{local}@{host}");
    let at_work = domain
        .is_some_and(|domain| host == domain || host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.')));
    if at_work || work.iter().any(|known| known.eq_ignore_ascii_case(&address)) {
        return Err(FieldCode::WorkAddress);
    }
    Ok(address)
}

/// A number or address as a page or a message's answer may show it: enough for its owner to know it.
pub fn masked(target: &str) -> String {
    if let Some((local, host)) = target.rsplit_once('@') {
        let first: String = local.chars().take(1).collect();
        return format!("{first}•••@{host}");
    }
    // The country and the last two digits; which part of the rest is the country's is not worth a table.
    let (number, extension) = target.split_once('x').unwrap_or((target, ""));
    let digits: Vec<char> = number.chars().collect();
    let end: String = digits.iter().skip(digits.len().saturating_sub(2)).collect();
    let start: String = digits.iter().take(3).collect();
    let extension = if extension.is_empty() { "" } else { " x•••" };
    format!("{start} ••• ••{end}{extension}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_international_and_only_offices_have_extensions() {
        for (typed, kind, stored) in [
            ("+31 6 1234-5678", MethodKind::Phone, "+31612345678"),
            (" +1 (425) 555.0100 ", MethodKind::AlternatePhone, "+14255550100"),
            ("+31 10 555 0123 x 204", MethodKind::OfficePhone, "+31105550123x204"),
            ("+31 10 555 0123 ext. 204", MethodKind::OfficePhone, "+31105550123x204"),
            ("+31 10 555 0123", MethodKind::OfficePhone, "+31105550123"),
        ] {
            assert_eq!(phone(typed, kind).as_deref(), Ok(stored), "{typed}");
        }
        for typed in [
            "0612345678",
            "06 12345678",
            "+3161234",
            "+1234567890123456",
            "+0612345678",
            "+31 6 call me",
            "31612345678",
            "+31 6 12345678 x 1",
            "++31612345678",
            "+",
        ] {
            assert_eq!(phone(typed, MethodKind::Phone), Err(FieldCode::Malformed), "{typed}");
        }
        for typed in ["+31105550123 x", "+31105550123 x 1234567", "+31105550123 x 2a"] {
            assert_eq!(phone(typed, MethodKind::OfficePhone), Err(FieldCode::Malformed), "{typed}");
        }
        assert_eq!(phone("  ", MethodKind::Phone), Err(FieldCode::Required));
    }

    #[test]
    fn mail_is_not_the_works() {
        let work = ["eva@harbor.example".to_owned(), "visitor@mail.example".to_owned()];
        let check = |typed: &str| mail(typed, &work, Some("harbor.example"));
        assert_eq!(check(" Eva.de.Graaf@Home.EXAMPLE ").as_deref(), Ok("Eva.de.Graaf@home.example"));
        for typed in ["eva@harbor.example", "EVA+x@Harbor.Example", "a@b.harbor.example", "Visitor@mail.example"] {
            assert_eq!(check(typed), Err(FieldCode::WorkAddress), "{typed}");
        }
        assert!(check("a@notharbor.example").is_ok());
        for typed in [
            "a",
            "@b.example",
            "a@b",
            "a b@c.example",
            "a@b..example",
            "a@-b.example",
            "a..b@c.example",
            "a@b.example\r\nBcc: x@y.example",
            "\"a\"@b.example",
        ] {
            assert_eq!(check(typed), Err(FieldCode::Malformed), "{typed}");
        }
        assert_eq!(check(""), Err(FieldCode::Required));
    }

    #[test]
    fn masks_tell_the_owner_and_nobody_else() {
        assert_eq!(masked("+31612345678"), "+31 ••• ••78");
        assert_eq!(masked("+31105550123x204"), "+31 ••• ••23 x•••");
        assert_eq!(masked("eva@home.example"), "e•••@home.example");
    }

    proptest! {
        #[test]
        fn any_text_is_answered_and_what_is_stored_is_stable(typed in "\\PC{0,40}", digits in "[+0-9 ()x.-]{0,24}") {
            for typed in [typed, digits] {
                for kind in [MethodKind::Phone, MethodKind::OfficePhone] {
                    if let Ok(stored) = phone(&typed, kind) {
                        prop_assert_eq!(phone(&stored, kind), Ok(stored.clone()));
                    }
                }
                if let Ok(stored) = mail(&typed, &[], None) {
                    prop_assert_eq!(mail(&stored, &[], None), Ok(stored.clone()));
                }
                let _ = masked(&typed);
            }
        }
    }
}
