//! What a group is to a person, and whether it exists for them.

use portal_contract::groups::{GRACE_DAYS, JoinPolicy, ManagedElsewhere};
use rusqlite::{Connection, OptionalExtension, named_params};

use super::StoreError;

/// Seconds in a day.
const DAY: i64 = 24 * 60 * 60;
/// Seconds for which a group that has expired can still be renewed.
pub const GRACE_SECONDS: i64 = GRACE_DAYS * DAY;

/// The groups that `:account` is in.
pub const JOINED: &str = r#"SELECT "group" FROM account_groups WHERE account = :account
     UNION
     SELECT x."group" FROM guests u JOIN guest_groups x ON x.guest = u.id
     WHERE u.account = :account AND u.deleted_at IS NULL AND NOT u.disabled"#;

/// What a group is to somebody.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Whose it is.
    pub organization: String,
    /// What it is called.
    pub display_name: String,
    /// How somebody becomes a member.
    pub join_policy: JoinPolicy,
    /// Absent: it is managed here.
    pub managed_elsewhere: Option<ManagedElsewhere>,
    /// When it ends: seconds since 1970.
    pub expires_at: Option<i64>,
    /// What an edit has to be made from.
    pub version: i64,
    /// The person owns it.
    pub is_owner: bool,
    /// The person is in it.
    pub is_member: bool,
    /// It is the person's home organization's.
    pub at_home: bool,
}

impl Standing {
    /// Whether it has ended.
    pub fn is_expired(&self, now: i64) -> bool {
        self.expires_at.is_some_and(|it| it <= now)
    }

    /// Whether somebody of the organization may ask to join, or join at once.
    pub fn can_be_joined(&self) -> bool {
        self.at_home
            && self.managed_elsewhere.is_none()
            && matches!(self.join_policy, JoinPolicy::Open | JoinPolicy::Approval)
    }

    /// Whether it exists for the person. One that has ended does for its owners only, and only as long as it can be
    /// renewed.
    pub fn is_visible(&self, now: i64) -> bool {
        match self.expires_at {
            Some(end) if end <= now => self.is_owner && now < end + GRACE_SECONDS,
            _ => self.is_owner || self.is_member || self.can_be_joined(),
        }
    }
}

/// What a group is to an account; absent: there is none, or it does not exist for the account.
///
/// # Errors
/// [`StoreError`].
pub fn standing(connection: &Connection, account: &str, id: &str, now: i64) -> Result<Option<Standing>, StoreError> {
    Ok(find(connection, account, id)?.filter(|it| it.is_visible(now)))
}

/// The same, also where the group does not exist for the account.
///
/// # Errors
/// [`StoreError`].
pub fn find(connection: &Connection, account: &str, id: &str) -> Result<Option<Standing>, StoreError> {
    let sql = format!(
        r#"SELECT g.organization, g.display_name, g.join_policy, g.kind, g.synchronised, g.expires_at, g.version,
             EXISTS (SELECT 1 FROM group_owners o WHERE o."group" = g.id AND o.account = :account),
             g.id IN ({JOINED}),
             EXISTS (SELECT 1 FROM accounts a WHERE a.id = :account AND a.home_organization = g.organization)
         FROM groups g WHERE g.id = :id"#
    );
    Ok(connection
        .prepare_cached(&sql)?
        .query_row(named_params! { ":account": account, ":id": id }, |row| {
            Ok(Standing {
                organization: row.get(0)?,
                display_name: row.get(1)?,
                join_policy: policy(&row.get::<_, String>(2)?),
                managed_elsewhere: managed_elsewhere(row.get_ref(3)?.as_str()?, row.get(4)?),
                expires_at: row.get(5)?,
                version: row.get(6)?,
                is_owner: row.get(7)?,
                is_member: row.get(8)?,
                at_home: row.get(9)?,
            })
        })
        .optional()?)
}

/// Why a group of this kind is managed elsewhere, if it is.
pub fn managed_elsewhere(kind: &str, synchronised: bool) -> Option<ManagedElsewhere> {
    match kind {
        _ if synchronised => Some(ManagedElsewhere::Synchronised),
        "security" | "collaboration" => None,
        "mail-enabled-security" => Some(ManagedElsewhere::MailEnabled),
        "distribution" => Some(ManagedElsewhere::Distribution),
        _ => Some(ManagedElsewhere::Unknown),
    }
}

/// How somebody becomes a member, as it is stored.
fn policy(stored: &str) -> JoinPolicy {
    match stored {
        "open" => JoinPolicy::Open,
        "approval" => JoinPolicy::Approval,
        "closed" => JoinPolicy::Closed,
        _ => JoinPolicy::Unknown,
    }
}
