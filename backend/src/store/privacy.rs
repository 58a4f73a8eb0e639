//! Who uses what of a person: the organization's notice and connected services.

use portal_contract::{
    ids::ServiceId,
    privacy::{ConnectedService, Edition, Privacy, PrivacyNotice, ServiceAccess},
};
use rusqlite::{Connection, Row};

use super::{StoreError, rows, terms};
use crate::clock::rfc3339;

/// Everything of the *Privacy* section.
///
/// # Errors
/// [`StoreError`].
pub fn get(connection: &Connection, account: &str, now: i64) -> Result<Privacy, StoreError> {
    Ok(Privacy {
        notice: notice(connection, account)?,
        services: services(connection, account)?,
        terms_of_use: terms::list(connection, account, now)?,
    })
}

fn notice(connection: &Connection, account: &str) -> Result<Option<PrivacyNotice>, StoreError> {
    let mut query = connection.prepare_cached(
        "SELECT n.language, n.title, n.text, n.url, o.id, o.display_name, o.language, c.name, c.mail, c.phone
         FROM accounts a
         JOIN organizations o ON o.id = a.home_organization
         JOIN privacy_notices n ON n.organization = o.id
         LEFT JOIN contacts c ON c.organization = o.id AND c.purpose = 'privacy'
         WHERE a.id = ?1 ORDER BY n.language",
    )?;
    let mut found = query.query([account])?;
    let mut notice: Option<PrivacyNotice> = None;
    while let Some(row) = found.next()? {
        let edition = edition(row)?;
        match &mut notice {
            Some(notice) => notice.editions.push(edition),
            None => {
                let Some(organization) = rows::organization(row, 4)? else { continue };
                let contact = rows::contact(row, 7)?;
                notice = Some(PrivacyNotice { organization, editions: vec![edition], contact });
            }
        }
    }
    Ok(notice)
}

fn services(connection: &Connection, account: &str) -> Result<Vec<ConnectedService>, StoreError> {
    let mut access = connection.prepare_cached("SELECT access FROM service_access WHERE service = ?1")?;
    let mut services = connection
        .prepare_cached(
            "SELECT s.id, s.display_name, x.connected_at, o.id, o.display_name, o.language
             FROM account_services x
             JOIN services s ON s.id = x.service
             JOIN organizations o ON o.id = s.organization
             WHERE x.account = ?1 ORDER BY s.sort_name, s.id",
        )?
        .query_map([account], |row| {
            Ok(ConnectedService {
                id: ServiceId(row.get(0)?),
                display_name: row.get(1)?,
                organization: rows::organization(row, 3)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
                connected_at: rfc3339(row.get(2)?),
                access: Vec::new(),
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    for service in &mut services {
        let stored =
            access.query_map([&service.id.0], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        service.access =
            ACCESS.into_iter().filter(|(name, _)| stored.iter().any(|it| it == name)).map(|it| it.1).collect();
    }
    Ok(services)
}

/// What a service may see, by stored name, in the order in which it is told.
const ACCESS: [(&str, ServiceAccess); 7] = [
    ("profile", ServiceAccess::Profile),
    ("mail-address", ServiceAccess::MailAddress),
    ("calendar", ServiceAccess::Calendar),
    ("files", ServiceAccess::Files),
    ("groups", ServiceAccess::Groups),
    ("sign-ins", ServiceAccess::SignIns),
    ("devices", ServiceAccess::Devices),
];

/// From language, title, text and address.
pub fn edition(row: &Row<'_>) -> rusqlite::Result<Edition> {
    Ok(Edition { language: row.get(0)?, title: row.get(1)?, text: row.get(2)?, url: row.get(3)? })
}

/// Filling the directory: documents and services. Used by the demo, as [`super::directory`] is.
pub mod provision {
    use portal_contract::{preferences::Preference, privacy::Edition};
    use rusqlite::{Transaction, params};

    use crate::{
        launch_url,
        store::{StoreError, directory::DirectoryError, preferences, sort_name},
    };

    /// Decides a preference for all accounts of an organization.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn decide(
        transaction: &Transaction<'_>,
        organization: &str,
        preference: Preference,
        value: &str,
    ) -> Result<(), StoreError> {
        transaction
            .prepare_cached("INSERT INTO preference_locks (organization, preference, value) VALUES (?1, ?2, ?3)")?
            .execute([organization, preferences::name(preference), value])?;
        Ok(())
    }

    /// Adds an organization's notice, in one language.
    ///
    /// # Errors
    /// [`DirectoryError`] when its address is none (S10).
    pub fn add_notice(
        transaction: &Transaction<'_>,
        organization: &str,
        edition: &Edition,
    ) -> Result<(), DirectoryError> {
        transaction
            .prepare_cached(
                "INSERT INTO privacy_notices (organization, language, title, text, url) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![organization, edition.language, edition.title, edition.text, checked(edition)?])?;
        Ok(())
    }

    /// Adds a service and what it may see.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn add_service(
        transaction: &Transaction<'_>,
        (id, organization, name): (&str, &str, &str),
        access: &[&str],
    ) -> Result<(), StoreError> {
        transaction
            .prepare_cached("INSERT INTO services (id, organization, display_name, sort_name) VALUES (?1, ?2, ?3, ?4)")?
            .execute([id, organization, name, &sort_name(name)])?;
        for access in access {
            transaction
                .prepare_cached("INSERT INTO service_access (service, access) VALUES (?1, ?2)")?
                .execute([id, access])?;
        }
        Ok(())
    }

    /// Connects a service to an account.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn connect_service(
        transaction: &Transaction<'_>,
        at: i64,
        account: &str,
        service: &str,
    ) -> Result<(), StoreError> {
        transaction
            .prepare_cached("INSERT INTO account_services (account, service, connected_at) VALUES (?1, ?2, ?3)")?
            .execute(params![account, service, at])?;
        Ok(())
    }

    /// The address of a document, checked.
    ///
    /// # Errors
    /// [`DirectoryError`] when it is none (S10).
    pub fn checked(edition: &Edition) -> Result<Option<String>, DirectoryError> {
        Ok(edition.url.as_deref().map(launch_url::check).transpose()?)
    }
}
