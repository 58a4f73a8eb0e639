//! Where personal data is: every table of the database is listed here, so that an export leaves nothing out and nothing
//! secret in. A test compares this list with the schema.

use rusqlite::{Connection, ToSql, types::Value};
use serde_json::{Map, Value as Json};

use super::StoreError;
use crate::{clock::rfc3339, secret::fingerprint};

/// A table with rows about a person.
pub struct Table {
    /// Its name; also the name of its file in an export.
    pub name: &'static str,
    /// Which rows are about the account `?1`; `?2` is the SHA-256 of its user ID.
    pub rows: &'static str,
    /// What an export tells.
    pub columns: &'static [Column],
    /// What it does not: secrets, and what stands for them.
    pub withheld: &'static [&'static str],
}

/// A column of an export.
pub enum Column {
    /// As it is stored.
    Plain(&'static str),
    /// A time.
    Time(&'static str),
    /// Yes or no.
    Flag(&'static str),
    /// The name behind an id: what it is called, and how to find it.
    Named(&'static str, &'static str),
}

use Column::{Flag, Named, Plain, Time};

impl Column {
    /// Its name, as the schema writes names.
    pub fn name(&self) -> &'static str {
        match self {
            Plain(name) | Time(name) | Flag(name) | Named(name, _) => name,
        }
    }

    /// Its name in the JSON of an export: `created_at` is `createdAt`.
    pub fn key(&self) -> String {
        let mut words = self.name().split('_');
        let first = words.next().unwrap_or_default().to_owned();
        words.fold(first, |mut all, word| {
            let mut letters = word.chars();
            all.extend(letters.next().map(|it| it.to_ascii_uppercase()));
            all + letters.as_str()
        })
    }

    fn expression(&self) -> String {
        match self {
            Plain(name) | Time(name) | Flag(name) => format!("\"{name}\""),
            Named(name, query) => format!("({query}) AS \"{name}\""),
        }
    }

    fn json(&self, value: Value) -> Json {
        match (self, value) {
            (Time(_), Value::Integer(seconds)) => rfc3339(seconds).into(),
            (Flag(_), Value::Integer(flag)) => (flag != 0).into(),
            (_, Value::Integer(number)) => number.into(),
            (_, Value::Real(number)) => number.into(),
            (_, Value::Text(text)) => text.into(),
            // Bytes are never for people; the test of the schema sees to it that none are listed.
            (_, Value::Null | Value::Blob(_)) => Json::Null,
        }
    }
}

const ORGANIZATION: Column =
    Named("organization_name", "SELECT o.display_name FROM organizations o WHERE o.id = organization");
const GROUP: Column = Named("group_name", "SELECT g.display_name FROM groups g WHERE g.id = \"group\"");
const APP: Column = Named("app_name", "SELECT p.display_name FROM apps p WHERE p.id = app");
const COLLECTION: Column = Named("collection_name", "SELECT c.display_name FROM collections c WHERE c.id = collection");
const REVIEW: Column = Named("review_name", "SELECT r.display_name FROM access_reviews r WHERE r.id = review");
const OF_COLLECTIONS: &str = "collection IN (SELECT id FROM collections WHERE account = ?1)";
const OF_GUESTS: &str = "guest IN (SELECT id FROM guests WHERE account = ?1)";
const OF_DEVICES: &str = "device IN (SELECT id FROM devices WHERE account = ?1)";
const OF_METHODS: &str = "method IN (SELECT id FROM methods WHERE account = ?1)";
const OF_RESETS: &str = "reset IN (SELECT id FROM password_resets WHERE account = ?1)";
const TO_THEM: &str = "recipient IN (SELECT target FROM methods WHERE account = ?1
    UNION SELECT mail FROM accounts WHERE id = ?1)";
const OF_SESSIONS_AND_RESETS: &str = "session IN (SELECT id FROM sessions WHERE account = ?1)
    OR reset IN (SELECT id FROM password_resets WHERE account = ?1)";
const OF_SESSIONS: &str = "session IN (SELECT id FROM sessions WHERE account = ?1)";

/// The tables with personal data, in the order in which an export tells them.
pub const PERSONAL: [Table; 47] = [
    Table {
        name: "accounts",
        rows: "id = ?1",
        columns: &[
            Plain("id"),
            Plain("user_id"),
            Plain("display_name"),
            Plain("job_title"),
            Plain("mail"),
            Plain("office_location"),
            Plain("home_organization"),
            Named("organization_name", "SELECT o.display_name FROM organizations o WHERE o.id = home_organization"),
            Flag("disabled"),
            Flag("has_my_apps"),
            Time("password_changed_at"),
            Plain("default_method"),
            Plain("display_language"),
            Plain("regional_format"),
            Plain("time_zone"),
            Time("created_at"),
        ],
        withheld: &["sort_name", "password_hash", "preferences_version"],
    },
    // The photo itself is a file of the export.
    Table {
        name: "photos",
        rows: "account = ?1",
        columns: &[Time("changed_at")],
        withheld: &["account", "image", "version"],
    },
    Table {
        name: "administrators",
        rows: "account = ?1",
        columns: &[Plain("organization"), ORGANIZATION],
        withheld: &["account"],
    },
    Table {
        name: "guests",
        rows: "account = ?1",
        columns: &[
            Plain("id"),
            Plain("organization"),
            ORGANIZATION,
            Flag("disabled"),
            Time("created_at"),
            Time("deleted_at"),
        ],
        withheld: &["account"],
    },
    Table { name: "account_groups", rows: "account = ?1", columns: &[Plain("group"), GROUP], withheld: &["account"] },
    Table { name: "group_owners", rows: "account = ?1", columns: &[Plain("group"), GROUP], withheld: &["account"] },
    Table { name: "guest_groups", rows: OF_GUESTS, columns: &[Plain("guest"), Plain("group"), GROUP], withheld: &[] },
    Table {
        name: "group_invitations",
        rows: "account = ?1",
        columns: &[Plain("group"), GROUP, Plain("message"), Time("created_at")],
        withheld: &["id", "account", "inviter", "due_at", "tries"],
    },
    Table {
        name: "join_requests",
        rows: "account = ?1",
        columns: &[
            Plain("id"),
            Plain("group"),
            GROUP,
            Plain("justification"),
            Plain("state"),
            Time("requested_at"),
            Time("decided_at"),
            Plain("denial_reason"),
        ],
        withheld: &["number", "account", "version", "decided_by"],
    },
    Table { name: "account_apps", rows: "account = ?1", columns: &[Plain("app"), APP], withheld: &["account"] },
    Table { name: "guest_apps", rows: OF_GUESTS, columns: &[Plain("guest"), Plain("app"), APP], withheld: &[] },
    Table {
        name: "app_choices",
        rows: "account = ?1",
        columns: &[Plain("app"), APP, Flag("hidden"), Time("opened_at")],
        withheld: &["account"],
    },
    Table { name: "app_approvers", rows: "account = ?1", columns: &[Plain("app"), APP], withheld: &["account"] },
    Table {
        name: "app_requests",
        rows: "account = ?1",
        columns: &[
            Plain("id"),
            Plain("app"),
            APP,
            Plain("justification"),
            Plain("state"),
            Time("requested_at"),
            Time("decided_at"),
            Plain("denial_reason"),
        ],
        withheld: &["number", "account", "version", "decided_by"],
    },
    Table {
        name: "access_reviewers",
        rows: "account = ?1",
        columns: &[REVIEW, Plain("stage")],
        withheld: &["account", "review"],
    },
    Table {
        name: "access_review_items",
        rows: "account = ?1",
        columns: &[
            REVIEW,
            Plain("number"),
            Plain("guest"),
            Time("last_sign_in_at"),
            Plain("recommendation"),
            Plain("outcome"),
        ],
        withheld: &["review", "account", "search"],
    },
    // What the person decided, and what was decided about them.
    Table {
        name: "access_review_decisions",
        rows: "reviewer = ?1 OR EXISTS (SELECT 1 FROM access_review_items i WHERE i.account = ?1
            AND i.review = access_review_decisions.review AND i.number = access_review_decisions.number)",
        columns: &[
            REVIEW,
            Plain("number"),
            Plain("stage"),
            Plain("decision"),
            Plain("reason"),
            Time("decided_at"),
        ],
        withheld: &["review", "reviewer", "revision", "overruled", "request_key"],
    },
    Table {
        name: "account_consents",
        rows: "account = ?1",
        columns: &[
            Plain("app"),
            APP,
            Plain("permission"),
            Named("permission_name", "SELECT p.display_name FROM permissions p WHERE p.id = permission"),
            Time("agreed_at"),
        ],
        withheld: &["account"],
    },
    Table {
        name: "saved_accounts",
        rows: "account = ?1",
        columns: &[Plain("id"), Plain("app"), APP, Plain("label"), Plain("user_name"), Time("saved_at")],
        withheld: &["account", "sort_label", "password", "version"],
    },
    Table {
        name: "collections",
        rows: "account = ?1",
        columns: &[Plain("id"), Plain("display_name"), Time("created_at")],
        withheld: &["organization", "account", "name_key", "version", "request_key"],
    },
    Table {
        name: "collection_apps",
        rows: OF_COLLECTIONS,
        columns: &[Plain("collection"), COLLECTION, Plain("position"), Plain("app"), APP],
        withheld: &[],
    },
    Table {
        name: "account_collections",
        rows: "account = ?1",
        columns: &[Plain("collection"), COLLECTION],
        withheld: &["account"],
    },
    Table {
        name: "collection_choices",
        rows: "account = ?1",
        columns: &[Plain("collection"), COLLECTION, Flag("hidden"), Plain("position")],
        withheld: &["account"],
    },
    Table {
        name: "devices",
        rows: "account = ?1",
        columns: &[
            Plain("id"),
            Plain("display_name"),
            Plain("form"),
            Plain("operating_system"),
            Plain("operating_system_version"),
            Flag("disabled"),
            Flag("compliant"),
            Flag("managed"),
            Time("registered_at"),
            Time("last_activity_at"),
        ],
        withheld: &["account"],
    },
    Table {
        name: "bit_locker_keys",
        rows: OF_DEVICES,
        columns: &[Plain("id"), Plain("device"), Plain("drive"), Time("backed_up_at")],
        withheld: &["recovery_key"],
    },
    Table {
        name: "methods",
        rows: "account = ?1",
        columns: &[
            Plain("id"),
            Plain("kind"),
            Plain("display_name"),
            Plain("target"),
            Flag("for_sign_in"),
            Flag("by_organization"),
            Time("added_at"),
            Time("last_used_at"),
        ],
        withheld: &["account", "secret", "last_step", "credential_id", "credential", "password_hash"],
    },
    Table {
        name: "security_answers",
        rows: OF_METHODS,
        columns: &[Plain("method"), Plain("question")],
        withheld: &["answer_hash"],
    },
    Table {
        name: "challenges",
        rows: OF_SESSIONS_AND_RESETS,
        columns: &[
            Plain("id"),
            Plain("session"),
            Plain("reset"),
            Plain("purpose"),
            Plain("kind"),
            Plain("method"),
            Plain("name"),
            Plain("target"),
            Time("created_at"),
            Time("expires_at"),
            Flag("answered"),
        ],
        withheld: &["request_key", "secret", "code_hash", "state", "failures"],
    },
    Table {
        name: "password_resets",
        rows: "account = ?1",
        columns: &[Plain("id"), Plain("network"), Time("created_at")],
        withheld: &["token_hash", "account_key", "account", "finished_key", "finished_body"],
    },
    Table {
        name: "password_reset_proofs",
        rows: OF_RESETS,
        columns: &[Plain("reset"), Plain("kind"), Time("proved_at")],
        withheld: &["request_key"],
    },
    Table {
        name: "sent_codes",
        rows: "account = ?1",
        columns: &[Time("at"), Plain("factor")],
        withheld: &["id", "account"],
    },
    Table {
        name: "outbox",
        rows: TO_THEM,
        columns: &[Time("at"), Plain("carrier"), Plain("recipient"), Plain("subject")],
        withheld: &["id", "language", "body"],
    },
    Table {
        name: "account_services",
        rows: "account = ?1",
        columns: &[
            Plain("service"),
            Named("service_name", "SELECT s.display_name FROM services s WHERE s.id = service"),
            Time("connected_at"),
        ],
        withheld: &["account"],
    },
    Table {
        name: "terms_answers",
        rows: "account = ?1",
        columns: &[Plain("terms"), Plain("version"), Flag("accepted"), Plain("language"), Time("answered_at")],
        withheld: &["account"],
    },
    Table {
        name: "data_exports",
        rows: "account = ?1",
        columns: &[Plain("id"), Plain("state"), Plain("size"), Time("created_at"), Time("expires_at")],
        withheld: &["account", "percent"],
    },
    Table {
        name: "trusted_devices",
        rows: "account = ?1",
        columns: &[
            Plain("id"),
            Time("created_at"),
            Plain("operating_system"),
            Plain("browser"),
            Plain("address"),
        ],
        withheld: &["token_hash", "account"],
    },
    Table {
        name: "sessions",
        rows: "account = ?1",
        columns: &[
            Plain("id"),
            Plain("state"),
            Time("created_at"),
            Time("last_seen_at"),
            Time("proof_at"),
            Plain("current_organization"),
            Plain("address"),
            Plain("operating_system"),
            Plain("browser"),
            Plain("device"),
            Plain("trusted_device"),
        ],
        withheld: &["token_hash", "account"],
    },
    Table {
        name: "session_organizations",
        rows: OF_SESSIONS,
        columns: &[Plain("session"), Plain("organization"), ORGANIZATION],
        withheld: &[],
    },
    Table {
        name: "proofs",
        rows: OF_SESSIONS,
        columns: &[Plain("session"), Plain("purpose"), Time("proved_at")],
        withheld: &[],
    },
    Table {
        name: "identity_links",
        rows: "account = ?1",
        columns: &[Plain("issuer"), Plain("subject"), Time("linked_at")],
        withheld: &["account"],
    },
    Table {
        name: "identity_sessions",
        rows: OF_SESSIONS,
        columns: &[Plain("session"), Plain("issuer"), Plain("subject"), Plain("sid")],
        withheld: &["provider", "id_token"],
    },
    Table {
        name: "identity_transactions",
        rows: "account = ?1",
        columns: &[Plain("session"), Plain("provider"), Plain("purpose"), Plain("network"), Time("created_at")],
        withheld: &["cookie_hash", "account", "proof", "return_to"],
    },
    Table {
        name: "sign_ins",
        rows: "account = ?1",
        columns: &[
            Time("at"),
            Named(
                "circumstances_name",
                "SELECT concat_ws(', ', c.city, c.country, c.operating_system, c.browser, c.application, c.address, c.reason)
                 FROM sign_in_circumstances c WHERE c.account = sign_ins.account AND c.id = sign_ins.circumstances",
            ),
            Flag("unusual"),
            Plain("review"),
            Plain("session"),
        ],
        withheld: &["id", "account", "circumstances"],
    },
    Table {
        name: "sign_in_circumstances",
        rows: "account = ?1",
        columns: &[
            Plain("city"),
            Plain("country"),
            Plain("latitude"),
            Plain("longitude"),
            Plain("operating_system"),
            Plain("browser"),
            Plain("application"),
            Plain("user_id"),
            Plain("address"),
            Plain("reason"),
        ],
        withheld: &["account", "id", "search"],
    },
    Table {
        name: "sign_in_attempts",
        rows: "account_key = ?2",
        columns: &[Time("at"), Plain("factor"), Plain("network")],
        withheld: &["id", "account_key"],
    },
    Table {
        name: "idempotency",
        rows: "account = ?1",
        columns: &[Plain("key"), Plain("route"), Time("created_at")],
        withheld: &["account", "body_hash"],
    },
    Table {
        name: "audit",
        rows: "actor = ?1",
        columns: &[
            Time("at"),
            Plain("action"),
            Plain("target"),
            Plain("result"),
            Plain("session"),
            Plain("address"),
            Plain("request_id"),
        ],
        withheld: &["id", "actor"],
    },
];

