//! One constant per address.

/// My Account's start page.
pub const OVERVIEW: &str = "/";
/// The organizations connected to the account.
pub const ORGANIZATIONS: &str = "/organizations";
/// The devices that are registered to the person.
pub const DEVICES: &str = "/devices";
/// Changing the password.
pub const PASSWORD: &str = "/password";
/// A forgotten password; for people who are not signed in.
pub const PASSWORD_RESET: &str = "/password-reset";
/// How the portal speaks to the person, and privacy.
pub const SETTINGS: &str = "/settings";
/// A copy of the person's data, and closing the account.
pub const MY_DATA: &str = "/my-data";
/// When and where the account signed in, and its sessions.
pub const SIGN_INS: &str = "/sign-ins";
/// Guests who left an administrator's organization.
pub const DELETED_USERS: &str = "/admin/deleted-users";
/// The methods of signing in.
pub const SECURITY_INFO: &str = "/security-info";
/// What the organization says of the person, and managing the account.
pub const PROFILE: &str = "/profile";
/// Documents that organizations ask the person to accept.
pub const TERMS: &str = "/profile/terms";
/// My Apps' start page.
pub const APPS: &str = "/apps";

/// One of the apps, which `?app=` names: what it may do, and the accounts saved for it.
pub const MANAGE_APP: &str = "/apps/manage";
/// Apps to add or to ask for.
pub const REQUEST: &str = "/apps/request";
/// Requests for apps, for those who decide them.
pub const APP_REQUESTS: &str = "/admin/app-requests";
/// The collections of apps.
pub const COLLECTIONS: &str = "/apps/collections";
/// Making a collection, or changing the one that `?collection` names.
pub const COLLECTION: &str = "/apps/collections/edit";
/// *Set up self-service password reset*.
pub const RESET_SETUP: &str = "/profile/password-reset";
/// *Additional security verification*.
pub const VERIFICATION: &str = "/profile/verification";
/// The groups that the person owns or is in.
pub const GROUPS: &str = "/groups";
/// One of the groups, which `?group=` names.
pub const GROUP: &str = "/groups/details";
/// Making a group.
pub const GROUP_NEW: &str = "/groups/new";
/// Changing the group that `?group=` names.
pub const GROUP_EDIT: &str = "/groups/edit";
/// Who is in the group that `?group=` names.
pub const GROUP_MEMBERS: &str = "/groups/members";
/// Groups to join.
pub const JOIN_GROUPS: &str = "/groups/join";
/// Who wants to join groups, for their owners.
pub const JOIN_REQUESTS: &str = "/groups/requests";
/// Reviews of who has access to what.
pub const ACCESS_REVIEWS: &str = "/access-reviews";
/// One of them, which `?review=` names, about oneself.
pub const REVIEW_SELF: &str = "/access-reviews/self";
/// One of them, which `?review=` names, about others.
pub const REVIEW_OTHERS: &str = "/access-reviews/decide";

/// Whether an address belongs to My Apps; everything else is My Account.
pub fn in_my_apps(path: &str) -> bool {
    [APPS, PROFILE, APP_REQUESTS, GROUPS, ACCESS_REVIEWS].iter().any(|start| path.starts_with(start))
}

/// Whether an address is below an entry of the navigation, and below no closer one.
pub fn is_below(path: &str, entry: &str) -> bool {
    let below = |entry: &str| path.strip_prefix(entry).is_some_and(|rest| rest.starts_with('/'));
    match path {
        _ if entry == OVERVIEW => false,
        COLLECTIONS => false,
        _ if below(COLLECTIONS) => entry == COLLECTIONS,
        _ => below(entry),
    }
}
