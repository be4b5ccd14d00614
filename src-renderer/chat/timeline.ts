import type { EffectView, MessageView, RunView } from '../../src-preload/contract.ts'
import { goesOn } from '../store/select.ts'

/** What stands in a conversation, from top to bottom. */
export type TimelineItem =
  | { readonly kind: 'message'; readonly key: string; readonly at: string; readonly message: MessageView }
  /** What a run did between one message of the operator and the next. */
  | {
      readonly kind: 'activity'
      readonly key: string
      readonly at: string
      readonly run: RunView
      readonly effects: readonly EffectView[]
      readonly first: boolean
      readonly last: boolean
    }
  | { readonly kind: 'outcome'; readonly key: string; readonly at: string; readonly run: RunView }

/**
 * Messages and runs of one conversation as one column: each message of the operator, below it what its run did until the
 * next one, and at the run's end its outcome. A message of the agent that tells a known run's outcome is not said twice.
 */
export function timelineOf(
  messages: readonly MessageView[],
  runs: readonly RunView[],
): readonly TimelineItem[] {
  const byId = new Map(runs.map((run) => [run.id, run]))
  const alone = messages.filter(({ role, runId }) => role === 'notice' || !runId || !byId.has(runId))
  const items: TimelineItem[] = [
    ...alone.map((message) => item(message)),
    ...runs.flatMap((run) =>
      itemsOf(
        run,
        messages.filter(({ role, runId }) => role !== 'notice' && runId === run.id),
      ),
    ),
  ]
  return items
    .map((entry, index) => ({ entry, index, time: Date.parse(entry.at) }))
    .sort((a, b) => a.time - b.time || a.index - b.index)
    .map(({ entry }) => entry)
}

const item = (message: MessageView): TimelineItem => ({
  kind: 'message',
  key: message.id,
  at: message.at,
  message,
})

function itemsOf(run: RunView, messages: readonly MessageView[]): TimelineItem[] {
  const said = messages.filter(({ role }) => role === 'operator')
  // the run may be known before its first message is
  const asked: readonly MessageView[] =
    said.length > 0
      ? said
      : [{ id: `${run.id}:goal`, role: 'operator', text: run.goal, at: run.createdAt, runId: run.id }]
  const planned = new Set(run.plan.map(({ id }) => id))
  const loose = run.effects.filter(({ taskId }) => !planned.has(taskId))
  const items = asked.flatMap((message, index): TimelineItem[] => {
    const from = index === 0 ? Number.NEGATIVE_INFINITY : Date.parse(message.at)
    const next = asked[index + 1]
    const until = next ? Date.parse(next.at) : Number.POSITIVE_INFINITY
    const effects = loose.filter(({ requestedAt }) => {
      const at = Date.parse(requestedAt)
      return at >= from && at < until
    })
    const activity: TimelineItem = {
      kind: 'activity',
      key: `${run.id}:${index}`,
      at: message.at,
      run,
      effects,
      first: index === 0,
      last: !next,
    }
    return [item(message), activity]
  })
  if (goesOn(run)) return items
  const told = messages.findLast(({ role }) => role === 'agent')
  return [...items, { kind: 'outcome', key: `${run.id}:outcome`, at: told?.at ?? run.updatedAt, run }]
}
