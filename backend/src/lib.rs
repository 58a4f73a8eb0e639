//! The portal's reference backend: the API of [`portal_contract`] on SQLite, and the frontend's files, in one process.
//!
//! [`router`] shows every address; [`routes`] has one file per resource, [`store`] one file of SQL for each.

#![forbid(unsafe_code)]

pub mod address;
pub mod admin;
pub mod agent;
pub mod attempt;
pub mod backup;
pub mod clock;
pub mod codes;
pub mod config;
pub mod confirmation;
pub mod csrf;
pub mod csv;
pub mod demo;
pub mod enrolment;
pub mod export_page;
pub mod exports;
pub mod fields;
pub mod group_names;
pub mod headers;
pub mod idempotency;
pub mod input;
pub mod invitations;
pub mod jobs;
pub mod launch_url;
pub mod log;
pub mod message;
pub mod methods;
pub mod metrics;
pub mod new_password;
pub mod oidc;
pub mod openapi;
pub mod password;
pub mod password_reset;
pub mod photo;
pub mod portal;
pub mod problem;
pub mod proxies;
pub mod questions;
pub mod request;
pub mod restore;
pub mod router;
pub mod routes;
pub mod saved_account_fields;
pub mod sealing;
pub mod search_words;
pub mod second_factor;
pub mod secret;
pub mod security_keys;
pub mod sending;
pub mod server;
pub mod session;
pub mod sign_in_elsewhere;
pub mod static_files;
pub mod step_up;
pub mod store;
pub mod totp;
pub mod trusted_device;
pub mod version;
