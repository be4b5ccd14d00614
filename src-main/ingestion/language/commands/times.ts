import { type ClauseWords, plain, regionOf, verbatim } from '../clause-words.ts'
import type { Command } from '../command.ts'
import { readRecurrence } from '../recurrence.ts'
import { regionsIn } from '../regions.ts'
import type { MatchedVerb } from '../verbs.ts'
import { readItem } from './subjects.ts'

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/^[\s,;:.]+|[\s,;:]+$/g, '')
    .trim()

/** Index of the date mark that says when: right after the verb, else at the end, else the first. */
function whenMark(text: string): string | undefined {
  const lead = /^(?:me |us )?(?:(?:again|later|on|at|by|for)\s+)*(⟦D\d+⟧)/i.exec(text)?.[1]
  const tail = /(⟦D\d+⟧)[\s.!]*$/.exec(text)?.[1]
  return lead ?? tail ?? /⟦D\d+⟧/.exec(text)?.[0]
}

/** "remind me tomorrow at 9 to read the first article"; `before` is a date that stood ahead of the verb. */
export function readRemind(words: ClauseWords, { rest, word }: MatchedVerb, before?: string): Command {
  const mark = before ?? whenMark(rest)
  const second =
    mark === undefined ? undefined : new RegExp(`${mark}[\\s,]*(?:on|at|by)?\\s*(⟦D\\d+⟧)`).exec(rest)?.[1]
  const at = mark === undefined ? undefined : regionOf(words, mark)?.value
  const phrase =
    mark === undefined ? rest : rest.replace(new RegExp(`(?:\\b(?:on|at|by|for)(?: the)? )?${mark}`), ' ')
  const what = tidy(second ? phrase.replace(second, ' ') : phrase)
    .replace(/^(?:me|us)\b[\s,]*/i, '')
    .replace(/^(?:for|on|at|by)\s+(?=to\b|about\b|that\b|$)/i, '')
    .replace(/^(?:to|about|that|of|for|saying|with the text|:)\s+(?=\S)/i, '')
    .replace(/\s+(?:on|at|by|for)$/i, '')
  const item = readItem(what)
  const text = tidy(verbatim(words, what)).replace(/[.?!]+$/, '')
  return {
    do: 'remind',
    text: text === '' ? (/^wake/.test(word) ? 'wake up' : 'Reminder') : text,
    instead: /^\s*instead\b/i.test(words.text),
    ...(at === undefined ? {} : { at }),
    ...(item ? { item } : {}),
  }
}

/** "every weekday at 8 open …": the words without the recurrence are the goal to pursue each time. */
export function readSchedule(words: ClauseWords, text: string, mark: string): Command | undefined {
  const recurrence = readRecurrence(regionOf(words, mark)?.text ?? '')
  if (!recurrence) return undefined
  let goal = tidy(text.replace(mark, ' '))
  const wrapped =
    /^(?:set up |create |make |add )?(?:an? )?(?:new )?(?:schedule|automation|job|routine|recurring (?:task|goal|reminder))(?: (?:to|that|for|which))?\s*:?\s*(.+)$/i.exec(
      goal,
    ) ?? /^schedule(?: (?:it|this|that|you))?(?: to)?\s+(.+)$/i.exec(goal)
  if (wrapped?.[1]) goal = wrapped[1]
  const reminder =
    /^(?:please )?(?:remind|ping|alert) (?:me|us)[\s,]*(?:(to|that|about|of)\s+)?(.*)$/i.exec(goal) ??
    /^(?:set|create|add) (?:an? )?(?:daily |weekly |recurring )?(?:reminder|alarm)[\s,]*(?:(to|that|about|of|for)\s+)?(.*)$/i.exec(
      goal,
    )
  if (reminder) {
    const what = plain(words, reminder[2] ?? '')
    const lead = reminder[1]?.toLowerCase() === 'to' ? 'it is time to ' : ''
    goal = `tell me: ${lead}${what}`
    return { do: 'schedule', text: goal, recurrence }
  }
  const said = tidy(verbatim(words, goal)).replace(/\.$/, '')
  return said === '' ? undefined : { do: 'schedule', text: said, recurrence }
}

const REMINDERS = /\b(?:reminders?|alarms?|alerts?)\b/i
const SCHEDULES = /\b(?:schedules?|automations?|routines?|recurring (?:tasks?|goals?|jobs?))\b/i
const RUNS = /\b(?:runs?|goals?|tasks?|jobs?|what you(?:'re| are) (?:doing|working on|running))\b/i

/** "show my reminders", "list all schedules", "what runs are there". */
export function readShow(text: string): Command | undefined {
  if (/⟦[UPNQ]\d+⟧/.test(text)) return undefined
  const reminders = REMINDERS.test(text)
  const schedules = SCHEDULES.test(text)
  if (reminders || schedules)
    return { do: 'show', what: reminders && schedules ? 'both' : reminders ? 'reminders' : 'schedules' }
  return RUNS.test(text) ? { do: 'show', what: 'runs' } : undefined
}

/** "cancel the reminder about the dentist", "delete all schedules", "stop the run", "cancel that". */
export function readCancel(words: ClauseWords, text: string): Command | undefined {
  const item = readItem(text)
  if (
    item &&
    /\b(?:one|reminder|schedule|run)\b|^(?:the )?\w+$/i.test(text) &&
    !/\b(?:about|to|for|that)\b/i.test(text)
  )
    return { do: 'cancel', what: RUNS.test(text) ? 'run' : 'either', query: '', all: false, nth: item.nth }
  const reminders = REMINDERS.test(text)
  const schedules = SCHEDULES.test(text)
  const runs = RUNS.test(text)
  const bare = /^(?:it|that|this|the last one|everything|all)?$/i.test(text.trim())
  if (
    !reminders &&
    !schedules &&
    !runs &&
    !bare &&
    !/⟦R\d+⟧/.test(text) &&
    !/\b(?:running|checking|doing|opening|reading|saving)\b/i.test(text)
  )
    return undefined
  const all = /\b(?:all|every|everything)\b/i.test(text) && !/⟦R\d+⟧/.test(text)
  const query = tidy(
    plain(words, text)
      .replace(new RegExp(`${REMINDERS.source}|${SCHEDULES.source}|${RUNS.source}`, 'gi'), ' ')
      .replace(
        /\b(?:the|my|all|that|this|it|about|to|for|of|on|at|one|named|called|with|which|says|saying|of them|last)\b/gi,
        ' ',
      ),
  )
  const times = regionsIn(text, words.masked).flatMap(({ kind, value }) =>
    kind === 'date' ? value.slice(11, 16) : [],
  )
  const what =
    runs && !reminders && !schedules
      ? 'run'
      : reminders && !schedules
        ? 'reminder'
        : schedules && !reminders
          ? 'schedule'
          : 'either'
  return { do: 'cancel', what, query: [query, ...times].filter((part) => part !== '').join(' '), all }
}
