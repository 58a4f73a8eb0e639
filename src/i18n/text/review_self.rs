//! A review of one's own access.

pub struct ReviewSelf {
    pub title: &'static str,
    pub intro: &'static str,
    pub group: fn(&str) -> String,
    pub app: fn(&str) -> String,
    pub until: fn(&str, &str) -> String,
    pub silence_keeps: &'static str,
    pub silence_ends: &'static str,
    pub silence_recommended: &'static str,
    pub yes_note: &'static str,
    pub no_note: fn(&str) -> String,
    pub choose: &'static str,
    pub submit: &'static str,
    pub submitting: &'static str,
    pub saved: &'static str,
    pub answered_yes: &'static str,
    pub answered_no: fn(&str) -> String,
    pub can_change: fn(&str) -> String,
}
