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
/// My Apps' start page.
pub const APPS: &str = "/apps";
/// Who the person is to the organization, and *Manage account*.
pub const PROFILE: &str = "/profile";
/// *Set up self-service password reset*.
pub const RESET_SETUP: &str = "/profile/password-reset";
/// *Additional security verification*.
pub const VERIFICATION: &str = "/profile/verification";
