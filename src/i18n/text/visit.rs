//! Where and with what somebody signed in.

pub struct Visit {
    pub on: fn(&str, &str) -> String,
    pub unknown_device: &'static str,
    pub somewhere: &'static str,
}
