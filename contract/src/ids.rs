//! Identifiers, one type each, so that a user's id cannot be handed in where an organization's is wanted.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// An account (a person) in its home directory.
    AccountId
);
id!(
    /// An organization (a tenant).
    OrganizationId
);
id!(
    /// The object by which an organization knows a guest; another one than the account it stands for.
    GuestId
);
id!(
    /// An application in somebody's My Apps.
    AppId
);
id!(
    /// Somebody's request for an application.
    AppRequestId
);
id!(
    /// A review of who has access to something.
    AccessReviewId
);
id!(
    /// A collection of apps.
    CollectionId
);
id!(
    /// A group inside an organization.
    GroupId
);
id!(
    /// Somebody's request to join a group.
    JoinRequestId
);
id!(
    /// A method by which somebody signs in or gets back in.
    MethodId
);
id!(
    /// A device that is registered to somebody.
    DeviceId
);
id!(
    /// A BitLocker key, as Windows names it when it asks for it.
    BitLockerKeyId
);
id!(
    /// A service connected to an account.
    ServiceId
);
id!(
    /// A document of terms of use.
    TermsId
);
id!(
    /// A copy of somebody's data.
    ExportId
);
id!(
    /// A session; not the value of its cookie.
    SessionId
);
id!(
    /// One attempt to sign in.
    SignInId
);
id!(
    /// Something that an app may do.
    PermissionId
);
id!(
    /// A user name and password that are kept for an app.
    SavedAccountId
);
