//! Who is in a group (features 2.5): accounts of its organization, and guests of it who have not left.

use portal_contract::{
    group_members::{DirectoryPerson, Found, MAX_FOUND, Member, Membership},
    ids::{AccountId, GroupId},
};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params, params};

use super::{StoreError, group_standing::managed_elsewhere, rows, sort_name};

/// Where a list goes on: after a name, then after an id.
pub type After = (String, String);

/// Up to so many members are sorted; of larger groups the organization's index of names is walked.
const SORTED: u32 = 500;

/// The group `:group` has the account `a` in it.
pub(super) const IS_MEMBER: &str = r#"(
    EXISTS (SELECT 1 FROM account_groups m WHERE m."group" = g.id AND m.account = a.id)
    OR EXISTS (SELECT 1 FROM guests v JOIN guest_groups m ON m.guest = v.id AND m."group" = g.id
               WHERE v.account = a.id AND v.organization = g.organization AND v.deleted_at IS NULL))"#;

/// The group as a member or an owner sees it; absent for everybody else. Whether messages can be sent, others know.
///
/// # Errors
/// [`StoreError`].
pub fn membership(connection: &Connection, account: &str, group: &str) -> Result<Option<Membership>, StoreError> {
    let sql = format!(
        r#"SELECT g.id, g.display_name, o.id, o.display_name, o.language, g.kind, g.synchronised,
             EXISTS (SELECT 1 FROM group_owners x WHERE x."group" = g.id AND x.account = a.id) AS owned
         FROM groups g JOIN organizations o ON o.id = g.organization JOIN accounts a ON a.id = :account
         WHERE g.id = :group AND (owned OR {IS_MEMBER}) AND NOT EXISTS
             (SELECT 1 FROM guests v WHERE v.account = a.id AND v.organization = g.organization AND v.disabled)"#
    );
    let found = connection
        .prepare_cached(&sql)?
        .query_row(named_params! { ":account": account, ":group": group }, |row| {
            Ok(Membership {
                id: GroupId(row.get(0)?),
                display_name: row.get(1)?,
                organization: rows::organization(row, 2)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
                managed_elsewhere: managed_elsewhere(row.get_ref(5)?.as_str()?, row.get(6)?),
                owned: row.get(7)?,
                members: 0,
                sends_messages: false,
            })
        })
        .optional()?;
    let Some(found) = found else { return Ok(None) };
    Ok(Some(Membership { members: count(connection, group)?, ..found }))
}

/// How many people are in the group: a walk along two indexes.
fn count(connection: &Connection, group: &str) -> Result<u32, StoreError> {
    Ok(connection
        .prepare_cached(
            r#"SELECT (SELECT count(*) FROM account_groups WHERE "group" = ?1)
                 + (SELECT count(*) FROM guest_groups m JOIN guests v ON v.id = m.guest
                    WHERE m."group" = ?1 AND v.deleted_at IS NULL)"#,
        )?
        .query_row([group], |row| row.get(0))?)
}

/// Members that are wanted: `a` with a name after that of the page before, and with what is searched for.
const WANTED: &str = "(a.sort_name, a.id) > (:name, :id)
     AND (:search IS NULL OR instr(a.sort_name, :search) > 0 OR instr(a.user_id, :search) > 0)
     ORDER BY a.sort_name, a.id LIMIT :limit";

