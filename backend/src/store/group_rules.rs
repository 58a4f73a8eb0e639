//! What an organization wants of the groups that its people make.

use portal_contract::{groups::GroupRules, organizations::OrganizationSummary};
use rusqlite::{Connection, OptionalExtension, params};

use super::{StoreError, rows, sort_name};
use crate::group_names::NameRule;

/// The rule of an organization.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Whose.
    pub organization: OrganizationSummary,
    /// Whether its people may make groups.
    pub own_groups: bool,
    /// After how many days a group ends unless it is renewed.
    pub lifetime_days: Option<u32>,
    /// What names have to be like.
    pub names: NameRule,
}

impl Rule {
    /// What the page is told of it.
    pub fn told(self) -> GroupRules {
        GroupRules {
            can_create: self.own_groups,
            organization: Some(self.organization),
            prefix: self.names.prefix,
            lifetime_days: self.lifetime_days,
        }
    }
}

/// The rule of the account's home organization; absent without one.
///
/// # Errors
/// [`StoreError`].
pub fn at_home(connection: &Connection, account: &str) -> Result<Option<Rule>, StoreError> {
    let home: Option<String> = connection
        .prepare_cached("SELECT home_organization FROM accounts WHERE id = ?1")?
        .query_row([account], |row| row.get(0))?;
    home.map_or(Ok(None), |home| of(connection, &home))
}

/// The rule of an organization.
///
/// # Errors
/// [`StoreError`].
pub fn of(connection: &Connection, organization: &str) -> Result<Option<Rule>, StoreError> {
    let found = connection
        .prepare_cached(
            "SELECT id, display_name, language, own_groups, group_lifetime_days, group_prefix
             FROM organizations WHERE id = ?1",
        )?
        .query_row([organization], |row| {
            let names = NameRule { prefix: row.get(5)?, blocked_words: Vec::new() };
            let rule = rows::organization(row, 0)?.map(|organization| (organization, row.get(3), row.get(4), names));
            rule.map(|(organization, own_groups, lifetime_days, names)| {
                Ok(Rule { organization, own_groups: own_groups?, lifetime_days: lifetime_days?, names })
            })
            .transpose()
        })
        .optional()?
        .flatten();
    let Some(mut rule) = found else { return Ok(None) };
    rule.names.blocked_words = connection
        .prepare_cached("SELECT word FROM group_blocked_words WHERE organization = ?1 ORDER BY word")?
        .query_map([organization], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(Some(rule))
}

/// Whether another group of the organization is called so, regardless of case and accents.
///
/// # Errors
/// [`StoreError`].
pub fn is_taken(
    connection: &Connection,
    organization: &str,
    name: &str,
    except: Option<&str>,
) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached("SELECT 1 FROM groups WHERE organization = ?1 AND sort_name = ?2 AND id IS NOT ?3")?
        .query_row(params![organization, sort_name(name), except], |_| Ok(()))
        .optional()?
        .is_some())
}
