//! People who sign in at their organization's identity provider.

pub struct Elsewhere {
    pub kept: &'static str,
    pub kept_intro: &'static str,
    pub manage: &'static str,
    pub manage_name: &'static str,
}
