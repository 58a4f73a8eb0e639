//! `admin`: the first organizations and people of a real portal, from the command line of its machine. Who may run this
//! may write the database anyway, so nobody signs in for it; the audit says that the system did it (`security.md` S9).

mod password;
mod typed;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use portal_contract::methods::MethodKind;
use rusqlite::{Connection, Transaction};

use self::{
    password::PasswordRefused,
    typed::{checked_domain, checked_name, checked_user_id},
};
use crate::{
    clock::Clock,
    fields,
    new_password::{MINIMUM_ALONE, Owner, minimum},
    password::{PasswordError, Passwords},
    secret::{self, fingerprint},
    store::{
        OpenError, Store, StoreError, accounts, attempts,
        audit::{self, Entry, Outcome},
        directory::{self, Account, DirectoryError, Organization},
        organizations, password as passwords, password_resets, sessions, trusted_devices,
    },
};

/// What to do to the directory.
#[derive(Debug, Subcommand)]
pub enum AdminTask {
    /// Add an organization; its rules are in the table `organizations`.
    CreateOrganization(NewOrganization),
    /// Add somebody to an organization. The password is asked for, or is the first line of stdin.
    CreateUser(NewUser),
    /// Give somebody a new password, asked for or the first line of stdin; every session of theirs ends.
    SetPassword(NewPassword),
}

/// The database.
#[derive(Debug, Args)]
pub struct Target {
    /// The database; created with its folder when missing.
    #[arg(long, value_name = "FILE", env = "MY_ACCOUNT_DATABASE", default_value = "data/portal.db")]
    database: PathBuf,
}

/// An organization to add.
#[derive(Debug, Args)]
pub struct NewOrganization {
    /// Its name.
    #[arg(long)]
    name: String,
    /// Its main domain, which its user IDs end with (harbor.example).
    #[arg(long)]
    domain: String,
    /// The language that its name is in.
    #[arg(long, value_name = "TAG", default_value = "en")]
    language: String,
    /// Whom people turn to: the name of its help desk.
    #[arg(long, value_name = "NAME", requires_all = ["help_mail", "help_phone"])]
    help_name: Option<String>,
    /// The help desk's mail address.
    #[arg(long, value_name = "ADDRESS", requires = "help_name")]
    help_mail: Option<String>,
    /// The help desk's telephone.
    #[arg(long, value_name = "NUMBER", requires = "help_name")]
    help_phone: Option<String>,
    /// Let nobody do anything before they have registered a method for sign-in.
    #[arg(long)]
    registration_required: bool,
    #[command(flatten)]
    target: Target,
}

/// Somebody to add.
#[derive(Debug, Args)]
pub struct NewUser {
    /// What the person signs in with (eva@harbor.example).
    #[arg(long, value_name = "USER-ID")]
    user_id: String,
    /// The person's name.
    #[arg(long)]
    name: String,
    /// The domain of the person's organization, where it is not the user ID's.
    #[arg(long, value_name = "DOMAIN")]
    organization: Option<String>,
    /// Make the person an administrator of the organization.
    #[arg(long)]
    administrator: bool,
    /// Give no password: the person signs in elsewhere only.
    #[arg(long)]
    without_password: bool,
    #[command(flatten)]
    target: Target,
}

/// Whose password to replace.
#[derive(Debug, Args)]
pub struct NewPassword {
    /// What the person signs in with.
    #[arg(long, value_name = "USER-ID")]
    user_id: String,
    #[command(flatten)]
    target: Target,
}

