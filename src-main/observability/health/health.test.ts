import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { HealthPartView } from '../../../src-preload/contract.ts'
import { GERMAN } from '../../../src-words/spoken-here.ts'
import { agentUnderTest } from '../../testing/agent-under-test.ts'
import { httpFace } from '../../testing/http-face.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { HEALTH } from './sentences.ts'

const wordOf = (parts: readonly HealthPartView[], name: HealthPartView['part']) =>
  parts.find(({ part }) => part === name)?.word

describe('the health of an agent', () => {
  it('is said of every part, with what to do about what is not well', async () => {
    const { agent } = await agentUnderTest()
    const { parts, state, versions, paths } = await agent.operator.call('diagnostics.health', {})
    expect(parts.map(({ part }) => part)).toEqual([
      'database',
      'memory',
      'meaning',
      'speech',
      'model',
      'servers',
      'scheduler',
      'owner',
      'keychain',
      'disk',
      'backup',
      'load',
    ])
    expect(state).toBe('warn')
    expect(parts.find(({ part }) => part === 'keychain')).toMatchObject({
      state: 'warn',
      fix: expect.stringContaining('keychain'),
    })
    expect(versions).toMatchObject({
      adjutant: expect.stringMatching(/^\d/),
      sqlite: expect.stringMatching(/^3/),
    })
    expect(paths.log).toMatch(/adjutant\.log$/)
  })

  it('shows a model that fails, a schedule that is late, and a speech model that is missing', async () => {
    const clock = createManualClock('2026-03-01T09:00:00.000Z')
    const under = await agentUnderTest({
      clock,
      config: {
        model: { provider: 'openai', baseUrl: 'http://127.0.0.1:9/v1' },
        voice: { transcriber: { model: 'whisper-small' } },
      },
    })
    const health = async () => (await under.agent.operator.call('diagnostics.health', {})).parts
    expect(wordOf(await health(), 'model')).toBe('model-unused')
    const { id } = await under.start('say hello')
    await under.until(id, ({ status }) => status !== 'queued' && status !== 'running')
    await under.agent.operator.call('schedules.create', { when: 'in 10 minutes', text: 'stretch' })
    expect(wordOf(await health(), 'scheduler')).toBe('scheduler-ok')
    clock.jump(3_600_000)
    const parts = await health()
    expect(wordOf(parts, 'model')).toBe('model-failed')
    expect(wordOf(parts, 'scheduler')).toBe('scheduler-late')
    expect(wordOf(parts, 'speech')).toBe('speech-absent')
  })

  it('knows the last backup', async () => {
    const { agent } = await agentUnderTest()
    const { call } = agent.operator
    expect(wordOf((await call('diagnostics.health', {})).parts, 'backup')).toBe('backup-none')
    await call('diagnostics.backUp', {})
    expect(wordOf((await call('diagnostics.health', {})).parts, 'backup')).toBe('backup-ok')
  })

  it('is served to whoever has the token', async () => {
    const { request } = await httpFace()
    expect((await request('GET', '/api/health')).body).toMatchObject({ state: 'warn' })
    expect((await request('GET', '/api/health', undefined, {})).status).toBe(401)
  })

  it('can be said in German, each sentence', () => {
    const texts = Object.values(HEALTH).flatMap((each) => [...each] as string[])
    expect(texts.filter((text) => !(text in GERMAN))).toEqual([])
  })
})

describe('a bundle for a report', () => {
  const SECRET = 'zanzibar-4711'

  it('has versions, health, settings, numbers and the log, and nothing of anybody', async () => {
    const under = await agentUnderTest({
      env: { OPENAI_BASE_URL: `http://127.0.0.1:9/${SECRET}` },
      config: {
        files: { roots: [] },
        network: { allow: [`${SECRET}.example.org`] },
        voice: { vocabulary: [SECRET] },
        memory: { store: { index: SECRET } },
      },
    })
    const { call } = under.agent.operator
    await call('settings.change', { model: { apiKey: SECRET, name: SECRET }, ui: { theme: 'dark' } })
    await call('settings.change', { files: { roots: [join(under.home, 'notes')] } })
    writeFileSync(join(under.home, 'notes', 'a.txt'), SECRET)
    for (const goal of [`remember ${SECRET}`, `read ${join(under.home, 'notes', 'a.txt')}`])
      await under.until((await under.start(goal)).id, ({ status }) => !['queued', 'running'].includes(status))
    const { name, text } = await call('diagnostics.bundle', {})
    expect(name).toMatch(/^adjutant-diagnostics-[\dT-]+\.json$/)
    for (const hidden of [SECRET, under.home, under.data]) expect(text).not.toContain(hidden)
    expect(JSON.parse(text)).toMatchObject({
      versions: { adjutant: expect.any(String) },
      health: expect.arrayContaining([expect.objectContaining({ part: 'disk' })]),
      settings: {
        'ui.theme': 'dark',
        'model.name': '(set)',
        'files.roots': '1 entries',
        'network.allow': '1 entries',
        'voice.vocabulary': '1 entries',
        'memory.store.index': '(set)',
        fixedByEnvironment: ['model.baseUrl'],
      },
      log: expect.arrayContaining([expect.objectContaining({ message: 'a run was created' })]),
    })
  })
})
