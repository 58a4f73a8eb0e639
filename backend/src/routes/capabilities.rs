//! `/capabilities`: what this backend can do.

use axum::Json;
use portal_contract::capabilities::Capabilities;

/// What this backend can do, so that the page hides or explains instead of failing.
#[utoipa::path(
    get, path = "/api/v1/capabilities", tag = "capabilities",
    responses((status = 200, description = "What this backend can do.", body = Capabilities))
)]
pub async fn get() -> Json<Capabilities> {
    // All of it, as the default says.
    Json(Capabilities::default())
}
