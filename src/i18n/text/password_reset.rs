//! Forgot my password.

pub struct PasswordReset {
    pub intro: &'static str,
    pub back: &'static str,
    pub whom: &'static str,
    pub choose: &'static str,
    pub registered: &'static str,
    pub second: &'static str,
    pub number_hint: &'static str,
    pub mail_hint: &'static str,
    pub mail_malformed: &'static str,
    pub send: &'static str,
    pub on_its_way: fn(&str) -> String,
    pub another: &'static str,
    pub answers_intro: &'static str,
    pub failed: &'static str,
    pub over: &'static str,
    pub at_organization: &'static str,
    pub new_title: &'static str,
    pub new_intro: &'static str,
}
