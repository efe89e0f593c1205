-- Which revision an assessment is made against while it runs ('' for none that
-- runs), and up to which revision somebody was told what the ladder's changes
-- did to what was said of a person.

-- +goose Up
ALTER TABLE assessments ADD COLUMN revision TEXT NOT NULL DEFAULT '';

CREATE TABLE seen (
  reader_id  TEXT NOT NULL REFERENCES people (id),
  subject_id TEXT NOT NULL REFERENCES people (id),
  revision   TEXT NOT NULL CHECK (revision <> ''),
  at         INTEGER NOT NULL,
  PRIMARY KEY (reader_id, subject_id)
) STRICT, WITHOUT ROWID;
