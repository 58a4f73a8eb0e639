//! Signing in at an organization's identity provider.

pub struct Provider {
    pub failures: [&'static str; 8],
    pub intro: &'static str,
    pub way: &'static str,
    pub proceed: &'static str,
}
