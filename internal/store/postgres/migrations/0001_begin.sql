-- Ids are text that sorts by time, times are microseconds since 1970 in UTC,
-- days are midnights, truth is 0 or 1. Text sorts by its bytes ("C"), as it
-- does in SQLite. Columns named *_sealed hold AES-GCM boxes under the key that
-- key_id names; a key that was destroyed leaves its row, without the key.

-- +goose Up
CREATE TABLE teams (
  id       TEXT COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  name     TEXT COLLATE "C" NOT NULL UNIQUE,
  name_key TEXT COLLATE "C" NOT NULL,
  version  BIGINT NOT NULL CHECK (version >= 1)
);
CREATE INDEX teams_by_name ON teams (name_key, id);

CREATE TABLE people (
  id         TEXT COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  name       TEXT COLLATE "C" NOT NULL,
  name_key   TEXT COLLATE "C" NOT NULL,
  email      TEXT COLLATE "C" NOT NULL,
  team_id    TEXT COLLATE "C" REFERENCES teams (id),
  manager_id TEXT COLLATE "C" REFERENCES people (id),
  admin      BIGINT NOT NULL CHECK (admin IN (0, 1)),
  joined_at  BIGINT NOT NULL,
  left_at    BIGINT,
  version    BIGINT NOT NULL CHECK (version >= 1)
);
CREATE UNIQUE INDEX people_by_email ON people (email) WHERE email <> '';
CREATE INDEX people_by_name ON people (name_key, id);
CREATE INDEX people_by_manager ON people (manager_id, name_key, id);
CREATE INDEX people_by_team ON people (team_id, name_key, id);

CREATE TABLE person_keys (
  key_id       TEXT COLLATE "C" PRIMARY KEY CHECK (key_id <> ''),
  person_id    TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  key          BYTEA CHECK (length(key) = 32),
  made_at      BIGINT NOT NULL,
  destroyed_at BIGINT,
  CHECK ((key IS NULL) = (destroyed_at IS NOT NULL))
);
CREATE INDEX person_keys_by_person ON person_keys (person_id, made_at, key_id);

