//! `GET /api/v1/capabilities`: what this backend can do, so that the page hides or explains instead of failing.

use serde::{Deserialize, Serialize};

/// One field of [`Capabilities`] and one name in [`operations`] for each thing that a person does: the page asks by name,
/// because reading the whole document would weigh on every first visit.
macro_rules! capabilities {
    ($($(#[doc = $doc:literal])+ $field:ident, $name:ident = $written:literal;)+) => {
        /// What this backend can do; no session needed. What is not named is supported.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "camelCase", default)]
        pub struct Capabilities {
            $($(#[doc = $doc])+ pub $field: Support,)+
        }

        /// The fields of [`super::Capabilities`] as they are written.
        pub mod operations {
            $($(#[doc = $doc])+ pub const $name: &str = $written;)+

            /// All of them.
            pub const ALL: &[&str] = &[$($written),+];
        }
    };
}

capabilities! {
    /// Signing in with user ID and password.
    sign_in, SIGN_IN = "signIn";
    /// Setting a new password after forgetting the old one, and registering what that needs.
    password_reset, PASSWORD_RESET = "passwordReset";
    /// Changing the password.
    change_password, CHANGE_PASSWORD = "changePassword";
    /// Adding a sign-in method of any kind, or changing a number or an address.
    add_method, ADD_METHOD = "addMethod";
    /// Adding security questions, where methods can be added.
    security_questions, SECURITY_QUESTIONS = "securityQuestions";
    /// Adding app passwords, where methods can be added.
    app_passwords, APP_PASSWORDS = "appPasswords";
    /// Deleting a sign-in method.
    delete_method, DELETE_METHOD = "deleteMethod";
    /// Choosing what sign-in asks for first.
    choose_default_method, CHOOSE_DEFAULT_METHOD = "chooseDefaultMethod";
    /// Having trusted browsers asked again.
    trusted_devices, TRUSTED_DEVICES = "trustedDevices";
    /// Ending one session.
    end_session, END_SESSION = "endSession";
    /// Ending all of them.
    sign_out_everywhere, SIGN_OUT_EVERYWHERE = "signOutEverywhere";
    /// Saying whether one recognises a sign-in.
    review_sign_in, REVIEW_SIGN_IN = "reviewSignIn";
    /// Disabling a device.
    disable_device, DISABLE_DEVICE = "disableDevice";
    /// Looking at a device's BitLocker keys.
    bit_locker_keys, BIT_LOCKER_KEYS = "bitLockerKeys";
    /// Working in another organization (*Switch organization*).
    switch_organization, SWITCH_ORGANIZATION = "switchOrganization";
    /// Leaving an organization.
    leave_organization, LEAVE_ORGANIZATION = "leaveOrganization";
    /// An administrator's *Deleted users*.
    deleted_users, DELETED_USERS = "deletedUsers";
    /// Language, regional format and time zone of the account.
    preferences, PREFERENCES = "preferences";
    /// Choosing and removing the photo.
    photo, PHOTO = "photo";
    /// Accepting and declining terms of use.
    terms, TERMS = "terms";
    /// Asking for a copy of one's data.
    data_exports, DATA_EXPORTS = "dataExports";
    /// Closing the account.
    close_account, CLOSE_ACCOUNT = "closeAccount";
    /// Hiding and showing apps, and noting which were used last.
    arrange_apps, ARRANGE_APPS = "arrangeApps";
    /// Making, changing and ordering collections of apps.
    collections, COLLECTIONS = "collections";
    /// Adding apps, asking for them, and deciding what others ask for.
    app_requests, APP_REQUESTS = "appRequests";
    /// Taking back what an app was permitted.
    revoke_permissions, REVOKE_PERMISSIONS = "revokePermissions";
    /// Saving accounts for an app.
    saved_accounts, SAVED_ACCOUNTS = "savedAccounts";
    /// Everything about groups.
    groups, GROUPS = "groups";
    /// Making groups.
    create_groups, CREATE_GROUPS = "createGroups";
    /// Changing, renewing and deleting groups, their owners and their members.
    manage_groups, MANAGE_GROUPS = "manageGroups";
    /// Joining and leaving groups.
    join_groups, JOIN_GROUPS = "joinGroups";
    /// Deciding who joins the groups that one owns.
    join_requests, JOIN_REQUESTS = "joinRequests";
    /// Reviews of who has access to what.
    access_reviews, ACCESS_REVIEWS = "accessReviews";
}

/// How an operation is answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Support {
    /// Here.
    #[default]
    Supported,
    /// On the identity platform's own page.
    Redirect {
        /// That page; `https` only.
        url: String,
    },
    /// Not at all.
    Unavailable,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_its_name() {
        let written = serde_json::to_value(Capabilities::default()).unwrap();
        let mut fields: Vec<_> = written.as_object().unwrap().keys().map(String::as_str).collect();
        let mut names = operations::ALL.to_vec();
        fields.sort_unstable();
        names.sort_unstable();
        assert_eq!(fields, names);
    }

    #[test]
    fn what_an_older_backend_does_not_name_is_supported() {
        let read: Capabilities = serde_json::from_str(r#"{"changePassword":{"kind":"unavailable"}}"#).unwrap();
        assert_eq!(read, Capabilities { change_password: Support::Unavailable, ..Capabilities::default() });
    }
}
