//! A review of others' access.

use crate::i18n::text::ReviewOthers;

pub static REVIEW_OTHERS: ReviewOthers = ReviewOthers {
    title: "Review the access of others",
    intro: "Decide who keeps the access. You can change your decisions until the review is due.",
    stage: |stage, stages| format!("Stage {stage} of {stages}"),
    silence_keeps: "Who gets no decision, or “Don’t know”, keeps the access.",
    silence_ends: "Who gets no decision, or “Don’t know”, loses the access.",
    silence_recommended: "For who gets no decision, or “Don’t know”, the recommendation holds.",
    search: "Search by name or user ID",
    show: "Show",
    all: "Everybody",
    undecided: "Undecided",
    approved: "Approved",
    denied: "Denied",
    unknown: "Don’t know",
    select_all: "Select all",
    selected: |number, _| format!("{number} selected"),
    range_hint: "Hold Shift to select a range; the arrow keys move from row to row.",
    approve: "Approve",
    deny: "Deny",
    dont_know: "Don’t know",
    accept: "Accept recommendations",
    undo: "Undo",
    undo_label: |name| format!("Undo the decision about {name}"),
    people: "People with access",
    selection: "Selection",
    person: "Person",
    recommendation: "Recommendation",
    decision: "Decision",
    guest: "Guest",
    signed_in: |ago| format!("Last signed in {ago}"),
    quiet: |ago| format!("No sign-in for 30 days or longer: the last one was {ago}"),
    never: "Has never signed in",
    by_you: "by you",
    by: |name| format!("by {name}"),
    by_somebody: "by somebody else",
    earlier: |decision| format!("Stage before: {decision}"),
    approve_title: |number, one| {
        if one {
            "Approve this person’s access?".to_owned()
        } else {
            format!("Approve the access of {number} people?")
        }
    },
    deny_title: |number, one| {
        if one { "Deny this person’s access?".to_owned() } else { format!("Deny the access of {number} people?") }
    },
    dont_know_title: |number, one| {
        if one { "Don’t know about this person?".to_owned() } else { format!("Don’t know about {number} people?") }
    },
    accept_title: |number, one| {
        if one {
            "Accept the recommendation for this person?".to_owned()
        } else {
            format!("Accept the recommendations for {number} people?")
        }
    },
    accept_all_title: "Accept the recommendations for everybody without a decision?",
    accept_note: "Decisions that have been made stay as they are.",
    saving: "Saving…",
    approved_done: |number, one| {
        if one { "Approved for 1 person.".to_owned() } else { format!("Approved for {number} people.") }
    },
    denied_done: |number, one| {
        if one { "Denied for 1 person.".to_owned() } else { format!("Denied for {number} people.") }
    },
    dont_know_done: |number, one| {
        if one {
            "Marked as “Don’t know” for 1 person.".to_owned()
        } else {
            format!("Marked as “Don’t know” for {number} people.")
        }
    },
    undone: |number, one| {
        if one {
            "The decision about 1 person was undone.".to_owned()
        } else {
            format!("The decisions about {number} people were undone.")
        }
    },
    accepted: |number, one| {
        if one {
            "Accepted the recommendation for 1 person.".to_owned()
        } else {
            format!("Accepted the recommendations for {number} people.")
        }
    },
    nothing_done: "Nothing changed: there was nobody to whom it applies.",
    overruled: |number, one| {
        if one {
            "Somebody else had decided about 1 of them meanwhile; now yours counts.".to_owned()
        } else {
            format!("Somebody else had decided about {number} of them meanwhile; now yours counts.")
        }
    },
    nothing_found: |q| format!("Nobody matches “{q}”."),
    nobody: "Nobody here",
    nobody_note: "Choose “Everybody” to see all people in this review.",
    over: "This review has ended. What was decided has been applied, or will be in a moment.",
};
