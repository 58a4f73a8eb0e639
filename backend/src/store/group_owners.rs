//! Who owns groups, who could, and who is in them.

use portal_contract::{groups::GroupPerson, ids::AccountId};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::{StoreError, sort_name};

/// How many members the page of a group shows.
const SOME: u32 = 5;
/// How many people are proposed at once.
const PROPOSED: usize = 20;

/// The owners of a group by name; with their user IDs only `inside` of it.
///
/// # Errors
/// [`StoreError`].
pub fn list(connection: &Connection, group: &str, inside: bool) -> Result<Vec<GroupPerson>, StoreError> {
    let mut owners = connection
        .prepare_cached(
            r#"SELECT a.id, a.display_name, a.user_id,
                 EXISTS (SELECT 1 FROM account_groups m WHERE m.account = a.id AND m."group" = ?1)
             FROM group_owners o JOIN accounts a ON a.id = o.account WHERE o."group" = ?1"#,
        )?
        .query_map([group], person)?
        .collect::<Result<Vec<_>, _>>()?;
    for owner in owners.iter_mut().filter(|_| !inside) {
        (owner.user_id, owner.is_member) = (None, false);
    }
    owners.sort_by_cached_key(|it| (sort_name(&it.display_name), it.id.0.clone()));
    Ok(owners)
}

/// Some members of a group, always the same ones.
///
/// # Errors
/// [`StoreError`].
pub fn some_members(connection: &Connection, group: &str) -> Result<Vec<GroupPerson>, StoreError> {
    Ok(connection
        .prepare_cached(
            r#"SELECT a.id, a.display_name, NULL, 1 FROM (
                 SELECT account FROM account_groups WHERE "group" = ?1
                 UNION ALL
                 SELECT u.account FROM guest_groups x JOIN guests u ON u.id = x.guest
                 WHERE x."group" = ?1 AND u.deleted_at IS NULL
                 LIMIT ?2
             ) m JOIN accounts a ON a.id = m.account"#,
        )?
        .query_map(params![group, SOME], person)?
        .collect::<Result<_, _>>()?)
}

fn person(row: &Row<'_>) -> rusqlite::Result<GroupPerson> {
    Ok(GroupPerson {
        id: AccountId(row.get(0)?),
        display_name: row.get(1)?,
        user_id: row.get(2)?,
        is_member: row.get(3)?,
    })
}

/// How many groups an account owns.
///
/// # Errors
/// [`StoreError`].
pub fn owned_count(connection: &Connection, account: &str) -> Result<u32, StoreError> {
    Ok(connection
        .prepare_cached("SELECT count(*) FROM group_owners WHERE account = ?1")?
        .query_row([account], |row| row.get(0))?)
}

/// How many owners a group has.
///
/// # Errors
/// [`StoreError`].
pub fn count(connection: &Connection, group: &str) -> Result<u32, StoreError> {
    Ok(connection
        .prepare_cached(r#"SELECT count(*) FROM group_owners WHERE "group" = ?1"#)?
        .query_row([group], |row| row.get(0))?)
}

/// Whether an account owns a group.
///
/// # Errors
/// [`StoreError`].
pub fn is_owner(connection: &Connection, account: &str, group: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached(r#"SELECT 1 FROM group_owners WHERE account = ?1 AND "group" = ?2"#)?
        .query_row([account, group], |_| Ok(()))
        .optional()?
        .is_some())
}

/// Whether a group has an owner besides this account who can act: signs in, and has My Apps.
///
/// # Errors
/// [`StoreError`].
pub fn has_another(connection: &Connection, account: &str, group: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached(
            r#"SELECT 1 FROM group_owners o JOIN accounts a ON a.id = o.account
             WHERE o."group" = ?2 AND o.account <> ?1 AND NOT a.disabled AND a.has_my_apps LIMIT 1"#,
        )?
        .query_row([account, group], |_| Ok(()))
        .optional()?
        .is_some())
}

