//! Signing in at an organization's identity provider.

use crate::i18n::text::Provider;

pub static PROVIDER: Provider = Provider {
    // In the order of `SIGN_IN_FAILURES`.
    failures: [
        "Your organization's sign-in was cancelled, or it does not let you in. Try again, or ask your help desk.",
        "Signing in took longer than ten minutes, or was begun anew elsewhere. Begin again.",
        "Your organization's sign-in does not answer. Try again in a few minutes.",
        "The answer of your organization's sign-in could not be trusted. Try again; if it stays so, ask your help desk.",
        "The clocks of your organization's sign-in and of this portal differ. Ask your help desk.",
        "There is no account here for the person who signed in. Ask your help desk.",
        "This device is disabled. Contact your administrator.",
        "There were too many attempts. Wait a minute, then try again.",
    ],
    intro: "Your organization's own page does that. It opens in a new window; what you entered here stays. Come back when it is done, and choose Continue.",
    way: "To your organization's page",
    proceed: "Continue",
};
