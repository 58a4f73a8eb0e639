//! Signing in, proving who one is, and having gone.

pub struct SignIn {
    pub title: &'static str,
    pub intro: &'static str,
    pub user_id: &'static str,
    pub user_id_hint: &'static str,
    pub password: &'static str,
    pub leave_empty: &'static str,
    pub submit: &'static str,
    pub submitting: &'static str,
    pub forgot: &'static str,
    pub password_changed: &'static str,
    pub code_intro: &'static str,
    pub phone_intro: fn(&str) -> String,
    pub key_intro: &'static str,
    pub another_way: &'static str,
    pub code: &'static str,
    pub verify: &'static str,
    pub trust: fn(&str) -> String,
    pub trust_note: &'static str,
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
    pub no_credential: &'static str,
    pub call_me: &'static str,
    pub text_me: &'static str,
    pub sent_to: fn(&str) -> String,
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

pub struct Goodbye {
    pub title: &'static str,
    pub intro: &'static str,
    pub gone: &'static str,
    pub reserved: &'static str,
    pub to_sign_in: &'static str,
}
