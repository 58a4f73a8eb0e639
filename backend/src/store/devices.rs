//! The devices that are registered to an account (features 1.6), and the keys of their drives.

use portal_contract::{
    devices::{BitLockerKey, Device, DeviceForm, DeviceStatus, Drive},
    ids::{BitLockerKeyId, DeviceId},
};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::StoreError;
use crate::clock::rfc3339;

/// Where a list goes on: after a time of last activity (0 for never), then after an id.
pub type After = (i64, String);

/// A page, the device used last first: at most `limit` rows, and where the next page begins.
///
/// # Errors
/// [`StoreError`].
pub fn list(
    connection: &Connection,
    account: &str,
    session: &str,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<Device>, Option<After>), StoreError> {
    let (at, id) = after.map_or((None, None), |(at, id)| (Some(at), Some(id)));
    let mut found = connection
        .prepare_cached(
            "SELECT d.id, d.display_name, d.form, d.operating_system, d.operating_system_version, d.disabled, d.compliant,
                 d.managed, d.registered_at, d.last_activity_at,
                 EXISTS (SELECT 1 FROM bit_locker_keys k WHERE k.device = d.id),
                 EXISTS (SELECT 1 FROM sessions s WHERE s.id = ?2 AND s.device = d.id),
                 coalesce(d.last_activity_at, 0) AS used
             FROM devices d
             WHERE d.account = ?1 AND (?3 IS NULL OR used < ?3 OR (used = ?3 AND d.id > ?4))
             ORDER BY used DESC, d.id LIMIT ?5",
        )?
        .query_map(params![account, session, at, id, limit + 1], |row| Ok((read(row)?, row.get::<_, i64>(12)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(device, used)| (*used, device.id.0.clone()));
    Ok((found.into_iter().map(|(device, _)| device).collect(), next))
}

/// Whether the account has this device, and if so, whether it can sign in.
///
/// # Errors
/// [`StoreError`].
pub fn status(connection: &Connection, account: &str, device: &str) -> Result<Option<DeviceStatus>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT disabled FROM devices WHERE id = ?1 AND account = ?2")?
        .query_row([device, account], |row| {
            Ok(if row.get(0)? { DeviceStatus::Disabled } else { DeviceStatus::Enabled })
        })
        .optional()?)
}

/// Disables a device and ends every session on it.
///
/// # Errors
/// [`StoreError`].
pub fn disable(transaction: &Transaction<'_>, device: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("UPDATE devices SET disabled = 1 WHERE id = ?1")?.execute([device])?;
    transaction.prepare_cached("DELETE FROM sessions WHERE device = ?1")?.execute([device])?;
    Ok(())
}

/// Notes that a session runs on a device, which counts as its activity.
///
/// # Errors
/// [`StoreError`].
pub fn enter(transaction: &Transaction<'_>, now: i64, session: &str, device: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("UPDATE sessions SET device = ?2 WHERE id = ?1")?.execute([session, device])?;
    transaction
        .prepare_cached("UPDATE devices SET last_activity_at = ?2 WHERE id = ?1")?
        .execute(params![device, now])?;
    Ok(())
}

/// The keys of a device's drives, the newest first.
///
/// # Errors
/// [`StoreError`].
pub fn bit_locker_keys(connection: &Connection, device: &str) -> Result<Vec<BitLockerKey>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT id, drive, recovery_key, backed_up_at FROM bit_locker_keys WHERE device = ?1
             ORDER BY backed_up_at DESC, id",
        )?
        .query_map([device], |row| {
            Ok(BitLockerKey {
                key_id: BitLockerKeyId(row.get(0)?),
                drive: match row.get_ref(1)?.as_str()? {
                    "operating-system" => Drive::OperatingSystem,
                    "fixed-data" => Drive::FixedData,
                    "removable-data" => Drive::RemovableData,
                    _ => Drive::Unknown,
                },
                recovery_key: row.get(2)?,
                backed_up_at: rfc3339(row.get(3)?),
            })
        })?
        .collect::<Result<_, _>>()?)
}

/// A device that is registered to an account.
#[derive(Clone, Copy, Debug)]
pub struct Registration<'a> {
    /// Its id.
    pub id: &'a str,
    /// Whose.
    pub account: &'a str,
    /// Its name.
    pub name: &'a str,
    /// `computer`, `phone` or `tablet`.
    pub form: &'a str,
    /// Its operating system.
    pub system: &'a str,
    /// The version of that.
    pub version: &'a str,
    /// Cannot sign in.
    pub disabled: bool,
    /// Keeps the organization's rules; absent where nobody checks.
    pub compliant: Option<bool>,
    /// The organization manages it.
    pub managed: bool,
}

/// Registers a device; `used_at` is its last activity.
///
/// # Errors
/// [`StoreError`].
pub fn add(
    transaction: &Transaction<'_>,
    device: &Registration<'_>,
    registered_at: i64,
    used_at: Option<i64>,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "INSERT INTO devices (id, account, display_name, form, operating_system, operating_system_version, disabled,
                 compliant, managed, registered_at, last_activity_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            device.id,
            device.account,
            device.name,
            device.form,
            device.system,
            device.version,
            device.disabled,
            device.compliant,
            device.managed,
            registered_at,
            used_at
        ])?;
    Ok(())
}

/// Keeps the BitLocker key of a device's drive.
///
/// # Errors
/// [`StoreError`].
pub fn add_key(
    transaction: &Transaction<'_>,
    (id, device): (&str, &str),
    drive: &str,
    recovery_key: &str,
    backed_up_at: i64,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "INSERT INTO bit_locker_keys (id, device, drive, recovery_key, backed_up_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![id, device, drive, recovery_key, backed_up_at])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Device> {
    Ok(Device {
        id: DeviceId(row.get(0)?),
        display_name: row.get(1)?,
        form: match row.get_ref(2)?.as_str()? {
            "computer" => DeviceForm::Computer,
            "phone" => DeviceForm::Phone,
            "tablet" => DeviceForm::Tablet,
            _ => DeviceForm::Unknown,
        },
        operating_system: row.get(3)?,
        operating_system_version: row.get(4)?,
        status: if row.get(5)? { DeviceStatus::Disabled } else { DeviceStatus::Enabled },
        compliant: row.get(6)?,
        managed: row.get(7)?,
        registered_at: rfc3339(row.get(8)?),
        last_activity_at: row.get::<_, Option<i64>>(9)?.map(rfc3339),
        has_bit_locker_keys: row.get(10)?,
        current: row.get(11)?,
    })
}
