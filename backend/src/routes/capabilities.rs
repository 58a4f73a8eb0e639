//! `/capabilities`: what this backend can do.

use axum::Json;
use portal_contract::capabilities::{Capabilities, Support};

/// What this backend can do, so that the page hides or explains instead of failing.
#[utoipa::path(
    get, path = "/api/v1/capabilities", tag = "capabilities",
    responses((status = 200, description = "What this backend can do.", body = Capabilities))
)]
pub async fn get() -> Json<Capabilities> {
    Json(Capabilities {
        sign_in: Support::Supported,
        leave_organization: Support::Supported,
        deleted_users: Support::Supported,
        disable_device: Support::Supported,
        bit_locker_keys: Support::Supported,
        change_password: Support::Supported,
        end_session: Support::Supported,
        sign_out_everywhere: Support::Supported,
        review_sign_in: Support::Supported,
    })
}
