//! Groups: which a person owns or is in, what one is like, and what becomes of it.

use portal_contract::{
    groups::{Group, GroupKind, GroupView, JoinPolicy, ListedGroup},
    ids::GroupId,
};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params, params};

use super::{
    StoreError,
    audit::{self, Entry, Outcome},
    group_owners,
    group_standing::{GRACE_SECONDS, JOINED, Standing, managed_elsewhere, standing},
    rows, sort_name,
};
use crate::{clock::rfc3339, secret};

/// Seconds in a day.
const DAY: i64 = 24 * 60 * 60;

/// Where a list goes on: after a name, then after an id.
pub type After = (String, String);

/// How many members the group `g` has.
const MEMBER_COUNT: &str = r#"(SELECT count(*) FROM account_groups m WHERE m."group" = g.id)
     + (SELECT count(*) FROM guest_groups m JOIN guests u ON u.id = m.guest
        WHERE m."group" = g.id AND u.deleted_at IS NULL)"#;

/// Which groups are wanted.
pub struct Wanted {
    /// Owned ones, or those that the person is in.
    pub view: GroupView,
    /// What the name contains.
    pub search: Option<String>,
    /// When: a group that has ended is its owners' only.
    pub now: i64,
}

/// A page of groups by name without regard to case and accents: at most `limit` rows, and where the next page begins.
///
/// # Errors
/// [`StoreError`].
pub fn list(
    connection: &Connection,
    account: &str,
    Wanted { view, search, now }: &Wanted,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<ListedGroup>, Option<After>), StoreError> {
    let (name, id) = after.map_or((None, None), |(name, id)| (Some(name), Some(id)));
    let (theirs, grace) = match view {
        GroupView::Owned => (r#"SELECT "group" FROM group_owners WHERE account = :account"#, GRACE_SECONDS),
        GroupView::Joined => (JOINED, 0),
    };
    // The rows of the page first: members are counted for these only.
    let sql = format!(
        "WITH page AS MATERIALIZED (
             SELECT * FROM groups g WHERE g.id IN ({theirs})
             AND (g.expires_at IS NULL OR g.expires_at + :grace > :now)
             AND (:search IS NULL OR instr(g.sort_name, :search) > 0)
             AND (:name IS NULL OR (g.sort_name, g.id) > (:name, :id))
             ORDER BY g.sort_name, g.id LIMIT :limit
         )
         SELECT g.id, g.display_name, g.description, g.kind, g.synchronised, g.expires_at, g.sort_name,
             o.id, o.display_name, o.language, {MEMBER_COUNT}
         FROM page g JOIN organizations o ON o.id = g.organization ORDER BY g.sort_name, g.id"
    );
    let mut found = connection
        .prepare_cached(&sql)?
        .query_map(
            named_params! {
                ":account": account,
                ":grace": grace,
                ":now": now,
                ":search": search.as_deref().map(sort_name),
                ":name": name,
                ":id": id,
                ":limit": limit + 1,
            },
            |row| Ok((listed(row, *now)?, row.get::<_, String>(6)?)),
        )?
        .filter_map(|row| row.map(|(group, name)| group.map(|group| (group, name))).transpose())
        .collect::<Result<Vec<_>, _>>()?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(group, name)| (name.clone(), group.id.0.clone()));
    Ok((found.into_iter().map(|it| it.0).collect(), next))
}

fn listed(row: &Row<'_>, now: i64) -> rusqlite::Result<Option<ListedGroup>> {
    let Some(organization) = rows::organization(row, 7)? else { return Ok(None) };
    let kind = kind(&row.get::<_, String>(3)?);
    let expires_at: Option<i64> = row.get(5)?;
    Ok(Some(ListedGroup {
        id: GroupId(row.get(0)?),
        display_name: row.get(1)?,
        description: row.get(2)?,
        kind,
        organization,
        member_count: row.get(10)?,
        managed_elsewhere: managed_elsewhere(row.get_ref(3)?.as_str()?, row.get(4)?),
        expires_at: expires_at.map(rfc3339),
        expired: expires_at.is_some_and(|it| it <= now),
    }))
}

