//! My data requests.

use crate::i18n::text::MyData;

pub static MY_DATA: MyData = MyData {
    intro: "Take a copy of your data, or close your account.",
    export: "Export my data",
    export_note: "You get one ZIP file with everything that My Account knows about you: a page to read, and files for other programs. We prepare it in the background; you can download it for 7 days.",
    exporting: "One moment…",
    asked: "Your data is being prepared. You can leave this page meanwhile.",
    unknown_outcome: "We could not confirm that your request arrived: the answer got lost. The list shows how things are now.",
    too_many: |time| format!("You asked for five copies within a day. You can ask for the next one {time}."),
    copies: "Your copies",
    none: "No copies yet",
    none_note: "When you ask for a copy of your data, it appears here.",
    asked_on: |date| format!("Copy of {date}"),
    preparing: |percent| format!("Being prepared: {percent}"),
    ready: |size, date| format!("Ready · {size} · Available until {date}"),
    failed: "This copy could not be made. Ask for a new one.",
    expired: "Expired: its file has been deleted.",
    progress: "Progress",
    download: "Download",
    download_label: |date| format!("Download the copy of {date}"),
    close: "Close account",
    close_note: "When you close your account:",
    close_lost: [
        "all your personal data here is deleted, including your groups and your access to apps;",
        "you are signed out everywhere and can never sign in with this account again;",
        "nobody can bring the account or its data back.",
    ],
    close_export_first: "Export your data first if you want to keep any of it.",
    user_id: "Your user ID, as confirmation",
    user_id_required: "Type your user ID to confirm.",
    user_id_other: "This is not your user ID. Type the one that you sign in with.",
    confirm_title: "Close your account?",
    confirm_lost: |user_id| {
        format!("The account {user_id} and all personal data in it are deleted, and you are signed out everywhere.")
    },
    confirm_final: "You cannot undo this, and neither can anybody else.",
    yes: "Yes",
    closing: "Closing your account…",
    close_unknown: "We could not confirm that your account was closed: the answer got lost. Try again; it has effect only once.",
    managed: |organization| {
        format!(
            "You cannot close this account yourself: it belongs to {organization}, which is managed by an administrator. Ask the administrator to delete it."
        )
    },
    last_owner: "You cannot close your account yet: you are the only owner of one or more groups. Name another owner or delete the group first.",
    own_groups: "Go to your groups",
    no_home: "You cannot close this account here: no organization owns it. Ask the person who invited you.",
};
