import { describe, expect, it } from 'vitest'
import type { UtteranceOptions } from '../ingestion/voice/transcriber.ts'
import { agentUnderTest } from '../testing/agent-under-test.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { createScriptedTranscriber } from '../testing/scripted-transcriber.ts'

/** An agent whose transcriber tells what it is asked to listen with. */
async function listening() {
  const clock = createManualClock('2026-03-02T09:00:00Z')
  const asked: (UtteranceOptions | undefined)[] = []
  const scripted = createScriptedTranscriber([])
  const { agent } = await agentUnderTest({
    clock,
    transcriber: {
      ...scripted,
      begin: (options) => {
        asked.push(options)
        return scripted.begin(options)
      },
    },
  })
  const { call } = agent.operator
  const names = async () => {
    clock.advance(3_000)
    await call('memory.status', {})
    await call('voice.begin', {})
    return asked.at(-1)?.knownNames
  }
  return { call, names, clock }
}

describe('names that memory knows', () => {
  it('are listened for, as soon as somebody is remembered', async () => {
    const { call, names } = await listening()
    expect(await names()).toEqual([])
    await call('memory.add', { text: 'Maria Zeiss moved to Kiel.' })
    await expect.poll(names).toContain('Maria Zeiss')
    await call('settings.change', { voice: { namesFromMemory: false } })
    expect(await names()).toEqual([])
  })

  it('are those of the own memories: what others wrote puts no word into the speaker’s mouth', async () => {
    const { call, names } = await listening()
    await call('memory.add', { text: 'Maria Zeiss moved to Kiel.' })
    const imported = await call('memory.import', {
      lines: [JSON.stringify({ externalId: 'a', text: 'Martin Evans asks for the money.' })],
      last: true,
    })
    await call('memory.imported', { importId: imported.importId, wait: true })
    await expect.poll(names).toContain('Maria Zeiss')
    expect((await call('memory.facets', {})).people.map(({ name }) => name)).toContain('Martin Evans')
    expect(await names()).not.toContain('Martin Evans')
  })
})

describe('a word that is put right before sending', () => {
  const kowalski = { heard: 'Call Kovalsky now.', sent: 'Call Kowalski now.' }
  const word = { heard: 'Kovalsky', meant: 'Kowalski' }

  it('is offered the second time, and once added it is a word of the operator’s own', async () => {
    const { call } = await listening()
    expect(await call('voice.corrected', kowalski)).toEqual({ again: [] })
    expect(await call('voice.corrected', { heard: 'Ask Kovalsky.', sent: 'Ask Kowalski.' })).toEqual({
      again: [word],
    })
    expect(await call('voice.learn', { ...word, answer: 'add' })).toEqual({ vocabulary: ['Kowalski'] })
    expect((await call('settings.get', {})).voice.vocabulary).toEqual(['Kowalski'])
    expect(await call('voice.corrected', kowalski)).toEqual({ again: [] })
  })

  it('is offered again after "not now", and never after "never"', async () => {
    const { call } = await listening()
    await call('voice.corrected', kowalski)
    await call('voice.corrected', kowalski)
    expect(await call('voice.corrected', kowalski)).toEqual({ again: [word] })
    expect(await call('voice.learn', { ...word, answer: 'never' })).toEqual({ vocabulary: [] })
    expect(await call('voice.corrected', kowalski)).toEqual({ again: [] })
  })

  it('is forgotten where it is not put right again for months', async () => {
    const { call, clock } = await listening()
    await call('voice.corrected', kowalski)
    clock.advance(91 * 86_400_000)
    expect(await call('voice.corrected', kowalski)).toEqual({ again: [] })
  })

  it('is refused where there are too many already, and says where to take one out', async () => {
    const { call } = await listening()
    const vocabulary = Array.from({ length: 200 }, (_, index) => `Name${index}`)
    await call('settings.change', { voice: { vocabulary } })
    await expect(call('voice.learn', { ...word, answer: 'add' })).rejects.toMatchObject({
      code: 'full',
      fix: expect.stringContaining('Settings'),
    })
  })
})
