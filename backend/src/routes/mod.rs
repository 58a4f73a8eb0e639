//! The API's addresses, one file per resource.

pub mod access_reviews;
pub mod app_catalogue;
pub mod app_passwords;
pub mod app_permissions;
pub mod app_requests;
pub mod apps;
pub mod capabilities;
pub mod challenges;
pub mod collections;
pub mod deleted_users;
pub mod devices;
pub mod enrolments;
pub mod group_access;
pub mod group_members;
pub mod group_owners;
pub mod group_rules;
pub mod groups;
pub mod health;
pub mod join_requests;
pub mod me;
pub mod methods;
pub mod my_data;
pub mod oidc;
pub mod organizations;
pub mod outbox;
pub mod password;
pub mod password_reset;
pub mod photo;
pub mod preferences;
pub mod privacy;
pub mod requests;
pub mod reset_setup;
pub mod saved_accounts;
pub mod security_questions;
pub mod session;
pub mod sessions;
pub mod sign_ins;
pub mod terms;
pub mod trusted_devices;

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
