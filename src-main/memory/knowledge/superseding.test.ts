import { describe, expect, it } from 'vitest'
import { memoryUnderTest } from '../../testing/memory-under-test.ts'
import { joinLabels, type Labels, OPERATOR_LABELS, WEB_LABELS } from '../../vocabulary/labels.ts'
import { readFacts } from './read-fact.ts'

const PAGE_LABELS = joinLabels(OPERATOR_LABELS, WEB_LABELS)

/** Memory in which what is said becomes facts, each an hour after the one before. */
const listener = async () => {
  const { memory, remember, clock } = await memoryUnderTest()
  const hear = async (text: string, labels: Labels = OPERATOR_LABELS): Promise<string> => {
    clock.advance(3_600_000)
    const [fact] = readFacts(text)
    return (await remember(text, { ...fact, labels })).id
  }
  const detail = async (id: string) => (await memory.detail('operator', id)) ?? expect.fail(`no row ${id}`)
  return { hear, detail }
}

describe('what holds when the operator says something new', () => {
  it.each([
    ['Maria lives in Lyon', 'Maria has moved to Bonn'],
    ["Maria's phone is +49 170 1234567", 'The phone number of Maria is now +49 170 7654321'],
    ['Our printer supplier is Acme Ltd', 'Kowalski GmbH is now our supplier for printers'],
    ['the office wifi password is hunter22', 'the wifi password of the office changed to swordfish'],
    ['We work with Acme Ltd', 'we no longer work with Acme Ltd'],
    ['I prefer tea', 'I prefer coffee now'],
  ])('"%s" holds no longer after "%s"', async (before, after) => {
    const { hear, detail } = await listener()
    const older = await hear(before)
    const newer = await hear(after)
    expect((await detail(older)).supersededBy?.id).toBe(newer)
    expect((await detail(newer)).supersedes.map(({ id }) => id)).toEqual([older])
    expect((await detail(newer)).row.validTo).toBeUndefined()
  })

  it('what is about something else goes on holding', async () => {
    const { hear, detail } = await listener()
    const sister = await hear('my sister lives in Lyon')
    await hear('Maria has moved to Bonn')
    await hear('My sister works at Airbus')
    expect((await detail(sister)).row.validTo).toBeUndefined()
  })

  it('what a page says of it stands beside it as a contradiction, even where it claims a change', async () => {
    const { hear, detail } = await listener()
    const own = await hear("Maria's phone is +49 170 1234567")
    const page = await hear("Maria's phone is now +49 666 0000000", PAGE_LABELS)
    expect((await detail(own)).row.validTo).toBeUndefined()
    expect((await detail(own)).contradicts.map(({ id }) => id)).toEqual([page])
  })
})
