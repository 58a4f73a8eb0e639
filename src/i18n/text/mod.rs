//! The shape of every text: one struct per page. A language that lacks a sentence does not compile.
//!
//! Sentences with values are functions, so that each language orders its words as it must.

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
    apps::Apps,
    deleted_users::DeletedUsers,
    devices::Devices,
    error::{AccessDenied, Errors, NotFound},
    my_data::MyData,
    organizations::Organizations,
    overview::Overview,
    password::Password,
    password_reset::PasswordReset,
    reset_setup::ResetSetup,
    security_info::SecurityInfo,
    settings::Settings,
    shell::{Common, Pages, Shell},
    sign_in::{Goodbye, Proof, SessionText, SignIn},
    sign_ins::SignIns,
    verification::Verification,
};
