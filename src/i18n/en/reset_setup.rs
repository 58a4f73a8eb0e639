//! Set up self-service password reset.

use crate::i18n::text::ResetSetup;

pub static RESET_SETUP: ResetSetup = ResetSetup {
    intro: "Register now how you prove that it is you. If you ever forget your password, you choose a new one yourself.",
    not_enabled: "You cannot reset your password yourself",
    not_enabled_note: "Your organization has not turned this on for your account. If you forget your password, contact your administrator:",
    ready: "You are registered",
    ready_note: "If you forget your password, choose Forgot my password on the sign-in page.",
    not_ready: "You are not yet registered",
    needed: |number, count| {
        if count == 1.0 {
            "Your organization asks for one method. Until it is registered, only your administrator can reset your password."
                .to_owned()
        } else {
            format!(
                "Your organization asks for {number} different methods. Until they are registered, only your administrator can reset your password."
            )
        }
    },
    questions_alone: "Security questions alone are not enough: others could find out the answers. Register another method as well.",
    so_far: |registered, required| format!("{registered} of {required} registered"),
    phone: "Authentication phone",
    alternate_phone: "Alternate authentication phone",
    email: "Authentication email",
    not_yet: "Not registered yet",
    registered: "Registered",
    by_administrator: "Set by your administrator",
    not_accepted: "Your organization no longer accepts this",
    set_up: "Set it up now",
    set_up_label: |name| format!("Set it up now: {name}"),
    elsewhere: "Do you want to delete a method, or see all of them? Go to",
};
