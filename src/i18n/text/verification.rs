//! Additional security verification.

pub struct Verification {
    pub intro: &'static str,
    pub preferred: &'static str,
    pub preferred_note: &'static str,
    pub preferred_none: &'static str,
    pub option: &'static str,
    pub unchanged: &'static str,
    pub respond: &'static str,
    pub respond_note: &'static str,
    pub set_up_app: &'static str,
    pub none: &'static str,
    pub none_note: &'static str,
    pub trusted: &'static str,
    pub trusted_count: fn(&str, f64) -> String,
    pub trusted_note: fn(&str) -> String,
    pub trusted_none: fn(&str) -> String,
    pub trusted_forbidden: &'static str,
    pub restore: &'static str,
    pub restoring: &'static str,
    pub restored: &'static str,
}
