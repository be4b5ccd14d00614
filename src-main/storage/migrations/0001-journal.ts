/**
 * The journal: facts of each run, hash-chained; the contents they refer to by salted hash; the system chain that
 * anchors the heads; and the projections that are written in the same transaction as their facts.
 */
export const sql = `
CREATE TABLE facts (
  run_id    TEXT NOT NULL,
  seq       INTEGER NOT NULL,
  type      TEXT NOT NULL,
  at        TEXT NOT NULL,
  body      TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash      TEXT NOT NULL,
  PRIMARY KEY (run_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE contents (
  hash       TEXT PRIMARY KEY,
  salt       BLOB,
  body       TEXT,
  run_id     TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contents_by_run ON contents (run_id);

CREATE TABLE anchors (
  seq       INTEGER PRIMARY KEY,
  at        TEXT NOT NULL,
  run_id    TEXT NOT NULL,
  run_seq   INTEGER NOT NULL,
  run_hash  TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash      TEXT NOT NULL
) STRICT;

CREATE TABLE conversations (
  id         TEXT PRIMARY KEY,
  title      TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE runs (
  id              TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  status          TEXT NOT NULL,
  waiting         TEXT NOT NULL DEFAULT '[]',
  principal       TEXT NOT NULL,
  channel         TEXT NOT NULL,
  goal_ref        TEXT NOT NULL,
  trigger_ref     TEXT NOT NULL,
  head_seq        INTEGER NOT NULL,
  head_hash       TEXT NOT NULL,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL
) STRICT;
CREATE INDEX runs_by_conversation ON runs (conversation_id, created_at);
CREATE INDEX runs_by_status ON runs (status);

CREATE TABLE inquiries (
  id          TEXT PRIMARY KEY,
  run_id      TEXT NOT NULL,
  effect_id   TEXT NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('approval', 'question', 'in-doubt')),
  status      TEXT NOT NULL CHECK (status IN ('pending', 'answered', 'withdrawn')),
  answer      TEXT,
  created_at  TEXT NOT NULL,
  answered_at TEXT
) STRICT;
CREATE INDEX inquiries_by_status ON inquiries (status, created_at);
CREATE INDEX inquiries_by_run ON inquiries (run_id);
`
