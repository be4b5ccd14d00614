import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ActivityEntryView, ActivityView, Methods } from '../../../src-preload/contract.ts'
import { openDatabase } from '../../storage/database.ts'
import { agentUnderTest } from '../../testing/agent-under-test.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createActivity } from './read-activity.ts'

const whats = (entries: readonly ActivityEntryView[]) => entries.map(({ what }) => what)

describe('the timeline', () => {
  const busy = async () => {
    const under = await agentUnderTest()
    const told = await under.start(`write "hello" to ${join(under.home, '.profile')}`)
    await under.until(told.id, ({ status }) => status === 'waiting')
    const [asked] = await under.pending()
    await under.answer(asked?.id ?? '', 'once')
    await under.ended(told.id)
    await under.agent.operator.call('settings.change', { ui: { theme: 'dark' } })
    await under.agent.operator.call('pause.begin', {})
    await under.agent.operator.call('pause.end', {})
    return {
      under,
      told,
      list: (query: Methods['activity.list']['input']) => under.agent.operator.call('activity.list', query),
    }
  }

  it('tells what happened in runs and to the agent, the latest first, each with its run or card', async () => {
    const { told, list } = await busy()
    const { entries, more } = await list({})
    expect(more).toBe(false)
    expect(whats(entries).filter((what) => what !== 'model.failed')).toEqual([
      'resumed',
      'paused',
      'settings-changed',
      'run.ended',
      'effect.settled',
      'inquiry.answered',
      'inquiry.opened',
      'run.created',
      'started',
    ])
    const entry = (what: string) => entries.find((each) => each.what === what)
    expect(entry('run.created')).toMatchObject({ kind: 'started', runId: told.id, channel: 'chat' })
    expect(entry('run.created')?.goal).toContain('.profile')
    expect(entry('inquiry.answered')).toMatchObject({
      kind: 'answered',
      answer: 'once',
      tool: 'Write a file',
    })
    expect(entry('inquiry.opened')).toMatchObject({ asked: 'approval', inquiryId: expect.any(String) })
    expect(entry('effect.settled')).toMatchObject({
      kind: 'acted',
      tool: 'Write a file',
      status: 'succeeded',
    })
    expect(entry('settings-changed')).toMatchObject({ kind: 'agent', settings: ['ui.theme'] })
  })

  it.each([
    [['acted'], ['effect.settled']],
    [
      ['asked', 'answered'],
      ['inquiry.answered', 'inquiry.opened'],
    ],
    [['agent'], ['resumed', 'paused', 'settings-changed', 'started']],
    [['fired'], []],
  ] as const)('is narrowed to %j', async (kinds, expected) => {
    const { list } = await busy()
    expect(whats((await list({ kinds: [...kinds] })).entries)).toEqual(expected)
  })

  it('is read in pieces that leave nothing out, however much happened in one moment', async () => {
    const clock = createManualClock('2026-03-01T09:00:00.000Z')
    const under = await agentUnderTest({ clock })
    for (const name of ['Mara', 'Jo', 'Kim']) {
      await under.ended((await under.start(`remember that ${name} likes tea`)).id)
      clock.advance(1_000)
    }
    const { call } = under.agent.operator
    const all = (await call('activity.list', {})).entries.map(({ id }) => id)
    const pieces: string[] = []
    for (let until: string | undefined = '2026-03-01T10:00:00.000Z'; until !== undefined; ) {
      const { entries, more }: ActivityView = await call('activity.list', { until, limit: 2 })
      pieces.push(...entries.map(({ id }) => id))
      const last: string = entries.at(-1)?.at as string
      until = more ? new Date(Date.parse(last) - 1).toISOString() : undefined
    }
    expect(pieces).toEqual(all)
    expect((await call('activity.list', { from: '2026-03-01T09:00:02.000Z' })).entries).not.toHaveLength(0)
  })

  it('tells where the process before did not end in order', async () => {
    const first = await agentUnderTest()
    await first.agent.close()
    const db = openDatabase(join(first.data, 'adjutant.sqlite'))
    db.exec(`DELETE FROM happenings WHERE kind = 'stopped'`)
    db.close()
    const { agent } = await agentUnderTest({ folders: first })
    const { entries } = await agent.operator.call('activity.list', { kinds: ['agent'] })
    expect(whats(entries)).toEqual(expect.arrayContaining(['started', 'crashed', 'started']))
  })

  it('tells no goal that was forgotten', async () => {
    const { under, told, list } = await busy()
    await under.agent.operator.call('conversations.delete', { id: told.conversationId })
    const { entries } = await list({})
    expect(JSON.stringify(entries)).not.toContain('.profile')
  })

  it('finds facts by their time, not by reading all of them', () => {
    const db = openDatabase(join(temporaryFolder(), 'a.sqlite'))
    const seen: string[] = []
    const spied = new Proxy(db, {
      get: (target, name) =>
        name === 'prepare'
          ? (sql: string) => {
              seen.push(sql)
              return target.prepare(sql)
            }
          : Reflect.get(target, name, target),
    })
    createActivity({ db: spied, goalOf: () => undefined, titleOf: () => undefined })({})
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${seen[0]}`).all('', '9999', 10) as { detail: string }[]
    expect(plan.map(({ detail }) => detail).join('\n')).toContain('facts_by_time')
    db.close()
  })
})
