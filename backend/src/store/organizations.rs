//! The organizations connected to an account, and leaving them (features 1.2).

use std::collections::HashMap;

use portal_contract::{
    ids::GroupId,
    organizations::{ConnectedOrganization, GroupSummary, Leaving, Relation},
};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::{StoreError, rows};
use crate::clock::rfc3339;

/// The most groups that one organization lists; the groups page has them all.
const MAX_GROUPS: u32 = 100;

/// Where a list goes on: after home or a guest's organization, by name, then by id.
pub type After = (u8, String, String);

/// Home first, then guests. `?1` account, `?2` session.
const CONNECTED: &str = "
    SELECT 0 AS place, o.id, o.display_name, o.language, o.sort_name, o.domain, 1 AS signed_in, NULL AS since,
        NULL AS guest, a.disabled AS disabled_at_home, 0 AS disabled_there, o.external_leave_allowed AS may_leave,
        0 AS own_sign_in,
        (SELECT count(*) FROM account_apps x WHERE x.account = a.id) AS app_count
    FROM accounts a JOIN organizations o ON o.id = a.home_organization
    WHERE a.id = ?1
    UNION ALL
    SELECT 1, o.id, o.display_name, o.language, o.sort_name, o.domain,
        EXISTS (SELECT 1 FROM session_organizations x WHERE x.session = ?2 AND x.organization = o.id), g.created_at,
        g.id, a.disabled, g.disabled, o.external_leave_allowed, o.requires_own_sign_in,
        CASE WHEN g.disabled THEN 0 ELSE (SELECT count(*) FROM guest_apps x WHERE x.guest = g.id) END
    FROM guests g JOIN organizations o ON o.id = g.organization JOIN accounts a ON a.id = g.account
    WHERE g.account = ?1 AND g.deleted_at IS NULL";

/// An organization by its name.
#[derive(Clone, Debug)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The organization with this main domain.
///
/// # Errors
/// [`StoreError`].
pub fn of_domain(connection: &Connection, domain: &str) -> Result<Option<Named>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT id, display_name FROM organizations WHERE domain = ?1")?
        .query_row([domain], |row| Ok(Named { id: row.get(0)?, name: row.get(1)? }))
        .optional()?)
}

/// One connected organization with what only the rules need.
#[derive(Clone, Debug)]
pub struct Connected {
    /// What the person sees, without groups and contact.
    pub shown: ConnectedOrganization,
    /// The guest's object there; absent at home.
    pub guest: Option<String>,
    /// The guest is disabled there.
    pub disabled_there: bool,
    /// The organization wants a sign-in of its own.
    pub requires_own_sign_in: bool,
}

