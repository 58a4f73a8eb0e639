//! The methods of an account (features 1.4).

use portal_contract::{methods::MethodKind, preferences::Language};
use rusqlite::{Connection, Transaction, params};

use super::{StoreError, preferences};
use crate::methods::{self, KINDS, KINDS_WITHOUT_HOME, Situation, good_for_sign_in};

/// A registered method, without its secrets.
#[derive(Clone, Debug)]
pub struct MethodRow {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: MethodKind,
    /// What the person called it.
    pub name: Option<String>,
    /// Where its codes go.
    pub target: Option<String>,
    /// Only the organization changes it.
    pub by_organization: bool,
    /// Unix seconds.
    pub added_at: i64,
    /// Unix seconds.
    pub last_used_at: Option<i64>,
}

/// What the organization says of an account's methods.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The kinds that it allows.
    pub kinds: Vec<MethodKind>,
    /// How many security questions it asks.
    pub question_count: u32,
    /// How many methods of different kinds a forgotten password needs; 0 where only an administrator resets it.
    pub reset_methods: u32,
    /// It wants a method that is good for sign-in.
    pub registration_required: bool,
    /// The account administers an organization.
    pub administrator: bool,
    /// The addresses by which it knows the person.
    pub addresses: Vec<String>,
    /// Its mail domain.
    pub domain: Option<String>,
    /// What apps call the account's owner: the organization, or the portal.
    pub issuer: String,
    /// The person's name.
    pub display_name: String,
    /// In which language to write to the person.
    pub language: Language,
    /// The default that was chosen.
    pub default_method: Option<String>,
}

/// What a new method holds besides its kind.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// What the person called it.
    pub name: Option<String>,
    /// Where its codes go.
    pub target: Option<String>,
    /// RFC 6238.
    pub secret: Option<Vec<u8>>,
    /// The last time step that was used.
    pub last_step: i64,
    /// WebAuthn: the credential's id and the credential.
    pub credential: Option<(Vec<u8>, String)>,
    /// App passwords: PHC string.
    pub password_hash: Option<String>,
}

/// Everything that decides what an account may do with its methods.
///
/// # Errors
/// [`StoreError`].
pub fn situation(connection: &Connection, account: &str) -> Result<Situation, StoreError> {
    Ok(Situation { methods: list(connection, account)?, policy: policy(connection, account)? })
}

