//! `/api/v1/me/access-reviews` and `/access-reviews`: who still needs a group or an app (features 2.6).
//!
//! `GET /me/access-reviews` → `Page<AccessReview>`: those that the person can answer now, the next due first; with
//! `state=finished` those that ended in the last 30 days, the newest first. `GET /access-reviews/{id}` → `AccessReview`.
//! `GET …/{id}/items` → `Page<ReviewItem>` by name; `filter` and `q` choose some. `POST …/{id}/decisions` with
//! `NewDecisions` → `DecisionsTaken`; `POST …/{id}/accept-recommendations` with `AcceptedRecommendations` →
//! `DecisionsTaken`. `POST …/{id}/own` with `OwnDecision` → 204. `GET …/{id}/results.csv` → a table.
//!
//! Who decides in the current stage sees a review; to others it is 404 `not-found`. A decision can be changed until its
//! stage ends, then it is 409 `review-ended`. At the end of the last stage the decisions are applied. Everything is 403
//! `access-denied` for who has no My Apps.

use serde::{Deserialize, Serialize};

use crate::{apps::AppText, ids::AccessReviewId, organizations::OrganizationSummary, whole};

/// The most characters of a reason.
pub const MAX_REASON: usize = 1000;

/// For how many days who decided in a review can see that it ended, and how.
pub const FINISHED_DAYS: i64 = 30;

/// After how many days without a sign-in a review recommends to deny.
pub const QUIET_DAYS: i64 = 30;

/// A review, as its reviewer sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct AccessReview {
    /// Which.
    pub id: AccessReviewId,
    /// What the organization calls it.
    pub display_name: String,
    /// Whose access the person decides about.
    pub kind: ReviewKind,
    /// To what.
    pub resource: ReviewedResource,
    /// Whose group or app it is.
    pub organization: OrganizationSummary,
    /// Whether all of it is over.
    pub finished: bool,
    /// Until when the person can decide: the end of the current stage. Once all is over: when that was.
    pub due_at: String,
    /// When the last stage ends, and decisions are applied.
    pub ends_at: String,
    /// Which stage it is, from 1.
    pub stage: u32,
    /// How many stages there are.
    pub stages: u32,
    /// Whether every answer needs a reason.
    pub reason_required: bool,
    /// What happens to the access of those about whom nobody decides.
    pub no_answer: NoAnswer,
    /// How many changes there were; see [`NewDecisions`].
    pub revision: u32,
    /// About how many people it is: 1 in a review of oneself.
    pub total: u32,
    /// How many are approved in this stage; once all is over: in the end.
    pub approved: u32,
    /// How many are denied.
    pub denied: u32,
    /// About how many the reviewers don't know.
    pub dont_know: u32,
    /// In a review of oneself: what the person answered, if they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<ReviewDecision>,
    /// When the decisions were applied; absent while it runs, and a moment longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applied_at: Option<String>,
    /// How many lost the access by it; 0 until it was applied.
    pub removed: u32,
}

/// Whose access is reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReviewKind {
    /// Everybody decides about themselves.
    Own,
    /// Reviewers decide about others.
    Others,
    /// A newer backend's kind.
    #[serde(other)]
    Unknown,
}

/// What somebody has access to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReviewedResource {
    /// A group or an app.
    pub kind: ResourceKind,
    /// Its name, where it has none in the language of the person.
    pub display_name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What an app is called in other languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<AppText>,
}

/// What kind of thing that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ResourceKind {
    /// Who is in it.
    Group,
    /// Who can open it.
    App,
    /// A newer backend's kind.
    #[serde(other)]
    Unknown,
}

/// What happens to access about which nobody decided, or nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NoAnswer {
    /// It stays.
    Keep,
    /// It ends.
    Remove,
    /// What was recommended.
    Recommendation,
    /// A newer backend's rule.
    #[serde(other)]
    Unknown,
}

