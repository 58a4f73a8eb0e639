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
    requires_own_sign_in   INTEGER NOT NULL CHECK (requires_own_sign_in IN (0, 1)),
    -- Accounts without a method that is good for sign-in register one before anything else.
    registration_required  INTEGER NOT NULL DEFAULT 0 CHECK (registration_required IN (0, 1)),
    question_count         INTEGER NOT NULL DEFAULT 0 CHECK (question_count >= 0),
    -- Methods of different kinds that a forgotten password needs; 0: only an administrator resets it.
    reset_methods          INTEGER NOT NULL DEFAULT 0 CHECK (reset_methods BETWEEN 0 AND 2),
    -- Whether its accounts choose their photos themselves.
    own_photos             INTEGER NOT NULL DEFAULT 0 CHECK (own_photos IN (0, 1)),
    -- Its accounts may trust browsers: the second factor is not asked for there for 14 days.
    trusted_devices        INTEGER NOT NULL DEFAULT 0 CHECK (trusted_devices IN (0, 1)),
    -- Its accounts may make groups; their names begin with the prefix, and they end after so many days unless renewed.
    own_groups             INTEGER NOT NULL DEFAULT 0 CHECK (own_groups IN (0, 1)),
    group_prefix           TEXT NOT NULL DEFAULT '',
    group_lifetime_days    INTEGER CHECK (group_lifetime_days > 0)
) STRICT, WITHOUT ROWID;

-- Words that no name of a group may contain, as `sort_name` writes them.
CREATE TABLE group_blocked_words (
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    word         TEXT NOT NULL,
    PRIMARY KEY (organization, word)
) STRICT, WITHOUT ROWID;

