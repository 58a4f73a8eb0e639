//! Documents of organizations.

pub struct Document {
    pub view: &'static str,
    pub view_label: fn(&str) -> String,
    pub unsafe_address: &'static str,
}
