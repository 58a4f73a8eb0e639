//! English.

mod access_reviews;
mod app_requests;
mod apps;
mod collections;
mod deleted_users;
mod devices;
mod document;
mod elsewhere;
mod error;
mod everywhere;
mod group;
mod group_form;
mod group_members;
mod groups;
mod join_groups;
mod join_requests;
mod manage_app;
mod my_data;
mod organizations;
mod overview;
mod password;
mod password_reset;
mod person;
mod profile;
mod provider;
mod request;
mod request_queue;
mod reset_setup;
mod review_others;
mod review_self;
mod security_info;
mod settings;
mod shell;
mod sign_in;
mod sign_ins;
mod terms;
mod verification;
mod visit;

pub use self::{
    access_reviews::ACCESS_REVIEWS,
    app_requests::APP_REQUESTS,
    apps::APPS,
    collections::COLLECTIONS,
    deleted_users::DELETED_USERS,
    devices::DEVICES,
    document::DOCUMENT,
    elsewhere::ELSEWHERE,
    error::{ACCESS_DENIED, ERROR, NOT_FOUND},
    everywhere::EVERYWHERE,
    group::GROUP,
    group_form::GROUP_FORM,
    group_members::GROUP_MEMBERS,
    groups::GROUPS,
    join_groups::JOIN_GROUPS,
    join_requests::JOIN_REQUESTS,
    manage_app::MANAGE_APP,
    my_data::MY_DATA,
    organizations::ORGANIZATIONS,
    overview::OVERVIEW,
    password::PASSWORD,
    password_reset::PASSWORD_RESET,
    person::PERSON,
    profile::PROFILE,
    provider::PROVIDER,
    request::REQUEST,
    reset_setup::RESET_SETUP,
    review_others::REVIEW_OTHERS,
    review_self::REVIEW_SELF,
    security_info::SECURITY_INFO,
    settings::SETTINGS,
    shell::{COMMON, PAGES, SHELL},
    sign_in::{GOODBYE, PROOF, SESSION, SIGN_IN},
    sign_ins::SIGN_INS,
    terms::TERMS,
    verification::VERIFICATION,
    visit::VISIT,
};
