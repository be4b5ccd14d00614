import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type AgentUnderTest, agentUnderTest } from '../testing/agent-under-test.ts'
import { httpFace } from '../testing/http-face.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { call, say, scriptedModel } from '../testing/scripted-model.ts'

const SECRET = 'zanzibar-4711'

const textOf = ({ data }: Pick<AgentUnderTest, 'data'>) =>
  readdirSync(join(data, 'logs'))
    .map((file) => readFileSync(join(data, 'logs', file), 'utf8'))
    .join('')
const linesOf = (agent: AgentUnderTest) =>
  textOf(agent)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('the log of an agent', () => {
  it('tells what it did: versions, runs, effects, model calls, questions, settings', async () => {
    const under = await agentUnderTest()
    const { id } = await under.start(`write "hello" to ${join(under.home, '.profile')}`)
    await under.until(id, ({ status }) => status === 'waiting')
    const [asked] = await under.pending()
    await under.answer(asked?.id ?? '', 'reject', 'not today')
    await under.ended(id)
    await under.agent.operator.call('settings.change', { ui: { theme: 'dark' } })
    await under.agent.close()
    const lines = linesOf(under)
    for (const expected of [
      { part: 'agent', message: 'started', host: 'terminal', version: expect.any(String) },
      { part: 'runs', message: 'a run was created', runId: id },
      { part: 'models', message: 'a model answered', provider: 'offline', ms: expect.any(Number) },
      { part: 'effects', message: 'an effect was decided on', tool: 'files.write', decision: 'ask' },
      { part: 'runs', message: 'the status of a run changed', status: 'waiting', waits: ['approval'] },
      { part: 'approvals', message: 'the operator answered', answer: 'reject' },
      { part: 'runs', message: 'a run has ended', runId: id },
      { part: 'settings', message: 'settings were changed', settings: ['ui.theme'] },
      { part: 'agent', message: 'stopped' },
    ])
      expect(lines).toContainEqual(expect.objectContaining(expected))
  })

  it('holds nothing that was said, worked on, answered, or kept secret', async () => {
    const under = await agentUnderTest()
    const { call } = under.agent.operator
    await call('settings.change', { log: { level: 'debug' } })
    const note = join(under.home, 'notes', `${SECRET}.txt`)
    for (const goal of [
      `remember that the password is ${SECRET}`,
      `write "${SECRET}" to ${note}`,
      `read ${note}`,
      `read ${join(under.home, SECRET, 'not-there.txt')}`,
      `read http://127.0.0.1:9/${SECRET}`,
      `do the ${SECRET} dance`,
      `remind me tomorrow at 9 to use ${SECRET}`,
    ])
      await under.until((await under.start(goal)).id, ({ status }) => !['queued', 'running'].includes(status))
    for (const { id } of await under.pending()) await under.answer(id, 'reject', `because of ${SECRET}`)
    await call('settings.change', { model: { apiKey: SECRET, name: SECRET } })
    await call('settings.change', { memory: { store: { secret: SECRET } } })
    await call('memory.add', { text: SECRET })
    await call('memory.search', { q: SECRET })
    await call('memory.import', { lines: [JSON.stringify({ externalId: '1', text: SECRET })], last: true })
    await call('runs.get', { id: SECRET }).catch(() => undefined)
    under.agent.report('desktop')('it went wrong', new Error(`words of ${SECRET}`))
    under.agent.report('desktop')('it went wrong', SECRET)
    under.agent.report('desktop')('it went wrong', Object.assign(new Error(SECRET), { code: `no ${SECRET}` }))
    await under.agent.settled()
    await under.agent.close()
    const text = textOf(under)
    expect(text).toContain('"part":"effects"')
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain(under.home)
  })

  it('holds no name that a model made up', async () => {
    const model = scriptedModel({ root: [[call(SECRET, {})], [say('I could not.')]] })
    const under = await agentUnderTest({ model })
    const { id } = await under.start('say hello')
    await under.ended(id)
    await under.agent.close()
    expect(linesOf(under)).toContainEqual(expect.objectContaining({ tool: 'unknown-tool' }))
    expect(textOf(under)).not.toContain(SECRET)
  })

  it('tells why a start failed', async () => {
    const under = await agentUnderTest()
    await under.agent.close()
    writeFileSync(join(under.data, 'config.json'), `{ "${SECRET}": 1 }`)
    await expect(agentUnderTest({ folders: under })).rejects.toThrow(SECRET)
    const text = textOf(under)
    expect(linesOf(under).at(-1)).toMatchObject({ message: 'it could not start', code: 'config-invalid' })
    expect(text).not.toContain(SECRET)
  })

  it('that cannot be written keeps nothing from being done', async () => {
    const before = await agentUnderTest()
    await before.agent.close()
    rmSync(join(before.data, 'logs'), { recursive: true })
    writeFileSync(join(before.data, 'logs'), 'in the way')
    const under = await agentUnderTest({ folders: before })
    const { id } = await under.start('remember that Mara likes tea')
    expect((await under.ended(id)).status).toBe('succeeded')
  })
})

/** Time that beats only when the test moves it. */
function movedByHand() {
  const clock = createManualClock('2026-03-01T09:00:00.000Z')
  const beats = new Set<() => void>()
  return {
    clock,
    beat: (_ms: number, callback: () => void) => {
      beats.add(callback)
      return () => beats.delete(callback)
    },
    seconds: (count: number) => {
      for (let passed = 0; passed < count; passed += 10) {
        clock.advance(10_000)
        for (const callback of beats) callback()
      }
    },
  }
}

describe('the numbers of an agent', () => {
  it('are there by the ten seconds, and at /metrics for whoever has the token', async () => {
    const { clock, beat, seconds } = movedByHand()
    const under = await httpFace({ clock, beat })
    const { id } = await under.start('remember that Mara likes tea')
    await under.ended(id)
    seconds(20)
    const { points, total } = await under.agent.operator.call('diagnostics.metrics', { span: 'hour' })
    expect(points).toHaveLength(2)
    expect(total).toMatchObject({ stepP50: expect.any(Number), modelP95: expect.any(Number) })
    const { body } = await under.request('GET', '/metrics')
    expect(body).toMatch(/^adjutant_tool_seconds_count\{tool="memory.remember",outcome="succeeded"\} 1$/m)
    expect(body).toMatch(/^adjutant_runs_ended_total\{status="succeeded"\} 1$/m)
    expect(body).not.toContain('Mara')
    expect((await under.request('GET', '/metrics', undefined, {})).status).toBe(401)
  })

  it('above a limit of the settings are said once', async () => {
    const { clock, beat, seconds } = movedByHand()
    const under = await agentUnderTest({ clock, beat, config: { alerts: { pendingApprovals: 1 } } })
    const { id } = await under.start(`write "hello" to ${join(under.home, '.profile')}`)
    await under.until(id, ({ status }) => status === 'waiting')
    seconds(60)
    const said = () => under.events.filter(({ type }) => type === 'alert.changed')
    expect(said()).toMatchObject([{ alert: { metric: 'pendingApprovals', value: 1, limit: 1 } }])
    expect(await under.agent.operator.call('diagnostics.alerts', {})).toHaveLength(1)
    const [asked] = await under.pending()
    await under.answer(asked?.id ?? '', 'reject')
    seconds(120)
    expect(said()).toMatchObject([{}, { alert: { endedAt: expect.any(String) } }])
  })
})
