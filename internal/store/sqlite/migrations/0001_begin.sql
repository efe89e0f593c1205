-- Ids are text that sorts by time, times are microseconds since 1970 in UTC,
-- days are midnights, truth is 0 or 1. Text sorts by its bytes. Columns named
-- *_sealed hold AES-GCM boxes under the key that key_id names; a key that was
-- destroyed leaves its row, without the key.

-- +goose Up
CREATE TABLE teams (
  id       TEXT PRIMARY KEY CHECK (id <> ''),
  name     TEXT NOT NULL UNIQUE,
  name_key TEXT NOT NULL,
  version  INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
CREATE INDEX teams_by_name ON teams (name_key, id);

CREATE TABLE people (
  id         TEXT PRIMARY KEY CHECK (id <> ''),
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL,
  email      TEXT NOT NULL,
  team_id    TEXT REFERENCES teams (id),
  manager_id TEXT REFERENCES people (id),
  admin      INTEGER NOT NULL CHECK (admin IN (0, 1)),
  joined_at  INTEGER NOT NULL,
  left_at    INTEGER,
  version    INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
CREATE UNIQUE INDEX people_by_email ON people (email) WHERE email <> '';
CREATE INDEX people_by_name ON people (name_key, id);
CREATE INDEX people_by_manager ON people (manager_id, name_key, id);
CREATE INDEX people_by_team ON people (team_id, name_key, id);

CREATE TABLE person_keys (
  key_id       TEXT PRIMARY KEY CHECK (key_id <> ''),
  person_id    TEXT NOT NULL REFERENCES people (id),
  key          BLOB CHECK (length(key) = 32),
  made_at      INTEGER NOT NULL,
  destroyed_at INTEGER,
  CHECK ((key IS NULL) = (destroyed_at IS NOT NULL))
) STRICT;
CREATE INDEX person_keys_by_person ON person_keys (person_id, made_at, key_id);

CREATE TABLE assignments (
  id         TEXT PRIMARY KEY CHECK (id <> ''),
  person_id  TEXT NOT NULL REFERENCES people (id),
  role_id    TEXT NOT NULL CHECK (role_id <> ''),
  role_title TEXT NOT NULL,
  revision   TEXT NOT NULL,
  since      INTEGER NOT NULL,
  maturity   TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX assignments_by_person ON assignments (person_id, since, id);

CREATE TABLE aims (
  person_id TEXT NOT NULL REFERENCES people (id),
  role_id   TEXT NOT NULL CHECK (role_id <> ''),
  revision  TEXT NOT NULL,
  visible   TEXT NOT NULL CHECK (visible IN ('private', 'manager')),
  since     INTEGER NOT NULL,
  PRIMARY KEY (person_id, role_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE credentials (
  person_id  TEXT PRIMARY KEY REFERENCES people (id),
  hash       TEXT NOT NULL CHECK (hash <> ''),
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE attempts (
  key TEXT NOT NULL,
  at  INTEGER NOT NULL,
  n   INTEGER NOT NULL CHECK (n >= 1),
  PRIMARY KEY (key, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX attempts_by_time ON attempts (at);

CREATE TABLE sessions (
  id         TEXT PRIMARY KEY CHECK (id <> ''),
  hash       TEXT NOT NULL UNIQUE CHECK (hash <> ''),
  person_id  TEXT NOT NULL REFERENCES people (id),
  agent      TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at    INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_person ON sessions (person_id, seen_at, id);

CREATE TABLE invites (
  hash       TEXT PRIMARY KEY CHECK (hash <> ''),
  person_id  TEXT REFERENCES people (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX invites_by_person ON invites (person_id);

CREATE TABLE tokens (
  id         TEXT PRIMARY KEY CHECK (id <> ''),
  hash       TEXT NOT NULL UNIQUE CHECK (hash <> ''),
  person_id  TEXT NOT NULL REFERENCES people (id),
  name       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at    INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX tokens_by_person ON tokens (person_id, created_at, id);

CREATE TABLE devices (
  hash       TEXT PRIMARY KEY CHECK (hash <> ''),
  user_code  TEXT NOT NULL CHECK (user_code <> ''),
  name       TEXT NOT NULL,
  person_id  TEXT REFERENCES people (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX devices_by_user_code ON devices (user_code, expires_at);
CREATE INDEX devices_by_expiry ON devices (expires_at);

CREATE TABLE evidence (
  id          TEXT PRIMARY KEY CHECK (id <> ''),
  owner_id    TEXT NOT NULL REFERENCES people (id),
  key         TEXT NOT NULL,
  happened    INTEGER NOT NULL,
  kind        TEXT NOT NULL,
  key_id      TEXT NOT NULL REFERENCES person_keys (key_id),
  text_sealed BLOB NOT NULL,
  with_sealed BLOB NOT NULL,
  link_sealed BLOB NOT NULL,
  visible     TEXT NOT NULL CHECK (visible IN ('private', 'manager')),
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  version     INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
CREATE UNIQUE INDEX evidence_by_key ON evidence (owner_id, key) WHERE key <> '';
CREATE INDEX evidence_by_owner ON evidence (owner_id, happened, id);

CREATE TABLE evidence_statements (
  evidence_id  TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  place        INTEGER NOT NULL CHECK (place >= 0),
  statement_id TEXT NOT NULL CHECK (statement_id <> ''),
  revision     TEXT NOT NULL,
  PRIMARY KEY (evidence_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_statements_by_statement ON evidence_statements (statement_id, evidence_id);

CREATE TABLE assessments (
  id             TEXT PRIMARY KEY CHECK (id <> ''),
  rater_id       TEXT NOT NULL REFERENCES people (id),
  subject_id     TEXT NOT NULL REFERENCES people (id),
  capacity       TEXT NOT NULL CHECK (capacity IN ('self', 'manager', 'peer')),
  role_id        TEXT NOT NULL CHECK (role_id <> ''),
  shared_through INTEGER,
  created_at     INTEGER NOT NULL,
  version        INTEGER NOT NULL CHECK (version >= 1),
  UNIQUE (rater_id, subject_id, capacity, role_id),
  UNIQUE (id, subject_id)
) STRICT;
CREATE INDEX assessments_by_subject ON assessments (subject_id, created_at, id);

CREATE TABLE ratings (
  id            TEXT PRIMARY KEY CHECK (id <> ''),
  assessment_id TEXT NOT NULL,
  subject_id    TEXT NOT NULL,
  statement_id  TEXT NOT NULL CHECK (statement_id <> ''),
  revision      TEXT NOT NULL,
  value         TEXT NOT NULL CHECK (value <> ''),
  key_id        TEXT NOT NULL REFERENCES person_keys (key_id),
  words_sealed  BLOB NOT NULL,
  at            INTEGER NOT NULL,
  FOREIGN KEY (assessment_id, subject_id) REFERENCES assessments (id, subject_id)
) STRICT;
CREATE INDEX ratings_by_subject ON ratings (subject_id, at, id);
CREATE INDEX ratings_by_assessment ON ratings (assessment_id, subject_id, at);

CREATE TABLE rating_evidence (
  rating_id   TEXT NOT NULL REFERENCES ratings (id),
  place       INTEGER NOT NULL CHECK (place >= 0),
  evidence_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  PRIMARY KEY (rating_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX rating_evidence_by_evidence ON rating_evidence (evidence_id);

CREATE TABLE feedback (
  id           TEXT PRIMARY KEY CHECK (id <> ''),
  author_id    TEXT NOT NULL REFERENCES people (id),
  subject_id   TEXT NOT NULL REFERENCES people (id),
  tone         TEXT NOT NULL,
  key_id       TEXT NOT NULL REFERENCES person_keys (key_id),
  text_sealed  BLOB NOT NULL,
  statement_id TEXT NOT NULL,
  revision     TEXT NOT NULL,
  visible      TEXT NOT NULL CHECK (visible IN ('private', 'manager')),
  at           INTEGER NOT NULL
) STRICT;
CREATE INDEX feedback_by_subject ON feedback (subject_id, at, id);
CREATE INDEX feedback_by_author ON feedback (author_id, at, id);

CREATE TABLE plan_items (
  id            TEXT PRIMARY KEY CHECK (id <> ''),
  owner_id      TEXT NOT NULL REFERENCES people (id),
  role_id       TEXT NOT NULL,
  statement_id  TEXT NOT NULL,
  revision      TEXT NOT NULL,
  key_id        TEXT NOT NULL REFERENCES person_keys (key_id),
  action_sealed BLOB NOT NULL,
  helper_sealed BLOB NOT NULL,
  due           INTEGER,
  done_at       INTEGER,
  visible       TEXT NOT NULL CHECK (visible IN ('private', 'manager')),
  created_at    INTEGER NOT NULL,
  version       INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
CREATE INDEX plan_items_by_owner ON plan_items (owner_id, done_at, due);

CREATE TABLE accesses (
  id        TEXT PRIMARY KEY CHECK (id <> ''),
  owner_id  TEXT NOT NULL REFERENCES people (id),
  reader_id TEXT NOT NULL REFERENCES people (id),
  at        INTEGER NOT NULL,
  items     TEXT NOT NULL
) STRICT;
CREATE INDEX accesses_by_owner ON accesses (owner_id, at, id);

CREATE TABLE audit_entries (
  id        TEXT PRIMARY KEY CHECK (id <> ''),
  at        INTEGER NOT NULL,
  actor     TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation <> ''),
  target    TEXT NOT NULL,
  note      TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entries_by_time ON audit_entries (at, id);

CREATE TABLE contents (
  digest  TEXT PRIMARY KEY CHECK (digest <> ''),
  content BLOB NOT NULL
) STRICT;

CREATE TABLE revisions (
  id      TEXT PRIMARY KEY CHECK (id <> ''),
  seq     INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  subject TEXT NOT NULL,
  digest  TEXT NOT NULL REFERENCES contents (digest)
) STRICT;
CREATE INDEX revisions_by_seq ON revisions (seq, id);

CREATE TABLE occurrences (
  key          TEXT PRIMARY KEY CHECK (key <> ''),
  statement_id TEXT NOT NULL CHECK (statement_id <> ''),
  revision     TEXT NOT NULL,
  matcher      TEXT NOT NULL
) STRICT;

CREATE TABLE aliases (
  from_id TEXT PRIMARY KEY CHECK (from_id <> ''),
  to_id   TEXT NOT NULL CHECK (to_id <> ''),
  why     TEXT NOT NULL,
  at      INTEGER NOT NULL
) STRICT;
CREATE INDEX aliases_by_time ON aliases (at, from_id);

CREATE TABLE settings (
  name  TEXT PRIMARY KEY CHECK (name <> ''),
  value TEXT NOT NULL
) STRICT;
