/** A day of the calendar, whatever the time zone. */
export interface Day {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Made once a zone: making one costs more than using it a hundred times. */
function formatOf(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = formats.get(timeZone ?? '')
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...(timeZone ? { timeZone } : {}),
  })
  formats.set(timeZone ?? '', made)
  return made
}

/** What clock and calendar show at a time, as if they were UTC's, in ms. */
function shownAt(at: number, timeZone: string | undefined): number {
  const [day = 1, month = 1, year = 1970, hour = 0, minute = 0, second = 0] =
    formatOf(timeZone).format(at).match(/\d+/g)?.map(Number) ?? []
  return new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000
}

export function dayOf(at: Date | number, timeZone?: string): Day {
  const shown = new Date(shownAt(Number(at), timeZone))
  return { year: shown.getUTCFullYear(), month: shown.getUTCMonth() + 1, day: shown.getUTCDate() }
}

/** When a day of the calendar begins in a time zone. Days and months beyond their bounds run over. */
export function startOfDay({ year, month, day }: Day, timeZone?: string): Date {
  const wanted = new Date(0).setUTCFullYear(year, month - 1, day)
  // an hour that is left out or doubled that day moves the offset: the second look is right
  const first = wanted - (shownAt(wanted, timeZone) - wanted)
  return new Date(first - (shownAt(first, timeZone) - wanted))
}

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = ({ year, month, day }: Day): number =>
  new Date(new Date(0).setUTCFullYear(year, month - 1, day)).getUTCDay() || 7

/** '2026-03-18', as a date field writes it; undefined where that is no day. */
export function readDay(text: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (!year || !month || !day) return undefined
  const read = { year: Number(year), month: Number(month), day: Number(day) }
  const back = new Date(Date.UTC(read.year, read.month - 1, read.day))
  return back.getUTCMonth() + 1 === read.month && read.year > 99 ? read : undefined
}