-- The kinds of methods that an organization allows.
CREATE TABLE organization_methods (
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    kind         TEXT NOT NULL,
    PRIMARY KEY (organization, kind)
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
    sort_name           TEXT NOT NULL,
    job_title           TEXT,
    mail                TEXT,
    office_location     TEXT,
    home_organization   TEXT REFERENCES organizations (id),
    disabled            INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    has_my_apps         INTEGER NOT NULL CHECK (has_my_apps IN (0, 1)),
    password_hash       TEXT,                 -- absent: signs in elsewhere only
    default_method      TEXT,                 -- what sign-in asks for first
    password_changed_at INTEGER,              -- absent: nobody knows
    display_language    TEXT,
    regional_format     TEXT,                 -- absent: as the display language writes
    time_zone           TEXT,                 -- absent: the device's
    preferences_version INTEGER NOT NULL DEFAULT 1,
    created_at          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- All that a search for people reads.
CREATE INDEX accounts_by_name ON accounts (home_organization, sort_name, id, user_id, disabled);

-- JPEG, 256 × 256, made by the program: nothing of the uploaded file is in it but its picture.
CREATE TABLE photos (
    account    TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    image      BLOB NOT NULL,
    version    TEXT NOT NULL, -- of the SHA-256
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What an organization decides for its accounts instead of them.
CREATE TABLE preference_locks (
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    preference   TEXT NOT NULL CHECK (preference IN ('display-language', 'regional-format', 'time-zone')),
    value        TEXT NOT NULL,
    PRIMARY KEY (organization, preference)
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
CREATE INDEX guests_of_organization ON guests (organization, account);
CREATE INDEX guests_deleted ON guests (organization, deleted_at, id) WHERE deleted_at IS NOT NULL;

CREATE TABLE groups (
    id           TEXT PRIMARY KEY,
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    display_name TEXT NOT NULL,
    sort_name    TEXT NOT NULL,
    description  TEXT,
    -- Only `security` and `collaboration` are managed by their owners.
    kind         TEXT NOT NULL DEFAULT 'security'
                 CHECK (kind IN ('security', 'collaboration', 'mail-enabled-security', 'distribution')),
    -- It comes from a directory on premises and is managed there.
    synchronised INTEGER NOT NULL DEFAULT 0 CHECK (synchronised IN (0, 1)),
    join_policy  TEXT NOT NULL DEFAULT 'closed' CHECK (join_policy IN ('open', 'approval', 'closed')),
    created_at   INTEGER NOT NULL DEFAULT 0,
    renewed_at   INTEGER, -- absent: not yet
    expires_at   INTEGER, -- absent: never
    version      INTEGER NOT NULL DEFAULT 1,
    request_key  TEXT     -- of whose request it was made, hashed
) STRICT, WITHOUT ROWID;
CREATE INDEX groups_ending ON groups (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX groups_made ON groups (request_key) WHERE request_key IS NOT NULL;
CREATE INDEX groups_by_name ON groups (organization, sort_name, id);

-- Who manages a group; an owner is a member only if that is noted too.
CREATE TABLE group_owners (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    "group" TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    PRIMARY KEY (account, "group")
) STRICT, WITHOUT ROWID;
CREATE INDEX owners_of_group ON group_owners ("group", account);

CREATE TABLE account_groups (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    "group" TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    PRIMARY KEY (account, "group")
) STRICT, WITHOUT ROWID;
CREATE INDEX accounts_of_group ON account_groups ("group", account);

CREATE TABLE guest_groups (
    guest   TEXT NOT NULL REFERENCES guests (id) ON DELETE CASCADE,
    "group" TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    PRIMARY KEY (guest, "group")
) STRICT, WITHOUT ROWID;
CREATE INDEX guests_of_group ON guest_groups ("group", guest);

-- Mails to people who were added to a group, until they are sent.
CREATE TABLE group_invitations (
    id         INTEGER PRIMARY KEY,
    account    TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    "group"    TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    inviter    TEXT REFERENCES accounts (id) ON DELETE SET NULL,
    message    TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    due_at     INTEGER NOT NULL,
    tries      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX group_invitations_account ON group_invitations (account);
CREATE INDEX group_invitations_group ON group_invitations ("group");
CREATE INDEX group_invitations_inviter ON group_invitations (inviter);

-- Requests to join groups, which owners decide.
CREATE TABLE join_requests (
    number        INTEGER PRIMARY KEY, -- in the order in which they were made
    id            TEXT NOT NULL UNIQUE,
    account       TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    "group"       TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    justification TEXT NOT NULL,
    state         TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'approved', 'denied', 'withdrawn')),
    version       INTEGER NOT NULL DEFAULT 1,
    requested_at  INTEGER NOT NULL,
    decided_at    INTEGER,                                           -- also when withdrawn
    decided_by    TEXT REFERENCES accounts (id) ON DELETE SET NULL,  -- absent also when nobody had to decide
    denial_reason TEXT,
    CHECK ((state = 'pending') = (decided_at IS NULL) AND (state = 'denied') = (denial_reason IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX join_requests_pending ON join_requests (account, "group") WHERE state = 'pending';
CREATE INDEX join_requests_account ON join_requests (account, number);
CREATE INDEX join_requests_group ON join_requests ("group", state);
CREATE INDEX join_requests_decided_by ON join_requests (decided_by);

CREATE TABLE apps (
    id           TEXT PRIMARY KEY,
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    display_name TEXT NOT NULL,
    sort_name    TEXT NOT NULL,
    description  TEXT,
    icon         TEXT, -- a data: URL
    launch_url   TEXT NOT NULL, -- checked before it gets here (S10)
    -- The organization lets people keep the user names and passwords of this app's own sign-in.
    saved_accounts INTEGER NOT NULL DEFAULT 0 CHECK (saved_accounts IN (0, 1))
) STRICT;

-- What an app is called in languages other than its own.
CREATE TABLE app_texts (
    app          TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    language     TEXT NOT NULL,
    display_name TEXT NOT NULL,
    sort_name    TEXT NOT NULL,
    description  TEXT,
    PRIMARY KEY (app, language)
) STRICT, WITHOUT ROWID;

-- What a person wants with an app. It outlives the app's being theirs, so that it holds when they get it back.
CREATE TABLE app_choices (
    account   TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    app       TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    hidden    INTEGER NOT NULL DEFAULT 0,
    opened_at INTEGER,
    PRIMARY KEY (account, app)
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

-- What apps may do on somebody's behalf, in plain language.
CREATE TABLE permissions (
    id           TEXT PRIMARY KEY,
    display_name TEXT NOT NULL,
    sort_name    TEXT NOT NULL,
    description  TEXT NOT NULL,
    without_it   TEXT NOT NULL -- what no longer works once it is revoked
) STRICT, WITHOUT ROWID;

CREATE TABLE permission_texts (
    permission   TEXT NOT NULL REFERENCES permissions (id) ON DELETE CASCADE,
    language     TEXT NOT NULL,
    display_name TEXT NOT NULL,
    description  TEXT NOT NULL,
    without_it   TEXT NOT NULL,
    PRIMARY KEY (permission, language)
) STRICT, WITHOUT ROWID;

-- What an administrator agreed to for everybody who has the app.
CREATE TABLE organization_consents (
    app        TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    permission TEXT NOT NULL REFERENCES permissions (id) ON DELETE CASCADE,
    agreed_at  INTEGER NOT NULL,
    PRIMARY KEY (app, permission)
) STRICT, WITHOUT ROWID;

-- What a person agreed to.
CREATE TABLE account_consents (
    account    TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    app        TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    permission TEXT NOT NULL REFERENCES permissions (id) ON DELETE CASCADE,
    agreed_at  INTEGER NOT NULL,
    PRIMARY KEY (account, app, permission)
) STRICT, WITHOUT ROWID;

-- User names and passwords of apps with a sign-in of their own. The key that opens the passwords is in a file beside the
-- database.
CREATE TABLE saved_accounts (
    id         TEXT PRIMARY KEY,
    account    TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    app        TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    label      TEXT NOT NULL,
    sort_label TEXT NOT NULL,
    user_name  TEXT NOT NULL,
    password   BLOB NOT NULL, -- sealed
    saved_at   INTEGER NOT NULL,
    version    INTEGER NOT NULL DEFAULT 1,
    UNIQUE (account, app, sort_label)
) STRICT, WITHOUT ROWID;

-- A guest who is gone for good leaves nothing behind at the apps of that organization; one who has left may come back.
CREATE TRIGGER guests_take_their_consents AFTER DELETE ON guests BEGIN
    DELETE FROM account_consents WHERE account = OLD.account
        AND app IN (SELECT id FROM apps WHERE organization = OLD.organization)
        AND app NOT IN (SELECT app FROM account_apps WHERE account = OLD.account);
    DELETE FROM saved_accounts WHERE account = OLD.account
        AND app IN (SELECT id FROM apps WHERE organization = OLD.organization)
        AND app NOT IN (SELECT app FROM account_apps WHERE account = OLD.account);
END;
-- The catalogue: apps that people of the organization get for themselves.
CREATE TABLE catalogue_apps (
    app            TEXT PRIMARY KEY REFERENCES apps (id) ON DELETE CASCADE,
    needs_approval INTEGER NOT NULL CHECK (needs_approval IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Who decides requests for an app; any one of them is enough.
CREATE TABLE app_approvers (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    app     TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    PRIMARY KEY (account, app)
) STRICT, WITHOUT ROWID;

CREATE TABLE app_requests (
    number        INTEGER PRIMARY KEY, -- in the order in which they were made
    id            TEXT NOT NULL UNIQUE,
    account       TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    app           TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    justification TEXT NOT NULL,
    state         TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'approved', 'denied', 'withdrawn')),
    version       INTEGER NOT NULL DEFAULT 1,
    requested_at  INTEGER NOT NULL,
    decided_at    INTEGER,                                           -- also when withdrawn
    decided_by    TEXT REFERENCES accounts (id) ON DELETE SET NULL,
    denial_reason TEXT,
    CHECK ((state = 'pending') = (decided_at IS NULL) AND (state = 'denied') = (denial_reason IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX app_requests_pending ON app_requests (account, app) WHERE state = 'pending';
CREATE INDEX app_requests_account ON app_requests (account, number);
CREATE INDEX app_requests_app ON app_requests (app, state);
CREATE INDEX app_requests_decided_by ON app_requests (decided_by);

-- Access reviews (features 2.6): who still needs a group or an app. Everybody about themselves, or reviewers about others.
CREATE TABLE access_reviews (
    id              TEXT PRIMARY KEY,
    organization    TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    display_name    TEXT NOT NULL,
    "group"         TEXT REFERENCES groups (id) ON DELETE CASCADE,
    app             TEXT REFERENCES apps (id) ON DELETE CASCADE,
    kind            TEXT NOT NULL CHECK (kind IN ('own', 'others')),
    reason_required INTEGER NOT NULL CHECK (reason_required IN (0, 1)),
    -- What happens to the access of those about whom nobody decides.
    no_answer       TEXT NOT NULL CHECK (no_answer IN ('keep', 'remove', 'recommendation')),
    revision        INTEGER NOT NULL DEFAULT 0, -- goes up with every change of a decision
    applied_at      INTEGER,                    -- set once, when the end has done what was decided
    CHECK (("group" IS NULL) <> (app IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX access_reviews_group ON access_reviews ("group") WHERE "group" IS NOT NULL;
CREATE INDEX access_reviews_app ON access_reviews (app) WHERE app IS NOT NULL;

-- One after the other; a review of oneself has one.
CREATE TABLE access_review_stages (
    review    TEXT NOT NULL REFERENCES access_reviews (id) ON DELETE CASCADE,
    stage     INTEGER NOT NULL CHECK (stage > 0),
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL CHECK (ends_at > starts_at),
    PRIMARY KEY (review, stage)
) STRICT, WITHOUT ROWID;

-- Who decides about others in a stage; any one of them is enough.
CREATE TABLE access_reviewers (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    review  TEXT NOT NULL,
    stage   INTEGER NOT NULL,
    PRIMARY KEY (account, review, stage),
    FOREIGN KEY (review, stage) REFERENCES access_review_stages (review, stage) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX access_reviewers_stage ON access_reviewers (review, stage);

-- Who had the access when the review began.
CREATE TABLE access_review_items (
    review          TEXT NOT NULL REFERENCES access_reviews (id) ON DELETE CASCADE,
    number          INTEGER NOT NULL, -- in the order of the names
    account         TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    guest           TEXT REFERENCES guests (id) ON DELETE CASCADE, -- who has it as a guest
    search          TEXT NOT NULL,    -- name and user ID, as lists search them
    last_sign_in_at INTEGER,          -- by then; absent: never
    recommendation  TEXT NOT NULL CHECK (recommendation IN ('approve', 'deny')),
    -- What the end did; `gone`: there was nothing left to take.
    outcome         TEXT CHECK (outcome IN ('kept', 'removed', 'gone')),
    PRIMARY KEY (review, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX access_review_items_account ON access_review_items (account, review);
CREATE INDEX access_review_items_guest ON access_review_items (guest) WHERE guest IS NOT NULL;

-- The last decision of each stage; the audit has them all. Without a decision: it was taken back.
CREATE TABLE access_review_decisions (
    review      TEXT NOT NULL,
    number      INTEGER NOT NULL,
    stage       INTEGER NOT NULL,
    decision    TEXT CHECK (decision IN ('approve', 'deny', 'dont-know')),
    reason      TEXT,
    reviewer    TEXT REFERENCES accounts (id) ON DELETE SET NULL,
    decided_at  INTEGER NOT NULL,
    revision    INTEGER NOT NULL, -- of the review
    overruled   INTEGER NOT NULL CHECK (overruled IN (0, 1)), -- took the place of another's that this reviewer had not seen
    request_key TEXT NOT NULL,    -- the Idempotency-Key that made it
    PRIMARY KEY (review, number, stage),
    FOREIGN KEY (review, number) REFERENCES access_review_items (review, number) ON DELETE CASCADE,
    FOREIGN KEY (review, stage) REFERENCES access_review_stages (review, stage) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX access_review_decisions_stage ON access_review_decisions (review, stage);
CREATE INDEX access_review_decisions_reviewer ON access_review_decisions (reviewer);

-- Collections of apps (features 2.2). "All apps" is a row without an owner and without rows of apps: everybody has it.
CREATE TABLE collections (
    id           TEXT PRIMARY KEY,
    organization TEXT REFERENCES organizations (id) ON DELETE CASCADE, -- an administrator's
    account      TEXT REFERENCES accounts (id) ON DELETE CASCADE,      -- a person's own
    display_name TEXT NOT NULL,
    name_key     TEXT NOT NULL, -- what two collections of one person may not share: the name in lower case
    version      INTEGER NOT NULL DEFAULT 1,
    request_key  TEXT,          -- the Idempotency-Key that made it
    created_at   INTEGER NOT NULL,
    CHECK ((organization IS NULL OR account IS NULL) AND (organization IS NULL AND account IS NULL) = (id = 'all'))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX collections_account ON collections (account, name_key) WHERE account IS NOT NULL;
INSERT INTO collections (id, display_name, name_key, created_at) VALUES ('all', 'All apps', 'all apps', 0);

-- What an administrator's collection is called in languages other than its own.
CREATE TABLE collection_texts (
    collection   TEXT NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    language     TEXT NOT NULL,
    display_name TEXT NOT NULL,
    PRIMARY KEY (collection, language)
) STRICT, WITHOUT ROWID;

-- Rows stay when the app is not the person's any more, so that it is in its place when they get it back.
CREATE TABLE collection_apps (
    collection TEXT NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    app        TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    PRIMARY KEY (collection, app)
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_apps_position ON collection_apps (collection, position, app);

-- Who has an administrator's collection.
CREATE TABLE account_collections (
    account    TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    collection TEXT NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    PRIMARY KEY (account, collection)
) STRICT, WITHOUT ROWID;

-- What a person wants with a collection.
CREATE TABLE collection_choices (
    account    TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    collection TEXT NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    hidden     INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
    position   INTEGER, -- absent: after those that have one
    PRIMARY KEY (account, collection)
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
-- Privacy: addresses of documents are checked before they get here (S10) ----------------------------------------------

CREATE TABLE privacy_notices (
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    language     TEXT NOT NULL,
    title        TEXT NOT NULL,
    text         TEXT,
    url          TEXT,
    PRIMARY KEY (organization, language),
    CHECK (text IS NOT NULL OR url IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE services (
    id           TEXT PRIMARY KEY,
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    display_name TEXT NOT NULL,
    sort_name    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE service_access (
    service TEXT NOT NULL REFERENCES services (id) ON DELETE CASCADE,
    access  TEXT NOT NULL,
    PRIMARY KEY (service, access)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_services (
    account      TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    service      TEXT NOT NULL REFERENCES services (id) ON DELETE CASCADE,
    connected_at INTEGER NOT NULL,
    PRIMARY KEY (account, service)
) STRICT, WITHOUT ROWID;

CREATE TABLE terms_of_use (
    id           TEXT PRIMARY KEY,
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    version      TEXT NOT NULL,                    -- a new one has to be accepted again
    valid_days   INTEGER CHECK (valid_days > 0)    -- after so many it is asked again; absent: never
) STRICT, WITHOUT ROWID;

CREATE TABLE terms_editions (
    terms    TEXT NOT NULL REFERENCES terms_of_use (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    title    TEXT NOT NULL,
    text     TEXT,
    url      TEXT,
    PRIMARY KEY (terms, language),
    CHECK (text IS NOT NULL OR url IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- The apps that open only for who has accepted.
CREATE TABLE terms_apps (
    terms TEXT NOT NULL REFERENCES terms_of_use (id) ON DELETE CASCADE,
    app   TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    PRIMARY KEY (app, terms)
) STRICT, WITHOUT ROWID;

-- The last answer to each version; the audit has them all.
CREATE TABLE terms_answers (
    account     TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    terms       TEXT NOT NULL REFERENCES terms_of_use (id) ON DELETE CASCADE,
    version     TEXT NOT NULL,
    accepted    INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    language    TEXT NOT NULL, -- of the edition that was read
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (account, terms, version)
) STRICT, WITHOUT ROWID;

-- The person's own data -----------------------------------------------------------------------------------------------

-- The files are beside the database, named by the id.
CREATE TABLE data_exports (
    id         TEXT PRIMARY KEY,
    account    TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    state      TEXT NOT NULL CHECK (state IN ('queued', 'preparing', 'ready', 'failed')),
    percent    INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
    size       INTEGER,
    created_at INTEGER NOT NULL,
    expires_at INTEGER -- once ready
) STRICT, WITHOUT ROWID;
CREATE INDEX data_exports_account ON data_exports (account, created_at, id);

-- User IDs of closed accounts, as SHA-256: nobody else can take one over at once.
CREATE TABLE reserved_user_ids (
    user_id_hash BLOB PRIMARY KEY,
    until        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sessions (S1, S4, S5) -----------------------------------------------------------------------------------------------

-- Browsers in which signing in asks for no second factor (features 2.3). A browser has one such cookie, of one account.
CREATE TABLE trusted_devices (
    id               TEXT PRIMARY KEY,
    token_hash       BLOB NOT NULL UNIQUE, -- SHA-256 of the cookie's value
    account          TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at       INTEGER NOT NULL,
    address          TEXT NOT NULL,
    operating_system TEXT,                 -- as the browser said
    browser          TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX trusted_devices_account ON trusted_devices (account);

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
    device               TEXT REFERENCES devices (id) ON DELETE CASCADE, -- absent: nobody knows on which one
    trusted_device       TEXT REFERENCES trusted_devices (id) ON DELETE SET NULL -- absent: the browser is not trusted
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_device ON sessions (device);
CREATE INDEX sessions_account ON sessions (account);
CREATE INDEX sessions_trusted_device ON sessions (trusted_device);

CREATE TABLE session_organizations (
    session      TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    organization TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    PRIMARY KEY (session, organization)
) STRICT, WITHOUT ROWID;

-- Sign-in at identity providers (OpenID Connect) ----------------------------------------------------------------------

-- Who is who at a provider, from their first sign-in on: later ones go by the subject alone, which never changes hands.
CREATE TABLE identity_links (
    account   TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    issuer    TEXT NOT NULL,
    subject   TEXT NOT NULL,
    linked_at INTEGER NOT NULL,
    UNIQUE (issuer, subject)
) STRICT, WITHOUT ROWID;

-- What was begun and waits for the provider's answer. State, nonce and PKCE verifier are derived from the cookie, so that
-- nothing in here could finish it.
CREATE TABLE identity_transactions (
    cookie_hash BLOB PRIMARY KEY,
    provider    TEXT NOT NULL,    -- its first domain
    session     TEXT REFERENCES sessions (id) ON DELETE SET NULL, -- whose proof it is to be, or which one it replaces
    account     TEXT REFERENCES accounts (id) ON DELETE CASCADE,  -- whose session that is
    proof       INTEGER NOT NULL CHECK (proof IN (0, 1)),
    purpose     TEXT,
    return_to   TEXT,             -- absent: a window of its own
    network     TEXT NOT NULL,
    created_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_transactions_network ON identity_transactions (network, created_at);
CREATE INDEX identity_transactions_session ON identity_transactions (session);
CREATE INDEX identity_transactions_account ON identity_transactions (account);

-- The sessions that began at a provider, and what ending them there needs.
CREATE TABLE identity_sessions (
    session  TEXT PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    provider TEXT NOT NULL,
    issuer   TEXT NOT NULL,
    subject  TEXT NOT NULL,
    sid      TEXT,          -- the provider's name of its session; absent: it has none
    id_token BLOB NOT NULL  -- sealed
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_sessions_subject ON identity_sessions (issuer, subject);
CREATE INDEX identity_sessions_sid ON identity_sessions (issuer, sid);

-- Logout tokens that had their effect: none has it twice.
CREATE TABLE logout_tokens (
    token_hash BLOB PRIMARY KEY, -- SHA-256 of issuer and `jti`
    seen_at    INTEGER NOT NULL
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
    factor      TEXT NOT NULL, -- 'password' or a kind of method
    network     TEXT NOT NULL
) STRICT;
CREATE INDEX sign_in_attempts_account ON sign_in_attempts (account_key, factor, at);
CREATE INDEX sign_in_attempts_network ON sign_in_attempts (network, at);

-- Methods (features 1.4, S7) ------------------------------------------------------------------------------------------

CREATE TABLE methods (
    id              TEXT PRIMARY KEY,
    account         TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    kind            TEXT NOT NULL CHECK (kind IN ('authenticator-app', 'hardware-token', 'phone', 'alternate-phone',
                        'office-phone', 'email', 'security-questions', 'security-key', 'app-password')),
    for_sign_in     INTEGER NOT NULL CHECK (for_sign_in IN (0, 1)),     -- the kind's rule, to be asked in SQL
    by_organization INTEGER NOT NULL CHECK (by_organization IN (0, 1)), -- only the organization changes it
    display_name    TEXT,
    target          TEXT,    -- phones and e-mail: where codes go
    secret          BLOB,    -- apps and tokens: RFC 6238
    last_step       INTEGER NOT NULL DEFAULT 0,
    credential_id   BLOB UNIQUE,
    credential      TEXT,    -- security keys: the public key and its counter
    password_hash   TEXT,    -- app passwords
    added_at        INTEGER NOT NULL,
    last_used_at    INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX methods_account ON methods (account);

CREATE TABLE security_answers (
    method      TEXT NOT NULL REFERENCES methods (id) ON DELETE CASCADE,
    question    TEXT NOT NULL,
    answer_hash TEXT NOT NULL, -- PHC string of the normalised answer
    PRIMARY KEY (method, question)
) STRICT, WITHOUT ROWID;

-- Forgotten passwords (features 2.4). An attempt looks the same whether its account exists or not: what was typed as user
-- ID is kept as SHA-256 only.
CREATE TABLE password_resets (
    id            TEXT PRIMARY KEY,
    token_hash    BLOB NOT NULL UNIQUE,
    account_key   BLOB NOT NULL,
    account       TEXT REFERENCES accounts (id) ON DELETE CASCADE, -- absent: there is none
    network       TEXT NOT NULL,
    created_at    INTEGER NOT NULL,
    finished_key  TEXT,                                            -- the Idempotency-Key that finished it
    finished_body BLOB                                             -- what tells its body from others, sealed
) STRICT, WITHOUT ROWID;
CREATE INDEX password_resets_account_key ON password_resets (account_key);
CREATE INDEX password_resets_network ON password_resets (network, created_at);
CREATE INDEX password_resets_account ON password_resets (account);

-- The kinds of methods that were proven in an attempt.
CREATE TABLE password_reset_proofs (
    reset       TEXT NOT NULL REFERENCES password_resets (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    request_key TEXT NOT NULL, -- the Idempotency-Key that proved it
    proved_at   INTEGER NOT NULL,
    PRIMARY KEY (reset, kind)
) STRICT, WITHOUT ROWID;

-- What waits for an answer: enrolments, codes and keys at sign-in, and codes for a forgotten password. A row that was answered stays a day, so that a
-- repeated confirmation finds what it made.
CREATE TABLE challenges (
    id          TEXT PRIMARY KEY,
    session     TEXT REFERENCES sessions (id) ON DELETE CASCADE,
    reset       TEXT REFERENCES password_resets (id) ON DELETE CASCADE,
    purpose     TEXT NOT NULL CHECK (purpose IN ('enrolment', 'sign-in', 'reset')),
    kind        TEXT NOT NULL,
    method      TEXT,    -- sign-in: who answers; enrolment: what is replaced, then what was made
    request_key TEXT,    -- the Idempotency-Key that began it
    name        TEXT,
    target      TEXT,
    secret      BLOB,    -- inline: RFC 6238
    code_hash   BLOB,    -- SHA-256 of id and code
    state       TEXT,    -- WebAuthn's own
    failures    INTEGER NOT NULL DEFAULT 0,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    answered    INTEGER NOT NULL DEFAULT 0 CHECK (answered IN (0, 1)),
    CHECK ((reset IS NOT NULL) = (purpose = 'reset') AND (session IS NULL) = (purpose = 'reset'))
) STRICT, WITHOUT ROWID;
CREATE INDEX challenges_session ON challenges (session, request_key);
CREATE INDEX challenges_reset ON challenges (reset, request_key);

-- Codes that were sent, for their limit (S8).
CREATE TABLE sent_codes (
    id      INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    factor  TEXT NOT NULL
) STRICT;
CREATE INDEX sent_codes_account ON sent_codes (account, factor, at);

-- The demo's messages; a real portal sends them.
CREATE TABLE outbox (
    id        INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    carrier   TEXT NOT NULL CHECK (carrier IN ('text', 'call', 'mail')),
    recipient TEXT NOT NULL,
    language  TEXT NOT NULL,
    subject   TEXT NOT NULL,
    body      TEXT NOT NULL
) STRICT;

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

CREATE INDEX audit_actor ON audit (actor);

-- What was done is never changed. Who did it can be forgotten, once that account does not exist any more; and so can
-- the account or guest that it was done to.
CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit WHEN NOT (
    NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.action = OLD.action AND NEW.result = OLD.result
    AND ((NEW.actor IS OLD.actor AND NEW.session IS OLD.session AND NEW.address IS OLD.address
            AND NEW.request_id IS OLD.request_id)
        OR (OLD.actor IS NOT NULL AND OLD.actor <> 'system' AND OLD.actor NOT IN (SELECT id FROM accounts)
            AND NEW.actor IS NULL AND NEW.session IS NULL AND NEW.address IS NULL AND NEW.request_id IS NULL))
    AND (NEW.target IS OLD.target
        OR (NEW.target IS NULL AND OLD.target NOT IN (SELECT id FROM accounts)
            AND OLD.target NOT IN (SELECT id FROM guests) AND OLD.target NOT IN (SELECT id FROM organizations)))
) BEGIN
    SELECT raise(ABORT, 'the audit is append-only');
END;
CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit BEGIN
    SELECT raise(ABORT, 'the audit is append-only');
END;
