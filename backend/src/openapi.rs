//! The API's published definition, generated from the contract's types and the handlers' descriptions; what all
//! operations have in common (refusals, headers) is added here once.

use axum::http::Method;
use portal_contract::{ACCOUNT_HEADER, IDEMPOTENCY_HEADER, PORTAL_HEADER, problem::Problem};
use utoipa::{
    Modify, OpenApi,
    openapi::{
        ContentBuilder, ObjectBuilder, OpenApi as Document, Ref, RefOr, Required, ResponseBuilder,
        path::{Operation, ParameterBuilder, ParameterIn},
        schema::{Schema, Type},
        security::{ApiKey, ApiKeyValue, SecurityScheme},
    },
};

use crate::{
    routes,
    session::{COOKIE, open_before_registration},
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "My Account portal",
        description = "What the portal's pages ask and a backend answers. Errors are RFC 9457 problem documents with stable codes.",
        license(name = "MIT")
    ),
    paths(
        routes::capabilities::get,
        routes::session::get,
        routes::session::sign_in,
        routes::session::sign_out,
        routes::session::second_factor,
        routes::challenges::create,
        routes::session::prove,
        routes::oidc::start,
        routes::oidc::callback,
        routes::oidc::backchannel_logout,
        routes::password_reset::begin,
        routes::password_reset::challenge,
        routes::password_reset::verify,
        routes::password_reset::finish,
        routes::me::get,
        routes::apps::list,
        routes::apps::hide,
        routes::apps::show,
        routes::apps::open,
        routes::app_permissions::get,
        routes::app_permissions::list,
        routes::app_permissions::revoke,
        routes::app_permissions::revoke_all,
        routes::saved_accounts::list,
        routes::saved_accounts::add,
        routes::saved_accounts::change,
        routes::saved_accounts::clear,
        routes::app_catalogue::list,
        routes::app_catalogue::add,
        routes::app_requests::own,
        routes::app_requests::ask,
        routes::app_requests::withdraw,
        routes::app_requests::queue,
        routes::app_requests::get,
        routes::app_requests::approve,
        routes::app_requests::deny,
        routes::group_members::membership,
        routes::group_members::list,
        routes::group_members::add,
        routes::group_members::remove,
        routes::group_members::directory,
        routes::join_requests::joinable,
        routes::join_requests::join,
        routes::join_requests::own,
        routes::join_requests::ask,
        routes::join_requests::withdraw,
        routes::join_requests::queue,
        routes::join_requests::get,
        routes::join_requests::approve,
        routes::join_requests::deny,
        routes::access_reviews::list,
        routes::access_reviews::get,
        routes::access_reviews::items,
        routes::access_reviews::decide,
        routes::access_reviews::accept,
        routes::access_reviews::own,
        routes::access_reviews::results,
        routes::collections::list,
        routes::collections::create,
        routes::collections::get,
        routes::collections::update,
        routes::collections::remove,
        routes::collections::hide,
        routes::collections::show,
        routes::collections::order,
        routes::groups::list,
        routes::group_rules::get,
        routes::group_rules::check,
        routes::groups::create,
        routes::groups::get,
        routes::groups::update,
        routes::groups::remove,
        routes::groups::renew,
        routes::groups::leave,
        routes::groups::members,
        routes::group_owners::candidates,
        routes::group_owners::add,
        routes::group_owners::remove,
        routes::preferences::get,
        routes::preferences::update,
        routes::photo::read,
        routes::photo::change,
        routes::photo::remove,
        routes::privacy::get,
        routes::terms::list,
        routes::terms::accept,
        routes::terms::decline,
        routes::my_data::list,
        routes::my_data::ask,
        routes::my_data::content,
        routes::my_data::closing,
        routes::my_data::close,
        routes::methods::list,
        routes::methods::remove,
        routes::methods::set_default,
        routes::security_questions::answer,
        routes::app_passwords::add,
        routes::enrolments::begin,
        routes::enrolments::confirm,
        routes::trusted_devices::get,
        routes::trusted_devices::restore,
        routes::reset_setup::get,
        routes::organizations::list,
        routes::organizations::sign_in,
        routes::organizations::leave,
        routes::devices::list,
        routes::devices::disable,
        routes::devices::bit_locker_keys,
        routes::password::get,
        routes::password::change,
        routes::sessions::list,
        routes::sessions::end,
        routes::sessions::revoke_all,
        routes::sign_ins::list,
        routes::sign_ins::review,
        routes::deleted_users::list,
        routes::deleted_users::restore,
        routes::deleted_users::remove,
    ),
    components(schemas(Problem)),
    modifiers(&Common)
)]
struct Api;

