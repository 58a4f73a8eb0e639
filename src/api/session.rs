//! `/session`.

use portal_contract::session::{Challenge, NewChallenge, Proof, SecondFactor, Session, SignIn};

use super::{client, error::ApiError, key::Key};

/// The sign-in page of somebody who has just gone.
pub const SIGNED_OUT: &str = "/?signed-out";

/// Who is signed in, if anybody.
pub async fn get() -> Result<Session, ApiError> {
    noted(client::get(client::SESSION).await?)
}

/// What signing in leads to.
#[expect(clippy::large_enum_variant, reason = "one of it, for a moment; a box is more code to download")]
pub enum Signed {
    /// The session, or its second step.
    Here(Session),
    /// The identity provider, from this address on.
    Elsewhere(String),
}

/// First step: user ID and password, or on to the identity provider.
pub async fn sign_in(credentials: &SignIn) -> Result<Signed, ApiError> {
    let answer = client::post(client::SESSION, credentials, &Key::fresh()).await?;
    match answer.redirect() {
        Some(address) => Ok(Signed::Elsewhere(address)),
        None => Ok(Signed::Here(noted(answer.read()?)?)),
    }
}

/// Second step, where the account has one.
pub async fn second_factor(code: &SecondFactor) -> Result<Session, ApiError> {
    noted(client::post("/session/second-factor", code, &Key::fresh()).await?.read()?)
}

/// Sends a code to a phone, or gets what a security key has to sign.
pub async fn challenge(wanted: &NewChallenge) -> Result<Challenge, ApiError> {
    client::post("/session/second-factor/challenges", wanted, &Key::fresh()).await?.read()
}

/// A fresh proof of identity for sensitive changes.
pub async fn prove(proof: &Proof) -> Result<Session, ApiError> {
    noted(client::post("/session/proof", proof, &Key::fresh()).await?.read()?)
}

/// Stays signed in for another while: any signed-in request starts the idle time anew (`security.md` S5).
pub async fn extend() -> Result<(), ApiError> {
    client::get::<portal_contract::preferences::Preferences>("/me/preferences").await?;
    Ok(())
}

/// Ends the session. Where to go next: to the identity provider, whose own session ends there, or to the sign-in page.
pub async fn sign_out() -> Result<String, ApiError> {
    let answer = client::delete(client::SESSION).await?;
    let next = match answer.redirect() {
        Some(address) => address,
        None => answer.done().map(|()| SIGNED_OUT.to_owned())?,
    };
    client::note_session_end(None);
    Ok(next)
}

fn noted(session: Session) -> Result<Session, ApiError> {
    client::note_session_end(session.expires_in.map(|it| it as f64));
    client::note_account(session.user.as_ref().map(|it| it.id.to_string()));
    Ok(session)
}