/// A group as an account sees it.
///
/// # Errors
/// [`StoreError`].
pub fn get(
    connection: &Connection,
    account: &str,
    id: &str,
    now: i64,
) -> Result<Option<(Group, Standing)>, StoreError> {
    let Some(standing) = standing(connection, account, id, now)? else { return Ok(None) };
    let sql = format!(
        "SELECT g.description, g.kind, g.created_at, g.renewed_at, o.id, o.display_name, o.language,
             o.group_lifetime_days, c.name, c.mail, c.phone, {MEMBER_COUNT}
         FROM groups g JOIN organizations o ON o.id = g.organization
         LEFT JOIN contacts c ON c.organization = o.id AND c.purpose = 'administrator'
         WHERE g.id = ?1"
    );
    let inside = standing.is_owner || standing.is_member;
    let owners = group_owners::list(connection, id, inside)?;
    let some_members = if inside { group_owners::some_members(connection, id)? } else { Vec::new() };
    let group = connection.prepare_cached(&sql)?.query_row([id], |row| {
        let Some(organization) = rows::organization(row, 4)? else { return Ok(None) };
        let expired = standing.expires_at.filter(|it| *it <= now);
        let renewable = standing.expires_at.is_some() && standing.managed_elsewhere.is_none();
        Ok(Some(Group {
            id: GroupId(id.to_owned()),
            display_name: standing.display_name.clone(),
            description: row.get(0)?,
            kind: kind(&row.get::<_, String>(1)?),
            join_policy: standing.join_policy,
            organization,
            created_at: rfc3339(row.get(2)?),
            renewed_at: row.get::<_, Option<i64>>(3)?.map(rfc3339),
            expires_at: standing.expires_at.map(rfc3339),
            deleted_at: expired.map(|it| rfc3339(it + GRACE_SECONDS)),
            renewable_days: row.get::<_, Option<u32>>(7)?.filter(|_| renewable),
            managed_elsewhere: standing.managed_elsewhere,
            contact: rows::contact(row, 8)?,
            is_owner: standing.is_owner,
            is_member: standing.is_member,
            owners,
            member_count: row.get(11)?,
            some_members,
        }))
    })?;
    Ok(group.map(|group| (group, standing)))
}

/// A group to be stored; checked before.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// Whose it is.
    pub organization: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// What it is for.
    pub description: Option<&'a str>,
    /// `security` or `collaboration`.
    pub kind: GroupKind,
    /// How somebody becomes a member.
    pub join_policy: JoinPolicy,
    /// When it ends.
    pub expires_at: Option<i64>,
    /// The key of the request that made it.
    pub request_key: &'a str,
}

/// Stores a group that an account owns and is in; gives back its id.
///
/// # Errors
/// [`StoreError`].
pub fn add(transaction: &Transaction<'_>, now: i64, account: &str, new: &New<'_>) -> Result<String, StoreError> {
    let id = secret::id();
    transaction
        .prepare_cached(
            "INSERT INTO groups (id, organization, display_name, sort_name, description, kind, join_policy, created_at,
                 expires_at, request_key)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            id,
            new.organization,
            new.name,
            sort_name(new.name),
            new.description,
            stored_kind(new.kind),
            stored_policy(new.join_policy),
            now,
            new.expires_at,
            made_key(account, new.request_key),
        ])?;
    group_owners::add(transaction, account, &id)?;
    transaction
        .prepare_cached(r#"INSERT INTO account_groups (account, "group") VALUES (?1, ?2)"#)?
        .execute([account, &id])?;
    Ok(id)
}

/// The newest group that the account's request with this key made, if it is still there.
///
/// # Errors
/// [`StoreError`].
pub fn made_by(connection: &Connection, account: &str, request_key: &str) -> Result<Option<String>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT id FROM groups WHERE request_key = ?1 ORDER BY created_at DESC LIMIT 1")?
        .query_row([made_key(account, request_key)], |row| row.get(0))
        .optional()?)
}

