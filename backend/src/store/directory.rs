//! Filling the directory: who and what there is. Used by the demo; an organization's own provisioning would come here.

pub mod groups;

use portal_contract::methods::MethodKind;
use rusqlite::{Connection, Transaction, params};

use self::groups::GroupRule;
use super::{StoreError, my_data, sort_name};
use crate::{
    launch_url::{self, LaunchUrlError},
    methods,
};

/// Why something could not be put into the directory.
#[derive(Debug, thiserror::Error)]
pub enum DirectoryError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An app's address.
    #[error("launch URL: {0}")]
    LaunchUrl(#[from] LaunchUrlError),
    /// The user ID belonged to an account that was closed less than 30 days ago.
    #[error("the user ID of a closed account is reserved for 30 days")]
    Reserved,
}

impl From<rusqlite::Error> for DirectoryError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// What the database holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// No account and no organization.
    Empty,
    /// A demo directory.
    Demo,
    /// Somebody's own.
    Own,
}

/// Somebody to turn to: name, mail, telephone.
pub type Contact<'a> = (&'a str, &'a str, &'a str);

/// An organization.
#[derive(Clone, Copy, Debug)]
pub struct Organization<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name, in `language`.
    pub name: &'a str,
    /// BCP 47.
    pub language: &'a str,
    /// Its main domain.
    pub domain: &'a str,
    /// It has a global administrator.
    pub managed: bool,
    /// Guests may leave by themselves.
    pub external_leave_allowed: bool,
    /// The sign-in at home is not enough there.
    pub requires_own_sign_in: bool,
    /// Accounts register a method that is good for sign-in before anything else.
    pub registration_required: bool,
    /// How many security questions it asks.
    pub question_count: u32,
    /// How many methods of different kinds a forgotten password needs; 0: only an administrator resets it.
    pub reset_methods: u32,
    /// Whether its accounts choose their photos themselves.
    pub own_photos: bool,
    /// Its accounts may trust browsers for 14 days.
    pub trusted_devices: bool,
    /// The rule for its people's own groups, where they may make any.
    pub groups: Option<GroupRule<'a>>,
    /// The kinds of methods that it allows.
    pub methods: &'a [MethodKind],
    /// Its administrator, its privacy contact, its help desk.
    pub contacts: [Option<Contact<'a>>; 3],
}

/// An account.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
    /// Its id.
    pub id: &'a str,
    /// What the person signs in with; lower case.
    pub user_id: &'a str,
    /// The person's name.
    pub name: &'a str,
    /// Job title and office.
    pub job: Option<(&'a str, &'a str)>,
    /// The organization that owns it.
    pub home: Option<&'a str>,
    /// Disabled there.
    pub disabled: bool,
    /// Has My Apps.
    pub has_my_apps: bool,
    /// The organization it administers.
    pub administers: Option<&'a str>,
}

/// What the database holds.
///
/// # Errors
/// [`StoreError`].
pub fn content(connection: &Connection) -> Result<Content, StoreError> {
    let (demo, filled): (bool, bool) = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM settings WHERE name = 'demo'),
             EXISTS (SELECT 1 FROM accounts) OR EXISTS (SELECT 1 FROM organizations)",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(match (demo, filled) {
        (true, _) => Content::Demo,
        (false, true) => Content::Own,
        (false, false) => Content::Empty,
    })
}

/// Marks the database as a demo.
///
/// # Errors
/// [`StoreError`].
pub fn mark_as_demo(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute("INSERT INTO settings (name, value) VALUES ('demo', '1')", [])?;
    Ok(())
}

/// Adds an organization with its contacts.
///
/// # Errors
/// [`DirectoryError`].
pub fn add_organization(transaction: &Transaction<'_>, organization: &Organization<'_>) -> Result<(), DirectoryError> {
    let Organization { id, name, language, domain, .. } = organization;
    transaction
        .prepare_cached(
            "INSERT INTO organizations (id, display_name, sort_name, language, domain, managed, external_leave_allowed,
                 requires_own_sign_in, registration_required, question_count, reset_methods, own_photos,
                 trusted_devices)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            id,
            name,
            sort_name(name),
            language,
            domain,
            organization.managed,
            organization.external_leave_allowed,
            organization.requires_own_sign_in,
            organization.registration_required,
            organization.question_count,
            organization.reset_methods,
            organization.own_photos,
            organization.trusted_devices
        ])?;
    if let Some(rule) = &organization.groups {
        groups::add_rule(transaction, id, rule)?;
    }
    for kind in organization.methods {
        transaction
            .prepare_cached("INSERT INTO organization_methods (organization, kind) VALUES (?1, ?2)")?
            .execute([*id, methods::name(*kind)])?;
    }
    for (purpose, contact) in ["administrator", "privacy", "help"].into_iter().zip(organization.contacts) {
        let Some((name, mail, phone)) = contact else { continue };
        transaction
            .prepare_cached(
                "INSERT INTO contacts (organization, purpose, name, mail, phone) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute([id, purpose, name, mail, phone])?;
    }
    Ok(())
}

