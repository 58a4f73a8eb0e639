//! What was typed on the command line, checked.

use super::AdminError;
use crate::fields;

/// A name without spaces around it.
///
/// # Errors
/// [`AdminError::Name`].
pub fn checked_name(typed: &str) -> Result<String, AdminError> {
    let name = typed.trim();
    let plain = !name.is_empty() && name.chars().count() <= fields::MAX_CHARACTERS && !name.contains(char::is_control);
    if plain { Ok(name.to_owned()) } else { Err(AdminError::Name) }
}

/// A domain in lower case: labels of letters, digits and hyphens, two at least.
///
/// # Errors
/// [`AdminError::Domain`].
pub fn checked_domain(typed: &str) -> Result<String, AdminError> {
    let domain = typed.trim().to_lowercase();
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|it| it.is_ascii_alphanumeric() || it == '-')
    };
    let good = domain.len() <= 253 && domain.contains('.') && domain.split('.').all(label);
    if good { Ok(domain) } else { Err(AdminError::Domain(typed.to_owned())) }
}

/// A user ID as sign-in reads it, and of the form that one is given.
///
/// # Errors
/// [`AdminError::UserId`].
pub fn checked_user_id(typed: &str) -> Result<String, AdminError> {
    let wrong = || AdminError::UserId(typed.to_owned());
    let user_id = fields::user_id(typed).map_err(|_| wrong())?;
    let (person, domain) = user_id.rsplit_once('@').ok_or_else(wrong)?;
    let strange = |it: char| it.is_whitespace() || it.is_control() || it == '@';
    if person.is_empty() || person.contains(strange) || checked_domain(domain).is_err() {
        return Err(wrong());
    }
    Ok(user_id)
}

#[cfg(test)]
mod tests {
    use super::{checked_domain, checked_name, checked_user_id};

    #[test]
    fn what_is_typed_is_checked() {
        assert_eq!(checked_domain(" Harbor.Example ").unwrap(), "harbor.example");
        for domain in ["", "harbor", "harbor.", ".example", "-a.example", "a b.example", "https://harbor.example"] {
            assert!(checked_domain(domain).is_err(), "{domain}");
        }
        assert_eq!(checked_user_id(" Eva@Harbor.Example").unwrap(), "eva@harbor.example");
        for user_id in ["", "eva", "@harbor.example", "e va@harbor.example", "eva@harbor", "a@b@harbor.example"] {
            assert!(checked_user_id(user_id).is_err(), "{user_id}");
        }
        assert_eq!(checked_name(" Eva de Graaf ").unwrap(), "Eva de Graaf");
        for name in ["", "  ", "Eva\nde Graaf", &"e".repeat(257)] {
            assert!(checked_name(name).is_err(), "{name}");
        }
    }
}
