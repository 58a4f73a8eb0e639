//! `/password-reset`: a forgotten password (features 2.4). What may be told when is in [`crate::password_reset`].

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};
use portal_contract::{
    methods::{MAX_ANSWER, MethodKind, Question},
    password_reset::{NewPassword, NewPasswordReset, NewResetChallenge, PasswordReset, ResetProgress, ResetProof},
    problem::{Code, FieldCode, FieldProblem},
    session,
};
use rusqlite::{Connection, Transaction};
use tracing::Instrument;

use super::DONE;
use crate::{
    address,
    clock::rfc3339,
    fields,
    idempotency::IdempotencyKey,
    input::Body,
    message::{Carrier, Sender},
    new_password::{self, Owner, minimum},
    password_reset::{Eligible, Try, open, paced},
    portal::Portal,
    problem::Refusal,
    questions::normalised,
    request::RequestInfo,
    secret::{fingerprint, session_token},
    sending,
    store::{
        StoreError, accounts, attempts, audit,
        challenges::{self, CODE_SECONDS, Challenge, Purpose},
        password,
        password_resets::{self, RESET_SECONDS, Reset},
        second_factors, sessions, trusted_devices,
    },
};

/// Begins. The answer is the same for every user ID.
#[utoipa::path(
    post, path = "/api/v1/password-reset", tag = "password-reset", request_body = NewPasswordReset,
    responses(
        (status = 200, description = "Begun, whether or not there is such an account.", body = PasswordReset),
        (status = 409, description = "`password-not-changeable`: that domain's passwords are kept at its identity provider."),
        (status = 429, description = "`too-many-attempts`: twenty a minute from one address.", headers(("Retry-After" = i64, description = "Seconds."))),
    )
)]
pub async fn begin(
    State(portal): State<Arc<Portal>>,
    request: RequestInfo,
    _: IdempotencyKey,
    Body { value: body, .. }: Body<NewPasswordReset>,
) -> Result<Json<PasswordReset>, Refusal> {
    let user_id = fields::user_id(&body.user_id)?;
    // As signing in does, this goes by the domain alone: it tells nothing of accounts.
    if portal.providers.of_user_id(&user_id).is_some() {
        return Err(Code::PasswordNotChangeable.into());
    }
    let (now, token) = (portal.clock.now(), session_token());
    let (token_hash, account_key) = (fingerprint(&token), fingerprint(&user_id));
    let begin = move |transaction: &Transaction<'_>| {
        if let Some(seconds) = password_resets::beginning_wait(transaction, now, &request.network)? {
            return Err(Refusal::too_many_attempts(seconds));
        }
        let account = accounts::credentials(transaction, &user_id)?.map(|known| known.account);
        password_resets::begin(transaction, now, (&token_hash, &account_key), account.as_deref(), &request.network)?;
        let reset = password_resets::find(transaction, &token_hash)?.ok_or(Code::Internal)?;
        Ok(audit::record(transaction, now, Try::claim(&reset, "password-reset.begin", request).did())?)
    };
    paced(portal.store.write(begin)).await?;
    Ok(Json(PasswordReset { token, expires_at: rfc3339(now + RESET_SECONDS), kinds: first_kinds(&*portal.sender) }))
}

/// What anybody can try first here.
fn first_kinds(sender: &dyn Sender) -> Vec<MethodKind> {
    let calls = sender.carries(Carrier::Text) || sender.carries(Carrier::Call);
    let kinds = [
        (MethodKind::AuthenticatorApp, true),
        (MethodKind::Phone, calls),
        (MethodKind::Email, sender.carries(Carrier::Mail)),
    ];
    kinds.into_iter().filter(|it| it.1).map(|it| it.0).collect()
}

