import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentUnderTest } from '../testing/agent-under-test.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { createScriptedTranscriber } from '../testing/scripted-transcriber.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { pcmOf } from './pcm.ts'
import { createRecordings } from './recordings.ts'

const SPOKEN = pcmOf(new Float32Array(16_000).fill(0.25))

async function speaking(voice: object) {
  const lines = Array.from({ length: 5 }, () => 'Call Maria.')
  const { agent, data } = await agentUnderTest({
    transcriber: createScriptedTranscriber(lines),
    config: { voice },
  })
  const { call } = agent.operator
  const speak = async (end: 'voice.finish' | 'voice.cancel' = 'voice.finish') => {
    const { id } = await call('voice.begin', {})
    await call('voice.push', { id, pcm: SPOKEN })
    await call('voice.push', { id, pcm: SPOKEN })
    await call(end, { id })
  }
  return { call, speak, folder: join(data, 'recordings') }
}

describe('what was spoken', () => {
  it('is not kept unless the operator asks for it', async () => {
    const { call, speak, folder } = await speaking({})
    await speak()
    expect(await call('voice.recordings', {})).toEqual({ count: 0, bytes: 0, folder })
    expect(existsSync(folder)).toBe(false)
  })

  it('is kept as a WAV that only the operator can read, and deleted on demand', async () => {
    const { call, speak, folder } = await speaking({ keepRecordings: true })
    await speak()
    expect(await call('voice.recordings', {})).toEqual({ count: 1, bytes: 64_044, folder })
    const [name = ''] = readdirSync(folder)
    expect(name).toMatch(/^\d{4}-\d\d-\d\dT.*\.wav$/)
    const wav = readFileSync(join(folder, name))
    expect(wav.readUInt32LE(40)).toBe(64_000)
    expect(wav.readInt16LE(44)).toBe(8_192)
    expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
    expect(statSync(folder).mode & 0o077).toBe(0)
    expect(await call('voice.deleteRecordings', {})).toMatchObject({ count: 0 })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not kept where it was thrown away, or once the setting is off again', async () => {
    const { call, speak, folder } = await speaking({ keepRecordings: true })
    await speak('voice.cancel')
    expect(await call('voice.recordings', {})).toMatchObject({ count: 0 })
    expect(readdirSync(folder)).toEqual([])
    await call('settings.change', { voice: { keepRecordings: false } })
    await speak()
    expect(await call('voice.recordings', {})).toMatchObject({ count: 0 })
  })
})

describe('recordings that are kept', () => {
  const now = Date.parse('2026-03-02T09:00:00Z')
  const keep = async (folder: string, most: number, report = (_what: string, _error: unknown) => {}) => {
    const recordings = createRecordings({ folder, clock: createManualClock(now), report, most })
    const recording = recordings.begin('voice_1')
    recording.push(Buffer.alloc(1_000))
    recording.finish()
    await recordings.settled()
  }

  it('go when they are a month old, are too many, or were never finished', async () => {
    const folder = temporaryFolder()
    const at = (name: string, daysAgo: number) => {
      writeFileSync(join(folder, name), Buffer.alloc(1_000))
      const time = (now - daysAgo * 86_400_000) / 1_000
      utimesSync(join(folder, name), time, time)
    }
    at('2026-01-01T00-00-00.000Z-a.wav', 60)
    at('2026-02-20T00-00-00.000Z-b.wav', 10)
    at('2026-02-21T00-00-00.000Z-c.wav', 9)
    at('2026-02-22T00-00-00.000Z-d.wav.part', 8)
    await keep(folder, 2_500)
    expect(readdirSync(folder).map((name) => name.slice(25))).toEqual(['c.wav', 'voice_1.wav'])
  })

  it('that cannot be written are reported, and cost no words', async () => {
    const file = join(temporaryFolder(), 'a file')
    writeFileSync(file, '')
    const reported: string[] = []
    await keep(join(file, 'below'), 1_000, (what) => reported.push(what))
    expect(reported).toContain('a recording could not be kept')
  })
})
