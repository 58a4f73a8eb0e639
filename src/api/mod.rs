//! The only door to the network: one file per resource, one function per endpoint. Nothing outside `client` knows HTTP.

pub mod access_reviews;
pub mod app_permissions;
pub mod app_requests;
pub mod apps;
mod client;
pub mod collections;
pub mod deleted_users;
pub mod devices;
pub mod error;
pub mod group_members;
pub mod groups;
pub mod join_requests;
mod json;
pub mod key;
pub mod me;
pub mod methods;
pub mod my_data;
pub mod organizations;
pub mod overview;
pub mod password;
pub mod password_reset;
pub mod photo;
pub mod preferences;
pub mod privacy;
pub mod request_queue;
pub mod reset_setup;
pub mod saved_accounts;
pub mod session;
pub mod sessions;
pub mod sign_ins;
pub mod terms;
pub mod trusted_devices;

pub use client::session_ends_at;

/// The address of one page of a searched list; `path` may have a query already.
fn listed(path: &str, q: &str, cursor: Option<&str>) -> String {
    let mut parts = Vec::new();
    if !q.is_empty() {
        parts.push(format!("q={}", js_sys::encode_uri_component(q)));
    }
    if let Some(cursor) = cursor {
        parts.push(format!("cursor={}", js_sys::encode_uri_component(cursor)));
    }
    if parts.is_empty() {
        return path.to_owned();
    }
    let joint = if path.contains('?') { '&' } else { '?' };
    format!("{path}{joint}{}", parts.join("&"))
}
