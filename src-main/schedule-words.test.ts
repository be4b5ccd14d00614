import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { type AgentUnderTest, agentUnderTest } from './testing/agent-under-test.ts'
import { createManualClock } from './testing/manual-clock.ts'
import { call, say, scriptedModel } from './testing/scripted-model.ts'

/** The run that a schedule started, once it is there. */
const firedRun = ({ agent }: AgentUnderTest, before: string) =>
  vi.waitFor(async () => {
    const runs = await agent.operator.call('runs.list', {})
    return runs.find(({ id }) => id !== before) ?? expect.fail('nothing fired')
  })

describe('when a schedule fires', () => {
  it.each([
    'every day at 9 write done to HOME/notes/a.md',
    'write done to HOME/notes/a.md every day at 9',
    'schedule every day at 9: write done to HOME/notes/a.md',
    'write done every day at 9 to HOME/notes/a.md',
    'every day at 9 write done to HOME/notes/a.md and list HOME/notes',
    'Please write done to HOME/notes/a.md, every weekday at 9:00.',
  ])('"%s" does what the operator said, without asking', async (words) => {
    const clock = createManualClock('2026-05-04T06:00:00Z')
    const agent = await agentUnderTest({ clock, config: { timeZone: 'UTC' } })
    const made = await agent.ended((await agent.start(words.replace('HOME', agent.home))).id)
    expect(made.status, made.reason).toBe('succeeded')
    clock.advance(4 * 3_600_000)
    const fired = await firedRun(agent, made.id)
    const run = await agent.ended(fired.id)
    expect(run.status, run.reason).toBe('succeeded')
    expect(run.evidence[0]?.what).toBe(join(agent.home, 'notes', 'a.md'))
  })

  it('words that a model made up instruct nothing', async () => {
    const clock = createManualClock('2026-05-04T06:00:00Z')
    let home = ''
    const text = () => `write bad to ${home}/notes/b.md`
    const model = scriptedModel({
      root: [
        ({ goal }) =>
          goal.startsWith('write bad')
            ? [call('files.write', { path: `${home}/notes/b.md`, text: 'bad' })]
            : [call('schedules.create', { text: text(), cron: '0 9 * * *', words: 'daily' })],
        () => [say('done')],
      ],
    })
    const agent = await agentUnderTest({ clock, config: { timeZone: 'UTC' }, model })
    home = agent.home
    const made = await agent.ended((await agent.start('every day at 9 look around')).id)
    clock.advance(4 * 3_600_000)
    const fired = await firedRun(agent, made.id)
    await agent.until(fired.id, ({ status }) => status === 'waiting')
    expect(await agent.pending()).toMatchObject([{ tool: 'files.write', kind: 'approval' }])
    await agent.answer((await agent.pending())[0]?.id ?? '', 'reject')
    await agent.ended(fired.id)
  })
})
