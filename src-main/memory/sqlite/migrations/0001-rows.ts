/**
 * Memory, in a database of its own (`memory.sqlite`), so that writing much of it never holds up the journal. The rows
 * are the authority; words, entities and vectors are made from them and can be made again. The words index has
 * external content because only that kind drops the words of a deleted row at once ('secure-delete').
 */
export const sql = `
CREATE TABLE memory (
  rowid         INTEGER PRIMARY KEY AUTOINCREMENT,
  id            TEXT NOT NULL UNIQUE,
  key           TEXT UNIQUE,
  external_id   TEXT,
  kind          TEXT NOT NULL CHECK (kind IN ('episode', 'fact', 'rule', 'procedure')),
  text          TEXT,
  source        TEXT NOT NULL,
  source_kind   TEXT NOT NULL,
  labels        TEXT NOT NULL,
  trusted       INTEGER NOT NULL,
  scope         TEXT NOT NULL,
  at            TEXT NOT NULL,
  at_ms         INTEGER NOT NULL,
  created_at    TEXT NOT NULL,
  thread        TEXT,
  position      INTEGER,
  speaker       TEXT,
  subject       TEXT,
  attribute     TEXT,
  status        TEXT CHECK (status IN ('proposed', 'active')),
  valid_to      TEXT,
  superseded_by TEXT,
  edited_at     TEXT,
  -- the row is invisible from then on, and erased when it is gone elsewhere too
  forgetting_at TEXT,
  forgotten_at  TEXT,
  -- the space that holds its vector; null: it waits for one
  space         INTEGER
) STRICT;
CREATE INDEX memory_by_time ON memory (scope, at_ms);
CREATE INDEX memory_by_thread ON memory (thread, position) WHERE thread IS NOT NULL;
CREATE UNIQUE INDEX memory_by_name ON memory (scope, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX memory_about ON memory (scope, subject, attribute) WHERE subject IS NOT NULL;
CREATE INDEX memory_rules ON memory (status) WHERE status IS NOT NULL;
CREATE INDEX memory_superseded ON memory (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX memory_without_vector ON memory (rowid) WHERE space IS NULL AND forgetting_at IS NULL;
CREATE INDEX memory_facets ON memory (kind, source_kind, scope) WHERE forgetting_at IS NULL;
CREATE INDEX memory_being_forgotten ON memory (rowid) WHERE forgetting_at IS NOT NULL AND forgotten_at IS NULL;

-- the vector of a turn is made with the turn before it, so it is made again when that one comes, changes or goes
CREATE TRIGGER memory_turn_comes AFTER INSERT ON memory WHEN new.thread IS NOT NULL BEGIN
  UPDATE memory SET space = NULL WHERE rowid = (SELECT n.rowid FROM memory n INDEXED BY memory_by_thread
    WHERE n.thread = new.thread AND n.position > new.position AND n.scope = new.scope
      AND n.forgetting_at IS NULL ORDER BY n.position LIMIT 1);
END;
CREATE TRIGGER memory_turn_changes AFTER UPDATE OF text, speaker, thread, position, forgetting_at ON memory
WHEN old.thread IS NOT NULL OR new.thread IS NOT NULL BEGIN
  UPDATE memory SET space = NULL WHERE rowid = (SELECT n.rowid FROM memory n INDEXED BY memory_by_thread
    WHERE n.thread = old.thread AND n.position > old.position AND n.scope = old.scope
      AND n.forgetting_at IS NULL ORDER BY n.position LIMIT 1);
  UPDATE memory SET space = NULL WHERE rowid = (SELECT n.rowid FROM memory n INDEXED BY memory_by_thread
    WHERE n.thread = new.thread AND n.position > new.position AND n.scope = new.scope
      AND n.forgetting_at IS NULL ORDER BY n.position LIMIT 1);
END;

CREATE VIRTUAL TABLE memory_words USING fts5 (text, content='memory', content_rowid='rowid', tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO memory_words (memory_words, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE memory_terms USING fts5vocab (memory_words, row);

-- earlier texts of a row, oldest first
CREATE TABLE memory_versions (
  row   INTEGER NOT NULL REFERENCES memory (rowid),
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  text  TEXT NOT NULL
) STRICT;
CREATE INDEX memory_versions_by_row ON memory_versions (row);

-- facts and the rows they were taken from
CREATE TABLE memory_support (
  row      INTEGER NOT NULL REFERENCES memory (rowid),
  rests_on INTEGER NOT NULL REFERENCES memory (rowid),
  PRIMARY KEY (row, rests_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX memory_support_by_ground ON memory_support (rests_on);

-- who and what a row names; value canonical, text as written first
CREATE TABLE memory_entities (
  row   INTEGER NOT NULL REFERENCES memory (rowid),
  type  TEXT NOT NULL,
  value TEXT NOT NULL,
  text  TEXT NOT NULL,
  PRIMARY KEY (row, type, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX memory_entities_by_value ON memory_entities (type, value);

-- what vectors were made with, and where they are kept
CREATE TABLE spaces (
  id        INTEGER PRIMARY KEY,
  store     TEXT NOT NULL,
  model     TEXT NOT NULL,
  dimension INTEGER NOT NULL,
  UNIQUE (store, model, dimension)
) STRICT;
-- vectors of forgotten rows that a store elsewhere could not delete yet
CREATE TABLE vectors_to_delete (
  space INTEGER NOT NULL,
  id    TEXT NOT NULL,
  PRIMARY KEY (space, id)
) STRICT, WITHOUT ROWID;

-- what this memory is called in a store that others use too
CREATE TABLE own_name (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  name TEXT NOT NULL
) STRICT;

CREATE TABLE scopes (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE principal_scopes (
  principal TEXT NOT NULL,
  scope     TEXT NOT NULL,
  PRIMARY KEY (principal, scope)
) STRICT, WITHOUT ROWID;
INSERT INTO scopes (name) VALUES ('personal');
INSERT INTO principal_scopes VALUES ('operator', 'personal'), ('agent', 'personal');
`