/// Whether an account can own groups of an organization: its own, not disabled, with My Apps.
///
/// # Errors
/// [`StoreError`].
pub fn can_own(connection: &Connection, account: &str, organization: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT 1 FROM accounts WHERE id = ?1 AND home_organization = ?2 AND NOT disabled AND has_my_apps",
        )?
        .query_row([account, organization], |_| Ok(()))
        .optional()?
        .is_some())
}

/// Makes an account an owner.
///
/// # Errors
/// [`StoreError`].
pub fn add(transaction: &Transaction<'_>, account: &str, group: &str) -> Result<(), StoreError> {
    transaction
        .prepare_cached(r#"INSERT INTO group_owners (account, "group") VALUES (?1, ?2)"#)?
        .execute([account, group])?;
    Ok(())
}

/// An account is no owner any more.
///
/// # Errors
/// [`StoreError`].
pub fn remove(transaction: &Transaction<'_>, account: &str, group: &str) -> Result<(), StoreError> {
    transaction
        .prepare_cached(r#"DELETE FROM group_owners WHERE account = ?1 AND "group" = ?2"#)?
        .execute([account, group])?;
    Ok(())
}

/// Who can become an owner, members first, then by name: those whose name or user ID contains `search`; the members
/// alone without one. At most 20.
///
/// # Errors
/// [`StoreError`].
pub fn candidates(
    connection: &Connection,
    group: &str,
    organization: &str,
    search: Option<&str>,
) -> Result<Vec<GroupPerson>, StoreError> {
    let search = search.map(sort_name);
    let mut statement = connection.prepare_cached(
        r#"SELECT a.id, a.display_name, a.user_id, m.account IS NOT NULL AS is_member
             FROM accounts a LEFT JOIN account_groups m ON m.account = a.id AND m."group" = ?1
             WHERE a.home_organization = ?2 AND NOT a.disabled AND a.has_my_apps AND (?3 OR is_member)
             AND NOT EXISTS (SELECT 1 FROM group_owners o WHERE o.account = a.id AND o."group" = ?1)"#,
    )?;
    let mut found = Vec::new();
    // Comparing without regard to accents is the program's work.
    for row in statement.query_map(params![group, organization, search.is_some()], person)? {
        let row = row?;
        let name = sort_name(&row.display_name);
        let wanted = |search: &String| {
            name.contains(search.as_str()) || row.user_id.as_ref().is_some_and(|it| it.contains(search.as_str()))
        };
        if search.as_ref().is_none_or(wanted) {
            found.push((!row.is_member, name, row));
        }
    }
    found.sort_by(|a, b| (a.0, &a.1, &a.2.id.0).cmp(&(b.0, &b.1, &b.2.id.0)));
    found.truncate(PROPOSED);
    Ok(found.into_iter().map(|it| it.2).collect())
}

/// A member, as the table of members tells.
pub struct Member {
    /// Their name.
    pub display_name: String,
    /// What they sign in with.
    pub user_id: String,
    /// Their mail address.
    pub mail: Option<String>,
    /// A guest of the organization.
    pub is_guest: bool,
}

/// All members of a group by name.
///
/// # Errors
/// [`StoreError`].
pub fn members(connection: &Connection, group: &str) -> Result<Vec<Member>, StoreError> {
    let mut members = connection
        .prepare_cached(
            r#"SELECT a.display_name, a.user_id, a.mail, m.guest FROM (
                 SELECT account, 0 AS guest FROM account_groups WHERE "group" = ?1
                 UNION ALL
                 SELECT u.account, 1 FROM guest_groups x JOIN guests u ON u.id = x.guest
                 WHERE x."group" = ?1 AND u.deleted_at IS NULL
             ) m JOIN accounts a ON a.id = m.account"#,
        )?
        .query_map([group], |row| {
            Ok(Member { display_name: row.get(0)?, user_id: row.get(1)?, mail: row.get(2)?, is_guest: row.get(3)? })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    members.sort_by_cached_key(|it| (sort_name(&it.display_name), it.user_id.clone()));
    Ok(members)
}
