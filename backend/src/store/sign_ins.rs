//! The history of sign-ins (features 1.8).

use jiff::{ToSpan, civil::Date, tz::TimeZone};
use portal_contract::{
    ids::{AccountId, SessionId, SignInId},
    sign_ins::{FailureReason, Place, Review, ReviewAnswer, SignInEvent, SignInFilter, SignInOutcome},
};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, Transaction, params};

use super::{
    StoreError, rows,
    sessions::{ABSOLUTE_SECONDS, IDLE_SECONDS},
    sort_name,
};
use crate::{clock::rfc3339, search_words, secret::fingerprint};

/// Where a list goes on: before this id.
pub type After = i64;

/// What a sign-in looked like.
#[derive(Clone, Debug)]
pub struct Circumstances<'a> {
    /// Why it did not work; absent when it did.
    pub reason: Option<FailureReason>,
    /// Roughly where.
    pub place: Option<Place>,
    /// On what.
    pub operating_system: Option<&'a str>,
    /// With what.
    pub browser: Option<&'a str>,
    /// To what.
    pub application: &'a str,
    /// What was typed as user ID.
    pub user_id: &'a str,
    /// From which network address.
    pub address: &'a str,
}

/// Adds a sign-in at the end of the account's history.
///
/// # Errors
/// [`StoreError`].
pub fn record(
    transaction: &Transaction<'_>,
    at: i64,
    account: &str,
    circumstances: &Circumstances<'_>,
    session: Option<&str>,
    unusual: bool,
) -> Result<(), StoreError> {
    let Circumstances { reason, place, operating_system, browser, application, user_id, address } = circumstances;
    let (search, id) = described(circumstances);
    let place = place.as_ref();
    transaction
        .prepare_cached(
            "INSERT OR IGNORE INTO sign_in_circumstances (account, id, reason, city, country, latitude, longitude,
                 operating_system, browser, application, user_id, address, search)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            account,
            id,
            reason.map(reason_name),
            place.map(|it| &it.city),
            place.map(|it| &it.country),
            place.map(|it| it.latitude),
            place.map(|it| it.longitude),
            operating_system,
            browser,
            application,
            user_id,
            address,
            search
        ])?;
    transaction
        .prepare_cached(
            "INSERT INTO sign_ins (account, at, circumstances, unusual, session) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![account, at, id, unusual, session])?;
    Ok(())
}

/// Takes the row of a session's first factor away: the second one has followed, and its own row tells the whole.
///
/// # Errors
/// [`StoreError`].
pub fn forget_first_factor(transaction: &Transaction<'_>, session: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM sign_ins WHERE session = ?1")?.execute([session])?;
    Ok(())
}

/// A page, newest first: at most `limit` rows, and where the next page begins.
///
/// # Errors
/// [`StoreError`].
pub fn list(
    connection: &Connection,
    now: i64,
    account: &str,
    (filter, search): (SignInFilter, Option<&str>),
    before: Option<After>,
    limit: u32,
) -> Result<(Vec<SignInEvent>, Option<After>), StoreError> {
    let search = search.map(sort_name).unwrap_or_default();
    let mut chosen = String::new();
    let mut values: Vec<Box<dyn ToSql>> = vec![
        Box::new(account.to_owned()),
        Box::new(before),
        Box::new(limit + 1),
        Box::new(now - ABSOLUTE_SECONDS),
        Box::new(now - IDLE_SECONDS),
    ];
    let mut looks = match filter {
        SignInFilter::All => String::new(),
        SignInFilter::Successful => " AND reason IS NULL".to_owned(),
        SignInFilter::Unsuccessful => " AND reason IS NOT NULL".to_owned(),
        SignInFilter::Unusual => {
            chosen.push_str(" AND i.unusual = 1");
            String::new()
        }
    };
    // As the pages write them: "Rotterdam, Netherlands".
    for word in search.split_whitespace().map(|word| word.trim_end_matches([',', ';', ':'])) {
        if word == "successful" {
            // Every failure has it as a part of another word.
            looks.push_str(" AND reason IS NULL");
        } else if let Some((from, to)) = span(word) {
            values.extend([Box::new(from) as Box<dyn ToSql>, Box::new(to)]);
            chosen.push_str(&format!(" AND i.at >= ?{} AND i.at < ?{}", values.len() - 1, values.len()));
        } else {
            values.push(Box::new(word.to_owned()));
            looks.push_str(&format!(" AND instr(search, ?{}) > 0", values.len()));
        }
    }
    if !looks.is_empty() {
        // The plus keeps the walk along the index of the account's sign-ins, newest first: it ends with the page.
        chosen.push_str(&format!(
            " AND +i.circumstances IN (SELECT id FROM sign_in_circumstances WHERE account = ?1{looks})"
        ));
    }
    let sql = format!(
        "SELECT i.id, i.at, i.unusual, i.review, s.id, c.reason, c.operating_system, c.browser, c.application, i.account,
             c.user_id, c.address, c.city, c.country, c.latitude, c.longitude
         FROM sign_ins i
         CROSS JOIN sign_in_circumstances c ON c.account = i.account AND c.id = i.circumstances
         LEFT JOIN sessions s ON s.id = i.session AND s.state = 'signed-in' AND s.created_at > ?4 AND s.last_seen_at > ?5
         WHERE i.account = ?1 AND (?2 IS NULL OR i.id < ?2){chosen}
         ORDER BY i.id DESC LIMIT ?3"
    );
    let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
    let mut found =
        connection.prepare_cached(&sql)?.query_map(values.as_slice(), read)?.collect::<Result<Vec<_>, _>>()?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(id, _)| *id);
    Ok((found.into_iter().map(|(_, event)| event).collect(), next))
}

