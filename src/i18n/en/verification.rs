//! Additional security verification.

use crate::i18n::text::Verification;

pub static VERIFICATION: Verification = Verification {
    intro: "A second method, besides your password, keeps others out of your account.",
    preferred: "What's your preferred option?",
    preferred_note: "Sign-in asks for this first. You can choose another of your methods there.",
    preferred_none: "Set up a method below; then you can choose here.",
    option: "Default verification option",
    unchanged: "There is nothing to save: this is your preferred option already.",
    respond: "How would you like to respond?",
    respond_note: "The methods that can follow your password. What you add, change or delete here holds at once.",
    set_up_app: "Set up Authenticator app",
    none: "No methods yet",
    none_note: "Only your password protects your account. Set up an authenticator app, or add another method.",
    trusted: "Restore multi-factor authentication on previously trusted devices",
    trusted_count: |number, count| {
        if count == 1.0 {
            format!("On {number} device, you sign in with your password alone.")
        } else {
            format!("On {number} devices, you sign in with your password alone.")
        }
    },
    trusted_note: |days| {
        format!(
            "That lasts {days} days at most. Is a device lost, or used by others as well? Then restore: your next sign-in asks for your second method everywhere."
        )
    },
    trusted_none: |days| {
        format!(
            "No device is trusted. When sign-in asks for your second method on a device that only you use, you can choose “Don't ask again for {days} days” there."
        )
    },
    trusted_forbidden: "Your organization does not let you trust a device: your second method is asked for at every sign-in.",
    restore: "Restore",
    restoring: "Restoring…",
    restored: "Restored: your next sign-in asks for your second method on every device.",
};
