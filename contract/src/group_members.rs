//! `/api/v1/groups/{id}/members`: who is in a group, and its owners adding and removing people (features 2.5).
//!
//! `GET …/membership` → [`Membership`]; `GET …/members` → `Page<Member>` by name, `q` searches names and user IDs without
//! regard to case and accents. For members and owners; everybody else gets 404.
//!
//! Owners: `GET /directory?group=…&q=…` → [`Found`]; `POST …/members` a [`NewMembers`] → 204, those who are in it already
//! are passed over; `DELETE …/members/{accountId}` → 204. 403 `access-denied` for members who do not own it; 409
//! `managed-elsewhere`, `disabled-at-home`. Everything is 403 `access-denied` for who has no My Apps.

use serde::{Deserialize, Serialize};

use crate::{
    groups::ManagedElsewhere,
    ids::{AccountId, GroupId},
    organizations::OrganizationSummary,
};

/// The most people who are added at once.
pub const MAX_ADDED: usize = 20;

/// The most characters of an invitation's message.
pub const MAX_MESSAGE: usize = 500;

/// The most people whom the directory finds at once.
pub const MAX_FOUND: usize = 10;

/// A group whose members the person looks at, and what they may do with them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Membership {
    /// Which.
    pub id: GroupId,
    /// What it is called.
    pub display_name: String,
    /// Whose it is.
    pub organization: OrganizationSummary,
    /// How many people are in it.
    pub members: u32,
    /// Whether the person owns it.
    pub owned: bool,
    /// Why nobody manages its members here; absent: its owners do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub managed_elsewhere: Option<ManagedElsewhere>,
    /// Whether people who are added can be sent a message.
    pub sends_messages: bool,
}

/// Somebody in a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// Who.
    pub id: AccountId,
    /// Their name.
    pub display_name: String,
    /// What they sign in with.
    pub user_id: String,
    /// Their job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job_title: Option<String>,
    /// Whether they are a guest of the organization.
    pub guest: bool,
    /// Whether they own the group as well.
    pub owner: bool,
}

/// `GET /directory`: people whom an owner can add.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// At most ten, by name.
    pub people: Vec<DirectoryPerson>,
    /// Whether there are more than these.
    pub more: bool,
}

/// Somebody of the organization's directory: an account or a guest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DirectoryPerson {
    /// Who.
    pub id: AccountId,
    /// Their name.
    pub display_name: String,
    /// What they sign in with.
    pub user_id: String,
    /// Their job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job_title: Option<String>,
    /// Whether they are a guest of the organization.
    pub guest: bool,
    /// Whether they are in the group already.
    pub member: bool,
}

/// `POST …/members`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewMembers {
    /// Whom: 1 to 20 people of the organization's directory, each once.
    pub people: Vec<AccountId>,
    /// What those who are added read in a mail: at most 500 characters, surrounding spaces ignored. Absent or empty: no
    /// mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}
