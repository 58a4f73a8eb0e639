//! One folder per page, named as its address.

pub mod access_denied;
pub mod app_requests;
pub mod apps;
pub mod collections;
pub mod deleted_users;
pub mod devices;
pub mod goodbye;
pub mod keep_secure;
pub mod manage_app;
pub mod methods;
pub mod my_data;
pub mod not_found;
pub mod organizations;
pub mod overview;
pub mod password;
pub mod password_reset;
pub mod profile;
pub mod request;
pub mod reset_setup;
pub mod security_info;
pub mod settings;
pub mod sign_in;
pub mod sign_ins;
pub mod terms;
pub mod verification;