/// Sends a code, if the number or address is the account's and good for reset; the answer is the same if not.
///
/// A repeat sends no second message.
#[utoipa::path(
    post, path = "/api/v1/password-reset/challenges", tag = "password-reset", request_body = NewResetChallenge,
    responses(
        (status = 200, description = "What the code answers, sent or not.", body = session::Challenge),
        (status = 410, description = "`gone`: no such reset, or its time is over."),
        (status = 422, description = "`invalid-fields`: `/kind`, `/target`, `/channel`."),
        (status = 429, description = "`too-many-attempts`: three codes in ten minutes.", headers(("Retry-After" = i64, description = "Seconds."))),
    )
)]
pub async fn challenge(
    State(portal): State<Arc<Portal>>,
    request: RequestInfo,
    IdempotencyKey(key): IdempotencyKey,
    Body { value: body, .. }: Body<NewResetChallenge>,
) -> Result<Json<session::Challenge>, Refusal> {
    let (now, kind) = (portal.clock.now(), body.kind);
    let target = match kind {
        MethodKind::Phone => address::phone(&body.target, MethodKind::OfficePhone),
        MethodKind::Email => address::mail(&body.target, &[], None),
        _ => return Err(Refusal::field("/kind", FieldCode::Malformed, None)),
    };
    let target = target.map_err(|code| Refusal::field("/target", code, None))?;
    // Asked for everybody alike: what the portal cannot carry is refused, whatever the account has.
    sending::carrier(kind, body.channel, &*portal.sender)?;
    let sent_to = address::masked(&target);
    let sender = Arc::clone(&portal.sender);
    let ask = move |transaction: &Transaction<'_>| {
        let reset = open(transaction, now, &body.token)?;
        let mine = (reset.id.as_str(), Purpose::Reset);
        let same = |it: &Challenge| {
            it.kind == kind && it.target.as_deref().is_some_and(|before| before.eq_ignore_ascii_case(&target))
        };
        if let Some(before) = challenges::begun_with(transaction, mine, &key)? {
            return if same(&before) { Ok((before, None)) } else { Err(Code::IdempotencyKeyReused.into()) };
        }
        if let Some(seconds) = password_resets::sending_wait(transaction, now, &reset.account_key, kind)? {
            return Err(Refusal::too_many_attempts(seconds));
        }
        let eligible = Eligible::of(transaction, &reset)?;
        let found = eligible.as_ref().and_then(|it| it.at(kind, &target).map(|method| (it, method)));
        // What cannot be sent (an office phone gets no texts, sign-in has used up the limit) is not said.
        let prepared = found.and_then(|(eligible, method)| {
            let carrier = sending::carrier(method.kind, body.channel, &*sender).ok()?;
            let whose = (eligible.account.as_str(), eligible.situation.policy.language);
            let sent =
                sending::prepare(transaction, now, whose, (method.kind, carrier), method.target.clone()?).ok()?;
            Some((method.id.clone(), sent))
        });
        let (challenge, message) = match prepared {
            Some((method, (challenge, message))) => {
                (Challenge { kind, method: Some(method), ..challenge }, Some(message))
            }
            None => (Challenge { target: Some(target), ..Challenge::new(kind, now + CODE_SECONDS) }, None),
        };
        challenges::put(transaction, now, mine, Some(&key), &challenge)?;
        audit::record(transaction, now, Try::claim(&reset, "password-reset.challenge", request).did())?;
        Ok((challenge, message))
    };
    let (challenge, message) = paced(portal.store.write(ask)).await?;
    if let Some(message) = message {
        // Nobody waits for it: how long that takes, and whether it works, would tell that there is somebody.
        let send = async move {
            if let Err(error) = portal.sender.send(message).await {
                tracing::error!(%error, "a code was not sent");
            }
        };
        tokio::spawn(send.in_current_span());
    }
    let expires_at = rfc3339(challenge.expires_at);
    Ok(Json(session::Challenge { id: challenge.id, sent_to: Some(sent_to), options: None, expires_at }))
}

