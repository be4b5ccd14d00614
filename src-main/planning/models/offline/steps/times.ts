import { type Command, extractEntities } from '../../../../ingestion/language/language.ts'
import type { JsonObject } from '../../../../vocabulary/json.ts'
import type { Scene } from '../scene.ts'
import { pickItem } from './look.ts'
import { short } from './save.ts'
import { asList, asObject, asText, call, cannot, type Steps } from './step.ts'

type Of<K extends Command['do']> = Extract<Command, { do: K }>

/** What to remind of, with the article that "the first article" is now. */
function* reminderText(scene: Scene, { text, item }: Of<'remind'>): Steps<string> {
  if (item) {
    const picked = (yield* pickItem(scene, item)).item
    const address = picked.url ?? picked.path
    return `${text}: "${picked.text}"${address === undefined ? '' : ` (${address})`}`
  }
  const [latest] = scene.found
  const place = latest?.url ?? latest?.path
  return latest &&
    place !== undefined &&
    /\b(?:read|look at|check|open|see|finish|go through) (?:it|them|these|those|that)\b/i.test(text)
    ? `${text}: ${latest.title} (${place})`
    : text
}

export function* performRemind(scene: Scene, command: Of<'remind'>): Steps<string> {
  const text = yield* reminderText(scene, command)
  const at = command.at ?? (yield* whenToRemind(scene, text))
  const data = yield* call('reminders.create', { text, at }, 'I could not set the reminder')
  const old = command.instead ? lastCreated(scene, 'reminders.create') : undefined
  if (old) yield* call('reminders.cancel', { id: asText(old.id) }, 'I could not cancel the earlier reminder')
  const told = `I will remind you ${scene.date(asText(data.at) || at)}: ${text}.`
  return old ? `${told} The earlier reminder is cancelled.` : told
}

function* whenToRemind(scene: Scene, text: string): Steps<string> {
  if (!scene.has('operator.ask'))
    throw cannot(
      `When should I remind you of "${short(text)}"?`,
      'Say when, such as "tomorrow at 9" or "in 20 minutes".',
    )
  const data = yield* call(
    'operator.ask',
    { question: `When should I remind you: ${text}?` },
    'I do not know when to remind you',
  )
  const date = extractEntities(asText(data.answer), scene.request).find(({ type }) => type === 'date')
  if (!date)
    throw cannot(
      `"${asText(data.answer)}" is no time that I understand.`,
      'Say when, such as "tomorrow at 9" or "in 20 minutes".',
    )
  return date.value
}

/** The row that a tool created last in an earlier turn. */
function lastCreated(scene: Scene, tool: string): JsonObject | undefined {
  const result = scene.request.history
    .flatMap(({ results }) => results)
    .findLast((each) => each.tool === tool && each.ok)
  return result ? asObject(result.data) : undefined
}

export function* performSchedule(_scene: Scene, { text, recurrence }: Of<'schedule'>): Steps<string> {
  if (recurrence.kind === 'impossible') throw cannot(`I cannot repeat it so. ${recurrence.reason}`)
  const { cron, words } = recurrence
  yield* call('schedules.create', { text, cron, words }, 'I could not set up the schedule')
  return `Scheduled ${words}: ${text}.`
}

const itemLine = (scene: Scene, { text, words, nextAt, at }: JsonObject): string => {
  const time = asText(nextAt) || asText(at)
  return `- ${asText(words) || (time ? scene.date(time) : '')}: ${asText(text)}`
}

export function* performShow(scene: Scene, { what }: Of<'show'>): Steps<string> {
  if (what === 'runs') return yield* showRuns(scene)
  const data = yield* call('reminders.list', {}, 'I could not list the reminders')
  const items = asList(data.items)
  const parts = (['reminder', 'schedule'] as const)
    .filter((kind) => what === 'both' || what === `${kind}s`)
    .map((kind) => {
      const ofKind = items.filter((item) => item.kind === kind)
      return ofKind.length === 0
        ? `You have no ${kind}s.`
        : `${ofKind.length} ${kind}${ofKind.length === 1 ? '' : 's'}:\n\n${ofKind.map((item) => itemLine(scene, item)).join('\n')}`
    })
  return parts.join('\n\n')
}

