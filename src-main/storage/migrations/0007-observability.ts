/**
 * How the agent did: samples of its metrics by the minute, and what happened to it outside of its runs. What happened
 * within runs is in their facts; those that a timeline shows are found by their time.
 */
export const sql = `
CREATE TABLE metric_minutes (
  -- ms since 1970
  at   INTEGER PRIMARY KEY,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE happenings (
  id     INTEGER PRIMARY KEY,
  at     TEXT NOT NULL,
  kind   TEXT NOT NULL,
  -- names and numbers, never contents
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX happenings_by_time ON happenings (at);

CREATE INDEX facts_by_time ON facts (at) WHERE type IN (
  'run.created', 'run.recovered', 'run.ended', 'steering.received', 'cancel.requested', 'effect.settled',
  'effect.refused', 'effect.doubted', 'inquiry.opened', 'inquiry.answered', 'model.failed'
);
`