/// The tables without any, and why.
pub const IMPERSONAL: [(&str, &str); 24] = [
    ("app_texts", "what apps are called"),
    ("catalogue_apps", "about apps"),
    ("collection_texts", "what administrators' collections are called"),
    ("settings", "about the database"),
    ("organizations", "about organizations"),
    ("organization_methods", "about organizations"),
    ("contacts", "an organization's desks"),
    ("preference_locks", "about organizations"),
    ("groups", "about groups"),
    ("access_reviews", "about groups and apps"),
    ("access_review_stages", "about groups and apps"),
    ("group_blocked_words", "about organizations"),
    ("apps", "about apps"),
    ("permissions", "about what apps may do"),
    ("permission_texts", "what permissions are called"),
    ("organization_consents", "what administrators decided for everybody"),
    ("privacy_notices", "documents"),
    ("services", "about services"),
    ("service_access", "about services"),
    ("terms_of_use", "documents"),
    ("terms_editions", "documents"),
    ("terms_apps", "about apps"),
    ("logout_tokens", "hashes of providers' messages"),
    ("reserved_user_ids", "hashes for accounts that are gone"),
];

/// The account's rows of a table, as an export tells them.
///
/// # Errors
/// [`StoreError`].
pub fn rows(connection: &Connection, account: &str, table: &Table) -> Result<Vec<Map<String, Json>>, StoreError> {
    let columns = table.columns.iter().map(Column::expression).collect::<Vec<_>>().join(", ");
    // Every part comes from the list above.
    let mut query = connection.prepare(&format!("SELECT {columns} FROM \"{}\" WHERE {}", table.name, table.rows))?;
    let user_id: String = connection
        .prepare_cached("SELECT user_id FROM accounts WHERE id = ?1")?
        .query_row([account], |row| row.get(0))?;
    let key = fingerprint(user_id);
    let parameters: [&dyn ToSql; 2] = [&account, &key];
    let found = query.query_map(&parameters[..query.parameter_count()], |row| {
        table
            .columns
            .iter()
            .enumerate()
            .map(|(index, column)| Ok((column.key(), column.json(row.get(index)?))))
            .collect::<Result<_, _>>()
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