function* showRuns(scene: Scene): Steps<string> {
  const data = yield* call('runs.list', {}, 'I could not list the runs')
  const others = asList(data.items).filter(({ id }) => id !== scene.request.call.runId)
  if (others.length === 0) return 'There are no other runs.'
  return `${others.length} ${others.length === 1 ? 'run' : 'runs'}, latest first:\n\n${others
    .slice(0, 15)
    .map(({ goal, status }) => `- **${asText(status)}**: ${short(asText(goal))}`)
    .join('\n')}`
}

const words = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\d:]{2,}/gu) ?? []).map((word) => word.replace(/(?:ing|es|s)$/, ''))

/** Items whose words hold those of the query; all where it has none. */
function matching(items: readonly JsonObject[], query: string): JsonObject[] {
  const asked = words(query)
  if (asked.length === 0) return [...items]
  const scored = items.map((item) => {
    const has = new Set(
      words(
        `${asText(item.text)} ${asText(item.words)} ${asText(item.goal)} ${asText(item.nextAt).slice(11, 16)}`,
      ),
    )
    return { item, score: asked.filter((word) => has.has(word)).length }
  })
  const best = Math.max(0, ...scored.map(({ score }) => score))
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ item }) => item)
}

export function* performCancel(scene: Scene, { what, query, all, nth }: Of<'cancel'>): Steps<string> {
  const runs = what === 'run'
  const data = yield* call(
    runs ? 'runs.list' : 'reminders.list',
    {},
    'I could not see what there is to cancel',
  )
  const active = ['queued', 'running', 'waiting']
  const items = asList(data.items).filter((item) =>
    runs
      ? item.id !== scene.request.call.runId && active.includes(asText(item.status))
      : what === 'either' || item.kind === what,
  )
  const noun = what === 'either' ? 'reminder or schedule' : runs ? 'run that is going on' : what
  const last =
    query === '' && !all && nth === undefined
      ? (lastCreated(scene, 'reminders.create') ?? lastCreated(scene, 'schedules.create'))
      : undefined
  const picked = nth === undefined ? [] : items.slice(nth < 0 ? nth : nth - 1).slice(0, 1)
  const named = last && !runs ? items.filter(({ id }) => id === last.id) : matching(items, query)
  const meant = nth === undefined ? named : picked
  if (meant.length === 0)
    throw cannot(`There is no ${noun}${query === '' ? '' : ` about "${query}"`} to cancel.`)
  const chosen = all || meant.length === 1 ? meant : yield* whichToCancel(scene, meant)
  for (const item of chosen)
    yield* call(
      runs ? 'runs.cancel' : 'reminders.cancel',
      { id: asText(item.id) },
      `I could not cancel "${short(asText(item.text) || asText(item.goal))}"`,
    )
  if (chosen.length === 0) return 'Nothing was cancelled.'
  const names = chosen.map((item) => (runs ? `- ${short(asText(item.goal))}` : itemLine(scene, item)))
  return chosen.length === 1
    ? `Cancelled the ${runs ? 'run' : asText(chosen[0]?.kind)}: ${names[0]?.slice(2)}.`
    : `Cancelled ${chosen.length}:\n\n${names.join('\n')}`
}

function* whichToCancel(scene: Scene, items: readonly JsonObject[]): Steps<readonly JsonObject[]> {
  const texts = items
    .slice(0, 8)
    .map((item) =>
      short(
        `${asText(item.words) ? `${asText(item.words)}: ` : ''}${asText(item.text) || asText(item.goal)}`,
      ),
    )
  if (!scene.has('operator.ask'))
    throw cannot(
      `Several could be meant: ${texts.join('; ')}.`,
      'Say more of the words of the one to cancel.',
    )
  const data = yield* call(
    'operator.ask',
    { question: 'Which should I cancel?', choices: texts },
    'I do not know which to cancel',
  )
  const answer = asText(data.answer).trim()
  const index = texts.indexOf(answer)
  if (index >= 0) return [items[index] as JsonObject]
  if (/^(?:all|both)\b/i.test(answer)) return items
  const close = matching(items, answer)
  return close.length === 1 ? close : []
}
