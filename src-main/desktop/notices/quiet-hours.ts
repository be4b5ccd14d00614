const DAY = 24 * 60

/**
 * For how long, in ms, notifications wait at a time of day where `hours` ('22:00-07:00', or 'off') are quiet; 0 outside
 * of them. From and to being the same is the whole day.
 */
export function quietFor(hours: string, now: Date): number {
  const [from, to] = hours.split('-').map(minutesOf)
  if (from === undefined || to === undefined) return 0
  const at = now.getHours() * 60 + now.getMinutes()
  const length = (to - from + DAY) % DAY || DAY
  const since = (at - from + DAY) % DAY
  if (since >= length) return 0
  return (length - since) * 60_000 - now.getSeconds() * 1_000 - now.getMilliseconds()
}

function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}
