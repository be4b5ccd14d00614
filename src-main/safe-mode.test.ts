import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isSafeStart } from './configuration/safe-start.ts'
import { agentUnderTest } from './testing/agent-under-test.ts'
import { createManualClock } from './testing/manual-clock.ts'

describe('a start in safe mode', () => {
  it.each([
    ['on the command line', ['node', 'x.js', '--safe-mode'], {}, true],
    ['by the environment', [], { ADJUTANT_SAFE_MODE: '1' }, true],
    ['not by another value', [], { ADJUTANT_SAFE_MODE: '0' }, false],
    ['not by itself', ['node', 'x.js'], {}, false],
  ] as const)('%s', (_how, argv, env, safe) => {
    expect(isSafeStart(argv, env)).toBe(safe)
  })
})

describe('in safe mode', () => {
  it('nothing is taken up by itself, and all of it goes on with the next normal start', async () => {
    const first = await agentUnderTest()
    await first.agent.operator.call('pause.begin', {})
    const { id: held } = await first.start('remember that Jo likes coffee')
    await first.agent.close()

    const safe = await agentUnderTest({ folders: first, safeMode: true })
    await safe.agent.operator.call('pause.end', {})
    expect((await safe.run(held)).status).toBe('queued')
    const fresh = await safe.start('remember that Kim likes milk')
    expect((await safe.ended(fresh.id)).status).toBe('succeeded')
    expect((await safe.run(held)).status).toBe('queued')
    await safe.agent.close()

    const normal = await agentUnderTest({ folders: first })
    expect((await normal.ended(held)).status).toBe('succeeded')
  })

  it('a run that was left behind can still be stopped', async () => {
    const first = await agentUnderTest()
    await first.agent.operator.call('pause.begin', {})
    const { id } = await first.start('remember that Mara likes tea')
    await first.agent.close()
    const safe = await agentUnderTest({ folders: first, safeMode: true })
    expect(await safe.agent.operator.call('runs.cancel', { id })).toMatchObject({ status: 'cancelled' })
  })

  it('no schedule fires, and what was due fires with the next normal start', async () => {
    const clock = createManualClock('2026-03-01T09:00:00.000Z')
    const first = await agentUnderTest({ clock })
    await first.ended((await first.start('remind me in 5 minutes to stretch')).id)
    await first.agent.close()
    clock.advance(600_000)
    const safe = await agentUnderTest({ clock, folders: first, safeMode: true })
    clock.advance(600_000)
    safe.agent.wake()
    expect(safe.events.filter(({ type }) => type === 'reminder.due')).toEqual([])
    await safe.agent.close()
    const normal = await agentUnderTest({ clock, folders: first })
    expect(normal.events.filter(({ type }) => type === 'reminder.due')).toHaveLength(1)
  })

  it('the built-in planner is used, whatever is set', async () => {
    const under = await agentUnderTest({
      safeMode: true,
      config: { model: { provider: 'openai', baseUrl: 'http://127.0.0.1:9/v1' } },
    })
    expect(await under.agent.operator.call('host.get', {})).toMatchObject({ model: 'offline', safeMode: {} })
    expect((await under.ended((await under.start('remember that Mara likes tea')).id)).status).toBe(
      'succeeded',
    )
  })

  it.each([
    ['no JSON', '{ "ui": '],
    ['an unknown setting', '{ "colour": "red" }'],
    ['a folder that is gone', '{ "files": { "roots": ["/no/such/folder"] } }'],
  ])('a config.json that cannot be used (%s) is said, and left as it is', async (_what, text) => {
    const first = await agentUnderTest()
    await first.agent.close()
    const file = join(first.data, 'config.json')
    writeFileSync(file, text)
    await expect(agentUnderTest({ folders: first })).rejects.toThrow()
    const { agent, start, ended } = await agentUnderTest({ folders: first, safeMode: true })
    const host = await agent.operator.call('host.get', {})
    expect(host.safeMode?.problem).toMatch(/config\.json|colour|roots/)
    expect(await agent.operator.call('settings.get', {})).toMatchObject({ ui: { welcomed: true } })
    await expect(agent.operator.call('settings.change', { ui: { theme: 'dark' } })).rejects.toThrow()
    expect((await ended((await start('remember that Mara likes tea')).id)).status).toBe('succeeded')
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})
