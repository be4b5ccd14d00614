import { describe, expect, it, vi } from 'vitest'
import { openAdjutant } from './adjutant.ts'
import { type AgentUnderTest, agentUnderTest } from './testing/agent-under-test.ts'
import { createManualClock } from './testing/manual-clock.ts'
import { memoryInThread } from './testing/memory-in-thread.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const HOUR = 3_600_000

/** An agent on Monday, 4 May 2026 at 08:00 in Berlin, whose clock the test moves. */
async function automating(now = '2026-05-04T06:00:00Z') {
  const clock = createManualClock(now)
  const agent = await agentUnderTest({ clock, config: { timeZone: 'Europe/Berlin' } })
  const { call } = agent.agent.operator
  return {
    clock,
    agent,
    call,
    create: (when: string, text = 'what can you do') => call('schedules.create', { when, text }),
  }
}

const runsOf = ({ agent }: AgentUnderTest) => agent.operator.call('runs.list', {})

/** The run of a schedule has started and come to its end: nothing of it goes on into the next step of a test. */
const firedOnce = async (agent: AgentUnderTest, count = 1) => {
  const runs = await vi.waitFor(async () => {
    const found = await runsOf(agent)
    expect(found).toHaveLength(count)
    return found
  })
  for (const { id } of runs) await agent.ended(id)
  return runs
}

describe('a time in words, before anything is made of it', () => {
  it('says what it comes to, and the next five times', async () => {
    const { call } = await automating()
    expect(await call('schedules.read', { when: 'every weekday at 9' })).toEqual({
      kind: 'schedule',
      words: 'every weekday at 09:00',
      cron: '0 9 * * 1-5',
      timeZone: 'Europe/Berlin',
      next: ['04', '05', '06', '07', '08'].map((day) => `2026-05-${day}T07:00:00.000Z`),
    })
    expect(await call('schedules.list', {})).toEqual([])
  })

  it('keeps its hour when the clocks change', async () => {
    const { call } = await automating('2026-03-27T12:00:00Z')
    const { next } = await call('schedules.read', { when: 'every day at 9' })
    expect(next.slice(0, 3)).toEqual([
      '2026-03-28T08:00:00.000Z',
      '2026-03-29T07:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
    ])
  })

  it('is refused with what to say instead', async () => {
    const { call } = await automating()
    await expect(call('schedules.create', { when: 'sometimes', text: 'x' })).rejects.toMatchObject({
      code: 'no-time',
      fix: expect.stringContaining('every weekday at 9'),
    })
  })
})

describe('a schedule', () => {
  it('made by words fires with these words, and tells which run that was', async () => {
    const { agent, clock, call, create } = await automating()
    const made = await create('every day at 9')
    clock.advance(HOUR + 20)
    const [run] = await firedOnce(agent)
    expect(run).toMatchObject({ channel: 'schedule', goal: 'what can you do' })
    expect(await call('schedules.get', { id: made.id })).toMatchObject({
      next: expect.arrayContaining(['2026-05-05T07:00:00.000Z']),
      history: [{ dueAt: '2026-05-04T07:00:00.000Z', missed: 0, byHand: false, runId: run?.id }],
    })
  })

  it('that is paused fires nothing, and catches nothing up when it is resumed', async () => {
    const { agent, clock, call, create } = await automating()
    const { id } = await create('every day at 9')
    expect(await call('schedules.pause', { id })).toMatchObject({ pausedAt: '2026-05-04T06:00:00.000Z' })
    expect(await call('schedules.get', { id })).toMatchObject({ next: [], history: [] })
    clock.advance(50 * HOUR)
    await agent.agent.settled()
    expect(await runsOf(agent)).toEqual([])
    expect(await call('schedules.resume', { id })).toMatchObject({ nextAt: '2026-05-07T07:00:00.000Z' })
    await agent.agent.settled()
    expect(await runsOf(agent)).toEqual([])
    expect((await call('schedules.get', { id })).history).toEqual([])
  })

  it('runs by hand at once, paused or not, and keeps its times', async () => {
    const { agent, call, create } = await automating()
    const { id, nextAt } = await create('every day at 9')
    const { runId } = await call('schedules.run', { id })
    expect(await agent.ended(runId)).toMatchObject({ goal: 'what can you do', status: 'succeeded' })
    expect(await call('schedules.get', { id })).toMatchObject({
      schedule: { nextAt },
      history: [{ byHand: true, runId, runStatus: 'succeeded' }],
    })
  })

  it('that is deleted is gone with its history, and its run stays', async () => {
    const { agent, call, create, clock } = await automating()
    const { id } = await create('every day at 9')
    const { runId } = await call('schedules.run', { id })
    await agent.ended(runId)
    await call('schedules.delete', { id })
    expect(await call('schedules.list', {})).toEqual([])
    await expect(call('schedules.get', { id })).rejects.toMatchObject({ code: 'no-schedule' })
    clock.advance(50 * HOUR)
    expect((await runsOf(agent)).map((run) => run.id)).toEqual([runId])
    expect(agent.events).toContainEqual({ type: 'schedule.deleted', id })
  })
})

describe('a reminder', () => {
  it('that rang rings again as much later as was asked for', async () => {
    const { agent, clock, call, create } = await automating()
    const { id } = await create('today at 9', 'call Ann')
    const rung = () => agent.events.filter(({ type }) => type === 'reminder.due')
    clock.advance(HOUR + 20)
    await vi.waitFor(() => expect(rung()).toHaveLength(1))
    expect(await call('schedules.snooze', { id, minutes: 30 })).toMatchObject({
      status: 'active',
      nextAt: '2026-05-04T07:30:00.020Z',
    })
    clock.advance(HOUR)
    await vi.waitFor(() => expect(rung()).toHaveLength(2))
  })

  it.each(['schedules.pause', 'schedules.resume', 'schedules.run'] as const)(
    'is none for %s: it comes once',
    async (method) => {
      const { call, create } = await automating()
      const { id } = await create('tomorrow at 9', 'call Ann')
      await expect(call(method, { id })).rejects.toMatchObject({ code: 'not-a-schedule' })
    },
  )
})

describe('a reminder that rang while nobody listened', () => {
  it.each([
    ['is given again at the next start', false, 1],
    ['is not, where somebody heard it', true, 0],
  ] as const)('%s', async (_what, listens, again) => {
    const folders = { data: temporaryFolder(), home: temporaryFolder() }
    const clock = createManualClock('2026-03-01T09:00:00.000Z')
    const open = () =>
      openAdjutant({
        home: folders.data,
        userHome: folders.home,
        host: 'terminal',
        env: {},
        clock,
        openMemory: memoryInThread,
      })
    const first = open()
    if (listens) first.operator.subscribe(() => undefined)
    await first.resume()
    const { id } = await first.operator.call('schedules.create', { when: 'in 10 minutes', text: 'stretch' })
    clock.advance(600_000)
    await vi.waitFor(async () => {
      expect((await first.operator.call('schedules.get', { id })).schedule.status).toBe('done')
    })
    await first.close()
    const { events } = await agentUnderTest({ folders, clock })
    expect(events.filter(({ type }) => type === 'reminder.due')).toHaveLength(again)
  })
})
