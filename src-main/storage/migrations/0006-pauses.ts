/** Schedules can be paused, and be run by hand beside their times; a firing can be let go without having started. */
export const sql = `
ALTER TABLE schedules ADD COLUMN paused_at TEXT;
ALTER TABLE firings ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;
ALTER TABLE firings ADD COLUMN skipped_at TEXT;
`