/// Proves one method.
#[utoipa::path(
    post, path = "/api/v1/password-reset/verify", tag = "password-reset", request_body = ResetProof,
    responses(
        (status = 200, description = "Proven, and what comes next.", body = ResetProgress),
        (status = 401, description = "`invalid-credentials`: not right, or there is no such account."),
        (status = 409, description = "`challenge-expired`: ask for a new code."),
        (status = 410, description = "`gone`: no such reset, or its time is over."),
        (status = 429, description = "`too-many-attempts`.", headers(("Retry-After" = i64, description = "Seconds."))),
    )
)]
pub async fn verify(
    State(portal): State<Arc<Portal>>,
    request: RequestInfo,
    IdempotencyKey(key): IdempotencyKey,
    Body { value: body, .. }: Body<ResetProof>,
) -> Result<Json<ResetProgress>, Refusal> {
    let (now, kind) = (portal.clock.now(), body.kind);
    let attempt = Try { kind, key, request };
    let challenge = body.challenge.clone().filter(|id| !id.is_empty());
    match kind {
        MethodKind::SecurityQuestions => return paced(answers(&portal, attempt, body)).await.map(Json),
        MethodKind::AuthenticatorApp => {}
        MethodKind::Phone | MethodKind::Email if challenge.is_some() => {}
        MethodKind::Phone | MethodKind::Email => {
            return Err(Refusal::field("/challenge", FieldCode::Required, None));
        }
        _ => return Err(Refusal::field("/kind", FieldCode::Malformed, None)),
    }
    let code = fields::code(body.code.as_deref())?;
    let challenge = challenge.filter(|_| kind != MethodKind::AuthenticatorApp);
    let check = move |transaction: &Transaction<'_>| {
        let reset = open(transaction, now, &body.token)?;
        attempt.code(transaction, now, &reset, (&code, challenge.as_deref()))
    };
    // The outer result is the transaction's: a refusal has to be committed with its failure.
    Ok(Json(paced(portal.store.write::<_, Refusal>(check)).await??))
}

/// Proves the answers to all security questions of an account of which something was proven before.
///
/// Runs to its end even when the one who asked hangs up: a guess counts whether or not its answer is heard.
async fn answers(portal: &Arc<Portal>, attempt: Try, body: ResetProof) -> Result<ResetProgress, Refusal> {
    let portal = Arc::clone(portal);
    let check = async move {
        // Counted within the turn, so that many guesses at once cannot slip past the limit.
        let mut turn = portal.passwords.turn().await;
        let now = portal.clock.now();
        let (token, asking) = (body.token.clone(), attempt.clone());
        let look = move |connection: &Connection| {
            let reset = open(connection, now, &token)?;
            let proven = password_resets::proven(connection, &reset.id)?;
            if proven.is_empty() {
                return Err(Refusal::field("/kind", FieldCode::Malformed, None));
            }
            if let Some(progress) = asking.admitted(connection, now, &reset, &proven)? {
                return Ok(Err(progress));
            }
            let eligible = Eligible::of(connection, &reset)?;
            let asked = eligible.map(|it| it.questions(connection)).transpose()?;
            Ok(Ok(asked.unwrap_or_default()))
        };
        let (method, asked) = match portal.store.read(look).await? {
            Ok(asked) => asked,
            Err(progress) => return Ok(progress),
        };
        let mut right = method.is_some();
        for (answer, stored) in read(&body, asked)? {
            right &= turn.verify(answer, Some(stored)).await?;
        }
        let check = move |transaction: &Transaction<'_>| {
            let reset = open(transaction, now, &body.token)?;
            let eligible = Eligible::of(transaction, &reset)?.filter(|_| right);
            if let (Some(_), Some(method)) = (&eligible, &method) {
                second_factors::used(transaction, now, method)?;
            }
            attempt.tried(transaction, now, &reset, eligible)
        };
        portal.store.write::<_, Refusal>(check).await?
    };
    tokio::spawn(check.in_current_span()).await.map_err(StoreError::from)?
}

/// The normalised answer to each question that is asked, with the hash of the right one.
fn read(body: &ResetProof, asked: Vec<(Question, String)>) -> Result<Vec<(String, String)>, Refusal> {
    let mut errors = Vec::new();
    let mut read = Vec::with_capacity(asked.len());
    for (place, (question, stored)) in asked.into_iter().enumerate() {
        let given = body.answers.iter().find(|it| it.question_id == question.id);
        let answer = normalised(given.map_or("", |it| &it.answer));
        let problem = match answer.chars().count() {
            0 => Some((FieldCode::Required, None)),
            count if count > MAX_ANSWER as usize => Some((FieldCode::TooLong, Some(MAX_ANSWER))),
            _ => None,
        };
        let pointer = format!("/answers/{place}/answer");
        errors.extend(problem.map(|(code, limit)| FieldProblem { pointer, code, limit }));
        read.push((answer, stored));
    }
    if errors.is_empty() { Ok(read) } else { Err(Refusal::fields(errors)) }
}

