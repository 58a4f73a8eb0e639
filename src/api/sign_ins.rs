//! `/me/sign-ins`.

use portal_contract::{
    ids::SignInId,
    page::Page,
    sign_ins::{ReviewAnswer, SignInEvent, SignInFilter, SignInReview},
};

use super::{client, error::ApiError, key::Key};

/// One page of the history, newest first; `q` searches every field.
pub async fn list(q: String, filter: SignInFilter, cursor: Option<String>) -> Result<Page<SignInEvent>, ApiError> {
    let path = match filter {
        SignInFilter::All => "/me/sign-ins?limit=50",
        SignInFilter::Successful => "/me/sign-ins?limit=50&outcome=successful",
        SignInFilter::Unsuccessful => "/me/sign-ins?limit=50&outcome=unsuccessful",
        SignInFilter::Unusual => "/me/sign-ins?outcome=unusual",
    };
    client::get(&super::listed(path, &q, cursor.as_deref())).await
}

/// Says whether the person recognises one; that they do not needs a proof of identity and ends its session.
pub async fn review(id: &SignInId, answer: ReviewAnswer, key: &Key) -> Result<(), ApiError> {
    client::post(&format!("/me/sign-ins/{id}/review"), &SignInReview { answer }, key).await?.done()
}
