//! The API's addresses, one file per resource.

pub mod apps;
pub mod capabilities;
pub mod deleted_users;
pub mod devices;
pub mod me;
pub mod organizations;
pub mod password;
pub mod preferences;
pub mod session;
pub mod sessions;
pub mod sign_ins;

use axum::http::StatusCode;
use portal_contract::problem::Code;

use crate::problem::Refusal;

/// 404 for addresses that the API does not have.
pub async fn not_found() -> Refusal {
    Code::NotFound.into()
}

/// 405 for verbs that an address does not have; the router adds `Allow`.
pub async fn method_not_allowed() -> Refusal {
    Code::MethodNotAllowed.into()
}

/// 204.
const DONE: StatusCode = StatusCode::NO_CONTENT;
