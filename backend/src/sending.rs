//! Sending a code (S8): limited, kept as a hash, handed to the sender once the challenge is committed.

use std::sync::Arc;

use portal_contract::{
    methods::{Channel, MethodKind},
    preferences::Language,
    problem::{Code, FieldCode},
};
use rusqlite::Transaction;
use tracing::Instrument;

use crate::{
    codes,
    message::{Carrier, Message, Sender},
    methods,
    portal::Portal,
    problem::Refusal,
    store::{
        StoreError,
        challenges::{self, CODE_SECONDS, Challenge},
        idempotency,
    },
};

/// How a code travels to a method of this kind; without a wish the first way that there is.
///
/// # Errors
/// 422 when it cannot travel that way.
pub fn carrier(kind: MethodKind, wish: Option<Channel>, sender: &dyn Sender) -> Result<Carrier, Refusal> {
    let possible: &[Carrier] = match kind {
        MethodKind::OfficePhone => &[Carrier::Call],
        kind if methods::is_phone(kind) => &[Carrier::Text, Carrier::Call],
        _ => &[Carrier::Mail],
    };
    let fits =
        |carrier: &&Carrier| sender.carries(**carrier) && wish.is_none_or(|wish| Carrier::from(wish) == **carrier);
    let found = possible.iter().find(fits).copied();
    found.ok_or_else(|| Refusal::field("/channel", FieldCode::Malformed, None))
}

/// A fresh code for `target`: the challenge to keep, and the message to deliver once it is committed.
///
/// # Errors
/// 429 after three codes in ten minutes.
pub fn prepare(
    transaction: &Transaction<'_>,
    now: i64,
    (account, language): (&str, Language),
    (kind, carrier): (MethodKind, Carrier),
    target: String,
) -> Result<(Challenge, Message), Refusal> {
    if let Some(seconds) = challenges::sending_wait(transaction, now, account, kind)? {
        return Err(Refusal::too_many_attempts(seconds));
    }
    challenges::note_sent(transaction, now, account, kind)?;
    let code = codes::six_digits();
    let mut challenge = Challenge::new(kind, now + CODE_SECONDS);
    challenge.code_hash = Some(codes::hash(&challenge.id, &code));
    challenge.target = Some(target.clone());
    Ok((challenge, Message::with_code(carrier, target, language, &code)))
}

/// Delivers a message, even when the one who asked hangs up. If that fails, the challenge and the memory of the request
/// (account and key) go, so that the same request can be sent again.
///
/// # Errors
/// 503 `message-not-sent`.
pub async fn deliver(
    portal: &Arc<Portal>,
    message: Message,
    challenge: String,
    request: Option<(String, String)>,
) -> Result<(), Refusal> {
    let portal = Arc::clone(portal);
    let work = async move {
        let Err(error) = portal.sender.send(message).await else { return Ok(()) };
        tracing::error!(%error, "a code was not sent");
        let withdraw = move |transaction: &Transaction<'_>| {
            challenges::withdraw(transaction, &challenge)?;
            match request {
                Some((account, key)) => idempotency::forget_key(transaction, &account, &key),
                None => Ok(()),
            }
        };
        portal.store.write::<_, StoreError>(withdraw).await?;
        Err(Code::MessageNotSent.into())
    };
    tokio::spawn(work.in_current_span()).await.map_err(StoreError::from)?
}
