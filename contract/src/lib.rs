//! The portal's API as types: every request and answer of `/api/v1`, shared by frontend and backend.
//!
//! Field names follow Microsoft Graph where Graph has the thing. Answers tolerate fields they do not know, requests
//! refuse them; an enum value that a newer backend adds reads as `Unknown` instead of failing the whole answer.
//! Times are RFC 3339 UTC strings. No I/O and no rules live here.

pub mod access_reviews;
pub mod app_permissions;
pub mod app_requests;
pub mod apps;
pub mod capabilities;
pub mod collections;
pub mod contacts;
pub mod deleted_users;
pub mod devices;
pub mod group_members;
pub mod groups;
pub mod ids;
pub mod join_requests;
pub mod me;
pub mod methods;
pub mod my_data;
pub mod organizations;
pub mod page;
pub mod password;
pub mod password_reset;
pub mod photo;
pub mod preferences;
pub mod privacy;
pub mod problem;
pub mod reset_setup;
pub mod saved_accounts;
pub mod session;
pub mod sessions;
pub mod sign_ins;
pub mod terms;
pub mod trusted_devices;
mod whole;

/// Where every address of the contract begins.
pub const BASE: &str = "/api/v1";

/// Header that every mutation carries, so that no form or link of another site can send one (`security.md` S3).
pub const PORTAL_HEADER: &str = "X-Portal-Request";

/// Header that makes a repeated POST have one effect (`security.md` R2).
pub const IDEMPOTENCY_HEADER: &str = "Idempotency-Key";

/// Header that names the account a request is meant for (its id in the session). Two tabs of one browser share a cookie:
/// when somebody else has signed in meanwhile, the request is refused instead of being done as that person (R5).
pub const ACCOUNT_HEADER: &str = "X-Portal-Account";

/// Header on every answer to a signed-in request: seconds until the session ends if nothing more is asked (S5).
pub const SESSION_HEADER: &str = "Session-Expires-In";

/// Seconds for which a proof of identity opens sensitive changes (S4).
pub const PROOF_SECONDS: i64 = 300;
