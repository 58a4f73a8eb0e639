//! What a person may do with a group: see it, own it, change it (features 2.5).

use portal_contract::problem::Code;
use rusqlite::Connection;

use super::apps::allowed;
use crate::{
    problem::Refusal,
    store::group_standing::{self, Standing},
};

/// What a group is to the person.
///
/// # Errors
/// 403 for who has no My Apps; 404 where it does not exist for the person.
pub fn visible(connection: &Connection, account: &str, id: &str, now: i64) -> Result<Standing, Refusal> {
    allowed(connection, account)?;
    Ok(group_standing::standing(connection, account, id, now)?.ok_or(Code::NotFound)?)
}

/// The same of one that the person owns.
///
/// # Errors
/// As [`visible`]; 403 for who does not own it.
pub fn owned(connection: &Connection, account: &str, id: &str, now: i64) -> Result<Standing, Refusal> {
    let standing = visible(connection, account, id, now)?;
    if standing.is_owner { Ok(standing) } else { Err(Code::AccessDenied.into()) }
}

/// The same of one that is managed here, also after its end.
///
/// # Errors
/// As [`owned`]; 409 where it is managed somewhere else.
pub fn managed_or_expired(connection: &Connection, account: &str, id: &str, now: i64) -> Result<Standing, Refusal> {
    let standing = owned(connection, account, id, now)?;
    if standing.managed_elsewhere.is_some() { Err(Code::ManagedElsewhere.into()) } else { Ok(standing) }
}

/// The same of one that has not ended: what its owners change.
///
/// # Errors
/// As [`managed_or_expired`]; 409 after its end.
pub fn managed(connection: &Connection, account: &str, id: &str, now: i64) -> Result<Standing, Refusal> {
    let standing = owned(connection, account, id, now)?;
    here(&standing, now)?;
    Ok(standing)
}

/// Whether something can change about a group.
///
/// # Errors
/// 409 where it is managed somewhere else, or has ended.
pub fn here(standing: &Standing, now: i64) -> Result<(), Refusal> {
    match standing.managed_elsewhere {
        Some(_) => Err(Code::ManagedElsewhere.into()),
        None if standing.is_expired(now) => Err(Code::GroupExpired.into()),
        None => Ok(()),
    }
}
