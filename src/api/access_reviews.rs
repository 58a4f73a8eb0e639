//! `/me/access-reviews` and `/access-reviews`.

use portal_contract::{
    access_reviews::{
        AcceptedRecommendations, AccessReview, DecisionsTaken, ItemFilter, NewDecisions, OwnDecision, ReviewItem,
    },
    ids::AccessReviewId,
    page::Page,
};

use super::{client, error::ApiError, key::Key};

/// The reviews that the person can answer.
pub async fn pending(cursor: Option<&str>) -> Result<Page<AccessReview>, ApiError> {
    client::get(&super::listed("/me/access-reviews", "", cursor)).await
}

/// Those that ended in the last 30 days.
pub async fn finished(cursor: Option<&str>) -> Result<Page<AccessReview>, ApiError> {
    client::get(&super::listed("/me/access-reviews?state=finished", "", cursor)).await
}

/// One of them.
pub async fn get(id: &AccessReviewId) -> Result<AccessReview, ApiError> {
    client::get(&path(id, "")).await
}

/// One page of the people in it.
pub async fn items(
    id: &AccessReviewId,
    filter: ItemFilter,
    q: &str,
    cursor: Option<&str>,
) -> Result<Page<ReviewItem>, ApiError> {
    let query = match filter {
        ItemFilter::All => "/items?filter=all",
        ItemFilter::Undecided => "/items?filter=undecided",
        ItemFilter::Approved => "/items?filter=approved",
        ItemFilter::Denied => "/items?filter=denied",
        ItemFilter::DontKnow => "/items?filter=dont-know",
    };
    client::get(&super::listed(&path(id, query), q, cursor)).await
}

/// Decides about some of them, or takes decisions back.
pub async fn decide(id: &AccessReviewId, decisions: &NewDecisions, key: &Key) -> Result<DecisionsTaken, ApiError> {
    client::post(&path(id, "/decisions"), decisions, key).await?.read()
}

/// Follows the recommendations about those of some about whom nobody has decided.
pub async fn accept(
    id: &AccessReviewId,
    accepted: &AcceptedRecommendations,
    key: &Key,
) -> Result<DecisionsTaken, ApiError> {
    client::post(&path(id, "/accept-recommendations"), accepted, key).await?.read()
}

/// Answers about oneself.
pub async fn own(id: &AccessReviewId, decision: &OwnDecision, key: &Key) -> Result<(), ApiError> {
    client::post(&path(id, "/own"), decision, key).await?.done()
}

/// Where the results of one that is over are, as a table in a language.
pub fn results(id: &AccessReviewId, language: &str) -> String {
    format!("{}{}?language={language}", portal_contract::BASE, path(id, "/results.csv"))
}

fn path(id: &AccessReviewId, rest: &str) -> String {
    format!("/access-reviews/{}{rest}", js_sys::encode_uri_component(&id.0))
}
