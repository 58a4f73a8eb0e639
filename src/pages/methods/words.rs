//! What the kinds of methods are called, and what is said of them.

use portal_contract::methods::{Method, MethodKind};

use crate::{
    components::icon::{APP_PASSWORD, AUTHENTICATOR, MAIL, PHONE, QUESTIONS, SECURITY_KEY},
    i18n::{Words, text},
    state::capabilities,
    t,
};

/// The kind's name.
pub fn name(kind: MethodKind) -> Words {
    match kind {
        MethodKind::AuthenticatorApp => t!(security_info.authenticator_app),
        MethodKind::HardwareToken => t!(security_info.hardware_token),
        MethodKind::Phone => t!(security_info.phone),
        MethodKind::AlternatePhone => t!(security_info.alternate_phone),
        MethodKind::OfficePhone => t!(security_info.office_phone),
        MethodKind::Email => t!(security_info.email),
        MethodKind::SecurityQuestions => t!(security_info.security_questions),
        MethodKind::SecurityKey => t!(security_info.security_key),
        MethodKind::AppPassword => t!(security_info.app_password),
        MethodKind::Unknown => t!(security_info.other_method),
    }
}

/// What it is, for who chooses.
pub fn note(kind: MethodKind) -> Words {
    match kind {
        MethodKind::AuthenticatorApp => t!(security_info.authenticator_note),
        MethodKind::Phone | MethodKind::AlternatePhone => t!(security_info.phone_note),
        MethodKind::OfficePhone => t!(security_info.office_note),
        MethodKind::Email => t!(security_info.email_note),
        MethodKind::SecurityQuestions => t!(security_info.questions_note),
        MethodKind::SecurityKey => t!(security_info.key_note),
        MethodKind::AppPassword => t!(security_info.app_password_note),
        MethodKind::HardwareToken | MethodKind::Unknown => t!(error.method_not_offered),
    }
}

/// Its picture.
pub fn icon(kind: MethodKind) -> &'static str {
    match kind {
        MethodKind::AuthenticatorApp | MethodKind::HardwareToken | MethodKind::Unknown => AUTHENTICATOR,
        MethodKind::Phone | MethodKind::AlternatePhone | MethodKind::OfficePhone => PHONE,
        MethodKind::Email => MAIL,
        MethodKind::SecurityQuestions => QUESTIONS,
        MethodKind::SecurityKey => SECURITY_KEY,
        MethodKind::AppPassword => APP_PASSWORD,
    }
}

/// One method among others of its kind: "Phone +31 6 •••• 12"; reactive.
pub fn called(method: &Method) -> String {
    let kind = name(method.kind)();
    match &method.display_name {
        Some(name) => format!("{kind} {name}"),
        None => kind.to_owned(),
    }
}

/// What it is good for; reactive.
pub fn good_for(method: &Method) -> &'static str {
    let words = text().security_info();
    match (method.good_for_sign_in, method.good_for_reset) {
        (true, true) => words.good_for_both,
        (true, false) => words.good_for_sign_in,
        (false, true) => words.good_for_reset,
        (false, false) => words.good_for_apps,
    }
}

/// The operation that adds one of a kind, or changes it; only where methods can be added at all are there kinds that cannot.
pub fn adding(kind: MethodKind) -> &'static str {
    match kind {
        _ if !capabilities::here(capabilities::ADD_METHOD) => capabilities::ADD_METHOD,
        MethodKind::SecurityQuestions => capabilities::SECURITY_QUESTIONS,
        MethodKind::AppPassword => capabilities::APP_PASSWORDS,
        _ => capabilities::ADD_METHOD,
    }
}
