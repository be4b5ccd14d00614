/** What connected servers tell of their tools: as they tell it now, and as the operator knows it. */
export const sql = `
CREATE TABLE tool_definitions (
  name        TEXT PRIMARY KEY,
  server      TEXT NOT NULL,
  remote      TEXT NOT NULL,
  identity    TEXT NOT NULL,
  known       TEXT NOT NULL,
  description TEXT NOT NULL,
  before      TEXT,
  schema      TEXT NOT NULL,
  changed_at  TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX tool_definitions_by_server ON tool_definitions (server);
`
