import type { RunStatus, RunSummary } from '../../src-preload/contract.ts'

export interface RunFilter {
  status: RunStatus | 'all'
  query: string
}

/** Whether a run shows under a filter: its status, and every word of the query somewhere in its goal. */
export const matches = (run: RunSummary, { status, query }: RunFilter): boolean =>
  (status === 'all' || run.status === status) &&
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
