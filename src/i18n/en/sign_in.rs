//! Signing in, proving who one is, and having gone.

use crate::i18n::text::{Goodbye, Proof, SessionText, SignIn};

pub static SIGN_IN: SignIn = SignIn {
    title: "Sign in",
    intro: "Use your work or school account.",
    user_id: "User ID",
    user_id_hint: "Usually your work or school e-mail address.",
    password: "Password",
    leave_empty: "Does your organization have its own sign-in page? Leave the password empty, and you are taken there.",
    submit: "Sign in",
    submitting: "Signing in…",
    forgot: "Forgot my password",
    password_changed: "Your password has been changed. Sign in with the new one.",
    code_intro: "Open your authenticator app and enter the six-digit code that it shows for this account.",
    phone_intro: |phone| format!("We send a code to {phone}."),
    key_intro: "Have your security key at hand, then choose Confirm. Your browser asks for the key.",
    another_way: "Sign in another way",
    code: "Verification code",
    verify: "Confirm",
    trust: |days| format!("Don't ask again for {days} days"),
    trust_note: "In this browser, until you sign out.",
    back: "Use another account",
    user_id_required: "Enter your user ID.",
    password_required: "Enter your password.",
    code_required: "Enter the verification code.",
    code_malformed: "The code has six digits. Check it and enter it again.",
    wrong: "This user ID and password do not belong together. Check both and try again.",
    wrong_code: "This code is not right, or it was used before. Check it, or use a new one.",
    wrong_password: "This password is not right. Check it and try again.",
    wrong_proof: "The password or the code is not right, or the code was used before. Check both, and use a new code if need be.",
    demo_title: "This is a demonstration",
    demo_intro: "Sign in as employee@harbor.example with the password Harbor-Lights-2026. More accounts are in the README.",
    signed_out: "You are signed out.",
    expired: "Your session has ended. Sign in to go on.",
    no_credential: "Your browser got no key: you cancelled, the time was up, or the key is registered already. Try again.",
    call_me: "Call me",
    text_me: "Text me a code",
    sent_to: |to| format!("We sent a code to {to}. Enter it here; it is good for ten minutes."),
};

pub static PROOF: Proof = Proof {
    title: "Confirm that it is you",
    intro: |user_id| format!("This is a sensitive change, so we ask once more. You are signed in as {user_id}."),
    intro_there: "That organization asks for your own sign-in before you can work there.",
    confirm: "Confirm",
    expired_title: "Sign in again",
    expired_intro: |user_id| format!("Your session has ended. Sign in as {user_id} and you go on where you were."),
};

pub static SESSION: SessionText = SessionText {
    ending_title: "Are you still there?",
    ending: |time| format!("To keep your account safe, you will be signed out {time}."),
    stay: "Stay signed in",
    extended: "You stay signed in.",
    at_end: "This session has reached its longest time. Finish what you are doing; after that you sign in again.",
};

pub static GOODBYE: Goodbye = Goodbye {
    title: "Your account is closed",
    intro: "Your account and all personal data in it have been deleted. You are signed out everywhere.",
    gone: "This cannot be undone. You can close this window.",
    reserved: "Nobody can use your user ID for the next 30 days.",
    to_sign_in: "Go to the sign-in page",
};