/// What the person said of one of their own sign-ins, and its session; absent when it is not theirs.
///
/// # Errors
/// [`StoreError`].
pub fn reviewed(
    connection: &Connection,
    account: &str,
    id: &str,
) -> Result<Option<(Review, Option<String>)>, StoreError> {
    let Ok(id) = id.parse::<i64>() else { return Ok(None) };
    Ok(connection
        .prepare_cached("SELECT review, session FROM sign_ins WHERE id = ?1 AND account = ?2")?
        .query_row(params![id, account], |row| Ok((review(row.get(0)?), row.get(1)?)))
        .optional()?)
}

/// Notes what the person says of one of their own sign-ins.
///
/// # Errors
/// [`StoreError`].
pub fn answer(transaction: &Transaction<'_>, account: &str, id: &str, answer: ReviewAnswer) -> Result<(), StoreError> {
    let name = match answer {
        ReviewAnswer::WasMe => "was-me",
        ReviewAnswer::WasNotMe => "was-not-me",
    };
    transaction
        .prepare_cached("UPDATE sign_ins SET review = ?3 WHERE id = CAST(?1 AS INTEGER) AND account = ?2")?
        .execute([id, account, name])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<(i64, SignInEvent)> {
    let id: i64 = row.get(0)?;
    let reason: Option<String> = row.get(5)?;
    let event = SignInEvent {
        id: SignInId(id.to_string()),
        at: rfc3339(row.get(1)?),
        outcome: if reason.is_some() { SignInOutcome::Unsuccessful } else { SignInOutcome::Successful },
        reason: reason.as_deref().map(reason_of),
        place: rows::place(row, 12)?,
        operating_system: row.get(6)?,
        browser: row.get(7)?,
        application: row.get(8)?,
        account: AccountId(row.get(9)?),
        user_id: row.get(10)?,
        address: row.get(11)?,
        unusual: row.get(2)?,
        review: review(row.get(3)?),
        session_id: row.get::<_, Option<String>>(4)?.map(SessionId),
    };
    Ok((id, event))
}

/// Everything that can be searched for, a line each, and a number that stands for all of it.
fn described(circumstances: &Circumstances<'_>) -> (String, i64) {
    let Circumstances { reason, place, operating_system, browser, application, user_id, address } = circumstances;
    let (city, country) = place.as_ref().map_or(("", ""), |it| (it.city.as_str(), it.country.as_str()));
    let outcome = search_words::outcome(*reason);
    let words = [
        city,
        country,
        search_words::country(country),
        operating_system.unwrap_or_default(),
        browser.unwrap_or_default(),
        application,
        user_id,
        address,
        &outcome,
    ]
    .join("\n");
    let exactly = place.as_ref().map(|it| format!("{} {}", it.latitude, it.longitude)).unwrap_or_default();
    let [a, b, c, d, e, f, g, h, ..] = fingerprint(format!("{words}\n{exactly}"));
    (sort_name(&words), i64::from_be_bytes([a & 0x7f, b, c, d, e, f, g, h]))
}

/// The seconds of a day (`2026-11-20`) or a month (`2026-11`), UTC.
fn span(word: &str) -> Option<(i64, i64)> {
    let (first, length) = match word.len() {
        10 => (word.parse::<Date>().ok()?, 1.day()),
        7 => (format!("{word}-01").parse::<Date>().ok()?, 1.month()),
        _ => return None,
    };
    let seconds = |date: Date| date.to_zoned(TimeZone::UTC).ok().map(|it| it.timestamp().as_second());
    Some((seconds(first)?, seconds(first.checked_add(length).ok()?)?))
}

fn review(stored: Option<String>) -> Review {
    match stored.as_deref() {
        Some("was-me") => Review::WasMe,
        Some(_) => Review::WasNotMe,
        None => Review::None,
    }
}

fn reason_name(reason: FailureReason) -> &'static str {
    match reason {
        FailureReason::WrongPassword => "wrong-password",
        FailureReason::WrongCode => "wrong-code",
        FailureReason::VerificationMissing => "verification-missing",
        FailureReason::BlockedByPolicy => "blocked-by-policy",
        FailureReason::Unknown => "unknown",
    }
}

fn reason_of(name: &str) -> FailureReason {
    use FailureReason as F;
    let known = [F::WrongPassword, F::WrongCode, F::VerificationMissing, F::BlockedByPolicy];
    known.into_iter().find(|it| reason_name(*it) == name).unwrap_or(F::Unknown)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::span;

    #[test]
    fn a_day_and_a_month_are_spans_of_time_in_utc() {
        assert_eq!(span("2026-01-01"), Some((1_767_225_600, 1_767_312_000)));
        assert_eq!(span("2026-02"), Some((1_769_904_000, 1_772_323_200)));
        for word in ["2026-02-30", "2026-13", "192.0.2.10", "2026", "windows", "9999-12-31"] {
            assert_eq!(span(word), None, "{word}");
        }
    }

    proptest! {
        #[test]
        fn no_word_is_too_strange(word in ".{0,12}", date in "[0-9-]{7,10}") {
            let _ = (span(&word), span(&date));
        }
    }
}
