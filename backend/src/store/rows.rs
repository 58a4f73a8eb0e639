//! Pieces of rows that several resources share.

use portal_contract::{contacts::HelpContact, ids::OrganizationId, organizations::OrganizationSummary};
use rusqlite::Row;

/// Reads an organization's id, name and language from the three columns that begin at `first`; absent when the id is.
///
/// # Errors
/// When a column has another type.
pub fn organization(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<OrganizationSummary>> {
    let Some(id) = row.get::<_, Option<String>>(first)? else { return Ok(None) };
    Ok(Some(OrganizationSummary {
        id: OrganizationId(id),
        display_name: row.get(first + 1)?,
        language: row.get(first + 2)?,
    }))
}

/// Reads a contact's name, mail and telephone from the three columns that begin at `first`; absent when the name is.
///
/// # Errors
/// When a column has another type.
pub fn contact(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<HelpContact>> {
    let Some(name) = row.get::<_, Option<String>>(first)? else { return Ok(None) };
    Ok(Some(HelpContact { name, mail: row.get(first + 1)?, phone: row.get(first + 2)? }))
}