fn list(connection: &Connection, account: &str) -> Result<Vec<MethodRow>, StoreError> {
    let mut found = connection
        .prepare_cached(
            "SELECT id, kind, display_name, target, by_organization, added_at, last_used_at
             FROM methods WHERE account = ?1 ORDER BY added_at, id",
        )?
        .query_map([account], |row| {
            Ok(MethodRow {
                id: row.get(0)?,
                kind: methods::kind(row.get_ref(1)?.as_str()?),
                name: row.get(2)?,
                target: row.get(3)?,
                by_organization: row.get(4)?,
                added_at: row.get(5)?,
                last_used_at: row.get(6)?,
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    found.sort_by_key(|method| KINDS.iter().position(|kind| *kind == method.kind));
    Ok(found)
}

fn policy(connection: &Connection, account: &str) -> Result<Policy, StoreError> {
    let (policy, home) = connection
        .prepare_cached(
            "SELECT a.user_id, a.mail, a.default_method, a.display_language, o.id, o.domain, o.display_name, o.language,
                 coalesce(o.question_count, 0), coalesce(o.registration_required, 0),
                 EXISTS (SELECT 1 FROM administrators x WHERE x.account = a.id), a.display_name,
                 coalesce(o.reset_methods, 0)
             FROM accounts a LEFT JOIN organizations o ON o.id = a.home_organization WHERE a.id = ?1",
        )?
        .query_row([account], |row| {
            let language = preferences::language(row.get(3)?).or(preferences::language(row.get(7)?));
            let policy = Policy {
                kinds: KINDS_WITHOUT_HOME.to_vec(),
                question_count: row.get(8)?,
                reset_methods: row.get(12)?,
                registration_required: row.get(9)?,
                administrator: row.get(10)?,
                addresses: std::iter::once(row.get(0)?).chain(row.get::<_, Option<String>>(1)?).collect(),
                domain: row.get(5)?,
                issuer: row.get::<_, Option<String>>(6)?.unwrap_or_else(|| "My Account".to_owned()),
                display_name: row.get(11)?,
                language: language.unwrap_or(Language::En),
                default_method: row.get(2)?,
            };
            Ok((policy, row.get::<_, Option<String>>(4)?))
        })?;
    let Some(home) = home else { return Ok(policy) };
    let kinds = connection
        .prepare_cached("SELECT kind FROM organization_methods WHERE organization = ?1")?
        .query_map([home], |row| Ok(methods::kind(row.get_ref(0)?.as_str()?)))?
        .collect::<Result<_, _>>()?;
    Ok(Policy { kinds, ..policy })
}

/// Registers a method and gives back its id; the first one that is good for sign-in becomes the default.
///
/// # Errors
/// [`StoreError`].
pub fn add(
    transaction: &Transaction<'_>,
    now: i64,
    account: &str,
    kind: MethodKind,
    content: &Content,
) -> Result<String, StoreError> {
    let id = crate::secret::id();
    let (credential_id, credential) = match &content.credential {
        Some((id, credential)) => (Some(id), Some(credential)),
        None => (None, None),
    };
    transaction
        .prepare_cached(
            "INSERT INTO methods (id, account, kind, for_sign_in, by_organization, display_name, target, secret, last_step,
                 credential_id, credential, password_hash, added_at)
             VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            id,
            account,
            methods::name(kind),
            good_for_sign_in(kind),
            content.name,
            content.target,
            content.secret,
            content.last_step,
            credential_id,
            credential,
            content.password_hash,
            now
        ])?;
    if good_for_sign_in(kind) {
        transaction
            .prepare_cached("UPDATE accounts SET default_method = ?2 WHERE id = ?1 AND default_method IS NULL")?
            .execute([account, &id])?;
    }
    Ok(id)
}

/// Sends a method's codes elsewhere from now on.
///
/// # Errors
/// [`StoreError`].
pub fn redirect(transaction: &Transaction<'_>, id: &str, target: &str) -> Result<(), StoreError> {
    transaction
        .prepare_cached("UPDATE methods SET target = ?2, last_used_at = NULL WHERE id = ?1")?
        .execute([id, target])?;
    Ok(())
}

/// Forgets a method.
///
/// # Errors
/// [`StoreError`].
pub fn remove(transaction: &Transaction<'_>, id: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM methods WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Chooses what sign-in asks for first; absent when nothing is left to choose.
///
/// # Errors
/// [`StoreError`].
pub fn set_default(transaction: &Transaction<'_>, account: &str, method: Option<&str>) -> Result<(), StoreError> {
    transaction
        .prepare_cached("UPDATE accounts SET default_method = ?2 WHERE id = ?1")?
        .execute(params![account, method])?;
    Ok(())
}

/// Puts another hash in the place of an app password's.
///
/// # Errors
/// [`StoreError`].
pub fn set_password_hash(transaction: &Transaction<'_>, id: &str, hash: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("UPDATE methods SET password_hash = ?2 WHERE id = ?1")?.execute([id, hash])?;
    Ok(())
}

/// The questions that a method's answers belong to, and their hashes.
///
/// # Errors
/// [`StoreError`].
pub fn answers(connection: &Connection, method: &str) -> Result<Vec<(String, String)>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT question, answer_hash FROM security_answers WHERE method = ?1 ORDER BY question")?
        .query_map([method], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?)
}

/// Forgets the answers to security questions: others come in their place.
///
/// # Errors
/// [`StoreError`].
pub fn forget_answers(transaction: &Transaction<'_>, method: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM security_answers WHERE method = ?1")?.execute([method])?;
    transaction.prepare_cached("UPDATE methods SET last_used_at = NULL WHERE id = ?1")?.execute([method])?;
    Ok(())
}

/// Keeps the hashed answer to a security question.
///
/// # Errors
/// [`StoreError`].
pub fn add_answer(transaction: &Transaction<'_>, method: &str, question: &str, hash: &str) -> Result<(), StoreError> {
    transaction
        .prepare_cached("INSERT INTO security_answers (method, question, answer_hash) VALUES (?1, ?2, ?3)")?
        .execute([method, question, hash])?;
    Ok(())
}
