//! People who sign in at their organization's identity provider.

pub struct Elsewhere {
    pub hint: &'static str,
    pub failures: [&'static str; 8],
    pub intro: &'static str,
    pub to_provider: &'static str,
    pub proceed: &'static str,
    pub kept: &'static str,
    pub kept_intro: &'static str,
    pub manage: &'static str,
    pub manage_name: &'static str,
}
