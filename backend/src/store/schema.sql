-- Version 1. Times are Unix seconds by the server's clock. `sort_name` is the name in lower case (Unicode), made by the
-- program, because SQLite's own lower() knows ASCII only.

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The directory -------------------------------------------------------------------------------------------------------

CREATE TABLE organizations (
    id                     TEXT PRIMARY KEY,
    display_name           TEXT NOT NULL,
    sort_name              TEXT NOT NULL,
    language               TEXT,
    domain                 TEXT NOT NULL UNIQUE,
    managed                INTEGER NOT NULL CHECK (managed IN (0, 1)),
    external_leave_allowed INTEGER NOT NULL CHECK (external_leave_allowed IN (0, 1)),
    requires_own_sign_in   INTEGER NOT NULL CHECK (requires_own_sign_in IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE contacts (
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    purpose      TEXT NOT NULL CHECK (purpose IN ('administrator', 'privacy', 'help')),
    name         TEXT NOT NULL,
    mail         TEXT,
    phone        TEXT,
    PRIMARY KEY (organization, purpose)
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
    id                  TEXT PRIMARY KEY,
    user_id             TEXT NOT NULL UNIQUE, -- lower case
    display_name        TEXT NOT NULL,
    job_title           TEXT,
    mail                TEXT,
    office_location     TEXT,
    home_organization   TEXT REFERENCES organizations (id),
    disabled            INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    has_my_apps         INTEGER NOT NULL CHECK (has_my_apps IN (0, 1)),
    password_hash       TEXT,                 -- absent: signs in elsewhere only
    password_changed_at INTEGER,              -- absent: nobody knows
    totp_secret         BLOB,                 -- absent: no authenticator app
    totp_last_step      INTEGER NOT NULL DEFAULT 0,
    display_language    TEXT,
    preferences_version INTEGER NOT NULL DEFAULT 1,
    created_at          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE administrators (
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    account      TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    PRIMARY KEY (account, organization)
) STRICT, WITHOUT ROWID;

-- The user object of an account in an organization that invited it. Leaving sets `deleted_at` and touches nothing else,
-- so that a restore brings groups and apps back.
CREATE TABLE guests (
    id           TEXT PRIMARY KEY,
    account      TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    disabled     INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    created_at   INTEGER NOT NULL,
    deleted_at   INTEGER,
    UNIQUE (account, organization)
) STRICT, WITHOUT ROWID;
CREATE INDEX guests_deleted ON guests (organization, deleted_at, id) WHERE deleted_at IS NOT NULL;

CREATE TABLE groups (
    id           TEXT PRIMARY KEY,
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    display_name TEXT NOT NULL,
    sort_name    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account_groups (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    "group" TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    PRIMARY KEY (account, "group")
) STRICT, WITHOUT ROWID;

CREATE TABLE guest_groups (
    guest   TEXT NOT NULL REFERENCES guests (id) ON DELETE CASCADE,
    "group" TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    PRIMARY KEY (guest, "group")
) STRICT, WITHOUT ROWID;

CREATE TABLE apps (
    id           TEXT PRIMARY KEY,
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    display_name TEXT NOT NULL,
    sort_name    TEXT NOT NULL,
    launch_url   TEXT NOT NULL -- checked before it gets here (S10)
) STRICT, WITHOUT ROWID;

-- Apps of the account's home organization; those of others come with being a guest.
CREATE TABLE account_apps (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    app     TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    PRIMARY KEY (account, app)
) STRICT, WITHOUT ROWID;

CREATE TABLE guest_apps (
    guest TEXT NOT NULL REFERENCES guests (id) ON DELETE CASCADE,
    app   TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    PRIMARY KEY (guest, app)
) STRICT, WITHOUT ROWID;

-- Devices that are registered to an account.
CREATE TABLE devices (
    id                       TEXT PRIMARY KEY,
    account                  TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    display_name             TEXT NOT NULL,
    form                     TEXT NOT NULL CHECK (form IN ('computer', 'phone', 'tablet')),
    operating_system         TEXT NOT NULL,
    operating_system_version TEXT,
    disabled                 INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
    compliant                INTEGER CHECK (compliant IN (0, 1)), -- absent: nobody checks
    managed                  INTEGER NOT NULL CHECK (managed IN (0, 1)),
    registered_at            INTEGER NOT NULL,
    last_activity_at         INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX devices_account ON devices (account);

CREATE TABLE bit_locker_keys (
    id           TEXT PRIMARY KEY,
    device       TEXT NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
    drive        TEXT NOT NULL CHECK (drive IN ('operating-system', 'fixed-data', 'removable-data')),
    recovery_key TEXT NOT NULL,
    backed_up_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX bit_locker_keys_device ON bit_locker_keys (device);

-- Sessions (S1, S4, S5) -----------------------------------------------------------------------------------------------

CREATE TABLE sessions (
    id                   TEXT PRIMARY KEY,     -- stays the same when the token is rotated; safe to log
    token_hash           BLOB NOT NULL UNIQUE, -- SHA-256 of the cookie's value
    account              TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    state                TEXT NOT NULL CHECK (state IN ('second-factor', 'signed-in')),
    created_at           INTEGER NOT NULL,
    last_seen_at         INTEGER NOT NULL,
    proof_at             INTEGER,
    current_organization TEXT REFERENCES organizations (id),
    address              TEXT NOT NULL,
    operating_system     TEXT,                 -- as the browser said when it signed in
    browser              TEXT,
    device               TEXT REFERENCES devices (id) ON DELETE CASCADE -- absent: nobody knows on which one
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_device ON sessions (device);
CREATE INDEX sessions_account ON sessions (account);

CREATE TABLE session_organizations (
    session      TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    PRIMARY KEY (session, organization)
) STRICT, WITHOUT ROWID;

-- Proofs of identity for one operation, used once.
CREATE TABLE proofs (
    session   TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    purpose   TEXT NOT NULL,
    proved_at INTEGER NOT NULL,
    PRIMARY KEY (session, purpose)
) STRICT, WITHOUT ROWID;

-- The history of sign-ins (features 1.8). Rows are added as time goes on, so that their id orders them by time. What a
-- sign-in looked like is kept once per account: people sign in from few places with few devices, so that a search reads
-- those few texts, then walks one index for the sign-ins that look like that.
CREATE TABLE sign_in_circumstances (
    account          TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    id               INTEGER NOT NULL, -- 63 bits of the SHA-256 of all the rest
    reason           TEXT,             -- absent: it worked
    city             TEXT,
    country          TEXT,
    latitude         REAL,
    longitude        REAL,
    operating_system TEXT,
    browser          TEXT,
    application      TEXT NOT NULL,
    user_id          TEXT NOT NULL,
    address          TEXT NOT NULL,
    search           TEXT NOT NULL,    -- everything that can be searched for, in lower case
    PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_ins (
    id            INTEGER PRIMARY KEY,
    account       TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    at            INTEGER NOT NULL,
    circumstances INTEGER NOT NULL,
    unusual       INTEGER NOT NULL CHECK (unusual IN (0, 1)),
    review        TEXT CHECK (review IN ('was-me', 'was-not-me')),
    session       TEXT                 -- outlives the session
) STRICT;
CREATE INDEX sign_ins_account ON sign_ins (account, id, circumstances, at);
CREATE INDEX sign_ins_unusual ON sign_ins (account, id) WHERE unusual = 1;
CREATE INDEX sign_ins_session ON sign_ins (session) WHERE session IS NOT NULL;

-- Failed attempts (S8). `account_key` is the SHA-256 of what was typed as user ID: known and unknown
-- accounts look alike, and a password typed into the wrong field is not kept.
CREATE TABLE sign_in_attempts (
    id          INTEGER PRIMARY KEY,
    at          INTEGER NOT NULL,
    account_key BLOB NOT NULL,
    factor      TEXT NOT NULL CHECK (factor IN ('password', 'authenticator-app')),
    network     TEXT NOT NULL
) STRICT;
CREATE INDEX sign_in_attempts_account ON sign_in_attempts (account_key, factor, at);
CREATE INDEX sign_in_attempts_network ON sign_in_attempts (network, at);

-- Repeats and records -------------------------------------------------------------------------------------------------

-- Only that a request had its effect: every answer is worked out anew, so no secret can be in here.
CREATE TABLE idempotency (
    account    TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    key        TEXT NOT NULL,
    route      TEXT NOT NULL,
    body_hash  BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_created ON idempotency (created_at);

-- No foreign keys: the record outlives what it speaks of.
CREATE TABLE audit (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    actor      TEXT,     -- account, 'system', or nobody known
    session    TEXT,
    address    TEXT,
    action     TEXT NOT NULL,
    target     TEXT,
    result     TEXT NOT NULL CHECK (result IN ('done', 'refused')),
    request_id TEXT
) STRICT;

CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit BEGIN
    SELECT raise(ABORT, 'the audit is append-only');
END;
CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit BEGIN
    SELECT raise(ABORT, 'the audit is append-only');
END;