/// A page of the members by name, of those whose name or user ID contains `search`: at most `limit`, and where the next
/// page begins.
///
/// # Errors
/// [`StoreError`].
pub fn list(
    connection: &Connection,
    group: &str,
    search: Option<&str>,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<Member>, Option<After>), StoreError> {
    let some: u32 = connection
        .prepare_cached(r#"SELECT count(*) FROM (SELECT 1 FROM account_groups WHERE "group" = ?1 LIMIT ?2)"#)?
        .query_row(params![group, SORTED + 1], |row| row.get(0))?;
    let accounts = match some <= SORTED {
        true => {
            r#"SELECT a.id AS id, a.sort_name AS name, 0 AS guest
               FROM account_groups m CROSS JOIN accounts a ON a.id = m.account WHERE m."group" = :group"#
        }
        // The index has all that is asked here, so that only the rows of one page are read.
        false => {
            r#"SELECT a.id AS id, a.sort_name AS name, 0 AS guest FROM accounts a INDEXED BY accounts_by_name
               WHERE a.home_organization = (SELECT organization FROM groups WHERE id = :group)
               AND EXISTS (SELECT 1 FROM account_groups m WHERE m."group" = :group AND m.account = a.id)"#
        }
    };
    let guests = r#"SELECT a.id AS id, a.sort_name AS name, 1 AS guest
         FROM guest_groups m JOIN guests v ON v.id = m.guest AND v.deleted_at IS NULL
         JOIN accounts a ON a.id = v.account WHERE m."group" = :group"#;
    let mut found = members(connection, accounts, group, search, after, limit)?;
    found.extend(members(connection, guests, group, search, after, limit)?);
    found.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(rows::page(found, limit))
}

/// Of `these`, one more than `limit`.
fn members(
    connection: &Connection,
    these: &str,
    group: &str,
    search: Option<&str>,
    after: Option<&After>,
    limit: u32,
) -> Result<Vec<(Member, After)>, StoreError> {
    let sql = format!(
        r#"SELECT a.id, a.display_name, a.user_id, a.job_title, x.guest,
             EXISTS (SELECT 1 FROM group_owners y WHERE y."group" = :group AND y.account = a.id), x.name
         FROM ({these} AND {WANTED}) x JOIN accounts a ON a.id = x.id ORDER BY x.name, x.id"#
    );
    let (name, id) = after.map_or(("", ""), |(name, id)| (name, id));
    let found = connection
        .prepare_cached(&sql)?
        .query_map(
            named_params! {
                ":group": group,
                ":search": search.map(sort_name),
                ":name": name,
                ":id": id,
                ":limit": limit + 1,
            },
            |row| {
                let member = Member {
                    id: AccountId(row.get(0)?),
                    display_name: row.get(1)?,
                    user_id: row.get(2)?,
                    job_title: row.get(3)?,
                    guest: row.get(4)?,
                    owner: row.get(5)?,
                };
                let after = (row.get(6)?, member.id.0.clone());
                Ok((member, after))
            },
        )?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// What an organization knows somebody as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Person {
    /// One of its accounts.
    Account(String),
    /// A guest: the object's id.
    Guest(String),
}

/// Whom an account is to the group's organization; absent for those who are disabled, have left, or are not in its
/// directory.
///
/// # Errors
/// [`StoreError`].
pub fn person(connection: &Connection, group: &str, account: &str) -> Result<Option<Person>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT a.home_organization IS g.organization, a.id, v.id
             FROM groups g JOIN accounts a ON a.id = ?2 AND NOT a.disabled
             LEFT JOIN guests v ON v.account = a.id AND v.organization = g.organization
                 AND v.deleted_at IS NULL AND NOT v.disabled
             WHERE g.id = ?1 AND (a.home_organization IS g.organization OR v.id IS NOT NULL)",
        )?
        .query_row([group, account], |row| {
            Ok(if row.get(0)? { Person::Account(row.get(1)?) } else { Person::Guest(row.get(2)?) })
        })
        .optional()?)
}

/// Whether the account is in the group.
///
/// # Errors
/// [`StoreError`].
pub fn is_member(connection: &Connection, group: &str, account: &str) -> Result<bool, StoreError> {
    let sql = format!("SELECT 1 FROM groups g JOIN accounts a ON a.id = ?2 WHERE g.id = ?1 AND {IS_MEMBER}");
    Ok(connection.prepare_cached(&sql)?.exists([group, account])?)
}

