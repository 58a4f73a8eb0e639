//! Signing out everywhere.

pub struct Everywhere {
    pub action: &'static str,
    pub title: &'static str,
    pub lost: &'static str,
    pub finality: &'static str,
    pub unknown_outcome: &'static str,
}
