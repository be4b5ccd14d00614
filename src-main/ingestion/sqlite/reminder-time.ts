import { ToolError } from '../../vocabulary/errors.ts'
import { offsetMs } from '../language/zoned-time.ts'

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

/**
 * Milliseconds of an ISO 8601 time with offset. Throws ToolError 'bad-time' where it is none, its day does not exist
 * (30 February), or its hour is the one that `timeZone` leaves out when its clocks go forward.
 */
export function parseInstant(text: string, timeZone: string): number {
  const [, year, month, day, hour, minute, second = '00', offset] = INSTANT.exec(text) ?? []
  if (offset === undefined) throw badTime(text, 'it is not a time with an offset')
  const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const sameDay = Number.isFinite(wall) && new Date(wall).getUTCDate() === Number(day)
  if (!sameDay || Number(hour) > 23) throw badTime(text, 'that day or hour does not exist')
  const instant = wall - writtenOffsetMs(offset)
  // the offsets around a change of the clocks: is there any instant at which they show this time?
  const offsets = [instant - 10_800_000, instant + 10_800_000].map((near) =>
    offsetMs(new Date(near), timeZone),
  )
  const isLocal = offsets.includes(writtenOffsetMs(offset))
  const isShown = offsets.some((each) => offsetMs(new Date(wall - each), timeZone) === each)
  if (isLocal && !isShown) throw badTime(text, `the clocks in ${timeZone} skip that hour`)
  return instant
}

function writtenOffsetMs(offset: string): number {
  if (offset === 'Z') return 0
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

/** 'Tuesday, 5 May 2026 at 09:00'. */
export const inWords = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'short' })
    .format(instant)
    .replace(/^(\w+),? /, '$1, ')

const badTime = (text: string, why: string): ToolError =>
  new ToolError('bad-time', `"${text}" is no time to be reminded at: ${why}`, {
    fix: 'Give a date and time that exist, such as 2026-05-04T09:00:00+02:00.',
  })
