import type { Fact } from '../state/facts.ts'
import { type Journal, SequenceConflict } from '../state/journal.ts'
import type { JsonValue } from '../vocabulary/json.ts'

/** A journal in memory that can be cut short: what a process leaves behind that died after its n-th commit. */
export function memoryJournal(steps: readonly { facts: readonly Fact[] }[] = []) {
  const commits = [...steps]
  const contents = new Map<string, JsonValue>()
  const factsOf = (runId: string) =>
    commits.flatMap(({ facts }) => facts).filter((fact) => fact.runId === runId)
  const journal: Journal = {
    facts: factsOf,
    content: (ref) => contents.get(ref),
    stage: () => () => {},
    commit: ({ runId, expectedSeq, facts, contents: added }) => {
      if (factsOf(runId).length !== expectedSeq) throw new SequenceConflict(runId)
      for (const { ref, body } of added) contents.set(ref, JSON.parse(body) as JsonValue)
      commits.push({ facts })
    },
    unfinished: () => [...new Set(commits.flatMap(({ facts }) => facts.map(({ runId }) => runId)))],
    forgetContents: () => contents.clear(),
    verify: () => [],
  }
  return { journal, commits }
}