/// The document, as `/api/v1/openapi.json` serves it.
pub fn document() -> Document {
    Api::openapi()
}

/// What every operation of a kind has.
struct Common;

impl Modify for Common {
    fn modify(&self, document: &mut Document) {
        if let Some(components) = &mut document.components {
            let cookie = ApiKey::Cookie(ApiKeyValue::with_description(COOKIE, "Set by signing in."));
            components.security_schemes.insert("session".to_owned(), SecurityScheme::ApiKey(cookie).into());
        }
        for (path, item) in &mut document.paths.paths {
            for (verb, operation) in [
                (Verb::Get, &mut item.get),
                (Verb::Post, &mut item.post),
                (Verb::Put, &mut item.put),
                (Verb::Patch, &mut item.patch),
                (Verb::Delete, &mut item.delete),
            ] {
                if let Some(operation) = operation {
                    complete(operation, verb, path);
                }
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl From<Verb> for Method {
    fn from(verb: Verb) -> Self {
        match verb {
            Verb::Get => Self::GET,
            Verb::Post => Self::POST,
            Verb::Put => Self::PUT,
            Verb::Patch => Self::PATCH,
            Verb::Delete => Self::DELETE,
        }
    }
}

fn complete(operation: &mut Operation, verb: Verb, path: &str) {
    // Asked by providers' servers, which have none of what pages send.
    if path == "/api/v1/oidc/backchannel-logout" {
        return refused_with_problems(operation);
    }
    let closed = operation.security.is_some() && !open_before_registration(&verb.into(), path);
    if verb != Verb::Get {
        header(operation, PORTAL_HEADER, "^1$", "Always `1`: no form or link of another site can send it.");
        let also = if closed { "; `registration-required`" } else { "" };
        refuse(operation, "403", &format!("`cross-site-request`: not from the portal's own pages{also}."));
    }
    if verb == Verb::Post {
        header(
            operation,
            IDEMPOTENCY_HEADER,
            "^[!-~]{1,128}$",
            "1 to 128 visible characters; a repeat with the same key has one effect.",
        );
    }
    if matches!(verb, Verb::Post | Verb::Put | Verb::Patch) {
        refuse(operation, "400", "`malformed-request`, `idempotency-key-missing`.");
        refuse(operation, "413", "`body-too-large`: more than 64 KiB.");
        refuse(operation, "415", "`unsupported-media-type`: not JSON.");
        refuse(operation, "422", "`invalid-fields`, `idempotency-key-reused`.");
    }
    let lists = verb == Verb::Get && has_cursor(operation);
    if lists {
        refuse(operation, "400", "`malformed-request`: an unknown parameter, or one that is no number.");
        refuse(operation, "422", "`invalid-fields`: `/limit`, `/q`, or a `/cursor` of no such list.");
    }
    if closed {
        refuse(operation, "403", "`registration-required`: a method that is good for sign-in has to come first.");
    }
    if operation.security.is_some() {
        refuse(
            operation,
            "401",
            "`session-expired`, and `step-up-required` where a fresh proof of identity is needed.",
        );
        let another =
            format!("`another-account`: the session is not that of the account in `{ACCOUNT_HEADER}`, if there.");
        refuse(operation, "409", &another);
    }
    if path.contains('{') {
        refuse(operation, "404", "`not-found`: no such thing, or not yours.");
    }
    refuse(operation, "500", "`internal`: the server's fault.");
    refuse(operation, "503", "`unavailable`: try again later.");
    refused_with_problems(operation);
}

fn refused_with_problems(operation: &mut Operation) {
    for (status, response) in &mut operation.responses.responses {
        if let (true, RefOr::T(response)) = (status.starts_with(['4', '5']), response) {
            let problem = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
            response.content.insert("application/problem+json".to_owned(), problem.into());
        }
    }
}

fn has_cursor(operation: &Operation) -> bool {
    let parameters = operation.parameters.iter().flatten();
    parameters
        .filter_map(|parameter| if let RefOr::T(parameter) = parameter { Some(parameter) } else { None })
        .any(|parameter| parameter.name == "cursor")
}

/// Adds a refusal, unless the operation describes that status itself.
fn refuse(operation: &mut Operation, status: &str, description: &str) {
    operation
        .responses
        .responses
        .entry(status.to_owned())
        .or_insert_with(|| ResponseBuilder::new().description(description).build().into());
}

fn header(operation: &mut Operation, name: &str, pattern: &str, description: &str) {
    let text = ObjectBuilder::new().schema_type(Type::String).pattern(Some(pattern)).build();
    let header = ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some(description))
        .schema(Some(Schema::Object(text)))
        .build();
    operation.parameters.get_or_insert_default().push(header.into());
}
