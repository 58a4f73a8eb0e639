//! Dutch, formal "u"; terms as in the product's glossary.

mod app_requests;
mod apps;
mod collections;
mod deleted_users;
mod devices;
mod document;
mod error;
mod everywhere;
mod manage_app;
mod my_data;
mod organizations;
mod overview;
mod password;
mod password_reset;
mod person;
mod profile;
mod request;
mod reset_setup;
mod security_info;
mod settings;
mod shell;
mod sign_in;
mod sign_ins;
mod terms;
mod verification;
mod visit;

pub use self::{
    app_requests::APP_REQUESTS,
    apps::APPS,
    collections::COLLECTIONS,
    deleted_users::DELETED_USERS,
    devices::DEVICES,
    document::DOCUMENT,
    error::{ACCESS_DENIED, ERROR, NOT_FOUND},
    everywhere::EVERYWHERE,
    manage_app::MANAGE_APP,
    my_data::MY_DATA,
    organizations::ORGANIZATIONS,
    overview::OVERVIEW,
    password::PASSWORD,
    password_reset::PASSWORD_RESET,
    person::PERSON,
    profile::PROFILE,
    request::REQUEST,
    reset_setup::RESET_SETUP,
    security_info::SECURITY_INFO,
    settings::SETTINGS,
    shell::{COMMON, PAGES, SHELL},
    sign_in::{GOODBYE, PROOF, SESSION, SIGN_IN},
    sign_ins::SIGN_INS,
    terms::TERMS,
    verification::VERIFICATION,
    visit::VISIT,
};