CREATE TABLE assignments (
  id         TEXT COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  person_id  TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  role_id    TEXT COLLATE "C" NOT NULL CHECK (role_id <> ''),
  role_title TEXT COLLATE "C" NOT NULL,
  revision   TEXT COLLATE "C" NOT NULL,
  since      BIGINT NOT NULL,
  maturity   TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX assignments_by_person ON assignments (person_id, since, id);

CREATE TABLE aims (
  person_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  role_id   TEXT COLLATE "C" NOT NULL CHECK (role_id <> ''),
  revision  TEXT COLLATE "C" NOT NULL,
  visible   TEXT COLLATE "C" NOT NULL CHECK (visible IN ('private', 'manager')),
  since     BIGINT NOT NULL,
  PRIMARY KEY (person_id, role_id)
);

CREATE TABLE credentials (
  person_id  TEXT COLLATE "C" PRIMARY KEY REFERENCES people (id),
  hash       TEXT COLLATE "C" NOT NULL CHECK (hash <> ''),
  changed_at BIGINT NOT NULL
);

CREATE TABLE attempts (
  key TEXT COLLATE "C" NOT NULL,
  at  BIGINT NOT NULL,
  n   BIGINT NOT NULL CHECK (n >= 1),
  PRIMARY KEY (key, at)
);
CREATE INDEX attempts_by_time ON attempts (at);

CREATE TABLE sessions (
  id         TEXT COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  hash       TEXT COLLATE "C" NOT NULL UNIQUE CHECK (hash <> ''),
  person_id  TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  agent      TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at    BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person_id, seen_at, id);

CREATE TABLE invites (
  hash       TEXT COLLATE "C" PRIMARY KEY CHECK (hash <> ''),
  person_id  TEXT COLLATE "C" REFERENCES people (id),
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX invites_by_person ON invites (person_id);

CREATE TABLE tokens (
  id         TEXT COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  hash       TEXT COLLATE "C" NOT NULL UNIQUE CHECK (hash <> ''),
  person_id  TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  name       TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at    BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX tokens_by_person ON tokens (person_id, created_at, id);

CREATE TABLE devices (
  hash       TEXT COLLATE "C" PRIMARY KEY CHECK (hash <> ''),
  user_code  TEXT COLLATE "C" NOT NULL CHECK (user_code <> ''),
  name       TEXT COLLATE "C" NOT NULL,
  person_id  TEXT COLLATE "C" REFERENCES people (id),
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX devices_by_user_code ON devices (user_code, expires_at);
CREATE INDEX devices_by_expiry ON devices (expires_at);

CREATE TABLE evidence (
  id          TEXT COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  owner_id    TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  key         TEXT COLLATE "C" NOT NULL,
  happened    BIGINT NOT NULL,
  kind        TEXT COLLATE "C" NOT NULL,
  key_id      TEXT COLLATE "C" NOT NULL REFERENCES person_keys (key_id),
  text_sealed BYTEA NOT NULL,
  with_sealed BYTEA NOT NULL,
  link_sealed BYTEA NOT NULL,
  visible     TEXT COLLATE "C" NOT NULL CHECK (visible IN ('private', 'manager')),
  created_at  BIGINT NOT NULL,
  updated_at  BIGINT NOT NULL,
  version     BIGINT NOT NULL CHECK (version >= 1)
);
CREATE UNIQUE INDEX evidence_by_key ON evidence (owner_id, key) WHERE key <> '';
CREATE INDEX evidence_by_owner ON evidence (owner_id, happened, id);

CREATE TABLE evidence_statements (
  evidence_id  TEXT COLLATE "C" NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  place        BIGINT NOT NULL CHECK (place >= 0),
  statement_id TEXT COLLATE "C" NOT NULL CHECK (statement_id <> ''),
  revision     TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (evidence_id, place)
);
CREATE INDEX evidence_statements_by_statement ON evidence_statements (statement_id, evidence_id);

CREATE TABLE assessments (
  id             TEXT COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  rater_id       TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  subject_id     TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  capacity       TEXT COLLATE "C" NOT NULL CHECK (capacity IN ('self', 'manager', 'peer')),
  role_id        TEXT COLLATE "C" NOT NULL CHECK (role_id <> ''),
  shared_through BIGINT,
  created_at     BIGINT NOT NULL,
  version        BIGINT NOT NULL CHECK (version >= 1),
  UNIQUE (rater_id, subject_id, capacity, role_id),
  UNIQUE (id, subject_id)
);
CREATE INDEX assessments_by_subject ON assessments (subject_id, created_at, id);

CREATE TABLE ratings (
  id            TEXT COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  assessment_id TEXT COLLATE "C" NOT NULL,
  subject_id    TEXT COLLATE "C" NOT NULL,
  statement_id  TEXT COLLATE "C" NOT NULL CHECK (statement_id <> ''),
  revision      TEXT COLLATE "C" NOT NULL,
  value         TEXT COLLATE "C" NOT NULL CHECK (value <> ''),
  key_id        TEXT COLLATE "C" NOT NULL REFERENCES person_keys (key_id),
  words_sealed  BYTEA NOT NULL,
  at            BIGINT NOT NULL,
  FOREIGN KEY (assessment_id, subject_id) REFERENCES assessments (id, subject_id)
);
CREATE INDEX ratings_by_subject ON ratings (subject_id, at, id);
CREATE INDEX ratings_by_assessment ON ratings (assessment_id, subject_id, at);

CREATE TABLE rating_evidence (
  rating_id   TEXT COLLATE "C" NOT NULL REFERENCES ratings (id),
  place       BIGINT NOT NULL CHECK (place >= 0),
  evidence_id TEXT COLLATE "C" NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  PRIMARY KEY (rating_id, place)
);
CREATE INDEX rating_evidence_by_evidence ON rating_evidence (evidence_id);

CREATE TABLE feedback (
  id           TEXT COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  author_id    TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  subject_id   TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  tone         TEXT COLLATE "C" NOT NULL,
  key_id       TEXT COLLATE "C" NOT NULL REFERENCES person_keys (key_id),
  text_sealed  BYTEA NOT NULL,
  statement_id TEXT COLLATE "C" NOT NULL,
  revision     TEXT COLLATE "C" NOT NULL,
  visible      TEXT COLLATE "C" NOT NULL CHECK (visible IN ('private', 'manager')),
  at           BIGINT NOT NULL
);
CREATE INDEX feedback_by_subject ON feedback (subject_id, at, id);
CREATE INDEX feedback_by_author ON feedback (author_id, at, id);

CREATE TABLE plan_items (
  id            TEXT COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  owner_id      TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  role_id       TEXT COLLATE "C" NOT NULL,
  statement_id  TEXT COLLATE "C" NOT NULL,
  revision      TEXT COLLATE "C" NOT NULL,
  key_id        TEXT COLLATE "C" NOT NULL REFERENCES person_keys (key_id),
  action_sealed BYTEA NOT NULL,
  helper_sealed BYTEA NOT NULL,
  due           BIGINT,
  done_at       BIGINT,
  visible       TEXT COLLATE "C" NOT NULL CHECK (visible IN ('private', 'manager')),
  created_at    BIGINT NOT NULL,
  version       BIGINT NOT NULL CHECK (version >= 1)
);
CREATE INDEX plan_items_by_owner ON plan_items (owner_id, done_at, due);

CREATE TABLE accesses (
  id        TEXT COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  owner_id  TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  reader_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  at        BIGINT NOT NULL,
  items     TEXT COLLATE "C" NOT NULL
);
CREATE INDEX accesses_by_owner ON accesses (owner_id, at, id);

CREATE TABLE audit_entries (
  id        TEXT COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  at        BIGINT NOT NULL,
  actor     TEXT COLLATE "C" NOT NULL,
  operation TEXT COLLATE "C" NOT NULL CHECK (operation <> ''),
  target    TEXT COLLATE "C" NOT NULL,
  note      TEXT COLLATE "C" NOT NULL
);
CREATE INDEX audit_entries_by_time ON audit_entries (at, id);

CREATE TABLE contents (
  digest  TEXT COLLATE "C" PRIMARY KEY CHECK (digest <> ''),
  content BYTEA NOT NULL
);

CREATE TABLE revisions (
  id      TEXT COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  seq     BIGINT NOT NULL,
  at      BIGINT NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  digest  TEXT COLLATE "C" NOT NULL REFERENCES contents (digest)
);
CREATE INDEX revisions_by_seq ON revisions (seq, id);

CREATE TABLE occurrences (
  key          TEXT COLLATE "C" PRIMARY KEY CHECK (key <> ''),
  statement_id TEXT COLLATE "C" NOT NULL CHECK (statement_id <> ''),
  revision     TEXT COLLATE "C" NOT NULL,
  matcher      TEXT COLLATE "C" NOT NULL
);

CREATE TABLE aliases (
  from_id TEXT COLLATE "C" PRIMARY KEY CHECK (from_id <> ''),
  to_id   TEXT COLLATE "C" NOT NULL CHECK (to_id <> ''),
  why     TEXT COLLATE "C" NOT NULL,
  at      BIGINT NOT NULL
);
CREATE INDEX aliases_by_time ON aliases (at, from_id);

CREATE TABLE settings (
  name  TEXT COLLATE "C" PRIMARY KEY CHECK (name <> ''),
  value TEXT COLLATE "C" NOT NULL
);
