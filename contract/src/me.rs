//! `/api/v1/me`: who the person is.

use serde::{Deserialize, Serialize};

use crate::{contacts::HelpContact, ids::AccountId, organizations::OrganizationSummary};

/// `GET /me`: what the organization says of the person. Read-only here (features 1.1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Me {
    /// The account.
    pub id: AccountId,
    /// What the person signs in with.
    pub user_id: String,
    /// The person's name.
    pub display_name: String,
    /// Their job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job_title: Option<String>,
    /// Their mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
    /// Where they work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office_location: Option<String>,
    /// Which photo `/me/photo` has: another one has another name. Absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    /// Whether the person may choose the photo; else the organization does.
    #[serde(default)]
    pub photo_changeable: bool,
    /// Who owns the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home_organization: Option<OrganizationSummary>,
    /// Whom to ask when something here is wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help_contact: Option<HelpContact>,
}