/// A page of the list: at most `limit` rows, and where the next page begins.
///
/// # Errors
/// [`StoreError`].
pub fn list(
    connection: &Connection,
    account: &str,
    session: &str,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<ConnectedOrganization>, Option<After>), StoreError> {
    let sql = format!(
        "SELECT c.*, admin.name, admin.mail, admin.phone, privacy.name, privacy.mail, privacy.phone
         FROM ({CONNECTED}) c
         LEFT JOIN accounts me ON me.id = ?1
         LEFT JOIN contacts admin ON admin.purpose = 'administrator'
             AND admin.organization = CASE WHEN c.disabled_at_home THEN me.home_organization ELSE c.id END
         LEFT JOIN contacts privacy ON privacy.purpose = 'privacy' AND privacy.organization = c.id
         WHERE ?3 IS NULL OR (c.place, c.sort_name, c.id) > (?3, ?4, ?5)
         ORDER BY c.place, c.sort_name, c.id LIMIT ?6"
    );
    let (place, name, id) = match after {
        Some((place, name, id)) => (Some(place), Some(name), Some(id)),
        None => (None, None, None),
    };
    let mut found = connection
        .prepare_cached(&sql)?
        .query_map(params![account, session, place, name, id, limit + 1], |row| {
            let mut connected = read(row)?;
            connected.shown.contact = match connected.shown.leaving {
                Leaving::DisabledAtHome | Leaving::DisabledThere => rows::contact(row, 14)?,
                Leaving::Forbidden => rows::contact(row, 17)?,
                _ => None,
            };
            Ok((connected.shown, (row.get::<_, u8>(0)?, row.get::<_, String>(4)?, row.get::<_, String>(1)?)))
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(_, after)| after.clone());
    let mut groups = groups(connection, account)?;
    let page = found
        .into_iter()
        .map(|(mut shown, _)| {
            shown.groups = groups.remove(&shown.id.0).unwrap_or_default();
            shown
        })
        .collect();
    Ok((page, next))
}

/// One connected organization; absent when it is not connected to the account.
///
/// # Errors
/// [`StoreError`].
pub fn find(connection: &Connection, account: &str, session: &str, id: &str) -> Result<Option<Connected>, StoreError> {
    let sql = format!("SELECT c.* FROM ({CONNECTED}) c WHERE c.id = ?3");
    Ok(connection.prepare_cached(&sql)?.query_row(params![account, session, id], read).optional()?)
}

/// Works in an organization from now on, signing in there if the session was not.
///
/// # Errors
/// [`StoreError`].
pub fn enter(transaction: &Transaction<'_>, session: &str, organization: &str, guest: bool) -> Result<(), StoreError> {
    if guest {
        transaction
            .prepare_cached("INSERT OR IGNORE INTO session_organizations (session, organization) VALUES (?1, ?2)")?
            .execute([session, organization])?;
    }
    transaction
        .prepare_cached("UPDATE sessions SET current_organization = ?2 WHERE id = ?1")?
        .execute([session, organization])?;
    Ok(())
}

/// Soft-deletes a guest (features 1.3) and takes every session of the account out of that organization, back to home.
/// Groups and apps stay with the guest, so that a restore brings them back.
///
/// # Errors
/// [`StoreError`].
pub fn leave(
    transaction: &Transaction<'_>,
    now: i64,
    account: &str,
    organization: &str,
    guest: &str,
) -> Result<(), StoreError> {
    transaction.prepare_cached("UPDATE guests SET deleted_at = ?2 WHERE id = ?1")?.execute(params![guest, now])?;
    transaction
        .prepare_cached(
            "DELETE FROM session_organizations
             WHERE organization = ?2 AND session IN (SELECT id FROM sessions WHERE account = ?1)",
        )?
        .execute([account, organization])?;
    transaction
        .prepare_cached(
            "UPDATE sessions SET current_organization = (SELECT home_organization FROM accounts WHERE id = ?1)
             WHERE account = ?1 AND current_organization = ?2",
        )?
        .execute([account, organization])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Connected> {
    let home = row.get::<_, u8>(0)? == 0;
    let signed_in: bool = row.get(6)?;
    let (disabled_at_home, disabled_there, may_leave): (bool, bool, bool) = (row.get(9)?, row.get(10)?, row.get(11)?);
    // The first reason that applies (features 1.2).
    let leaving = if home {
        Leaving::Home
    } else if disabled_at_home {
        Leaving::DisabledAtHome
    } else if disabled_there {
        Leaving::DisabledThere
    } else if !may_leave {
        Leaving::Forbidden
    } else if !signed_in {
        Leaving::SignInFirst
    } else {
        Leaving::Possible
    };
    let organization = rows::organization(row, 1)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    Ok(Connected {
        shown: ConnectedOrganization {
            id: organization.id,
            display_name: organization.display_name,
            language: organization.language,
            domain: row.get(5)?,
            relation: if home { Relation::Home } else { Relation::Guest },
            signed_in,
            member_since: row.get::<_, Option<i64>>(7)?.map(rfc3339),
            groups: Vec::new(),
            app_count: row.get(13)?,
            leaving,
            contact: None,
        },
        guest: row.get(8)?,
        disabled_there,
        requires_own_sign_in: row.get(12)?,
    })
}

/// The account's groups by organization, by name, at most [`MAX_GROUPS`] of each.
fn groups(connection: &Connection, account: &str) -> Result<HashMap<String, Vec<GroupSummary>>, StoreError> {
    let mut statement = connection.prepare_cached(
        r#"SELECT organization, id, display_name FROM (
               SELECT r.*, row_number() OVER (PARTITION BY r.organization ORDER BY r.sort_name, r.id) AS place
               FROM groups r WHERE r.id IN (
                   SELECT "group" FROM account_groups WHERE account = ?1
                   UNION ALL
                   SELECT x."group" FROM guests g JOIN guest_groups x ON x.guest = g.id
                   WHERE g.account = ?1 AND g.deleted_at IS NULL
               )
           ) WHERE place <= ?2 ORDER BY organization, place"#,
    )?;
    let mut groups: HashMap<String, Vec<GroupSummary>> = HashMap::new();
    let mut found = statement.query(params![account, MAX_GROUPS])?;
    while let Some(row) = found.next()? {
        let group = GroupSummary { id: GroupId(row.get(1)?), display_name: row.get(2)? };
        groups.entry(row.get(0)?).or_default().push(group);
    }
    Ok(groups)
}
