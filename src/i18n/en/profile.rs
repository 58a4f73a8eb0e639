//! The profile.

use crate::i18n::text::Profile;

pub static PROFILE: Profile = Profile {
    intro: "What your organization says of you, what you work with, and how you manage your account.",
    photo: "Photo",
    choose: "Choose a photo",
    choosing: "Uploading…",
    remove: "Remove photo",
    removing: "Removing…",
    photo_hint: "JPEG, PNG or WebP, at most 4 MB. We keep only the picture: place, time and camera are left out.",
    changed: "Your photo is changed.",
    removed: "Your photo is removed.",
    no_photo: "This file is no picture that we can use. Choose a JPEG, PNG or WebP that holds one picture and nothing else.",
    too_large: "This file is larger than 4 MB. Choose a smaller one.",
    unknown_outcome: "We could not confirm that your photo was changed: the answer got lost. Try again; it has effect only once.",
    by_organization: "Your organization chooses your photo.",
    wrong: |organization| {
        format!(
            "{organization} manages what is here; you cannot change it yourself. Is something wrong? Contact the help desk:"
        )
    },
    devices: "Devices & activity",
    activity: "View my sign-ins",
    manage_organizations: "Manage organizations",
    manage: "Manage account",
    password_note: "Choose a new one. You need the old one for it.",
    reset_note: "Register what brings you back in when you forget your password.",
    set_up: "Set up password reset",
    verification_note: "Choose how you prove who you are after your password.",
    verify: "Manage verification",
    terms: "Review terms of use",
    terms_note: "Read what your organizations ask you to agree to, and accept it.",
    everywhere_note: "End every session in every app and on every device.",
};
