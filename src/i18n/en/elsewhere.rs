//! People who sign in at their organization's identity provider.

use crate::i18n::text::Elsewhere;

pub static ELSEWHERE: Elsewhere = Elsewhere {
    kept: "Your organization keeps these",
    kept_intro: "You sign in at your organization's own page. Your password and your sign-in methods are managed there.",
    manage: "Manage",
    manage_name: "Manage at your organization",
};
