//! Signing out everywhere.

use crate::i18n::text::Everywhere;

pub static EVERYWHERE: Everywhere = Everywhere {
    action: "Sign out everywhere",
    title: "Sign out everywhere?",
    lost: "This ends every session in every app and on every device, this one too. What is not saved there may be lost.",
    finality: "You can sign in again at once.",
    unknown_outcome: "We could not confirm that you are signed out everywhere: the answer got lost. Try again; it has effect only once.",
};
