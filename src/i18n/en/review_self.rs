//! A review of one's own access.

use crate::i18n::text::ReviewSelf;

pub static REVIEW_SELF: ReviewSelf = ReviewSelf {
    title: "Review your access",
    intro: "Tell your organization whether you still need this access.",
    group: |name| format!("Do you still need to be in the group {name}?"),
    app: |name| format!("Do you still need the app {name}?"),
    until: |date, span| format!("You can answer until {date} ({span})."),
    silence_keeps: "Without an answer you keep the access.",
    silence_ends: "Without an answer the access ends.",
    silence_recommended: "Without an answer it depends on whether you signed in during the last 30 days.",
    yes_note: "You keep the access.",
    no_note: |date| format!("The access ends on {date}."),
    choose: "Choose Yes or No.",
    submit: "Submit",
    submitting: "Submitting…",
    saved: "Your answer has been saved.",
    answered_yes: "You answered Yes: you keep the access.",
    answered_no: |date| format!("You answered No: the access ends on {date}."),
    can_change: |date| format!("You can change your answer until {date}."),
};
