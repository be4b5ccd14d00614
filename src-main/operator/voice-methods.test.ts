import { describe, expect, it } from 'vitest'
import { keepTranscriber } from '../ingestion/voice/keep-transcriber.ts'
import { agentUnderTest } from '../testing/agent-under-test.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { createScriptedTranscriber } from '../testing/scripted-transcriber.ts'
import { pcmOf, samplesOf } from './pcm.ts'

describe('a recording', () => {
  it('whose face has gone is dropped after five minutes; one that goes on is not', async () => {
    const clock = createManualClock('2026-03-02T09:00:00Z')
    const { agent } = await agentUnderTest({ clock, transcriber: createScriptedTranscriber(['Call Maria.']) })
    const { call } = agent.operator
    const [left, used] = [await call('voice.begin', {}), await call('voice.begin', {})]
    clock.advance(4 * 60_000)
    await call('voice.push', { id: used.id, pcm: '' })
    clock.advance(2 * 60_000)
    await expect(call('voice.finish', { id: left.id })).rejects.toMatchObject({ code: 'no-recording' })
    expect(await call('voice.finish', { id: used.id })).toMatchObject({ text: 'Call Maria.' })
  })
})

it('samples of 16 bit cross as they are, and louder ones are cut off', () => {
  const samples = Float32Array.from([-1, -0.5, 0, 1 / 32_768, 32_767 / 32_768])
  expect(samplesOf(pcmOf(samples))).toEqual(samples)
  expect([...samplesOf(pcmOf(Float32Array.of(-3, 3)))]).toEqual([-1, Math.fround(32_767 / 32_768)])
})

describe('the settings of voice', () => {
  it('are kept; the key goes in and never comes out', async () => {
    const { agent } = await agentUnderTest()
    const { call } = agent.operator
    expect((await call('settings.get', {})).voice).toEqual({
      transcriber: {
        provider: 'bundled',
        model: 'whisper-base',
        baseUrl: 'https://api.openai.com/v1',
        name: 'whisper-1',
        hasKey: false,
      },
      language: 'auto',
      vocabulary: [],
      namesFromMemory: true,
      keepRecordings: false,
      models: '',
      sendAfterMs: 2_000,
      key: 'Ctrl+Space',
      sounds: true,
      speakAnswers: false,
      keepOpen: false,
      globalKey: 'Ctrl+Alt+Space',
    })
    await call('settings.change', { voice: { language: 'de', vocabulary: ['Kowalski'] } })
    const transcriber = { provider: 'openai', baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'sk-secret' } as const
    const changed = await call('settings.change', { voice: { transcriber } })
    expect(changed.voice).toMatchObject({
      transcriber: { provider: 'openai', baseUrl: 'http://127.0.0.1:9/v1', hasKey: true },
      language: 'de',
      vocabulary: ['Kowalski'],
    })
    expect(JSON.stringify(changed)).not.toContain('sk-secret')
    expect(await call('voice.warm', {})).toEqual({ id: 'openai/whisper-1', leavesMachine: true })
    await expect(call('settings.change', { voice: { language: 'klingon' } })).rejects.toMatchObject({
      code: 'bad-request',
    })
  })

  it('that choose another transcriber close the one before', async () => {
    const closed: string[] = []
    let name = 'a'
    const kept = keepTranscriber(
      () => ({ provider: 'openai', baseUrl: 'http://127.0.0.1:9/v1', name, apiKey: '' }),
      async (choice) => ({
        ...createScriptedTranscriber([]),
        id: choice.provider === 'openai' ? choice.name : '',
        close: async () => void closed.push(name),
      }),
    )
    const first = await kept.current()
    expect(await kept.current()).toBe(first)
    name = 'b'
    expect((await kept.current()).id).toBe('b')
    await kept.close()
    expect(closed).toHaveLength(2)
  })
})
