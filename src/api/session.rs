//! `/session`.

use portal_contract::session::{Proof, SecondFactor, Session, SignIn};

use super::{client, error::ApiError, key::Key};

/// Who is signed in, if anybody.
pub async fn get() -> Result<Session, ApiError> {
    noted(client::get(client::SESSION).await?)
}

/// First step: user ID and password.
pub async fn sign_in(credentials: &SignIn) -> Result<Session, ApiError> {
    noted(client::post(client::SESSION, credentials, &Key::fresh()).await?.read()?)
}

/// Second step, where the account has one.
pub async fn second_factor(code: &SecondFactor) -> Result<Session, ApiError> {
    noted(client::post("/session/second-factor", code, &Key::fresh()).await?.read()?)
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

/// Ends the session.
pub async fn sign_out() -> Result<(), ApiError> {
    client::delete(client::SESSION).await?.done()?;
    client::note_session_end(None);
    Ok(())
}

fn noted(session: Session) -> Result<Session, ApiError> {
    client::note_session_end(session.expires_in.map(|it| it as f64));
    client::note_account(session.user.as_ref().map(|it| it.id.to_string()));
    Ok(session)
}
