//! Set up self-service password reset.

pub struct ResetSetup {
    pub intro: &'static str,
    pub not_enabled: &'static str,
    pub not_enabled_note: &'static str,
    pub ready: &'static str,
    pub ready_note: &'static str,
    pub not_ready: &'static str,
    pub needed: fn(&str, f64) -> String,
    pub questions_alone: &'static str,
    pub so_far: fn(&str, &str) -> String,
    pub phone: &'static str,
    pub alternate_phone: &'static str,
    pub email: &'static str,
    pub not_yet: &'static str,
    pub registered: &'static str,
    pub by_administrator: &'static str,
    pub not_accepted: &'static str,
    pub set_up: &'static str,
    pub set_up_label: fn(&str) -> String,
    pub elsewhere: &'static str,
}