/// Puts somebody into a group; gives back whether they were not in it.
///
/// # Errors
/// [`StoreError`].
pub fn add(transaction: &Transaction<'_>, group: &str, person: &Person) -> Result<bool, StoreError> {
    let (sql, id) = match person {
        Person::Account(id) => (r#"INSERT OR IGNORE INTO account_groups (account, "group") VALUES (?1, ?2)"#, id),
        Person::Guest(id) => (r#"INSERT OR IGNORE INTO guest_groups (guest, "group") VALUES (?1, ?2)"#, id),
    };
    Ok(transaction.prepare_cached(sql)?.execute([id, group])? == 1)
}

/// Takes an account out of a group, also as a guest; whether it owns the group is another thing. Gives back whether it was
/// in it.
///
/// # Errors
/// [`StoreError`].
pub fn remove(transaction: &Transaction<'_>, group: &str, account: &str) -> Result<bool, StoreError> {
    let own = transaction
        .prepare_cached(r#"DELETE FROM account_groups WHERE "group" = ?1 AND account = ?2"#)?
        .execute([group, account])?;
    let guest = transaction
        .prepare_cached(
            r#"DELETE FROM guest_groups WHERE "group" = ?1
               AND guest IN (SELECT id FROM guests WHERE account = ?2 AND deleted_at IS NULL)"#,
        )?
        .execute([group, account])?;
    Ok(own + guest > 0)
}

/// People of the directory of the group's organization who are neither disabled nor gone, and whose user ID begins with
/// `q` or whose name has words that begin with its words; by name.
///
/// The names are read off an index, in their order, until there are enough: at worst all of them, which takes less than
/// to sort what an index of words would find.
///
/// # Errors
/// [`StoreError`].
pub fn directory(connection: &Connection, group: &str, q: &str) -> Result<Found, StoreError> {
    let (q, organization) = (sort_name(q), organization(connection, group)?);
    let wanted: Vec<&str> = words(&q).collect();
    if wanted.is_empty() {
        return Ok(Found { people: Vec::new(), more: false });
    }
    let mut accounts = connection.prepare_cached(
        "SELECT sort_name, id, user_id FROM accounts INDEXED BY accounts_by_name
         WHERE home_organization = ?1 AND NOT disabled ORDER BY sort_name, id",
    )?;
    let mut guests = connection.prepare_cached(
        "SELECT a.sort_name, a.id, a.user_id FROM guests v JOIN accounts a ON a.id = v.account
         WHERE v.organization = ?1 AND v.deleted_at IS NULL AND NOT v.disabled AND NOT a.disabled
         AND a.home_organization IS NOT ?1 ORDER BY a.sort_name, a.id",
    )?;
    let mut found = Vec::new();
    for statement in [&mut accounts, &mut guests] {
        let (mut rows, enough) = (statement.query([&organization])?, found.len() + MAX_FOUND + 1);
        while found.len() < enough
            && let Some(row) = rows.next()?
        {
            let text = |place| Ok::<_, rusqlite::Error>(row.get_ref(place)?.as_str()?);
            let name = text(0)?;
            let begins = |it: &&str| words(name).any(|word| word.starts_with(it));
            if text(2)?.starts_with(&q) || wanted.iter().all(begins) {
                found.push((name.to_owned(), row.get::<_, String>(1)?));
            }
        }
    }
    found.sort();
    let more = found.len() > MAX_FOUND;
    found.truncate(MAX_FOUND);
    let sql = format!(
        "SELECT a.id, a.display_name, a.user_id, a.job_title, a.home_organization IS NOT g.organization, {IS_MEMBER}
         FROM groups g JOIN accounts a ON a.id = ?2 WHERE g.id = ?1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let people = found
        .iter()
        .map(|(_, id)| statement.query_row([group, id], directory_person))
        .collect::<Result<Vec<DirectoryPerson>, _>>()?;
    Ok(Found { people, more })
}

fn directory_person(row: &Row<'_>) -> rusqlite::Result<DirectoryPerson> {
    Ok(DirectoryPerson {
        id: AccountId(row.get(0)?),
        display_name: row.get(1)?,
        user_id: row.get(2)?,
        job_title: row.get(3)?,
        guest: row.get(4)?,
        member: row.get(5)?,
    })
}

fn organization(connection: &Connection, group: &str) -> Result<String, StoreError> {
    Ok(connection
        .prepare_cached("SELECT organization FROM groups WHERE id = ?1")?
        .query_row([group], |row| row.get(0))?)
}

/// The words of a name: "Anne-Marie d'Hondt" has four.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty())
}
