import { foldRun } from '../state/evolve.ts'
import type { Journal } from '../state/journal.ts'
import type { RunState } from '../state/run-state.ts'
import { RequestError } from '../vocabulary/errors.ts'
import { readArtifact, viewArtifacts } from './artifacts.ts'
import type { Handlers } from './operator.ts'
import type { Runs } from './runs.ts'
import { viewContexts } from './view-context.ts'
import { type ViewSources, viewRun, viewSteps } from './view-run.ts'

type Readings = Pick<
  Handlers,
  'runs.steps' | 'runs.at' | 'runs.context' | 'runs.verify' | 'runs.artifacts' | 'runs.artifact'
>

export interface RunReadingsDeps extends ViewSources {
  readonly runs: Pick<Runs, 'get'>
  readonly journal: Journal
  readonly state: (runId: string) => RunState
}

/** What can be read of one run beside how it stands now. Nothing is acted on. */
export function createRunReadings(deps: RunReadingsDeps): Readings {
  const { runs, journal, state, content } = deps
  return {
    'runs.steps': ({ id }) => {
      runs.get(id)
      return viewSteps(journal.facts(id))
    },
    'runs.at': ({ id, seq }) => {
      runs.get(id)
      const facts = journal.facts(id)
      if (seq > facts.length)
        throw new RequestError('no-step', `Run ${id} has ${facts.length} steps: there is no step ${seq}.`)
      return viewRun(foldRun(id, facts.slice(0, seq)), deps)
    },
    'runs.context': ({ id }) => {
      runs.get(id)
      return viewContexts(state(id), journal.facts(id), { content, state })
    },
    'runs.verify': ({ id }) => {
      runs.get(id)
      return { id, problems: journal.verify(id) }
    },
    'runs.artifacts': ({ id }) => viewArtifacts(runs.get(id)),
    'runs.artifact': ({ id, path }) => readArtifact(runs.get(id), path),
  }
}
