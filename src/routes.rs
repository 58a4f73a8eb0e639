//! One constant per address.

/// My Account's start page.
pub const OVERVIEW: &str = "/";
/// The organizations connected to the account.
pub const ORGANIZATIONS: &str = "/organizations";
/// The devices that are registered to the person.
pub const DEVICES: &str = "/devices";
/// Changing the password.
pub const PASSWORD: &str = "/password";
/// Guests who left an administrator's organization.
pub const DELETED_USERS: &str = "/admin/deleted-users";
/// My Apps' start page.
pub const APPS: &str = "/apps";
