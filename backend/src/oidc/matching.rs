//! Whose account it is. Once linked, the provider's subject decides and nothing else: mail addresses change hands. For the
//! first time, the account is the one with the user ID that the provider vouches for, within what is the provider's: its
//! domains and its organization. So no provider can open an account of another one, and no second person one that is
//! linked.

use rusqlite::Transaction;

use super::{Provider, failure::Failure, id_token::Identity};
use crate::store::identity::{self, Found};

/// The account and its user ID; linked from now on.
///
/// # Errors
/// [`Failure::NoAccount`].
pub fn account(
    transaction: &Transaction<'_>,
    now: i64,
    provider: &Provider,
    identity: &Identity,
) -> Result<Found, Failure> {
    let (issuer, subject) = (provider.issuer.as_str(), identity.subject.as_str());
    if let Some(found) = identity::linked(transaction, issuer, subject)? {
        return belongs(provider, found);
    }
    let claim = match provider.user_id_claim {
        super::config::UserIdClaim::Email => "a verified email",
        super::config::UserIdClaim::PreferredUsername => "a preferred_username",
    };
    let Some(user_id) = &identity.user_id else {
        return Err(Failure::NoAccount(format!("the ID token has not {claim}: let the provider put it in")));
    };
    let nobody = || Failure::NoAccount("no account here has the user ID of the ID token: create it first".to_owned());
    let found = identity::of_user_id(transaction, user_id)?.ok_or_else(nobody)?;
    let found = belongs(provider, found)?;
    if !identity::link(transaction, now, &found.account, issuer, subject)? {
        let said = "the account is linked to another person of the provider: remove that link if it is the same person";
        return Err(Failure::NoAccount(said.to_owned()));
    }
    Ok(found)
}

/// Also for who is linked: domains and organizations can have changed hands since.
fn belongs(provider: &Provider, found: Found) -> Result<Found, Failure> {
    let same = found.organization.as_deref() == Some(provider.organization.as_str());
    if provider.has(&found.user_id) && same {
        return Ok(found);
    }
    let said = "the account is not of the provider's domains and organization: check both in the providers' file";
    Err(Failure::NoAccount(said.to_owned()))
}
