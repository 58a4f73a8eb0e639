//! Mails to people who were added to a group (features 2.5). They wait here until they are sent: being added does not
//! depend on a mail server, and a restart loses none.

use portal_contract::preferences::Language;
use rusqlite::{Transaction, params};

use super::{StoreError, preferences};

/// Seconds for which one who sends has a mail for itself; then it is due again, whatever became of the sender.
const TURN: i64 = 5 * 60;

/// How many are taken at once: their turn lasts longer than a mail server that does not answer can keep each of them.
const TAKEN: u32 = 10;

/// How often it is tried: a little more than a day, because each wait is twice as long as the one before.
const TRIES: u32 = 9;

/// A mail to send.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Its row.
    pub id: i64,
    /// The address.
    pub recipient: String,
    /// The recipient's language.
    pub language: Language,
    /// What the group is called.
    pub group: String,
    /// Who added them; absent when that account does not exist any more.
    pub inviter: Option<String>,
    /// What that person wrote.
    pub message: String,
}

/// Notes that somebody who was added is to get a mail.
///
/// # Errors
/// [`StoreError`].
pub fn put(
    transaction: &Transaction<'_>,
    now: i64,
    (inviter, account): (&str, &str),
    group: &str,
    message: &str,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            r#"INSERT INTO group_invitations (account, "group", inviter, message, created_at, due_at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?5)"#,
        )?
        .execute(params![account, group, inviter, message, now])?;
    Ok(())
}

/// Takes some of the mails that are due, to send them now; those that nobody can get are forgotten. Nobody else gets
/// them before their turn is over.
///
/// # Errors
/// [`StoreError`].
pub fn take(transaction: &Transaction<'_>, now: i64) -> Result<Vec<Invitation>, StoreError> {
    transaction
        .prepare_cached(
            "DELETE FROM group_invitations WHERE tries >= ?1 OR account IN (SELECT id FROM accounts WHERE mail IS NULL)",
        )?
        .execute([TRIES])?;
    let found = transaction
        .prepare_cached(
            r#"SELECT i.id, a.mail, a.display_language, h.language, o.language, g.display_name, b.display_name, i.message
               FROM group_invitations i
               JOIN accounts a ON a.id = i.account
               LEFT JOIN organizations h ON h.id = a.home_organization
               JOIN groups g ON g.id = i."group"
               JOIN organizations o ON o.id = g.organization
               LEFT JOIN accounts b ON b.id = i.inviter
               WHERE i.due_at <= ?1 ORDER BY i.id LIMIT ?2"#,
        )?
        .query_map(params![now, TAKEN], |row| {
            let spoken = |place| Ok::<_, rusqlite::Error>(preferences::language(row.get(place)?));
            Ok(Invitation {
                id: row.get(0)?,
                recipient: row.get(1)?,
                language: spoken(2)?.or(spoken(3)?).or(spoken(4)?).unwrap_or(Language::En),
                group: row.get(5)?,
                inviter: row.get(6)?,
                message: row.get(7)?,
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let last = found.last().map(|it: &Invitation| it.id);
    transaction
        .prepare_cached(
            "UPDATE group_invitations SET due_at = ?1 + ?2 * (1 << tries), tries = tries + 1
             WHERE due_at <= ?1 AND id <= ?3",
        )?
        .execute(params![now, TURN, last])?;
    Ok(found)
}

/// A mail was sent.
///
/// # Errors
/// [`StoreError`].
pub fn sent(transaction: &Transaction<'_>, id: i64) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM group_invitations WHERE id = ?1")?.execute([id])?;
    Ok(())
}
