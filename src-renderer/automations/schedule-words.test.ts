import { afterEach, describe, expect, it } from 'vitest'
import { speakLanguage } from '../words.ts'
import { scheduleWords } from './schedule-words.ts'

afterEach(() => speakLanguage('en'))

const schedule = (cron: string) => ({ cron, words: 'in the words of the agent', timeZone: 'Europe/Berlin' })

describe('when a schedule comes, in German', () => {
  it.each([
    ['* * * * *', 'jede Minute'],
    ['*/15 * * * *', 'alle 15 Minuten'],
    ['0 * * * *', 'jede Stunde'],
    ['0 */6 * * *', 'alle 6 Stunden'],
    ['0 9 * * 1-5', 'jeden Werktag um 09:00 Uhr'],
    ['30 8,17 * * *', 'jeden Tag um 08:30 und 17:30 Uhr'],
    ['30 18 * * 1,4', 'jede Woche am Montag und Donnerstag um 18:30 Uhr'],
    ['0 9 * * 1#1', 'jeden Monat am ersten Montag um 09:00 Uhr'],
    ['0 9 * * 5#L', 'jeden Monat am letzten Freitag um 09:00 Uhr'],
    ['0 12 L * *', 'jeden Monat am letzten Tag um 12:00 Uhr'],
    ['0 9 15 * *', 'jeden Monat am 15. um 09:00 Uhr'],
    ['0 9 24 12 *', 'jedes Jahr am 24. Dezember um 09:00 Uhr'],
  ])('%s: %s', (cron, words) => {
    speakLanguage('de')
    expect(scheduleWords(schedule(cron))).toBe(words)
  })

  it('is said of a reminder with its day, in the zone of the reminder', () => {
    speakLanguage('de')
    const at = '2026-05-04T09:00:00+02:00'
    expect(scheduleWords({ at, words: '', timeZone: 'Europe/Berlin' })).toBe('Montag, 4. Mai 2026 um 09:00')
  })
})
