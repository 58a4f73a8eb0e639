//! Every address of the server at a glance, and the layers around them.

use std::{path::Path, sync::Arc};

use axum::{
    Json, Router,
    extract::DefaultBodyLimit,
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{any, delete, get, patch, post, put},
};
use portal_contract::problem::Code;
use tower_http::catch_panic::CatchPanicLayer;

use crate::{
    csrf,
    headers::SecurityHeaders,
    input::MAX_BODY,
    metrics, openapi,
    portal::Portal,
    problem::Refusal,
    request::{self, Edge},
    routes::{
        access_reviews, app_catalogue, app_passwords, app_permissions, app_requests, apps, capabilities, challenges,
        collections, deleted_users, devices, enrolments, group_members, group_owners, group_rules, groups, health,
        join_requests, me, method_not_allowed, methods, my_data, not_found, oidc, organizations, outbox, password,
        password_reset, photo, preferences, privacy, reset_setup, saved_accounts, security_questions, session,
        sessions as active_sessions, sign_ins, terms, trusted_devices,
    },
    session as sessions, static_files,
};

/// The whole server: the API, and the static files of `pages` for everything else.
///
/// From outside to inside: request id, log and security headers; metrics; panics; then for the API cross-site requests, the
/// body's size, and whose session it is.
pub fn build(portal: Arc<Portal>, pages: &Path) -> Router {
    let edge = Edge { security: SecurityHeaders::for_pages(pages), proxies: portal.proxies.clone() };
    let metrics = Arc::clone(&portal.metrics);
    let health = health::routes(Arc::clone(&portal));
    let demo = match portal.demo {
        true => Router::new().route("/demo/outbox", get(outbox::page)).with_state(Arc::clone(&portal)),
        false => Router::new(),
    };
    // From server to server: neither what browsers say of sites nor a session counts there.
    let providers = Router::new()
        .route("/api/v1/oidc/backchannel-logout", post(oidc::backchannel_logout))
        .method_not_allowed_fallback(method_not_allowed)
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .with_state(Arc::clone(&portal));
    api(portal)
        .merge(demo)
        .merge(health)
        .merge(providers)
        .fallback_service(static_files::service(pages))
        .layer(CatchPanicLayer::custom(|_| failed()))
        .layer(from_fn_with_state(metrics, metrics::layer))
        .layer(from_fn_with_state(Arc::new(edge), request::layer))
}