/// Why nothing was done. Its text is one sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum AdminError {
    /// The database.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// The password.
    #[error(transparent)]
    Password(#[from] PasswordRefused),
    /// A name is missing or too long.
    #[error("The name has to have 1 to {} characters: give another one with --name.", fields::MAX_CHARACTERS)]
    Name,
    /// No domain.
    #[error("{0} is no domain: give one like harbor.example with --domain.")]
    Domain(String),
    /// No user ID.
    #[error("{0} is no user ID: give one like eva@harbor.example with --user-id.")]
    UserId(String),
    /// There is such an organization.
    #[error("There is an organization with the domain {0} already: choose another one with --domain.")]
    DomainTaken(String),
    /// There is such an account.
    #[error("There is somebody with the user ID {0} already: choose another one, or use admin set-password.")]
    UserIdTaken(String),
    /// The user ID is kept free.
    #[error("The user ID {0} belonged to an account that was closed less than 30 days ago: choose another one.")]
    Reserved(String),
    /// There is no such organization.
    #[error(
        "There is no organization with the domain {0}: create it with admin create-organization, or name another one with --organization."
    )]
    NoOrganization(String),
    /// There is no such account.
    #[error("There is nobody with the user ID {0}: create them with admin create-user.")]
    Nobody(String),
    /// Argon2.
    #[error("The password cannot be hashed ({0}): free some memory and try again.")]
    Hash(#[from] PasswordError),
    /// The database, later.
    #[error("Nothing was changed, because {0}: see to that and try again.")]
    Store(#[from] StoreError),
    /// The directory.
    #[error("Nothing was changed ({0}): see to that and try again.")]
    Directory(DirectoryError),
    /// Threads.
    #[error("The program cannot start its threads ({0}): free some memory and try again.")]
    Threads(std::io::Error),
}

/// Does it; gives back the sentence that says what was done.
///
/// # Errors
/// [`AdminError`].
pub fn run(task: AdminTask) -> Result<String, AdminError> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(AdminError::Threads)?;
    runtime.block_on(async {
        match task {
            AdminTask::CreateOrganization(new) => create_organization(new).await,
            AdminTask::CreateUser(new) => create_user(new).await,
            AdminTask::SetPassword(new) => set_password(new).await,
        }
    })
}

/// What an organization offers until its table says otherwise: what needs nobody to hand anything out.
const METHODS: &[MethodKind] = &[
    MethodKind::AuthenticatorApp,
    MethodKind::Phone,
    MethodKind::AlternatePhone,
    MethodKind::Email,
    MethodKind::SecurityKey,
];

async fn create_organization(new: NewOrganization) -> Result<String, AdminError> {
    let (name, domain) = (checked_name(&new.name)?, checked_domain(&new.domain)?);
    let store = Store::open(&new.target.database)?;
    let done = format!("The organization {name} with the domain {domain} was created.");
    let create = move |transaction: &Transaction<'_>| {
        if organizations::of_domain(transaction, &domain)?.is_some() {
            return Err(AdminError::DomainTaken(domain));
        }
        let help = match (&new.help_name, &new.help_mail, &new.help_phone) {
            (Some(name), Some(mail), Some(phone)) => Some((name.as_str(), mail.as_str(), phone.as_str())),
            _ => None,
        };
        let id = secret::id();
        let organization = Organization {
            id: &id,
            name: &name,
            language: &new.language,
            domain: &domain,
            managed: true,
            external_leave_allowed: true,
            requires_own_sign_in: false,
            registration_required: new.registration_required,
            question_count: 0,
            reset_methods: 2,
            own_photos: true,
            trusted_devices: false,
            groups: None,
            methods: METHODS,
            contacts: [help; 3],
        };
        directory::add_organization(transaction, &organization).map_err(AdminError::Directory)?;
        recorded(transaction, "organization.create", &id)
    };
    store.write(create).await?;
    Ok(done)
}

