//! A new password from a terminal, unseen and twice, or from stdin. Never from the command line, which others on the
//! machine can read.

use std::io::{self, BufRead, IsTerminal};

use portal_contract::problem::FieldCode;

use crate::{
    new_password::{MAXIMUM, Owner, check_new},
    problem::Refusal,
};

/// Why there is no password. Its text is one sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum PasswordRefused {
    /// Nothing could be read.
    #[error("The password cannot be read ({0}): type it in a terminal, or give it as the first line of stdin.")]
    Unreadable(#[from] io::Error),
    /// The second one was another one.
    #[error("The two passwords are not the same: start again.")]
    Different,
    /// The rules for passwords (S6).
    #[error("The password {0}: choose another one.")]
    Rule(String),
}

/// Asks for a password that is good for its owner.
///
/// # Errors
/// [`PasswordRefused`].
pub fn ask(owner: &Owner) -> Result<String, PasswordRefused> {
    let asked = io::stdin().is_terminal();
    let password = match asked {
        true => rpassword::prompt_password(format!("New password of {}: ", owner.user_id))?,
        false => first_line(&mut io::stdin().lock())?,
    };
    check_new(&password, owner).map_err(|refusal| PasswordRefused::Rule(reason(&refusal)))?;
    if asked && rpassword::prompt_password("The same again: ")? != password {
        return Err(PasswordRefused::Different);
    }
    Ok(password)
}

fn first_line(from: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    from.read_line(&mut line)?;
    let line = line.strip_suffix('\n').unwrap_or(&line);
    Ok(line.strip_suffix('\r').unwrap_or(line).to_owned())
}

/// The end of a sentence that begins with the password.
fn reason(refusal: &Refusal) -> String {
    let Some(error) = refusal.errors.first() else { return "is not good".to_owned() };
    match (error.code, error.limit) {
        (FieldCode::Required, _) => "is empty".to_owned(),
        (FieldCode::TooShort, Some(limit)) => format!("has fewer than {limit} characters"),
        (FieldCode::TooLong, _) => format!("has more than {MAXIMUM} characters"),
        (FieldCode::TooCommon, _) => "is one that many people use, or such a one with little added".to_owned(),
        (FieldCode::ContainsName, _) => "is little more than the person's name".to_owned(),
        (FieldCode::ContainsOrganization, _) => "is little more than the organization's name".to_owned(),
        (FieldCode::ContainsUserId, _) => "is little more than the user ID".to_owned(),
        _ => "is not good".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::first_line;

    #[test]
    fn a_line_is_read_as_it_was_typed() {
        for (sent, read) in
            [("  a b \n", "  a b "), ("one\r\ntwo\n", "one"), ("no end", "no end"), ("", ""), ("\n", "")]
        {
            assert_eq!(first_line(&mut sent.as_bytes()).unwrap(), read, "{sent:?}");
        }
    }
}
