//! The demo's messages.

use portal_contract::preferences::Language;
use rusqlite::{Connection, Transaction, params};

use super::{StoreError, preferences};
use crate::message::{Carrier, Message};

/// The most messages that are shown.
const SHOWN: u32 = 50;

/// Keeps a message.
///
/// # Errors
/// [`StoreError`].
pub fn put(transaction: &Transaction<'_>, now: i64, message: &Message) -> Result<(), StoreError> {
    let carrier = match message.carrier {
        Carrier::Text => "text",
        Carrier::Call => "call",
        Carrier::Mail => "mail",
    };
    transaction
        .prepare_cached(
            "INSERT INTO outbox (at, carrier, recipient, language, subject, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            now,
            carrier,
            message.recipient,
            preferences::stored(message.language),
            message.subject,
            message.body
        ])?;
    Ok(())
}

/// The newest messages with their times (Unix seconds), the newest first.
///
/// # Errors
/// [`StoreError`].
pub fn list(connection: &Connection) -> Result<Vec<(i64, Message)>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT at, carrier, recipient, language, subject, body FROM outbox ORDER BY id DESC LIMIT ?1")?
        .query_map([SHOWN], |row| {
            let message = Message {
                carrier: match row.get_ref(1)?.as_str()? {
                    "text" => Carrier::Text,
                    "call" => Carrier::Call,
                    _ => Carrier::Mail,
                },
                recipient: row.get(2)?,
                language: preferences::language(row.get(3)?).unwrap_or(Language::En),
                subject: row.get(4)?,
                body: row.get(5)?,
            };
            Ok((row.get(0)?, message))
        })?
        .collect::<Result<_, _>>()?)
}
