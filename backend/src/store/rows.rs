//! Pieces of rows, and of lists, that several resources share.

use portal_contract::{
    contacts::HelpContact, ids::OrganizationId, organizations::OrganizationSummary, sign_ins::Place,
};
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

/// Reads town, country, latitude and longitude from the four columns that begin at `first`; absent when the town is.
///
/// # Errors
/// When a column has another type.
pub fn place(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<Place>> {
    let Some(city) = row.get::<_, Option<String>>(first)? else { return Ok(None) };
    let (country, latitude, longitude) = (row.get(first + 1)?, row.get(first + 2)?, row.get(first + 3)?);
    Ok(Some(Place { city, country, latitude, longitude }))
}

/// A page of at most `limit` rows of which one more was read if there are more, and where the next page begins: after
/// the last row of this one.
pub fn page<T, A>(mut found: Vec<(T, A)>, limit: u32) -> (Vec<T>, Option<A>) {
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let (page, mut after): (Vec<T>, Vec<A>) = found.into_iter().unzip();
    (page, after.pop().filter(|_| more))
}
