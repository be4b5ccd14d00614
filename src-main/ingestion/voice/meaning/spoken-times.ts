import { numberOf } from './spoken-numbers.ts'

const HOUR = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])'
const MINUTES =
  '(?:(?:oh|zero) (?:one|two|three|four|five|six|seven|eight|nine)|(?:twenty|thirty|forty|fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|[0-5]\\d)'
/** Words before which a number is an hour. */
const BEFORE = '(?:at|by|from|until|till|before|after|around|about|to|and)'

/** "at nine thirty" is 9:30, "half past nine" too, "quarter to nine" 8:45: so that a time is read as a time. */
export function writeTimes(text: string): string {
  return text
    .replace(
      new RegExp(`\\b(half|(?:a )?quarter|ten|twenty|five|\\d{1,2}) (past|to) (${HOUR})\\b(?!:)`, 'gi'),
      (all, part: string, side: string, hour: string) => beside(part, side, hour) ?? all,
    )
    .replace(
      new RegExp(`\\b(${BEFORE}) (${HOUR}) (${MINUTES})(?= ?(?:[ap]\\.?m\\b|[,.;!?]|$| (?!${UNITS})))`, 'gi'),
      (all, before: string, hour: string, minutes: string) => {
        const time = clock(amountOf(hour), amountOf(minutes))
        // "from two to twenty" and "about 3 20 euro notes" are no times
        return time && !/^(?:about|to|and)$/i.test(before) ? `${before} ${time}` : all
      },
    )
    .replace(
      new RegExp(`\\b(${HOUR}) o['’]?clock\\b`, 'gi'),
      (all, hour: string) => clock(amountOf(hour), 0) ?? all,
    )
}

const UNITS = '(?:percent|dollars?|euros?|pounds?|minutes?|hours?|days?|weeks?|people|items?|files?)\\b'

function beside(part: string, side: string, hour: string): string | undefined {
  const minutes = /half/i.test(part) ? 30 : /quarter/i.test(part) ? 15 : amountOf(part)
  const at = amountOf(hour)
  if (minutes === undefined || at === undefined || minutes > 59) return undefined
  if (side.toLowerCase() === 'past') return clock(at, minutes)
  // "half to nine" is not said, and "five to ten" may be a range
  if (minutes === 30 || (!/quarter/i.test(part) && /^\d/.test(part) && /^\d/.test(hour))) return undefined
  return clock(at === 1 ? 12 : at - 1, 60 - minutes)
}

const amountOf = (words: string): number | undefined =>
  /^\d/.test(words) ? Number(words) : numberOf(words.replace(/^(?:oh|zero)[ -]/i, ''))

const clock = (hour: number | undefined, minutes: number | undefined): string | undefined =>
  hour === undefined || minutes === undefined ? undefined : `${hour}:${String(minutes).padStart(2, '0')}`
