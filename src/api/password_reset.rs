//! `/password-reset`.

use portal_contract::{
    password_reset::{NewPassword, NewPasswordReset, NewResetChallenge, PasswordReset, ResetProgress, ResetProof},
    session::Challenge,
};

use super::{client, error::ApiError, key::Key};

/// Begins, whoever it is.
pub async fn begin(new: &NewPasswordReset, key: &Key) -> Result<PasswordReset, ApiError> {
    client::post("/password-reset", new, key).await?.read()
}

/// Sends a code, if that is where codes go.
pub async fn challenge(new: &NewResetChallenge, key: &Key) -> Result<Challenge, ApiError> {
    client::post("/password-reset/challenges", new, key).await?.read()
}

/// Proves one method.
pub async fn verify(proof: &ResetProof, key: &Key) -> Result<ResetProgress, ApiError> {
    client::post("/password-reset/verify", proof, key).await?.read()
}

/// Sets the new password; every session ends.
pub async fn finish(new: &NewPassword, key: &Key) -> Result<(), ApiError> {
    client::post("/password-reset/finish", new, key).await?.done()
}
