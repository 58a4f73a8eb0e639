//! The shape of every text: one struct per page. A language that lacks a sentence does not compile.
//!
//! Sentences with values are functions, so that each language orders its words as it must.

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
    access_reviews::AccessReviews,
    app_requests::AppRequests,
    apps::Apps,
    collections::Collections,
    deleted_users::DeletedUsers,
    devices::Devices,
    document::Document,
    elsewhere::Elsewhere,
    error::{AccessDenied, Errors, NotFound},
    everywhere::Everywhere,
    group::Group,
    group_form::GroupForm,
    group_members::GroupMembers,
    groups::Groups,
    join_groups::JoinGroups,
    join_requests::JoinRequests,
    manage_app::ManageApp,
    my_data::MyData,
    organizations::Organizations,
    overview::Overview,
    password::Password,
    password_reset::PasswordReset,
    person::Person,
    profile::Profile,
    provider::Provider,
    request::Request,
    request_queue::{Decision, RequestQueue},
    reset_setup::ResetSetup,
    review_others::ReviewOthers,
    review_self::ReviewSelf,
    security_info::SecurityInfo,
    settings::Settings,
    shell::{Common, Pages, Shell},
    sign_in::{Goodbye, Proof, SessionText, SignIn},
    sign_ins::SignIns,
    terms::Terms,
    verification::Verification,
    visit::Visit,
};
