//! Forgot my password.

use crate::i18n::text::PasswordReset;

pub static PASSWORD_RESET: PasswordReset = PasswordReset {
    intro: "Prove that it is you with what you registered as security info. Then you choose a new password.",
    back: "Back to sign-in",
    whom: "Did you register nothing, or does nothing work? Then the administrator of your organization can help you.",
    choose: "How do you want to prove that it is you?",
    registered: "Choose something that you registered for this account.",
    second: "That worked. Your organization asks for a second proof, of another kind.",
    number_hint: "The whole number that you registered, with its country code, for example +31 6 12345678.",
    mail_hint: "The whole address that you registered. It is not that of your work or school.",
    mail_malformed: "Enter the whole address, for example name@mail.example.",
    send: "Send code",
    on_its_way: |to| {
        format!(
            "If {to} is registered for this account, a code is on its way. Enter it here; it is good for ten minutes."
        )
    },
    another: "Try another way",
    answers_intro: "Answer every question as you did when you registered. Capitals do not matter.",
    failed: "This did not work. Check what you entered, or try another way. If nothing works, ask the administrator of your organization.",
    over: "This took too long, or it was finished elsewhere. Begin again.",
    at_organization: "Your password is managed at your organization's own sign-in page. Go back to sign-in and enter your user ID: it leads there.",
    new_title: "Choose a new password",
    new_intro: "When you are done, every sign-in with your account ends, and a locked account is open again.",
};
