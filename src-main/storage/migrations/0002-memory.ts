/**
 * Memory rows with their words index, and which principal sees which scope. A forgotten row keeps no text; the index
 * has external content because only that kind drops the words of a deleted row at once ('secure-delete'), a
 * contentless one keeps them until a merge.
 */
export const sql = `
CREATE TABLE memory (
  rowid        INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  key          TEXT UNIQUE,
  kind         TEXT NOT NULL,
  text         TEXT,
  source       TEXT NOT NULL,
  labels       TEXT NOT NULL,
  scope        TEXT NOT NULL,
  at           TEXT NOT NULL,
  created_at   TEXT NOT NULL,
  forgotten_at TEXT
) STRICT;
CREATE INDEX memory_by_scope ON memory (scope, at);

CREATE VIRTUAL TABLE memory_words USING fts5 (text, content='memory', content_rowid='rowid', tokenize='porter unicode61 remove_diacritics 2');

CREATE TABLE principal_scopes (
  principal TEXT NOT NULL,
  scope     TEXT NOT NULL,
  PRIMARY KEY (principal, scope)
) STRICT, WITHOUT ROWID;
INSERT INTO principal_scopes VALUES ('operator', 'personal'), ('agent', 'personal');
`
