//! One constant per address.

/// My Account's start page.
pub const OVERVIEW: &str = "/";
/// The organizations connected to the account.
pub const ORGANIZATIONS: &str = "/organizations";
/// The devices that are registered to the person.
pub const DEVICES: &str = "/devices";
/// Changing the password.
pub const PASSWORD: &str = "/password";
/// When and where the account signed in, and its sessions.
pub const SIGN_INS: &str = "/sign-ins";
/// The ways to prove who one is.
pub const SECURITY_INFO: &str = "/security-info";
/// Guests who left an administrator's organization.
pub const DELETED_USERS: &str = "/admin/deleted-users";
/// My Apps' start page.
pub const APPS: &str = "/apps";