fn api(portal: Arc<Portal>) -> Router {
    Router::new()
        .route("/api/v1/capabilities", get(capabilities::get))
        .route("/api/v1/openapi.json", get(async || Json(openapi::document())))
        .route("/api/v1/session", get(session::get).post(session::sign_in).delete(session::sign_out))
        .route("/api/v1/session/second-factor", post(session::second_factor))
        .route("/api/v1/session/second-factor/challenges", post(challenges::create))
        .route("/api/v1/session/proof", post(session::prove))
        .route("/api/v1/session/oidc/start", get(oidc::start))
        .route("/api/v1/session/oidc/callback", get(oidc::callback))
        .route("/api/v1/password-reset", post(password_reset::begin))
        .route("/api/v1/password-reset/challenges", post(password_reset::challenge))
        .route("/api/v1/password-reset/verify", post(password_reset::verify))
        .route("/api/v1/password-reset/finish", post(password_reset::finish))
        .route("/api/v1/me", get(me::get))
        .route("/api/v1/me/apps", get(apps::list))
        .route("/api/v1/me/apps/{id}", get(app_permissions::get))
        .route("/api/v1/me/apps/{id}/permissions", get(app_permissions::list))
        .route("/api/v1/me/apps/{id}/permissions/revoke-all", post(app_permissions::revoke_all))
        .route("/api/v1/me/apps/{id}/permissions/{permissionId}/revoke", post(app_permissions::revoke))
        .route("/api/v1/me/apps/{id}/saved-accounts", get(saved_accounts::list).post(saved_accounts::add))
        .route(
            "/api/v1/me/apps/{id}/saved-accounts/{savedAccountId}",
            patch(saved_accounts::change).delete(saved_accounts::clear),
        )
        .route("/api/v1/me/apps/{id}/hide", post(apps::hide))
        .route("/api/v1/me/apps/{id}/show", post(apps::show))
        .route("/api/v1/me/apps/{id}/open", post(apps::open))
        .route("/api/v1/me/app-catalogue", get(app_catalogue::list))
        .route("/api/v1/me/app-catalogue/{id}/add", post(app_catalogue::add))
        .route("/api/v1/me/app-requests", get(app_requests::own).post(app_requests::ask))
        .route("/api/v1/me/app-requests/{id}/withdraw", post(app_requests::withdraw))
        .route("/api/v1/app-requests", get(app_requests::queue))
        .route("/api/v1/app-requests/{id}", get(app_requests::get))
        .route("/api/v1/app-requests/{id}/approve", post(app_requests::approve))
        .route("/api/v1/app-requests/{id}/deny", post(app_requests::deny))
        .route("/api/v1/groups/{id}/membership", get(group_members::membership))
        .route("/api/v1/groups/{id}/members", get(group_members::list).post(group_members::add))
        .route("/api/v1/groups/{id}/members/{accountId}", delete(group_members::remove))
        .route("/api/v1/directory", get(group_members::directory))
        .route("/api/v1/me/joinable-groups", get(join_requests::joinable))
        .route("/api/v1/me/joinable-groups/{id}/join", post(join_requests::join))
        .route("/api/v1/me/join-requests", get(join_requests::own).post(join_requests::ask))
        .route("/api/v1/me/join-requests/{id}/withdraw", post(join_requests::withdraw))
        .route("/api/v1/join-requests", get(join_requests::queue))
        .route("/api/v1/join-requests/{id}", get(join_requests::get))
        .route("/api/v1/join-requests/{id}/approve", post(join_requests::approve))
        .route("/api/v1/join-requests/{id}/deny", post(join_requests::deny))
        .route("/api/v1/me/access-reviews", get(access_reviews::list))
        .route("/api/v1/access-reviews/{id}", get(access_reviews::get))
        .route("/api/v1/access-reviews/{id}/items", get(access_reviews::items))
        .route("/api/v1/access-reviews/{id}/decisions", post(access_reviews::decide))
        .route("/api/v1/access-reviews/{id}/accept-recommendations", post(access_reviews::accept))
        .route("/api/v1/access-reviews/{id}/own", post(access_reviews::own))
        .route("/api/v1/access-reviews/{id}/results.csv", get(access_reviews::results))
        .route("/api/v1/me/collections", get(collections::list).post(collections::create))
        .route("/api/v1/me/collections/order", put(collections::order))
        .route(
            "/api/v1/me/collections/{id}",
            get(collections::get).patch(collections::update).delete(collections::remove),
        )
        .route("/api/v1/me/collections/{id}/hide", post(collections::hide))
        .route("/api/v1/me/collections/{id}/show", post(collections::show))
        .route("/api/v1/me/groups", get(groups::list))
        .route("/api/v1/me/groups/rules", get(group_rules::get))
        .route("/api/v1/me/groups/name-check", get(group_rules::check))
        .route("/api/v1/groups", post(groups::create))
        .route("/api/v1/groups/{id}", get(groups::get).patch(groups::update).delete(groups::remove))
        .route("/api/v1/groups/{id}/renew", post(groups::renew))
        .route("/api/v1/groups/{id}/leave", post(groups::leave))
        .route("/api/v1/groups/{id}/members.csv", get(groups::members))
        .route("/api/v1/groups/{id}/owner-candidates", get(group_owners::candidates))
        .route("/api/v1/groups/{id}/owners", post(group_owners::add))
        .route("/api/v1/groups/{id}/owners/{accountId}", delete(group_owners::remove))
        .route("/api/v1/me/preferences", get(preferences::get).merge(patch(preferences::update)))
        .route("/api/v1/me/photo", photo::routes())
        .route("/api/v1/me/privacy", get(privacy::get))
        .route("/api/v1/me/terms-of-use", get(terms::list))
        .route("/api/v1/me/terms-of-use/{id}/accept", post(terms::accept))
        .route("/api/v1/me/terms-of-use/{id}/decline", post(terms::decline))
        .route("/api/v1/me/data-exports", get(my_data::list).post(my_data::ask))
        .route("/api/v1/me/data-exports/{id}/content", get(my_data::content))
        .route("/api/v1/me/close-account", get(my_data::closing).post(my_data::close))
        .route("/api/v1/me/authentication/methods", get(methods::list))
        .route("/api/v1/me/authentication/methods/{id}", delete(methods::remove))
        .route("/api/v1/me/authentication/default-method", post(methods::set_default))
        .route("/api/v1/me/authentication/enrolments", post(enrolments::begin))
        .route("/api/v1/me/authentication/enrolments/{id}/confirm", post(enrolments::confirm))
        .route("/api/v1/me/authentication/security-questions", post(security_questions::answer))
        .route("/api/v1/me/authentication/app-passwords", post(app_passwords::add))
        .route("/api/v1/me/authentication/trusted-devices", get(trusted_devices::get))
        .route("/api/v1/me/authentication/trusted-devices/restore", post(trusted_devices::restore))
        .route("/api/v1/me/reset-setup", get(reset_setup::get))
        .route("/api/v1/me/organizations", get(organizations::list))
        .route("/api/v1/me/organizations/{id}/sign-in", post(organizations::sign_in))
        .route("/api/v1/me/organizations/{id}/leave", post(organizations::leave))
        .route("/api/v1/me/password", get(password::get).post(password::change))
        .route("/api/v1/me/devices", get(devices::list))
        .route("/api/v1/me/devices/{id}/disable", post(devices::disable))
        .route("/api/v1/me/devices/{id}/bitlocker-keys", post(devices::bit_locker_keys))
        .route("/api/v1/me/sessions", get(active_sessions::list))
        .route("/api/v1/me/sessions/revoke-all", post(active_sessions::revoke_all))
        .route("/api/v1/me/sessions/{id}/end", post(active_sessions::end))
        .route("/api/v1/me/sign-ins", get(sign_ins::list))
        .route("/api/v1/me/sign-ins/{id}/review", post(sign_ins::review))
        .route("/api/v1/organizations/{id}/deleted-users", get(deleted_users::list))
        .route("/api/v1/organizations/{id}/deleted-users/{guestId}", delete(deleted_users::remove))
        .route("/api/v1/organizations/{id}/deleted-users/{guestId}/restore", post(deleted_users::restore))
        .method_not_allowed_fallback(method_not_allowed)
        .route("/api", any(not_found))
        .route("/api/", any(not_found))
        .route("/api/{*rest}", any(not_found))
        .layer(from_fn_with_state(Arc::clone(&portal), sessions::layer))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(from_fn(csrf::layer))
        .with_state(portal)
}

/// 500 instead of a broken connection; what panicked is in the log.
fn failed() -> Response {
    Refusal::from(Code::Internal).into_response()
}
