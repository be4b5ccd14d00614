import { RequestError } from '../../vocabulary/errors.ts'
import type { Place } from './place.ts'
import { readRegions } from './read-regions.ts'
import { readRecurrence } from './recurrence.ts'
import { blank } from './regions.ts'

/** A time that comes again, as a croner pattern and in words; or one time, ISO 8601 with offset. */
export type When =
  | { readonly kind: 'again'; readonly cron: string; readonly words: string }
  | { readonly kind: 'once'; readonly at: string }

const FIX = 'Say it like "every weekday at 9", "every Monday and Thursday at 18:30" or "tomorrow at 9".'
const JOINING = /\b(?:at|on|by|the)\b|[\s,.;!]+/gi

/** Reads words that say when, and nothing else. Throws RequestError 'no-time' where any of them is not understood. */
export function readWhen(text: string, place: Place): When {
  const regions = readRegions(text, place)
  const times = regions.filter(({ kind }) => kind === 'recurrence' || kind === 'date')
  const left = blank(text, times).replace(JOINING, ' ').trim()
  const [time] = times
  if (!time) throw noTime(`"${text.trim()}" says no time that Adjutant understands.`)
  if (times.length > 1)
    throw noTime(`"${text.trim()}" says more than one time.`, 'Make one for each of the times.')
  if (left !== '') throw noTime(`"${left}" is no part of a time that Adjutant understands.`)
  if (time.kind === 'date') return { kind: 'once', at: time.value }
  const recurrence = readRecurrence(time.text)
  if (!recurrence) throw noTime(`"${time.text}" says no time that Adjutant understands.`)
  if (recurrence.kind === 'impossible') throw noTime(recurrence.reason)
  return { kind: 'again', cron: recurrence.cron, words: recurrence.words }
}

const noTime = (message: string, fix = FIX): RequestError => new RequestError('no-time', message, { fix })
