//! Dutch, formal "u"; terms as in the product's glossary.

mod apps;
mod deleted_users;
mod devices;
mod error;
mod my_data;
mod organizations;
mod overview;
mod password;
mod password_reset;
mod reset_setup;
mod security_info;
mod settings;
mod shell;
mod sign_in;
mod sign_ins;
mod verification;

pub use self::{
    apps::APPS,
    deleted_users::DELETED_USERS,
    devices::DEVICES,
    error::{ACCESS_DENIED, ERROR, NOT_FOUND},
    my_data::MY_DATA,
    organizations::ORGANIZATIONS,
    overview::OVERVIEW,
    password::PASSWORD,
    password_reset::PASSWORD_RESET,
    reset_setup::RESET_SETUP,
    security_info::SECURITY_INFO,
    settings::SETTINGS,
    shell::{COMMON, PAGES, SHELL},
    sign_in::{GOODBYE, PROOF, SESSION, SIGN_IN},
    sign_ins::SIGN_INS,
    verification::VERIFICATION,
};
