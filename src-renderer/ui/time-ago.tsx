import { useEffect, useState } from 'react'
import { fullTime, timeWords } from './time-words.ts'
import { useTimeZone } from './use-time-zone.ts'

/** A time in words that stay true; the full time is its title. */
export function TimeAgo({ at, className }: { at: string; className?: string }) {
  const timeZone = useTimeZone()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  const date = new Date(at)
  return (
    <time dateTime={at} title={fullTime(date, timeZone)} className={className}>
      {timeWords(date, now, timeZone)}
    </time>
  )
}
