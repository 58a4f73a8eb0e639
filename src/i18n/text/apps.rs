//! My Apps.

pub struct Apps {
    pub intro: &'static str,
    pub search: &'static str,
    pub none: &'static str,
    pub none_note: &'static str,
    pub nothing_found: fn(&str) -> String,
    pub unsafe_address: &'static str,
}
