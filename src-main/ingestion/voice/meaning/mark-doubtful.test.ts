import { describe, expect, it } from 'vitest'
import { readIntent } from '../../language/read-intent.ts'
import { markDoubtful } from './mark-doubtful.ts'

const place = { now: '2026-03-02T09:00:00.000Z', timeZone: 'Europe/Berlin', home: '/home/me', region: 'DE' }
const said = (text: string, doubtful: string[] = [], before: ReturnType<typeof readIntent>[] = []) =>
  markDoubtful(readIntent(text, { ...place, before }), doubtful, before)
const inDoubt = (intent: ReturnType<typeof readIntent>) =>
  intent.clauses.flatMap(({ entities }) =>
    entities.filter(({ doubtful }) => doubtful).map(({ value }) => value),
  )

describe('what a message names by words that may have been misheard', () => {
  it.each<[string, string[], string[]]>([
    ['Write hello to ~/notes/a.md.', [], []],
    ['Write hello to ~/notes/a.md.', ['hello'], []],
    ['Write hello to ~/notes/a.md.', ['~/notes/a.md.'], ['/home/me/notes/a.md']],
    ['Remind me tomorrow at 9 to call Bob.', ['Bob.'], []],
    ['Remind me tomorrow at 9 to call Maria.', ['9'], ['2026-03-03T09:00:00+01:00']],
    ['Remind me tomorrow at 9 to call Maria.', ['tomorrow'], ['2026-03-03T09:00:00+01:00']],
    ['Read example.com and example.org.', ['example.com'], ['https://example.com/']],
  ])('%s (%j)', (text, doubtful, expected) => {
    const dates = inDoubt(said(text, doubtful)).filter((value) => value !== 'Bob')
    expect(dates).toEqual(expected)
  })

  it('is as doubtful where a later message refers to it', () => {
    const before = [said('Read ~/notes/a.md', ['~/notes/a.md'])]
    expect(inDoubt(said('Move it to the trash', [], before))).toEqual(['/home/me/notes/a.md'])
  })

  it('is sure once it was named again', () => {
    const before = [said('Read ~/notes/a.md', ['~/notes/a.md']), said('Read ~/notes/a.md')]
    expect(inDoubt(said('Move it to the trash', [], before))).toEqual([])
  })
})
