//! `/api/v1/me/groups` and `/api/v1/groups`: the groups that the person owns or is in (features 2.5).
//!
//! `GET /me/groups` → `Page<ListedGroup>`; `view` says which, `q` searches the names. `GET /me/groups/rules` →
//! [`GroupRules`], `GET /me/groups/name-check` → [`NameCheck`]. `POST /groups` → [`Group`]. `/groups/{id}`: `GET` → [`Group`]
//! with an `ETag`, `PATCH` and `DELETE` → 204 with `If-Match`. `POST /groups/{id}/renew`, `…/leave` → 204.
//! `GET /groups/{id}/owner-candidates` → `Page<GroupPerson>`, `POST /groups/{id}/owners`, `DELETE …/owners/{accountId}` → 204.
//! `GET /groups/{id}/members.csv` → a table. 403 `access-denied` for who has no My Apps.

use serde::{Deserialize, Serialize};

use crate::{
    contacts::HelpContact,
    ids::{AccountId, GroupId},
    organizations::OrganizationSummary,
    problem::FieldCode,
};

/// The most characters of a name.
pub const MAX_NAME: u32 = 64;
/// The most characters of a description.
pub const MAX_DESCRIPTION: u32 = 1024;
/// The most groups that one person owns.
pub const MAX_OWNED: u32 = 250;
/// The most owners of one group.
pub const MAX_OWNERS: u32 = 100;
/// The days for which a group that has expired can still be renewed.
pub const GRACE_DAYS: i64 = 30;

/// Which groups a list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum GroupView {
    /// Those that the person owns, the expired ones too.
    #[default]
    Owned,
    /// Those that the person is in, of every organization.
    Joined,
}

/// What a group is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum GroupKind {
    /// Access to things.
    Security,
    /// Working together.
    Collaboration,
    /// Access to things, and a mail address: not managed here.
    MailEnabledSecurity,
    /// A mail address alone: not managed here.
    Distribution,
    /// A newer backend's kind.
    #[serde(other)]
    Unknown,
}

/// How somebody becomes a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum JoinPolicy {
    /// At once.
    Open,
    /// An owner decides.
    Approval,
    /// Only owners add members.
    Closed,
    /// A newer backend's policy.
    #[serde(other)]
    Unknown,
}

/// Why a group is managed somewhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ManagedElsewhere {
    /// It comes from a directory on premises.
    Synchronised,
    /// It is a security group with a mail address.
    MailEnabled,
    /// It is a distribution list.
    Distribution,
    /// A newer backend's reason.
    #[serde(other)]
    Unknown,
}

/// A group in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ListedGroup {
    /// Which.
    pub id: GroupId,
    /// Its name.
    pub display_name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its type.
    pub kind: GroupKind,
    /// Whose it is.
    pub organization: OrganizationSummary,
    /// How many members it has.
    pub member_count: u32,
    /// Absent: it is managed here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub managed_elsewhere: Option<ManagedElsewhere>,
    /// When it ends, RFC 3339; absent: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
    /// Whether it has ended; only its owners still see it then.
    #[serde(default)]
    pub expired: bool,
}

/// A group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// Which.
    pub id: GroupId,
    /// Its name.
    pub display_name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its type; fixed once it is made.
    pub kind: GroupKind,
    /// How somebody becomes a member.
    pub join_policy: JoinPolicy,
    /// Whose it is.
    pub organization: OrganizationSummary,
    /// When it was made, RFC 3339.
    pub created_at: String,
    /// When it was last renewed, RFC 3339; absent: not yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renewed_at: Option<String>,
    /// When it ends unless it is renewed, RFC 3339; absent: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
    /// When it is deleted unless it is renewed, RFC 3339; there once it has ended. Only its owners still see it then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<String>,
    /// For how many days it is renewed; absent: it cannot be renewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renewable_days: Option<u32>,
    /// Absent: it is managed here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub managed_elsewhere: Option<ManagedElsewhere>,
    /// The organization's administrator: whom to ask about a group that is managed elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<HelpContact>,
    /// Whether the person owns it.
    pub is_owner: bool,
    /// Whether the person is in it.
    pub is_member: bool,
    /// Who owns it, by name.
    pub owners: Vec<GroupPerson>,
    /// How many members it has.
    pub member_count: u32,
    /// Some of its members; none for who neither owns it nor is in it.
    #[serde(default)]
    pub some_members: Vec<GroupPerson>,
}

/// Somebody of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct GroupPerson {
    /// Which account.
    pub id: AccountId,
    /// Their name.
    pub display_name: String,
    /// What they sign in with; absent where the name is all that others are told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// Whether they are in the group.
    #[serde(default)]
    pub is_member: bool,
}

/// What holds for the groups that the person makes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct GroupRules {
    /// Whether the organization lets its people make groups.
    pub can_create: bool,
    /// Which organization; absent for who has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<OrganizationSummary>,
    /// With what names begin; may be empty.
    #[serde(default)]
    pub prefix: String,
    /// After how many days a group ends unless it is renewed; absent: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifetime_days: Option<u32>,
}

/// Whether a group may be called so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct NameCheck {
    /// What is wrong: `required`, `too-long`, `malformed`, `missing-prefix`, `blocked-word` or `repeated`; absent: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<FieldCode>,
    /// The word that no name may contain, with `blocked-word`; what it has to begin with, with `missing-prefix`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
}

/// A group to be made; who makes it owns it and is in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewGroup {
    /// Its name: 1 to 64 characters by the organization's rule, another one than those of its other groups.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 64))]
    pub display_name: String,
    /// What it is for: at most 1,024 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 1024))]
    pub description: Option<String>,
    /// `security` or `collaboration`.
    pub kind: GroupKind,
    /// How somebody becomes a member.
    pub join_policy: JoinPolicy,
}

/// What is to be different about a group; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupChange {
    /// Another name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 64))]
    pub display_name: Option<String>,
    /// Another description; an empty one takes it away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 1024))]
    pub description: Option<String>,
    /// Another policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub join_policy: Option<JoinPolicy>,
}

/// Another owner of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewOwner {
    /// An account of the group's organization.
    pub account: AccountId,
}
