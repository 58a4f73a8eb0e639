//! What an app may do on somebody's behalf, and who agreed to it.

use portal_contract::{
    app_permissions::{AgreedBy, AppDetails, Permission, PermissionText},
    ids::{AppId, PermissionId},
};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{StoreError, apps, preferences, rows, sort_name};
use crate::clock::rfc3339;

/// An app and its organization's administrator.
///
/// # Errors
/// [`StoreError`].
pub fn details(connection: &Connection, app: &str) -> Result<Option<AppDetails>, StoreError> {
    let found = connection
        .prepare_cached(
            "SELECT p.id, p.display_name, p.description, p.icon, o.id, o.display_name, o.language, x.name, x.mail, x.phone
             FROM apps p
             JOIN organizations o ON o.id = p.organization
             LEFT JOIN contacts x ON x.organization = o.id AND x.purpose = 'administrator'
             WHERE p.id = ?1",
        )?
        .query_row([app], |row| {
            Ok(AppDetails {
                id: AppId(row.get(0)?),
                display_name: row.get(1)?,
                description: row.get(2)?,
                texts: Vec::new(),
                icon: row.get(3)?,
                organization: rows::organization(row, 4)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
                administered_by: rows::contact(row, 7)?,
            })
        })
        .optional()?;
    let Some(mut details) = found else { return Ok(None) };
    details.texts = apps::texts(connection, &details.id)?;
    Ok(Some(details))
}

/// What an app may do: what the person agreed to first, each by name.
///
/// # Errors
/// [`StoreError`].
pub fn list(connection: &Connection, account: &str, app: &str) -> Result<Vec<Permission>, StoreError> {
    let mut found = connection
        .prepare_cached(
            "SELECT p.id, p.display_name, p.description, p.without_it, o.permission IS NOT NULL AS by_organization,
                 coalesce(o.agreed_at, a.agreed_at)
             FROM permissions p
             LEFT JOIN organization_consents o ON o.app = ?2 AND o.permission = p.id
             LEFT JOIN account_consents a ON a.account = ?1 AND a.app = ?2 AND a.permission = p.id
             WHERE o.permission IS NOT NULL OR a.permission IS NOT NULL
             ORDER BY by_organization, p.sort_name, p.id",
        )?
        .query_map([account, app], |row| {
            Ok(Permission {
                id: PermissionId(row.get(0)?),
                display_name: row.get(1)?,
                description: row.get(2)?,
                without_it: row.get(3)?,
                texts: Vec::new(),
                agreed_by: if row.get(4)? { AgreedBy::Organization } else { AgreedBy::Person },
                agreed_at: rfc3339(row.get(5)?),
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    for permission in &mut found {
        permission.texts = texts(connection, &permission.id)?;
    }
    Ok(found)
}

fn texts(connection: &Connection, permission: &PermissionId) -> Result<Vec<PermissionText>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT language, display_name, description, without_it FROM permission_texts WHERE permission = ?1
         ORDER BY language",
    )?;
    let found = statement.query_map([&permission.0], |row| {
        let language = preferences::language(row.get(0)?);
        let (display_name, description, without_it) = (row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(language.map(|language| PermissionText { language, display_name, description, without_it }))
    })?;
    Ok(found.filter_map(Result::transpose).collect::<Result<_, _>>()?)
}

/// Who agreed to this permission of an app, if anybody did.
///
/// # Errors
/// [`StoreError`].
pub fn agreed_by(
    connection: &Connection,
    account: &str,
    app: &str,
    permission: &str,
) -> Result<Option<AgreedBy>, StoreError> {
    let (organization, person): (bool, bool) = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM organization_consents WHERE app = ?2 AND permission = ?3),
                 EXISTS (SELECT 1 FROM account_consents WHERE account = ?1 AND app = ?2 AND permission = ?3)",
        )?
        .query_row([account, app, permission], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(match (organization, person) {
        (true, _) => Some(AgreedBy::Organization),
        (false, true) => Some(AgreedBy::Person),
        (false, false) => None,
    })
}

/// Takes back what the person agreed to.
///
/// # Errors
/// [`StoreError`].
pub fn revoke(transaction: &Transaction<'_>, account: &str, app: &str, permission: &str) -> Result<(), StoreError> {
    transaction
        .prepare_cached("DELETE FROM account_consents WHERE account = ?1 AND app = ?2 AND permission = ?3")?
        .execute([account, app, permission])?;
    Ok(())
}

/// Takes back everything of an app that the person agreed to; gives back what that was.
///
/// # Errors
/// [`StoreError`].
pub fn revoke_all(transaction: &Transaction<'_>, account: &str, app: &str) -> Result<Vec<String>, StoreError> {
    let mut revoked = transaction
        .prepare_cached("DELETE FROM account_consents WHERE account = ?1 AND app = ?2 RETURNING permission")?
        .query_map([account, app], |row| row.get(0))?
        .collect::<Result<Vec<String>, _>>()?;
    revoked.sort();
    Ok(revoked)
}

/// What a permission is called, what it means, and what no longer works without it.
pub type Words<'a> = (&'a str, &'a str, &'a str);

/// Adds something that apps may do.
///
/// # Errors
/// [`StoreError`].
pub fn add(
    transaction: &Transaction<'_>,
    id: &str,
    (name, description, without_it): Words<'_>,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "INSERT INTO permissions (id, display_name, sort_name, description, without_it) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute([id, name, &sort_name(name), description, without_it])?;
    Ok(())
}

/// What it is called in another language (`nl`).
///
/// # Errors
/// [`StoreError`].
pub fn translate(
    transaction: &Transaction<'_>,
    permission: &str,
    language: &str,
    (name, description, without_it): Words<'_>,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "INSERT INTO permission_texts (permission, language, display_name, description, without_it)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute([permission, language, name, description, without_it])?;
    Ok(())
}

/// Somebody agrees to a permission of an app: the account for itself; without one an administrator for everybody.
///
/// # Errors
/// [`StoreError`].
pub fn agree(
    transaction: &Transaction<'_>,
    at: i64,
    account: Option<&str>,
    app: &str,
    permission: &str,
) -> Result<(), StoreError> {
    match account {
        Some(account) => transaction
            .prepare_cached(
                "INSERT INTO account_consents (account, app, permission, agreed_at) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![account, app, permission, at])?,
        None => transaction
            .prepare_cached("INSERT INTO organization_consents (app, permission, agreed_at) VALUES (?1, ?2, ?3)")?
            .execute(params![app, permission, at])?,
    };
    Ok(())
}
