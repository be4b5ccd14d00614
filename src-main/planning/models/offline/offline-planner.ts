import { readCommand } from '../../../ingestion/language/language.ts'
import type { Clause } from '../../../vocabulary/entity.ts'
import type { Model, ModelEvent, ModelRequest } from '../../model.ts'
import { clausesOf, readGoal } from './goal.ts'
import { createParaphraser, type Embed, NoMeaning, type Paraphraser } from './paraphrase/paraphraser.ts'
import { withProcedures } from './paraphrase/procedures.ts'
import { planEvents } from './plan.ts'
import { reportPlan } from './report.ts'
import { runTask } from './run-task.ts'
import type { ReadClause } from './wanted.ts'

/**
 * The model that needs no key and no network: it reads imperative requests by rules and turns them into the calls of
 * the tools it was given; what the rules do not read it takes by its meaning, where it has an `embed` for that.
 * Without any state but the request: asked again with the same thread it says the same. What it cannot do it fails
 * with a ModelError that says what it can.
 */
export function createOfflinePlanner({ embed }: { readonly embed?: Embed } = {}): Model {
  const paraphraser = embed ? createParaphraser(embed) : undefined
  return {
    id: 'offline',
    respond: async function* (request, signal) {
      signal.throwIfAborted()
      const read = await readerFor(request, paraphraser)
      signal.throwIfAborted()
      yield* respond(request, read)
    },
  }
}

/** Reading by meaning; by grammar alone where there is nothing to tell meanings by, or it does not work now. */
async function readerFor(request: ModelRequest, paraphraser: Paraphraser | undefined): Promise<ReadClause> {
  const byGrammar: ReadClause = (clause) => readCommand(clause, request)
  if (!paraphraser) return withProcedures(request, byGrammar)
  try {
    const read = await paraphraser.reader(everyClause(request), request)
    return await withProcedures(request, read, paraphraser)
  } catch (error) {
    // Memory's status says what is wrong with the embedder; words are still read by the rules
    if (!(error instanceof NoMeaning)) throw error
    return withProcedures(request, byGrammar)
  }
}

/** Turns whose words are read by their meaning too, for what "it" may be now. */
const TURNS = 6

const everyClause = (request: ModelRequest): Pick<Clause, 'text' | 'entities'>[] => [
  ...clausesOf(request),
  ...request.intent.clauses,
  ...request.thread.flatMap((item) => (item.type === 'steering' ? item.intent.clauses : [])),
  ...request.history.slice(-TURNS).flatMap(({ intent }) => intent.clauses),
]

function respond(request: ModelRequest, read: ReadClause): readonly ModelEvent[] {
  const goal = readGoal(request, read)
  if (request.task) return runTask(request, goal.steps, read)
  const fresh = planEvents(request, goal)
  if (fresh) return fresh
  if (request.plan.length > 0) return [{ type: 'text', delta: reportPlan(request) }]
  return runTask(request, [...goal.steps, ...goal.added], read)
}
