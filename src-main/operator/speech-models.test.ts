import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { SpeechModelView } from '../../src-preload/contract.ts'
import { bundledModels } from '../models/find-model.ts'
import { agentUnderTest } from '../testing/agent-under-test.ts'
import { type ModelHub, startModelHub } from '../testing/model-hub.ts'
import { speechSamples } from '../testing/speech/speech.ts'
import { pcmOf } from './pcm.ts'

const NAME = 'whisper-small'

async function withHub(
  folders?: { data: string; home: string },
  address: (hub: ModelHub) => string = (hub) => hub.address,
) {
  const hub = await startModelHub(join(bundledModels() as string, 'whisper-base'))
  onTestFinished(() => hub.close())
  const opened = await agentUnderTest({
    env: { ADJUTANT_MODEL_HUB: address(hub) },
    ...(folders ? { folders } : {}),
  })
  const { call } = opened.agent.operator
  const model = async (name = NAME) =>
    (await call('voice.models', {})).find((each) => each.name === name) as SpeechModelView
  const state = async () => (await model()).state
  return { ...opened, hub, call, model, state }
}

describe('a model that is not the bundled one', () => {
  it('is downloaded on demand, checked, and understands', async () => {
    const { call, model, state, events, data, hub } = await withHub()
    expect(await model('whisper-base')).toMatchObject({ state: 'bundled', removable: false })
    expect(await model()).toMatchObject({ state: 'absent', label: 'Whisper small', languages: 'many' })
    await call('voice.download', { name: NAME })
    await expect.poll(state, { timeout: 20_000 }).toBe('ready')
    const told = events.flatMap((event) => (event.type === 'voice.model' ? [event.model] : []))
    expect(told[0]).toMatchObject({ name: NAME, state: 'downloading' })
    expect(told.at(-1)).toMatchObject({ name: NAME, state: 'ready', removable: true })
    const done = told.flatMap(({ doneBytes, totalBytes }) => (totalBytes ? [doneBytes ?? 0] : []))
    expect(done).toEqual([...done].sort((a, b) => a - b))
    expect(done.at(-1)).toBeGreaterThan(0)
    expect(hub.requests).toHaveLength(7)

    await call('settings.change', { voice: { transcriber: { model: NAME } } })
    expect(await call('voice.warm', {})).toEqual({ id: NAME, leavesMachine: false })
    const { id } = await call('voice.begin', { partials: false })
    await call('voice.push', { id, pcm: pcmOf(await speechSamples('command-01')) })
    expect((await call('voice.finish', { id })).text).toMatch(/quarterly invoice/)

    await expect(call('voice.removeModel', { name: NAME })).rejects.toMatchObject({ code: 'in-use' })
    await call('settings.change', { voice: { transcriber: { model: 'whisper-base' } } })
    expect(await call('voice.removeModel', { name: NAME })).toMatchObject({ state: 'absent' })
    expect(existsSync(join(data, 'models', NAME))).toBe(false)
  }, 60_000)

  it('pauses, is still paused after a restart, and goes on where it was', async () => {
    const first = await withHub()
    first.hub.stopHalfway()
    await first.call('voice.download', { name: NAME })
    const half = async () => (await first.model()).doneBytes ?? 0
    await expect.poll(half, { timeout: 20_000 }).toBeGreaterThan(10_000_000)
    expect(await first.call('voice.pauseDownload', { name: NAME })).toMatchObject({ state: 'paused' })
    const kept = await half()
    expect(kept).toBeGreaterThan(10_000_000)
    await first.agent.close()

    const { data, home } = first
    const { call, model, state, hub } = await withHub({ data, home })
    expect(await model()).toMatchObject({ state: 'paused', doneBytes: kept })
    await call('voice.download', { name: NAME })
    await expect.poll(state, { timeout: 20_000 }).toBe('ready')
    expect(hub.requests.some((request) => /onnx bytes=\d{7,}-$/.test(request))).toBe(true)
  }, 60_000)

  it.each(['tokenizer.json', 'config.json'])(
    'of which %s arrives damaged is not taken, says so, and can be tried again',
    async (file) => {
      const { call, model, state, hub, data } = await withHub()
      hub.damage(file)
      await call('voice.download', { name: NAME })
      await expect.poll(state).toBe('failed')
      expect((await model()).problem).toMatchObject({
        message: expect.stringContaining(`${file} from 127.0.0.1`),
        fix: expect.stringContaining('try again'),
      })
      expect(existsSync(join(data, 'models', NAME, file))).toBe(false)
      expect(existsSync(join(data, 'models', NAME, `${file}.part`))).toBe(false)
      hub.mend()
      await call('voice.download', { name: NAME })
      await expect.poll(state).toBe('ready')
    },
  )

  it.each([
    ['http://127.0.0.1:9/', /cannot be reached: /, /ADJUTANT_MODEL_HUB/],
    ['nonsense', /no address of a hub/, /ADJUTANT_MODEL_HUB/],
    ['below/a/path', /404: Xenova\/whisper-small is not published there/, /another model/],
  ])('cannot be downloaded from %s, and says why', async (address, why, fix) => {
    const { call, model, state } = await withHub(undefined, (hub) =>
      address.startsWith('below') ? new URL(address, hub.address).href : address,
    )
    await call('voice.download', { name: NAME })
    await expect.poll(state).toBe('failed')
    expect((await model()).problem).toMatchObject({
      message: expect.stringMatching(why),
      fix: expect.stringMatching(fix),
    })
    expect(await model()).not.toHaveProperty('doneBytes')
  })

  it('waits until another one is there, and may be called off meanwhile', async () => {
    const { call, model, hub } = await withHub()
    hub.stopHalfway()
    const states = async (...names: string[]) =>
      Promise.all(names.map(async (name) => (await model(name)).state))
    for (const name of [NAME, 'whisper-tiny', 'whisper-base.en']) await call('voice.download', { name })
    const all = () => states(NAME, 'whisper-tiny', 'whisper-base.en')
    expect(await all()).toEqual(['downloading', 'queued', 'queued'])
    await call('voice.pauseDownload', { name: 'whisper-tiny' })
    await expect.poll(async () => (await model()).doneBytes ?? 0).toBeGreaterThan(10_000_000)
    expect(await all()).toEqual(['downloading', 'absent', 'queued'])
    await call('voice.pauseDownload', { name: NAME })
    await expect.poll(all).toEqual(['paused', 'absent', 'downloading'])
  })

  it('is never fetched by speaking: it is said to be missing, and where to get it', async () => {
    const { call, hub } = await withHub()
    await call('settings.change', { voice: { transcriber: { model: NAME } } })
    await expect(call('voice.warm', {})).rejects.toMatchObject({
      code: 'model-missing',
      fix: expect.stringContaining('Settings'),
    })
    expect(hub.requests).toEqual([])
  })

  it('that nobody knows is refused', async () => {
    const { call } = await withHub()
    await expect(call('voice.download', { name: 'whisper-huge' })).rejects.toMatchObject({ code: 'no-model' })
  })
})
