/** Reminders and schedules. `labels` say where their text comes from: only the operator's own words instruct a run. */
export const sql = `
CREATE TABLE schedules (
  id              TEXT PRIMARY KEY,
  key             TEXT NOT NULL UNIQUE,
  kind            TEXT NOT NULL CHECK (kind IN ('reminder', 'schedule')),
  text            TEXT NOT NULL,
  labels          TEXT NOT NULL,
  at              TEXT,
  cron            TEXT,
  words           TEXT NOT NULL,
  time_zone       TEXT NOT NULL,
  next_at         TEXT,
  conversation_id TEXT NOT NULL,
  created_at      TEXT NOT NULL,
  status          TEXT NOT NULL CHECK (status IN ('active', 'done', 'cancelled'))
) STRICT;
CREATE INDEX schedules_due ON schedules (status, next_at);

CREATE TABLE firings (
  schedule_id TEXT NOT NULL,
  due_at      TEXT NOT NULL,
  fired_at    TEXT NOT NULL,
  missed      INTEGER NOT NULL DEFAULT 0,
  text        TEXT NOT NULL,
  run_id      TEXT,
  seen_at     TEXT,
  PRIMARY KEY (schedule_id, due_at)
) STRICT, WITHOUT ROWID;
`
