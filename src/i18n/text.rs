//! The shape of every text: one struct per page. A language that lacks a sentence does not compile.
//!
//! Sentences with values are functions, so that each language orders its words as it must.

#![allow(missing_docs, reason = "a field's name and its English value say what it is")]

/// Everything the portal says.
pub struct Text {
    pub common: Common,
    pub shell: Shell,
    pub sign_in: SignIn,
    pub proof: Proof,
    pub session: SessionText,
    pub overview: Overview,
    pub organizations: Organizations,
    pub deleted_users: DeletedUsers,
    pub apps: Apps,
    pub access_denied: AccessDenied,
    pub not_found: NotFound,
    pub error: Errors,
}

pub struct Common {
    pub cancel: &'static str,
    pub show_more: &'static str,
    pub try_again: &'static str,
    pub working: &'static str,
    pub loading: &'static str,
    pub still_loading: &'static str,
    pub opens_new_tab: &'static str,
    pub dismiss: &'static str,
    pub days_left: fn(&str, f64) -> String,
}

pub struct Shell {
    pub my_account: &'static str,
    pub my_apps: &'static str,
    pub skip_to_content: &'static str,
    pub portals: &'static str,
    pub menu: &'static str,
    pub navigation: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub help: &'static str,
    pub help_intro: &'static str,
    pub help_unknown: &'static str,
    pub account_menu: fn(&str) -> String,
    pub view_account: &'static str,
    pub switch_organization: &'static str,
    pub switch_intro: &'static str,
    pub current: &'static str,
    pub switched: fn(&str) -> String,
    pub sign_out: &'static str,
    pub signing_out: &'static str,
    pub offline: &'static str,
    pub language_changed: &'static str,
    pub language_not_stored: &'static str,
}

pub struct SignIn {
    pub title: &'static str,
    pub intro: &'static str,
    pub user_id: &'static str,
    pub user_id_hint: &'static str,
    pub password: &'static str,
    pub submit: &'static str,
    pub submitting: &'static str,
    pub code_intro: &'static str,
    pub code: &'static str,
    pub verify: &'static str,
    pub back: &'static str,
    pub user_id_required: &'static str,
    pub password_required: &'static str,
    pub code_required: &'static str,
    pub code_malformed: &'static str,
    pub wrong: &'static str,
    pub wrong_code: &'static str,
    pub wrong_password: &'static str,
    pub wrong_proof: &'static str,
    pub demo_title: &'static str,
    pub demo_intro: &'static str,
    pub signed_out: &'static str,
    pub expired: &'static str,
}

pub struct Proof {
    pub title: &'static str,
    pub intro: fn(&str) -> String,
    pub intro_there: &'static str,
    pub confirm: &'static str,
    pub expired_title: &'static str,
    pub expired_intro: fn(&str) -> String,
}

pub struct SessionText {
    pub ending_title: &'static str,
    pub ending: fn(&str) -> String,
    pub stay: &'static str,
    pub extended: &'static str,
    pub at_end: &'static str,
}

pub struct Overview {
    pub nav: &'static str,
    pub title: &'static str,
    pub intro: &'static str,
    pub profile: &'static str,
    pub mail: &'static str,
    pub office: &'static str,
    pub user_id: &'static str,
    pub managed_by: fn(&str) -> String,
    pub nobody_manages: &'static str,
    pub organizations: &'static str,
    pub organizations_count: fn(&str, &str) -> String,
    pub organizations_home_only: &'static str,
    pub organizations_guest: fn(&str) -> String,
    pub organizations_none: &'static str,
    pub manage_organizations: &'static str,
}

pub struct Organizations {
    pub title: &'static str,
    pub intro: &'static str,
    pub home: &'static str,
    pub home_note: &'static str,
    pub others: &'static str,
    pub none: &'static str,
    pub none_note: &'static str,
    pub member_since: fn(&str) -> String,
    pub groups: fn(&str, f64) -> String,
    pub apps: fn(&str, f64) -> String,
    pub signed_in: &'static str,
    pub leave_organization: &'static str,
    pub sign_in_to_leave: &'static str,
    /// Spoken names of the row's buttons, so that each one is told apart.
    pub leave_label: fn(&str) -> String,
    pub sign_in_to_leave_label: fn(&str) -> String,
    pub disabled_at_home: fn(&str) -> String,
    pub disabled_there: fn(&str) -> String,
    pub forbidden: fn(&str) -> String,
    pub impossible: &'static str,
    pub confirm_title: fn(&str) -> String,
    pub confirm_lost: fn(&str) -> String,
    pub confirm_final: fn(&str) -> String,
    pub leave: &'static str,
    pub leaving: &'static str,
    pub left: fn(&str) -> String,
    pub signed_in_there: fn(&str) -> String,
    pub already_left: fn(&str) -> String,
    pub unknown_outcome: fn(&str) -> String,
    pub next_title: &'static str,
    pub next: &'static str,
    pub next_list: [&'static str; 4],
}

pub struct DeletedUsers {
    pub nav: &'static str,
    pub title: &'static str,
    pub intro: fn(&str) -> String,
    pub search: &'static str,
    pub none: &'static str,
    pub none_note: &'static str,
    pub nothing_found: fn(&str) -> String,
    pub left_on: fn(&str) -> String,
    pub comes_back: fn(&str, &str) -> String,
    pub restore: &'static str,
    pub restore_label: fn(&str) -> String,
    pub restoring: &'static str,
    pub restored: fn(&str) -> String,
    pub delete: &'static str,
    pub delete_label: fn(&str) -> String,
    pub deleting: &'static str,
    pub deleted: fn(&str) -> String,
    pub confirm_title: fn(&str) -> String,
    pub confirm_lost: fn(&str, &str) -> String,
    pub confirm_final: &'static str,
    pub gone: fn(&str) -> String,
    pub unknown_outcome: &'static str,
}

pub struct Apps {
    pub title: &'static str,
    pub intro: &'static str,
    pub search: &'static str,
    pub none: &'static str,
    pub none_note: &'static str,
    pub nothing_found: fn(&str) -> String,
    pub unsafe_address: &'static str,
}

pub struct AccessDenied {
    pub title: &'static str,
    pub my_apps: &'static str,
    pub administrators: &'static str,
    pub whom: &'static str,
    pub to_account: &'static str,
}

pub struct NotFound {
    pub title: &'static str,
    pub intro: &'static str,
    pub to_overview: &'static str,
}

pub struct Errors {
    pub title: &'static str,
    pub network: &'static str,
    pub timeout: &'static str,
    pub server: &'static str,
    pub unavailable: &'static str,
    pub malformed: &'static str,
    pub denied: &'static str,
    pub not_found: &'static str,
    pub stale: &'static str,
    pub in_flight: &'static str,
    pub refused: &'static str,
    pub too_many: fn(&str) -> String,
    pub too_many_soon: &'static str,
    pub summary: &'static str,
    pub too_long: fn(u32) -> String,
    pub field: &'static str,
    pub request_id: &'static str,
    pub expired: &'static str,
    pub cancelled: &'static str,
}
