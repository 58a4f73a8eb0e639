//! Requests for apps of the catalogue, and who decides them (features 2.1).

use portal_contract::{
    app_requests::{AppRequest, Requester},
    ids::AppRequestId,
};
use rusqlite::{Connection, Row};

use super::{
    StoreError, app_catalogue, apps,
    requests::{Offer, Request, Stored, state},
};
use crate::{clock::rfc3339, version};

/// Whether the account decides any requests: disabled accounts and those without My Apps do not.
///
/// # Errors
/// [`StoreError`].
pub fn approves(connection: &Connection, account: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT 1 FROM app_approvers x JOIN accounts a ON a.id = x.account
             WHERE a.id = ?1 AND a.has_my_apps AND NOT a.disabled",
        )?
        .exists([account])?)
}

impl Request for AppRequest {
    const STORED: Stored = Stored {
        requests: "app_requests",
        subjects: "apps",
        deciders: "app_approvers",
        subject: "app",
        columns: "s.id, s.display_name, s.description, s.icon, o.id, o.display_name, o.language",
    };

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: AppRequestId(row.get(0)?),
            etag: version::etag(row.get::<_, i64>(1)?),
            requester: Requester { display_name: row.get(8)?, user_id: row.get(9)? },
            app: app_catalogue::app(row, Stored::FIRST)?,
            justification: row.get(2)?,
            state: state(&row.get::<_, String>(3)?),
            requested_at: rfc3339(row.get(4)?),
            decided_at: row.get::<_, Option<i64>>(5)?.map(rfc3339),
            decided_by: row.get(6)?,
            reason: row.get(7)?,
        })
    }

    fn complete(&mut self, connection: &Connection) -> Result<(), StoreError> {
        self.app.texts = apps::texts(connection, &self.app.id)?;
        Ok(())
    }

    fn may_decide(connection: &Connection, account: &str) -> Result<bool, StoreError> {
        approves(connection, account)
    }

    fn offer(connection: &Connection, _: i64, account: &str, app: &str) -> Result<Option<Offer>, StoreError> {
        app_catalogue::offer(connection, account, app)
    }
}
