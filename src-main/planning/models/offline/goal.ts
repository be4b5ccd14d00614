import type { Clause, Entity } from '../../../vocabulary/entity.ts'
import type { ModelRequest } from '../../model.ts'
import type { ReadClause, Wanted } from './wanted.ts'

/** One thing to do: a clause of the operator's words, and the command it is. */
export interface Step {
  /** Id of its task, where it gets one. */
  readonly id: string
  readonly clause: Pick<Clause, 'text' | 'acts' | 'entities'>
  readonly command: Wanted
}

export interface Goal {
  readonly steps: readonly Step[]
  /** Steps that the operator added to the running goal. */
  readonly added: readonly Step[]
}

/** The clauses that a thread is to do, in the order of its steps. */
export function clausesOf(request: ModelRequest): Step['clause'][] {
  const { clauses } = request.intent
  if (request.task) {
    const { instruction } = request.task
    return [clauses.find(({ text }) => text === instruction) ?? fromInstruction(instruction)]
  }
  return clauses.length > 0 ? [...clauses] : [{ text: request.goal, acts: [], entities: [] }]
}

/** What the thread is to do: the clauses of the goal and of what steered it, or the one clause of a task. */
export function readGoal(request: ModelRequest, read: ReadClause): Goal {
  const stepOf = (id: string, clause: Step['clause']): Step => ({ id, clause, command: read(clause) })
  const own = clausesOf(request)
  if (request.task) {
    const { id } = request.task
    return { steps: own.map((clause) => stepOf(id, clause)), added: [] }
  }
  const steps = own.map((clause, index) => stepOf(`t${index + 1}`, clause))
  const added = request.thread.flatMap((item, index) =>
    item.type === 'steering'
      ? item.intent.clauses.map((clause, nth) => stepOf(`s${index}-${nth + 1}`, clause))
      : [],
  )
  return { steps: worthDoing(steps), added: worthDoing(added, false) }
}

/** Without greetings, thanks and what was only said not to do, unless nothing else was said. */
function worthDoing(steps: readonly Step[], keepOne = true): readonly Step[] {
  const asked = steps.filter(({ command }) => command.do !== 'nothing' && command.do !== 'greet')
  return asked.length > 0 ? asked : keepOne ? steps.slice(0, 1) : []
}

const NOTES = /\n\n\[(.*)\]$/s

/** The words of a step for its own thread; what only their moment or place could tell is written beside them. */
export function instructionOf({ clause }: Step, inIntent: boolean): string {
  const notes = inIntent
    ? []
    : clause.entities.filter(({ type, how }) => type === 'date' || how === 'reference')
  if (notes.length === 0) return clause.text
  return `${clause.text}\n\n[${notes.map(({ type, text, value }) => `${type} "${text}" = ${value}`).join('; ')}]`
}

function fromInstruction(instruction: string): Step['clause'] {
  const notes = NOTES.exec(instruction)
  const entities = [...(notes?.[1] ?? '').matchAll(/([\w-]+) "([^"]*)" = ([^;]+)/g)].map(
    ([, type, text, value]): Entity => ({
      type: type as Entity['type'],
      text: text ?? '',
      value: (value ?? '').trim(),
      start: -1,
      end: -1,
      how: 'reference',
    }),
  )
  return { text: instruction.replace(NOTES, ''), acts: [], entities }
}

/** A step as a line of the plan. */
export function titleOf({ clause }: Pick<Step, 'clause'>): string {
  const text = clause.text
    .replace(
      /^(?:(?:hey|hi|hello)\b[\s,!]*(?:adjutant\b[\s,!]*)?)?(?:(?:could|can|would|will) you )?(?:please |kindly |also |now |first |next |finally )*/i,
      '',
    )
    .replace(/\s+/g, ' ')
    .replace(/[\s,;.!?]+$/, '')
  const short = text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text
  return `${short.charAt(0).toUpperCase()}${short.slice(1)}`
}
