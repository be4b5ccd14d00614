import type { Trigger } from '../ingestion/trigger.ts'
import { answerText, attachedTo, resultOfAttachment, resultsOf } from '../planning/assemble-request.ts'
import type { ResultForModel, Turn } from '../planning/model.ts'
import type { Journal } from '../state/journal.ts'
import type { RunState } from '../state/run-state.ts'
import type { Conversations } from '../state/sqlite/conversations.ts'
import { statusOf } from '../state/status.ts'
import { isOperators, joinLabels, type Labels } from '../vocabulary/labels.ts'

/** Earlier goals of a conversation that a new one knows, and those of them whose results it knows too. */
const TURNS_MOST = 60
const WITH_RESULTS = 6
const QUESTION = 'operator.ask'

export interface HistoryDeps {
  readonly journal: Journal
  readonly conversations: Conversations
  readonly state: (runId: string) => RunState
}

/** What came before a run in its conversation, oldest first. */
export function historyOf({ journal, conversations, state }: HistoryDeps, run: RunState): Turn[] {
  return earlierRuns({ conversations, state }, run.conversationId, run)
    .map((earlier, index, all): Turn => {
      const trigger = journal.content(earlier.triggerRef) as unknown as Trigger | undefined
      return {
        at: earlier.createdAt,
        goal: trigger?.text ?? '(forgotten)',
        intent: trigger?.intent ?? { clauses: [] },
        answer: answerText(earlier.ended?.answerRef, journal),
        status: statusOf(earlier),
        results:
          index < all.length - WITH_RESULTS
            ? answersOf(earlier, journal)
            : [...attachedTo(earlier, journal).map(resultOfAttachment), ...allResults(earlier, journal)],
        runId: earlier.id,
        labels: joinLabels(earlier.labels, ...earlier.tasks.map(({ labels }) => labels)),
        ...(trigger && !isOperators(trigger.labels) ? { goalLabels: trigger.labels } : {}),
      }
    })
    .filter(({ goal }) => goal !== '(forgotten)')
}

/** Labels of all that a conversation has brought into context so far. */
export function historyLabels(deps: Omit<HistoryDeps, 'journal'>, conversationId: string): Labels {
  const runs = earlierRuns(deps, conversationId)
  return joinLabels(...runs.flatMap((run) => [run.labels, ...run.tasks.map(({ labels }) => labels)]))
}

function earlierRuns(
  { conversations, state }: Omit<HistoryDeps, 'journal'>,
  conversationId: string,
  than?: RunState,
): RunState[] {
  return conversations
    .runs({ conversationId, limit: TURNS_MOST + 1 })
    .filter(({ id, createdAt }) => !than || (id !== than.id && createdAt <= than.createdAt))
    .slice(0, TURNS_MOST)
    .reverse()
    .map(({ id }) => state(id))
}

const allResults = (run: RunState, journal: Journal): ResultForModel[] =>
  run.tasks.flatMap(({ id }) => resultsOf(run, id, journal))

/** What the operator answered to questions of a run: it settles something, however long ago. */
const answersOf = (run: RunState, journal: Journal): ResultForModel[] =>
  allResults({ ...run, effects: run.effects.filter(({ tool }) => tool === QUESTION) }, journal)
