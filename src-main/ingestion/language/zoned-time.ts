/** What a clock on the wall shows; `month` 1 to 12. */
export interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}

/** What the wall clock of `timeZone` shows at an instant. */
export function wallTimeAt(instant: Date, timeZone: string): WallTime {
  const parts: Record<string, string> = {}
  for (const part of formatFor(timeZone).formatToParts(instant)) parts[part.type] = part.value
  const field = (name: string) => Number(parts[name])
  return {
    year: parts.era === 'BC' ? 1 - field('year') : field('year'),
    month: field('month'),
    day: field('day'),
    hour: field('hour'),
    minute: field('minute'),
    second: field('second'),
  }
}

/** The wall time as if it were UTC, in ms: arithmetic on it is calendar arithmetic without a zone. */
export const wallMs = (wall: WallTime): number =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second)

export function wallFromMs(ms: number): WallTime {
  const date = new Date(ms)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}

/** Offset of the zone from UTC at an instant, in ms, positive east. */
export const offsetMs = (instant: Date, timeZone: string): number =>
  wallMs(wallTimeAt(instant, timeZone)) - Math.floor(instant.getTime() / 1000) * 1000

/**
 * The instant at which the wall clock shows `wall`. A time that the clock skips (the start of summer time) moves
 * forward by the gap; one that it shows twice is the earlier.
 */
export function instantOf(wall: WallTime, timeZone: string): Date {
  const asUtc = wallMs(wall)
  const before = offsetMs(new Date(asUtc - 86_400_000), timeZone)
  const after = offsetMs(new Date(asUtc + 86_400_000), timeZone)
  const candidates = [asUtc - before, asUtc - after].filter(
    (ms) => wallMs(wallTimeAt(new Date(ms), timeZone)) === asUtc,
  )
  // In a gap no instant shows the time: the offset of before it lands as far behind the gap as was asked into it
  return new Date(candidates.length > 0 ? Math.min(...candidates) : asUtc - before)
}

const two = (value: number) => String(value).padStart(2, '0')

/** ISO 8601 to the second with the zone's offset, e.g. `2026-05-03T14:30:00+02:00`; `+00:00` for UTC. */
export function isoInZone(instant: Date, timeZone: string): string {
  const wall = wallTimeAt(instant, timeZone)
  const minutes = Math.round(offsetMs(instant, timeZone) / 60_000)
  const size = Math.abs(minutes)
  const sign = minutes < 0 ? '-' : '+'
  const date = `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}`
  const time = `${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}`
  return `${date}T${time}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