/// Which reviews a list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReviewState {
    /// Those that the person can answer now.
    #[default]
    Pending,
    /// Those that ended in the last 30 days.
    Finished,
}

/// Somebody whose access is reviewed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReviewItem {
    /// Which row of the review, in the order of the names.
    pub number: u32,
    /// The person's name.
    pub display_name: String,
    /// What they sign in with.
    pub user_id: String,
    /// Whether they are a guest of the organization.
    pub guest: bool,
    /// When they had last signed in as the review began; absent: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_sign_in_at: Option<String>,
    /// What is recommended: to deny who had not signed in for 30 days.
    pub recommendation: Recommendation,
    /// What was decided in this stage, by whomever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<ReviewDecision>,
    /// What an earlier stage decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<ReviewDecision>,
}

/// What a review recommends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Recommendation {
    /// The person signed in during the 30 days before.
    Approve,
    /// They did not.
    Deny,
    /// A newer backend's recommendation.
    #[serde(other)]
    Unknown,
}

/// What somebody decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReviewDecision {
    /// What.
    pub decision: Decision,
    /// Why, if they said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The name of who decided; absent also when that account does not exist any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// Whether that is the person who asks.
    pub by_me: bool,
    /// When.
    pub decided_at: String,
}

/// What can be decided about access.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// It stays.
    Approve,
    /// It ends.
    Deny,
    /// The reviewer cannot tell: it goes as if nobody had decided.
    DontKnow,
    /// A newer backend's decision.
    #[serde(other)]
    Unknown,
}

/// A decision to take, or to take back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NewDecision {
    /// The access stays.
    Approve,
    /// It ends.
    Deny,
    /// The reviewer cannot tell.
    DontKnow,
    /// As if nobody had decided in this stage.
    None,
}

/// Which rows a list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ItemFilter {
    /// All.
    #[default]
    All,
    /// About whom nobody has decided in this stage.
    Undecided,
    /// Those who are approved.
    Approved,
    /// Those who are denied.
    Denied,
    /// About whom the reviewers don't know.
    DontKnow,
}

/// Some rows of a review: those of `numbers`, or all that a list has, but for `except`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Selection {
    /// Rows by their numbers; what is no row any more is passed over. Required without `all`, forbidden with it.
    #[serde(default, deserialize_with = "whole::all", skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<u32>,
    /// Every row that `filter` and `q` find.
    #[serde(default)]
    pub all: bool,
    /// With `all`: of which rows.
    #[serde(default)]
    pub filter: ItemFilter,
    /// With `all`: what names or user IDs contain; at most 256 characters.
    #[serde(default)]
    pub q: String,
    /// With `all`: rows that are not meant.
    #[serde(default, deserialize_with = "whole::all", skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<u32>,
}

/// `POST /access-reviews/{id}/decisions`: one decision for many rows. The last reviewer wins, and is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewDecisions {
    /// About whom.
    pub selection: Selection,
    /// What.
    pub decision: NewDecision,
    /// Why: at most 1,000 characters, surrounding spaces ignored; required where the review says so, but not to take a
    /// decision back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The review's `revision` when the person read the rows: what somebody else decided after it counts as `overruled`.
    #[serde(deserialize_with = "whole::one")]
    pub revision: u32,
}

/// `POST /access-reviews/{id}/accept-recommendations`: the recommendations for those of some rows about whom nobody has
/// decided in this stage. It never changes a decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AcceptedRecommendations {
    /// About whom.
    pub selection: Selection,
}

/// What became of decisions about some rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DecisionsTaken {
    /// About how many people was decided; the others of the selection stay as they were.
    pub decided: u32,
    /// About how many of them somebody else had decided meanwhile; this decision stands in its place.
    pub overruled: u32,
}

/// `POST /access-reviews/{id}/own`: whether one still needs the access.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OwnDecision {
    /// **Yes** keeps it, **No** gives it up.
    pub needed: bool,
    /// Why, as in [`NewDecisions`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
