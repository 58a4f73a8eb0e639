//! Password.

pub struct Password {
    pub intro: &'static str,
    pub user_id_hint: &'static str,
    pub old: &'static str,
    pub new: &'static str,
    pub rule: fn(&str) -> String,
    pub confirm: &'static str,
    pub counted: fn(&str, &str) -> String,
    pub enough: &'static str,
    pub same: &'static str,
    pub not_same: &'static str,
    pub submit: &'static str,
    pub submitting: &'static str,
    pub old_required: &'static str,
    pub new_required: &'static str,
    pub mismatch: &'static str,
    pub wrong_old: &'static str,
    pub changed: &'static str,
    pub ended: &'static str,
    pub apps: &'static str,
    pub not_here: &'static str,
}