/// Tells nobody who made a group.
fn made_key(account: &str, request_key: &str) -> String {
    secret::fingerprint(format!("{account} {request_key}")).iter().map(|it| format!("{it:02x}")).collect()
}

/// Changes what a group is like and raises its version; gives back the new one.
///
/// # Errors
/// [`StoreError`].
pub fn update(
    transaction: &Transaction<'_>,
    id: &str,
    name: &str,
    description: Option<&str>,
    join_policy: JoinPolicy,
) -> Result<i64, StoreError> {
    Ok(transaction
        .prepare_cached(
            "UPDATE groups SET display_name = ?2, sort_name = ?3, description = ?4, join_policy = ?5,
                 version = version + 1
             WHERE id = ?1 RETURNING version",
        )?
        .query_row(params![id, name, sort_name(name), description, stored_policy(join_policy)], |row| row.get(0))?)
}

/// Lets a group end later.
///
/// # Errors
/// [`StoreError`].
pub fn renew(transaction: &Transaction<'_>, now: i64, id: &str, lifetime_days: u32) -> Result<(), StoreError> {
    transaction
        .prepare_cached("UPDATE groups SET renewed_at = ?2, expires_at = ?3, version = version + 1 WHERE id = ?1")?
        .execute(params![id, now, now + i64::from(lifetime_days) * DAY])?;
    Ok(())
}

/// Removes a group with everything that belongs to it.
///
/// # Errors
/// [`StoreError`].
pub fn remove(transaction: &Transaction<'_>, id: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM groups WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Takes an account out of a group, as one of the organization's own or as a guest; whether it was in it.
///
/// # Errors
/// [`StoreError`].
pub fn leave(transaction: &Transaction<'_>, account: &str, id: &str) -> Result<bool, StoreError> {
    let own = transaction
        .prepare_cached(r#"DELETE FROM account_groups WHERE account = ?1 AND "group" = ?2"#)?
        .execute([account, id])?;
    let guest = transaction
        .prepare_cached(
            r#"DELETE FROM guest_groups WHERE "group" = ?2 AND guest IN (
                 SELECT id FROM guests WHERE account = ?1 AND deleted_at IS NULL AND NOT disabled)"#,
        )?
        .execute([account, id])?;
    Ok(own + guest > 0)
}

/// Deletes the groups that ended 30 days ago and were not renewed; how many.
///
/// # Errors
/// [`StoreError`].
pub fn purge(transaction: &Transaction<'_>, now: i64) -> Result<usize, StoreError> {
    let ended: Vec<String> = transaction
        .prepare_cached("SELECT id FROM groups WHERE expires_at <= ?1")?
        .query_map([now - GRACE_SECONDS], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for id in &ended {
        remove(transaction, id)?;
        let entry = Entry {
            actor: Some("system"),
            session: None,
            address: None,
            action: "group.expire",
            target: Some(id),
            result: Outcome::Done,
            request_id: None,
        };
        audit::record(transaction, now, entry)?;
    }
    Ok(ended.len())
}

fn kind(stored: &str) -> GroupKind {
    match stored {
        "security" => GroupKind::Security,
        "collaboration" => GroupKind::Collaboration,
        "mail-enabled-security" => GroupKind::MailEnabledSecurity,
        "distribution" => GroupKind::Distribution,
        _ => GroupKind::Unknown,
    }
}

/// The two kinds that people make.
fn stored_kind(kind: GroupKind) -> &'static str {
    if kind == GroupKind::Collaboration { "collaboration" } else { "security" }
}

fn stored_policy(policy: JoinPolicy) -> &'static str {
    match policy {
        JoinPolicy::Open => "open",
        JoinPolicy::Approval => "approval",
        JoinPolicy::Closed | JoinPolicy::Unknown => "closed",
    }
}
