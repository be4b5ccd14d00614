import type { RunStatus, RunSummary } from '../../src-preload/contract.ts'

export interface RunFilter {
  status: RunStatus | 'all'
  /** The way the goal came in, or 'all'. */
  channel: string
  /** Runs that began then or later, ISO 8601. */
  from?: string
  query: string
}

export const ALL_RUNS: RunFilter = { status: 'all', channel: 'all', query: '' }

/** Whether a filter leaves anything out. */
export const isNarrowed = ({ status, channel, from, query }: RunFilter): boolean =>
  status !== 'all' || channel !== 'all' || from !== undefined || query.trim() !== ''

/** Whether a run shows under a filter: its status, channel and time, and every word of the query somewhere in its goal. */
export const matches = (run: RunSummary, { status, channel, from, query }: RunFilter): boolean =>
  (status === 'all' || run.status === status) &&
  (channel === 'all' || run.channel === channel) &&
  (from === undefined || Date.parse(run.createdAt) >= Date.parse(from)) &&
  words(query).every((word) => run.goal.toLowerCase().includes(word))

const words = (query: string) => query.toLowerCase().split(/\s+/).filter(Boolean)

/**
 * What to show: runs that were read for the filter and those heard of since, each as last heard of, newest first. One
 * that has left the filter's status since is gone.
 */
export function visibleRuns(
  read: readonly RunSummary[],
  heard: readonly RunSummary[],
  filter: RunFilter,
): RunSummary[] {
  const byId = new Map<string, RunSummary>()
  for (const run of [...read, ...heard]) {
    const known = byId.get(run.id)
    if (!known || Date.parse(run.updatedAt) >= Date.parse(known.updatedAt)) byId.set(run.id, run)
  }
  return [...byId.values()]
    .filter((run) => matches(run, filter))
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))
}
