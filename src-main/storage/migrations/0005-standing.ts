/** What holds for the whole agent until it is taken back, such as that everything is paused, and since when. */
export const sql = `
CREATE TABLE standing (
  name  TEXT PRIMARY KEY,
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
