//! Groups that people can join, their requests, and the owners who decide them (features 2.5).

use portal_contract::{
    app_requests::Requester,
    ids::{GroupId, JoinRequestId},
    join_requests::{JoinRequest, JoinableGroup, OfferedGroup},
};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params, params};

use super::{
    StoreError, apps,
    group_members::IS_MEMBER,
    requests::{Offer, Request, Stored, state},
    rows, sort_name,
};
use crate::{clock::rfc3339, version};

/// Where the groups go on: after a name, then after an id.
pub type After = (String, String);

/// Whether people of its organization can join the group `g` at `:now`, at once or by asking.
const JOINABLE: &str = "g.kind IN ('security', 'collaboration') AND NOT g.synchronised
     AND g.join_policy IN ('open', 'approval') AND (g.expires_at IS NULL OR g.expires_at > :now)";

/// Whether the account `a` owns the group `g`.
const OWNS: &str = r#"EXISTS (SELECT 1 FROM group_owners w WHERE w."group" = g.id AND w.account = a.id)"#;

/// A page of the groups that the account can join, by name: at most `limit`, and where the next page begins.
///
/// # Errors
/// [`StoreError`].
pub fn joinable(
    connection: &Connection,
    (account, now): (&str, i64),
    search: Option<&str>,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<JoinableGroup>, Option<After>), StoreError> {
    let (name, id) = after.map_or(("", ""), |(name, id)| (name, id));
    let sql = format!(
        r#"SELECT g.id, g.display_name, g.description, o.id, o.display_name, o.language,
             g.join_policy = 'approval' AND NOT {OWNS},
             (SELECT r.state FROM join_requests r WHERE r.account = a.id AND r."group" = g.id ORDER BY r.number DESC),
             g.sort_name
         FROM accounts a
         JOIN groups g ON g.organization = a.home_organization
         JOIN organizations o ON o.id = g.organization
         WHERE a.id = :account AND {JOINABLE} AND NOT {IS_MEMBER}
         AND (:search IS NULL OR instr(g.sort_name, :search) > 0)
         AND (g.sort_name, g.id) > (:name, :id)
         ORDER BY g.sort_name, g.id LIMIT :limit"#
    );
    let found = connection
        .prepare_cached(&sql)?
        .query_map(
            named_params! {
                ":account": account,
                ":now": now,
                ":search": search.map(sort_name),
                ":name": name,
                ":id": id,
                ":limit": limit + 1,
            },
            |row| {
                let group = JoinableGroup {
                    group: group(row, 0)?,
                    needs_approval: row.get(6)?,
                    last_request: row.get::<_, Option<String>>(7)?.map(|it| state(&it)),
                };
                let after = (row.get(8)?, group.group.id.0.clone());
                Ok((group, after))
            },
        )?
        .collect::<Result<_, _>>()?;
    Ok(rows::page(found, limit))
}

/// Somebody has come into a group another way: what they asked for is theirs. `by` is who let them in, absent when
/// nobody had to.
///
/// # Errors
/// [`StoreError`].
pub fn settle(
    transaction: &Transaction<'_>,
    now: i64,
    (account, group): (&str, &str),
    by: Option<&str>,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            r#"UPDATE join_requests SET state = 'approved', decided_by = ?4, decided_at = ?3, version = version + 1
               WHERE account = ?1 AND "group" = ?2 AND state = 'pending'"#,
        )?
        .execute(params![account, group, now, by])?;
    Ok(())
}

impl Request for JoinRequest {
    const STORED: Stored = Stored {
        requests: "join_requests",
        subjects: "groups",
        deciders: "group_owners",
        subject: r#""group""#,
        columns: "s.id, s.display_name, s.description, o.id, o.display_name, o.language",
    };

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: JoinRequestId(row.get(0)?),
            etag: version::etag(row.get::<_, i64>(1)?),
            requester: Requester { display_name: row.get(8)?, user_id: row.get(9)? },
            group: group(row, Stored::FIRST)?,
            justification: row.get(2)?,
            state: state(&row.get::<_, String>(3)?),
            requested_at: rfc3339(row.get(4)?),
            decided_at: row.get::<_, Option<i64>>(5)?.map(rfc3339),
            decided_by: row.get(6)?,
            reason: row.get(7)?,
        })
    }

    /// Everybody who has My Apps may own groups.
    fn may_decide(connection: &Connection, account: &str) -> Result<bool, StoreError> {
        apps::allowed(connection, account)
    }

    /// Owners need nobody's approval.
    fn offer(connection: &Connection, now: i64, account: &str, group: &str) -> Result<Option<Offer>, StoreError> {
        let sql = format!(
            r#"SELECT g.join_policy = 'approval' AND NOT {OWNS}, {IS_MEMBER}, EXISTS (SELECT 1 FROM join_requests r
                     WHERE r.account = a.id AND r."group" = g.id AND r.state = 'pending'), a.disabled
             FROM groups g JOIN accounts a ON a.id = :account AND a.home_organization = g.organization
             WHERE g.id = :group AND {JOINABLE}"#
        );
        Ok(connection
            .prepare_cached(&sql)?
            .query_row(named_params! { ":account": account, ":group": group, ":now": now }, |row| {
                Ok(Offer {
                    needs_approval: row.get(0)?,
                    is_theirs: row.get(1)?,
                    is_pending: row.get(2)?,
                    disabled: row.get(3)?,
                })
            })
            .optional()?)
    }
}

/// Reads a group from the six columns that begin at `first`.
fn group(row: &Row<'_>, first: usize) -> rusqlite::Result<OfferedGroup> {
    Ok(OfferedGroup {
        id: GroupId(row.get(first)?),
        display_name: row.get(first + 1)?,
        description: row.get(first + 2)?,
        organization: rows::organization(row, first + 3)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
    })
}
