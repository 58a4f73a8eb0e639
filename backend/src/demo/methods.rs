//! Methods of the demo directory: who signs in with what, and what the organizations allow.

use portal_contract::methods::MethodKind;
use rusqlite::Transaction;

use super::{DAY, TOTP_SECRET};
use crate::{
    store::{
        StoreError,
        methods::{self, Content},
    },
    totp,
};

/// Harbor Logistics allows everything.
pub const EVERYTHING: &[MethodKind] = &crate::methods::KINDS;

/// Universities and studios: no app passwords, no questions, no desks.
pub const USUAL: &[MethodKind] = &[
    MethodKind::AuthenticatorApp,
    MethodKind::HardwareToken,
    MethodKind::Phone,
    MethodKind::AlternatePhone,
    MethodKind::Email,
    MethodKind::SecurityKey,
];

/// Canal Bank, which wants one of them registered before anything else.
pub const STRICT: &[MethodKind] =
    &[MethodKind::AuthenticatorApp, MethodKind::HardwareToken, MethodKind::Phone, MethodKind::SecurityKey];

/// `secure@harbor.example` has an app and a phone, both also good for resetting the password.
pub fn fill(transaction: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    let app = Content { secret: totp::secret_from_base32(TOTP_SECRET), ..Content::default() };
    methods::add(transaction, now - 210 * DAY, "secure", MethodKind::AuthenticatorApp, &app)?;
    let phone = Content { target: Some("+31655501234".to_owned()), ..Content::default() };
    methods::add(transaction, now - 209 * DAY, "secure", MethodKind::Phone, &phone)?;
    Ok(())
}
