//! Password.

use crate::i18n::text::Password;

pub static PASSWORD: Password = Password {
    intro: "You need your old password. When you are done, every other sign-in with your account ends.",
    user_id_hint: "Check that this is the account you want to change.",
    old: "Old password",
    new: "New password",
    rule: |minimum| {
        format!("At least {minimum} characters. A few words that only you would put together are easy to remember.")
    },
    confirm: "Confirm new password",
    counted: |count, minimum| format!("{count} of at least {minimum} characters"),
    enough: "The new password is long enough.",
    same: "Both are the same.",
    not_same: "Not the same as the new password yet.",
    submit: "Submit",
    submitting: "Changing…",
    old_required: "Enter your old password.",
    new_required: "Enter a new password.",
    mismatch: "This is not the same as the new password. Enter it again.",
    wrong_old: "This is not your old password. Check it and enter it again.",
    changed: "Your password is changed",
    ended: "Every other sign-in with your account has ended. You stay signed in here.",
    apps: "The apps that you used before ask you to sign in again: use your new password there.",
    not_here: "You cannot change your password here",
};
