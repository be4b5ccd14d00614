import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentUnderTest } from './testing/agent-under-test.ts'

const GOAL = 'write "milk" to ~/notes/list.txt'

describe('while everything is paused', () => {
  it('a goal is kept and nothing is done for it, until it goes on', async () => {
    const { agent, home, start, run, ended } = await agentUnderTest()
    const { since } = await agent.operator.call('pause.begin', {})
    expect(since).toBeTypeOf('string')
    const { id } = await start(GOAL)
    await agent.settled()
    expect((await run(id)).effects).toEqual([])
    expect(existsSync(join(home, 'notes', 'list.txt'))).toBe(false)
    expect(await agent.operator.call('pause.end', {})).toEqual({})
    expect((await ended(id)).status).toBe('succeeded')
    expect(readFileSync(join(home, 'notes', 'list.txt'), 'utf8').trim()).toBe('milk')
  })

  it('it stays so when the agent is started again', async () => {
    const first = await agentUnderTest()
    await first.agent.operator.call('pause.begin', {})
    const { id } = await first.start(GOAL)
    await first.agent.close()
    const second = await agentUnderTest({ folders: { data: first.data, home: first.home } })
    expect((await second.agent.operator.call('pause.get', {})).since).toBeTypeOf('string')
    expect((await second.run(id)).effects).toEqual([])
    await second.agent.operator.call('pause.end', {})
    expect((await second.ended(id)).status).toBe('succeeded')
  })

  it('a run that is stopped ends, and an answer is kept for later', async () => {
    const { agent, home, start, pending, answer, until, ended } = await agentUnderTest()
    const { id } = await start('write "x" to ~/elsewhere/.profile')
    await until(id, ({ status }) => status === 'waiting')
    await agent.operator.call('pause.begin', {})
    const [asked] = await pending()
    await answer(asked?.id ?? '', 'once')
    expect(existsSync(join(home, 'elsewhere', '.profile'))).toBe(false)
    const other = await start(GOAL)
    await agent.operator.call('runs.cancel', { id: other.id })
    expect((await ended(other.id)).status).toBe('cancelled')
    await agent.operator.call('pause.end', {})
    expect((await ended(id)).status).toBe('succeeded')
  })

  it('everyone who listens is told, once for each change', async () => {
    const { agent, events } = await agentUnderTest()
    await agent.operator.call('pause.begin', {})
    await agent.operator.call('pause.end', {})
    await agent.operator.call('pause.end', {})
    expect(events.filter(({ type }) => type === 'pause.changed')).toEqual([
      { type: 'pause.changed', pause: { since: expect.any(String) } },
      { type: 'pause.changed', pause: {} },
    ])
  })
})
