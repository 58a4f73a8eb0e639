//! Groups in the directory: what an organization's people may make, and who owns and is in them.

use rusqlite::{Transaction, params};

use super::{DirectoryError, Holder, sort_name};

/// What holds for the groups that an organization's people make.
#[derive(Clone, Copy, Debug)]
pub struct GroupRule<'a> {
    /// With what their names begin.
    pub prefix: &'a str,
    /// After how many days they end unless they are renewed.
    pub lifetime_days: Option<u32>,
    /// Words that no name may contain.
    pub blocked_words: &'a [&'a str],
}

/// Lets an organization's people make groups under a rule.
///
/// # Errors
/// [`DirectoryError`].
pub fn add_rule(transaction: &Transaction<'_>, organization: &str, rule: &GroupRule<'_>) -> Result<(), DirectoryError> {
    transaction
        .prepare_cached(
            "UPDATE organizations SET own_groups = 1, group_prefix = ?2, group_lifetime_days = ?3 WHERE id = ?1",
        )?
        .execute(params![organization, rule.prefix, rule.lifetime_days])?;
    for word in rule.blocked_words {
        transaction
            .prepare_cached("INSERT INTO group_blocked_words (organization, word) VALUES (?1, ?2)")?
            .execute([organization, &sort_name(word)])?;
    }
    Ok(())
}

/// A group.
#[derive(Clone, Copy, Debug)]
pub struct Group<'a> {
    /// Its id.
    pub id: &'a str,
    /// Whose it is.
    pub organization: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// What it is for.
    pub description: Option<&'a str>,
    /// `security`, `collaboration`, `mail-enabled-security` or `distribution`.
    pub kind: &'a str,
    /// It is managed in a directory on premises.
    pub synchronised: bool,
    /// `open`, `approval` or `closed`.
    pub join_policy: &'a str,
    /// When it was made, and when it ends: seconds since 1970.
    pub time: (i64, Option<i64>),
}

/// Adds a group.
///
/// # Errors
/// [`DirectoryError`].
pub fn add_group(transaction: &Transaction<'_>, group: &Group<'_>) -> Result<(), DirectoryError> {
    transaction
        .prepare_cached(
            "INSERT INTO groups (id, organization, display_name, sort_name, description, kind, synchronised,
                 join_policy, created_at, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            group.id,
            group.organization,
            group.name,
            sort_name(group.name),
            group.description,
            group.kind,
            group.synchronised,
            group.join_policy,
            group.time.0,
            group.time.1,
        ])?;
    Ok(())
}

/// Makes an account an owner of a group.
///
/// # Errors
/// [`DirectoryError`].
pub fn add_owner(transaction: &Transaction<'_>, account: &str, group: &str) -> Result<(), DirectoryError> {
    transaction
        .prepare_cached(r#"INSERT INTO group_owners (account, "group") VALUES (?1, ?2)"#)?
        .execute([account, group])?;
    Ok(())
}

/// Puts somebody into a group.
///
/// # Errors
/// [`DirectoryError`].
pub fn join_group(transaction: &Transaction<'_>, holder: Holder<'_>, group: &str) -> Result<(), DirectoryError> {
    let (sql, holder) = match holder {
        Holder::Account(id) => (r#"INSERT INTO account_groups (account, "group") VALUES (?1, ?2)"#, id),
        Holder::Guest(id) => (r#"INSERT INTO guest_groups (guest, "group") VALUES (?1, ?2)"#, id),
    };
    transaction.prepare_cached(sql)?.execute([holder, group])?;
    Ok(())
}
