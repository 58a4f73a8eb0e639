//! `/me/terms-of-use`.

use portal_contract::{
    ids::TermsId,
    page::Page,
    terms::{TermsAnswer, TermsOfUse},
};

use super::{client, error::ApiError, key::Key};

/// The documents that hold for the person: those to accept first.
pub async fn list() -> Result<Page<TermsOfUse>, ApiError> {
    client::get("/me/terms-of-use").await
}

/// Accepts (`true`) or declines a document.
pub async fn answer(id: &TermsId, answer: &TermsAnswer, accepted: bool, key: &Key) -> Result<(), ApiError> {
    let verb = if accepted { "accept" } else { "decline" };
    client::post(&format!("/me/terms-of-use/{id}/{verb}"), answer, key).await?.done()
}