/// Adds an account; without a password (its hash, and when it was last changed) it can sign in elsewhere only. Refuses
/// the user ID of an account that was closed less than 30 days ago.
///
/// # Errors
/// [`DirectoryError`].
pub fn add_account(
    transaction: &Transaction<'_>,
    now: i64,
    account: &Account<'_>,
    password: Option<(&str, i64)>,
) -> Result<(), DirectoryError> {
    if my_data::is_reserved(transaction, now, account.user_id)? {
        return Err(DirectoryError::Reserved);
    }
    transaction
        .prepare_cached(
            "INSERT INTO accounts (id, user_id, display_name, job_title, mail, office_location, home_organization,
                 disabled, has_my_apps, password_hash, password_changed_at, created_at, sort_name)
             VALUES (?1, ?2, ?3, ?4, ?2, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            account.id,
            account.user_id,
            account.name,
            account.job.map(|(title, _)| title),
            account.job.map(|(_, office)| office),
            account.home,
            account.disabled,
            account.has_my_apps,
            password.map(|(hash, _)| hash),
            password.map(|(_, changed_at)| changed_at),
            now,
            sort_name(account.name),
        ])?;
    if let Some(organization) = account.administers {
        transaction
            .prepare_cached("INSERT INTO administrators (organization, account) VALUES (?1, ?2)")?
            .execute([organization, account.id])?;
    }
    Ok(())
}

/// Adds a guest: the account's object in an organization that invited it. `deleted_at` for one who has left.
///
/// # Errors
/// [`DirectoryError`].
pub fn add_guest(
    transaction: &Transaction<'_>,
    (id, account, organization): (&str, &str, &str),
    disabled: bool,
    created_at: i64,
    deleted_at: Option<i64>,
) -> Result<(), DirectoryError> {
    transaction
        .prepare_cached(
            "INSERT INTO guests (id, account, organization, disabled, created_at, deleted_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![id, account, organization, disabled, created_at, deleted_at])?;
    Ok(())
}

/// Adds an app, if its launch URL is one (S10).
///
/// # Errors
/// [`DirectoryError`].
pub fn add_app(
    transaction: &Transaction<'_>,
    (id, organization): (&str, &str),
    (name, description): (&str, Option<&str>),
    icon: Option<&str>,
    launch_url: &str,
) -> Result<(), DirectoryError> {
    let launch_url = launch_url::check(launch_url)?;
    transaction
        .prepare_cached(
            "INSERT INTO apps (id, organization, display_name, sort_name, description, icon, launch_url)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![id, organization, name, sort_name(name), description, icon, launch_url])?;
    Ok(())
}

/// What an app is called in another language (`nl`).
///
/// # Errors
/// [`DirectoryError`].
pub fn translate_app(
    transaction: &Transaction<'_>,
    app: &str,
    language: &str,
    (name, description): (&str, Option<&str>),
) -> Result<(), DirectoryError> {
    transaction
        .prepare_cached(
            "INSERT INTO app_texts (app, language, display_name, sort_name, description) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![app, language, name, sort_name(name), description])?;
    Ok(())
}

/// Who gets a group or an app.
#[derive(Clone, Copy, Debug)]
pub enum Holder<'a> {
    /// An account of the organization itself.
    Account(&'a str),
    /// A guest.
    Guest(&'a str),
}

/// Gives somebody an app.
///
/// # Errors
/// [`DirectoryError`].
pub fn assign_app(transaction: &Transaction<'_>, holder: Holder<'_>, app: &str) -> Result<(), DirectoryError> {
    let (sql, holder) = match holder {
        Holder::Account(id) => ("INSERT INTO account_apps (account, app) VALUES (?1, ?2)", id),
        Holder::Guest(id) => ("INSERT INTO guest_apps (guest, app) VALUES (?1, ?2)", id),
    };
    transaction.prepare_cached(sql)?.execute([holder, app])?;
    Ok(())
}

/// Adds an administrator's collection: its name, its Dutch name, its apps in their order.
///
/// # Errors
/// [`DirectoryError`].
pub fn add_collection(
    transaction: &Transaction<'_>,
    now: i64,
    (id, organization): (&str, &str),
    (name, dutch): (&str, &str),
    apps: &[&str],
) -> Result<(), DirectoryError> {
    transaction
        .prepare_cached(
            "INSERT INTO collections (id, organization, display_name, name_key, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![id, organization, name, sort_name(name), now])?;
    transaction
        .prepare_cached("INSERT INTO collection_texts (collection, language, display_name) VALUES (?1, 'nl', ?2)")?
        .execute([id, dutch])?;
    for (position, app) in (0_u32..).zip(apps) {
        transaction
            .prepare_cached("INSERT INTO collection_apps (collection, app, position) VALUES (?1, ?2, ?3)")?
            .execute(params![id, app, position])?;
    }
    Ok(())
}

/// Gives an account an administrator's collection.
///
/// # Errors
/// [`DirectoryError`].
pub fn assign_collection(transaction: &Transaction<'_>, account: &str, collection: &str) -> Result<(), DirectoryError> {
    transaction
        .prepare_cached("INSERT INTO account_collections (account, collection) VALUES (?1, ?2)")?
        .execute([account, collection])?;
    Ok(())
}
