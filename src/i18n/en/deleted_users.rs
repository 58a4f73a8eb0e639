//! Deleted users.

use crate::i18n::text::DeletedUsers;

pub static DELETED_USERS: DeletedUsers = DeletedUsers {
    title: "Deleted users",
    intro: |organization| {
        format!(
            "Guests who left {organization}. You can restore them for 30 days; after that they are deleted for good."
        )
    },
    search: "Search by name or user ID",
    none: "No deleted users",
    none_note: "When a guest leaves your organization, you see them here for 30 days.",
    nothing_found: |q| format!("Nobody matches “{q}”."),
    left_on: |date| format!("Left {date}"),
    comes_back: |groups, apps| format!("A restore brings back {groups} and {apps}"),
    restore: "Restore",
    restore_label: |name| format!("Restore {name}"),
    restoring: "Restoring…",
    restored: |name| format!("{name} is a guest again, with the same groups and permissions."),
    delete: "Delete permanently",
    delete_label: |name| format!("Delete {name} permanently"),
    deleting: "Deleting…",
    deleted: |name| format!("{name} was deleted for good."),
    confirm_title: |name| format!("Delete {name} permanently?"),
    confirm_lost: |groups, apps| format!("The guest's user object goes, with {groups} and {apps}."),
    confirm_final: "Nobody can undo this, not even the help desk. To work together again you have to invite them anew.",
    gone: |name| format!("{name} is no longer in this list: restored or deleted meanwhile."),
    unknown_outcome: "We could not confirm that it worked: the answer got lost. The list shows how things are now.",
};