async fn create_user(new: NewUser) -> Result<String, AdminError> {
    let (user_id, name) = (checked_user_id(&new.user_id)?, checked_name(&new.name)?);
    let domain = match &new.organization {
        Some(domain) => checked_domain(domain)?,
        None => user_id.rsplit_once('@').map(|(_, domain)| domain.to_owned()).unwrap_or_default(),
    };
    let store = Store::open(&new.target.database)?;
    // Looked at before a password is typed for nothing.
    let (id_asked, domain_asked) = (user_id.clone(), domain.clone());
    let look = move |connection: &Connection| can_be_added(connection, &id_asked, &domain_asked);
    let organization = store.read(look).await?;
    let owner = Owner {
        name: name.clone(),
        user_id: user_id.clone(),
        organization: Some(organization.name.clone()),
        minimum: MINIMUM_ALONE,
    };
    let hash = match new.without_password {
        true => None,
        false => Some(hashed(password::ask(&owner)?).await?),
    };
    let role = if new.administrator { " as an administrator" } else { "" };
    let done = format!("{name} ({user_id}) was added to {}{role}.", organization.name);
    let create = move |transaction: &Transaction<'_>| {
        let organization = can_be_added(transaction, &user_id, &domain)?;
        let (id, now) = (secret::id(), now());
        let account = Account {
            id: &id,
            user_id: &user_id,
            name: &name,
            job: None,
            home: Some(&organization.id),
            disabled: false,
            has_my_apps: true,
            administers: new.administrator.then_some(&*organization.id),
        };
        let password = hash.as_deref().map(|hash| (hash, now));
        directory::add_account(transaction, now, &account, password).map_err(|error| match error {
            DirectoryError::Reserved => AdminError::Reserved(user_id.clone()),
            error => AdminError::Directory(error),
        })?;
        recorded(transaction, "account.create", &id)?;
        if new.administrator {
            recorded(transaction, "administrator.add", &id)?;
        }
        Ok::<_, AdminError>(())
    };
    store.write(create).await?;
    Ok(done)
}

async fn set_password(new: NewPassword) -> Result<String, AdminError> {
    let user_id = checked_user_id(&new.user_id)?;
    if !new.target.database.is_file() {
        return Err(AdminError::Nobody(user_id));
    }
    let store = Store::open(&new.target.database)?;
    let asked = user_id.clone();
    let look = move |connection: &Connection| {
        let nobody = || AdminError::Nobody(asked.clone());
        let account = accounts::credentials(connection, &asked)?.ok_or_else(nobody)?.account;
        let known = passwords::get(connection, &account)?.ok_or_else(nobody)?;
        Ok::<_, AdminError>((account, known))
    };
    let (account, known) = store.read(look).await?;
    let minimum = minimum(&known);
    let name = known.display_name.clone();
    let owner = Owner { name: known.display_name, user_id: user_id.clone(), organization: known.organization, minimum };
    let hash = hashed(password::ask(&owner)?).await?;
    let done = format!("{name} ({user_id}) has the new password; every session of theirs has ended.");
    let change = move |transaction: &Transaction<'_>| {
        if !passwords::set(transaction, now(), &account, &hash)? {
            return Err(AdminError::Nobody(user_id));
        }
        // As after a reset: who had the old one is out, and who forgot it is not kept waiting.
        sessions::end_all(transaction, &account)?;
        trusted_devices::restore(transaction, &account)?;
        password_resets::end_all(transaction, &account)?;
        attempts::clear(transaction, &fingerprint(&user_id))?;
        recorded(transaction, "password.set", &account)
    };
    store.write(change).await?;
    Ok(done)
}

/// The organization, if the user ID is free in it.
fn can_be_added(connection: &Connection, user_id: &str, domain: &str) -> Result<organizations::Named, AdminError> {
    if accounts::credentials(connection, user_id)?.is_some() {
        return Err(AdminError::UserIdTaken(user_id.to_owned()));
    }
    organizations::of_domain(connection, domain)?.ok_or_else(|| AdminError::NoOrganization(domain.to_owned()))
}

async fn hashed(password: String) -> Result<String, AdminError> {
    Ok(Passwords::new()?.turn().await.hash(password).await?)
}

fn recorded(transaction: &Transaction<'_>, action: &'static str, target: &str) -> Result<(), AdminError> {
    let entry = Entry {
        actor: Some("system"),
        session: None,
        address: None,
        action,
        target: Some(target),
        result: Outcome::Done,
        request_id: None,
    };
    Ok(audit::record(transaction, now(), entry)?)
}

fn now() -> i64 {
    Clock::system(0).now()
}