/// Sets the new password: every session of the account ends, and what was counted against it is forgotten.
#[utoipa::path(
    post, path = "/api/v1/password-reset/finish", tag = "password-reset", request_body = NewPassword,
    responses(
        (status = 204, description = "Changed; every session has ended."),
        (status = 401, description = "`invalid-credentials`: not enough was proven."),
        (status = 410, description = "`gone`: no such reset, or its time is over."),
        (status = 422, description = "`invalid-fields` with the reason against the new password, `idempotency-key-reused`."),
    )
)]
pub async fn finish(
    State(portal): State<Arc<Portal>>,
    request: RequestInfo,
    IdempotencyKey(key): IdempotencyKey,
    Body { value: body, hash: body_hash }: Body<NewPassword>,
) -> Result<StatusCode, Refusal> {
    let (now, token_hash) = (portal.clock.now(), fingerprint(&body.token));
    let look = move |connection: &Connection| ready(connection, now, &token_hash);
    let (reset, eligible) = paced(portal.store.read(look)).await?;
    // What tells a repeat from another request is as costly to guess from the database as the password itself.
    let salt = fingerprint(format!("{} {key}", reset.id));
    let sealed = portal.passwords.turn().await.seal(body_hash, salt).await?;
    let Some((eligible, user_id)) = eligible else {
        return match reset.finished {
            Some((before, said)) if before == key && said == sealed => Ok(DONE),
            Some((before, _)) if before == key => Err(Code::IdempotencyKeyReused.into()),
            _ => Err(Code::Gone.into()),
        };
    };
    let Eligible { hash: old, password: known, .. } = eligible;
    let minimum = minimum(&known);
    let owner = Owner { name: known.display_name, user_id, organization: known.organization, minimum };
    new_password::check_new(&body.new_password, &owner)?;
    let mut turn = portal.passwords.turn().await;
    if turn.verify(body.new_password.clone(), Some(old.clone())).await? {
        return Err(Refusal::field("/newPassword", FieldCode::SameAsOld, None));
    }
    let new = turn.hash(body.new_password).await?;
    let change = move |transaction: &Transaction<'_>| {
        let (reset, eligible) = ready(transaction, now, &token_hash)?;
        let Some((Eligible { account, .. }, _)) = eligible else {
            // The same request came twice at once.
            return if reset.finished == Some((key, sealed)) { Ok(()) } else { Err(Code::Gone.into()) };
        };
        if !password::change(transaction, now, &account, &old, &new)? {
            return Err(Code::Gone.into());
        }
        sessions::end_all(transaction, &account)?;
        trusted_devices::restore(transaction, &account)?;
        attempts::clear(transaction, &reset.account_key)?;
        password_resets::finish(transaction, &reset, &key, &sealed)?;
        Ok::<_, Refusal>(audit::record(transaction, now, Try::claim(&reset, "password-reset.finish", request).did())?)
    };
    portal.store.write(change).await?;
    Ok(DONE)
}

/// An attempt in which enough was proven, with its account and user ID; without them one that is finished.
type Ready = (Reset, Option<(Eligible, String)>);

/// The attempt of a token, if a new password may be set in it or was.
fn ready(connection: &Connection, now: i64, token_hash: &[u8; 32]) -> Result<Ready, Refusal> {
    let reset = password_resets::find(connection, token_hash)?.ok_or(Code::Gone)?;
    if reset.finished.is_some() {
        return Ok((reset, None));
    }
    if !reset.is_open(now) {
        return Err(Code::Gone.into());
    }
    let proven = password_resets::proven(connection, &reset.id)?;
    let eligible = Eligible::of(connection, &reset)?.filter(|it| it.is_proven(&proven));
    let eligible = eligible.ok_or(Code::InvalidCredentials)?;
    let user_id = accounts::me(connection, &eligible.account)?.ok_or(Code::Gone)?.user_id;
    Ok((reset, Some((eligible, user_id))))
}
