/** Words that speech recognition wrote, what the operator made of them before sending, and how often. */
export const sql = `
CREATE TABLE corrections (
  heard    TEXT NOT NULL,
  meant    TEXT NOT NULL,
  times    INTEGER NOT NULL,
  last_at  TEXT NOT NULL,
  -- the operator does not want to be asked about it
  declined INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (heard, meant)
) STRICT, WITHOUT ROWID;
`
