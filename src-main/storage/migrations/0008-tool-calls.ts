/** One row for each call of a tool, written with its facts: how often a tool is used and what last went wrong with it. */
export const sql = `
CREATE TABLE tool_calls (
  effect_id     TEXT PRIMARY KEY,
  run_id        TEXT NOT NULL,
  tool          TEXT NOT NULL,
  asked_at      TEXT NOT NULL,
  dispatched_at TEXT,
  settled_at    TEXT,
  status        TEXT NOT NULL,
  result_ref    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX tool_calls_by_tool ON tool_calls (tool, dispatched_at);
CREATE INDEX tool_calls_by_status ON tool_calls (status, tool, settled_at);

INSERT OR IGNORE INTO tool_calls (effect_id, run_id, tool, asked_at, settled_at, status, result_ref)
SELECT body ->> 'effectId', run_id, body ->> 'tool', at,
  CASE type WHEN 'effect.refused' THEN at END,
  CASE type WHEN 'effect.refused' THEN 'failed' ELSE 'intended' END,
  body ->> 'resultRef'
FROM facts WHERE type IN ('effect.intended', 'effect.refused');

UPDATE tool_calls SET dispatched_at = sent.at
FROM (SELECT body ->> 'effectId' AS id, MAX(at) AS at FROM facts WHERE type = 'effect.dispatched' GROUP BY 1) AS sent
WHERE sent.id = effect_id;

UPDATE tool_calls SET status = ended.status, settled_at = ended.at, result_ref = ended.result_ref
FROM (SELECT body ->> 'effectId' AS id, body ->> 'status' AS status, at, body ->> 'resultRef' AS result_ref
  FROM facts WHERE type = 'effect.settled') AS ended
WHERE ended.id = effect_id;
`
