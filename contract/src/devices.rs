//! `/api/v1/me/devices`: the computers and phones that are registered to the person (features 1.6).
//!
//! `GET /me/devices` → `Page<Device>`, the one used last first.
//! `POST /me/devices/{id}/disable` (empty object) → 204, fresh proof of identity. The device's sessions end with it and it
//! cannot sign in any more; only an administrator brings it back. Disabling a disabled device is a success without effect:
//! what was asked for is so already.
//! `POST /me/devices/{id}/bitlocker-keys` (empty object) → `Page<BitLockerKey>`, fresh proof of identity. Looking at keys is
//! recorded each time, so a repeat with the same `Idempotency-Key` is a look of its own. 403 `device-disabled`.

use serde::{Deserialize, Serialize};

use crate::ids::{BitLockerKeyId, DeviceId};

/// A device that is registered to the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Device {
    /// Which.
    pub id: DeviceId,
    /// The name that it was registered under.
    pub display_name: String,
    /// What it looks like.
    pub form: DeviceForm,
    /// Its operating system by name, such as `Windows`.
    pub operating_system: String,
    /// The version of that, as people say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operating_system_version: Option<String>,
    /// Whether it can sign in.
    pub status: DeviceStatus,
    /// Whether it keeps the organization's rules; absent where nobody checks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compliant: Option<bool>,
    /// Whether the organization manages it.
    pub managed: bool,
    /// When it was registered.
    pub registered_at: String,
    /// When it last signed in; absent when it never did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_activity_at: Option<String>,
    /// Whether BitLocker keys of its drives are kept.
    #[serde(default)]
    pub has_bit_locker_keys: bool,
    /// Whether this very session runs on it.
    #[serde(default)]
    pub current: bool,
}

/// What a device looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DeviceForm {
    /// A laptop or a desktop computer.
    Computer,
    /// A telephone.
    Phone,
    /// A tablet.
    Tablet,
    /// A newer backend's form; shown as a computer.
    #[serde(other)]
    Unknown,
}

/// Whether a device can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DeviceStatus {
    /// Yes.
    Enabled,
    /// Not until an administrator brings it back.
    Disabled,
    /// A newer backend's status; shown without controls.
    #[serde(other)]
    Unknown,
}

/// What opens an encrypted drive when Windows asks for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct BitLockerKey {
    /// What Windows shows when it asks for this key.
    pub key_id: BitLockerKeyId,
    /// The drive that it opens.
    pub drive: Drive,
    /// Eight groups of six digits.
    pub recovery_key: String,
    /// When the device handed it over.
    pub backed_up_at: String,
}

/// Which of a device's drives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Drive {
    /// The one that Windows starts from.
    OperatingSystem,
    /// Another one inside.
    FixedData,
    /// One that can be taken out.
    RemovableData,
    /// A newer backend's kind of drive.
    #[serde(other)]
    Unknown,
}
