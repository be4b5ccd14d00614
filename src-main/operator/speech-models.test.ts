import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { SpeechModelView } from '../../src-preload/contract.ts'
import { bundledModels } from '../models/find-model.ts'
import { agentUnderTest } from '../testing/agent-under-test.ts'
import { startModelHub } from '../testing/model-hub.ts'
import { speechSamples } from '../testing/speech/speech.ts'
import { pcmOf } from './pcm.ts'

const NAME = 'whisper-small'

async function withHub(folders?: { data: string; home: string }, hubAddress?: string) {
  const hub = await startModelHub(join(bundledModels() as string, 'whisper-base'))
  onTestFinished(() => hub.close())
  const opened = await agentUnderTest({
    env: { ADJUTANT_MODEL_HUB: hubAddress ?? hub.address },
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
    expect(await model('whisper-base')).toMatchObject({ state: 'ready', bundled: true, removable: false })
    expect(await model()).toMatchObject({ state: 'absent', parameters: 244, languages: 'many' })
    await call('voice.download', { name: NAME })
    await expect.poll(state, { timeout: 20_000 }).toBe('ready')
    const told = events.flatMap((event) => (event.type === 'voice.model' ? [event.model] : []))
    expect(told[0]).toMatchObject({ name: NAME, state: 'downloading' })
    expect(told.at(-1)).toMatchObject({ name: NAME, state: 'ready', removable: true })
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

  it('whose file arrives damaged is not taken, says so, and can be tried again', async () => {
    const { call, model, state, hub, data } = await withHub()
    hub.damage('tokenizer.json')
    await call('voice.download', { name: NAME })
    await expect.poll(state, { timeout: 20_000 }).toBe('failed')
    expect((await model()).problem?.message).toMatch(/tokenizer\.json is not the file it should be/)
    expect(existsSync(join(data, 'models', NAME, 'tokenizer.json'))).toBe(false)
    await call('voice.download', { name: NAME })
    expect(await state()).toBe('downloading')
  })

  it.each([
    ['http://127.0.0.1:9/', /cannot be reached/],
    ['nonsense', /no address of a hub/],
  ])('cannot be downloaded from %s, and says why', async (address, why) => {
    const { call, model, state } = await withHub(undefined, address)
    await call('voice.download', { name: NAME })
    await expect.poll(state).toBe('failed')
    expect((await model()).problem).toMatchObject({
      message: expect.stringMatching(why),
      fix: expect.stringContaining('ADJUTANT_MODEL_HUB'),
    })
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
