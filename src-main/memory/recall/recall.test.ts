import { describe, expect, it } from 'vitest'
import { memoryUnderTest } from '../../testing/memory-under-test.ts'
import { KNOWN_AT, type NewMemory } from '../memory.ts'

type Remember = Awaited<ReturnType<typeof memoryUnderTest>>['remember']

/** Says these in turn, in one conversation. */
async function talk(remember: Remember, thread: string, turns: readonly (readonly [string, string])[]) {
  for (const [index, [speaker, text]] of turns.entries()) {
    const turn: Partial<NewMemory> = { kind: 'episode', thread, position: index + 1, speaker }
    await remember(text, turn)
  }
}

describe('a turn of a conversation', () => {
  it('is found by what was asked just before it, and says so', async () => {
    const { memory, remember } = await memoryUnderTest()
    await talk(remember, 'call', [
      ['Anna', 'Did the ferry to Gotland have a cabin left?'],
      ['Paul', 'No, all gone, we sleep in the seats.'],
      ['Anna', 'My sister bakes bread every Sunday.'],
      ['Paul', 'Mine would burn the kitchen down.'],
    ])
    const hits = await memory.recall('operator', 'the ferry cabin to Gotland')
    expect(hits.slice(0, 2).map(({ text }) => text)).toContain('No, all gone, we sleep in the seats.')
    expect(hits.find(({ text }) => text.startsWith('No, all gone'))?.why).toContain(
      'aid right after "Did the ferry to Gotland',
    )
  })

  it('is found by who said it', async () => {
    const { memory, remember } = await memoryUnderTest()
    await talk(remember, 'call', [
      ['Anna Berg', 'I am learning the cello since the spring.'],
      ['Paul', 'And I am learning the cello as well, badly.'],
    ])
    const [first] = await memory.recall('operator', 'which instrument is Paul learning, the cello?')
    expect(first).toMatchObject({ speaker: 'Paul', why: expect.stringContaining('Paul said it') })
    const [other] = await memory.recall('operator', 'which instrument is Anna learning, the cello?')
    expect(other).toMatchObject({ speaker: 'Anna Berg' })
  })

  it('is looked for in one conversation alone where that is asked', async () => {
    const { memory, remember } = await memoryUnderTest()
    await talk(remember, 'one', [['Anna', 'The key is under the mat.']])
    await talk(remember, 'two', [['Paul', 'The key is in the blue pot.']])
    const hits = await memory.recall('operator', 'where is the key?', { thread: 'two' })
    expect(hits.map(({ text }) => text)).toEqual(['The key is in the blue pot.'])
  })
})

describe('a question about a time', () => {
  const said = async () => {
    const under = await memoryUnderTest()
    const { remember } = under
    await remember('We agreed on the colour green for the boat.', { at: '2026-02-11T10:00:00Z' })
    await remember('We agreed on the colour white for the boat.', { at: '2026-03-19T10:00:00Z' })
    await remember('We agreed on the colour black for the boat.', { at: '2026-04-29T10:00:00Z' })
    return under
  }

  it.each([
    ['in March', 'white'],
    ['in February', 'green'],
    ['last week', 'black'],
    ['on 19 March 2026', 'white'],
  ])('%s puts first what is of that time', async (when, colour) => {
    const { memory } = await said()
    const [first] = await memory.recall('operator', `which colour did we agree on for the boat ${when}?`)
    expect(first?.text).toContain(colour)
    expect(first?.why).toContain(`from ${when.replace(/^(?:in|on) /, '')}`)
  })

  it('without one puts first what is latest of what says the same', async () => {
    const { recalled } = await said()
    expect((await recalled('which colour did we agree on for the boat?'))[0]).toContain('black')
  })
})

describe('a row is found by what it names', () => {
  it.each([
    [
      'a mail address',
      'who is j.roe@harbour.example?',
      'Invoices go to J.Roe@harbour.example since the merger.',
    ],
    [
      'a telephone number',
      'whose number is +49 30 5550 1844?',
      'The plumber answers at +49 (30) 55501844 only.',
    ],
    [
      'an address of a page',
      'what is https://wiki.example/boats?',
      'Mooring rules: https://wiki.example/boats.',
    ],
    ['a date', 'what is on 3 June?', 'The handover is fixed for June 3rd.'],
    ['words in quotes', 'who said "green before grey"?', 'The old painter used to say: green before grey.'],
  ])('%s, however it is written', async (_, question, text) => {
    const { remember, recalled } = await memoryUnderTest()
    await remember('Who is it that answers mail, says what a number or a page is, and said so before?')
    await remember('Grey before green is how the others did it.')
    await remember(text)
    expect((await recalled(question))[0]).toBe(text)
  })
})

describe('what a question asks by', () => {
  it('is not the words that every row holds', async () => {
    const { remember, recalled, memory } = await memoryUnderTest()
    for (let index = 0; index < 60; index++) await remember(`The order of the day, number ${index}, is done`)
    await remember('The order of the zither was cancelled')
    expect((await recalled('what is with the order of the zither?'))[0]).toContain('zither')
    const [first] = await memory.recall('operator', 'what is with the order of the zither?')
    expect(first?.score).toBeGreaterThanOrEqual(KNOWN_AT)
  })

  it('is known to be unknown where nothing answers it', async () => {
    const { memory, remember } = await memoryUnderTest()
    await remember('Rex is our dog')
    await remember('The boiler loses pressure in winter')
    await memory.searchable()
    const hits = await memory.recall('operator', 'what did the minister announce in parliament?')
    for (const { score } of hits) expect(score).toBeLessThan(KNOWN_AT)
  })

  it('puts what holds now before what held, unless it asks for that', async () => {
    const { remember, recalled } = await memoryUnderTest()
    const about = { about: { subject: 'grete', attribute: 'home' } }
    await remember('Grete lives in Berlin', { ...about, at: '2025-01-01T00:00:00Z' })
    await remember('Grete lives in Kiel', { ...about, changed: true, at: '2026-01-01T00:00:00Z' })
    expect((await recalled('where does Grete live?'))[0]).toBe('Grete lives in Kiel')
    expect(await recalled('where did Grete live before?')).toContain('Grete lives in Berlin')
  })
})
