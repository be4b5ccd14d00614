import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openDatabase } from '../storage/database.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { randomId } from '../vocabulary/clock.ts'
import { OPERATOR_LABELS } from '../vocabulary/labels.ts'
import { createScheduler, type SchedulerOptions } from './scheduler.ts'
import { createReminders } from './sqlite/sqlite-reminders.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A database with reminders in it, and as many schedulers over it as a test starts one after the other. */
function scheduling(now = '2026-05-04T09:00:00Z') {
  const db = openDatabase(join(temporaryFolder(), 'adjutant.sqlite'))
  const clock = createManualClock(now)
  const reminders = createReminders({ db, clock, newId: randomId, timeZone: () => 'Europe/Berlin' })
  const common = { conversationId: 'c1', labels: OPERATOR_LABELS }
  const remind = (at: string, text = 'call Ann') =>
    reminders.remind({ text, at, key: randomId('key'), ...common })
  const schedule = (cron: string) =>
    reminders.schedule({ text: 'read the news', cron, words: cron, key: randomId('key'), ...common })
  const start = async (fire: SchedulerOptions['fire'] = async () => undefined) => {
    const fired: string[] = []
    const errors: unknown[] = []
    const scheduler = createScheduler({
      db,
      clock,
      fire: async (due, { dueAt, missed, key }) => {
        const result = await fire(due, { dueAt, missed, key })
        fired.push(`${due.text} ${dueAt.slice(0, 16)}${missed ? ` missed ${missed}` : ''}`)
        return result
      },
      onError: (error) => errors.push(error),
    })
    onTestFinished(() => scheduler.stop())
    await scheduler.start()
    return { scheduler, fired, errors }
  }
  onTestFinished(() => void db.close())
  return { db, clock, reminders, remind, schedule, start }
}

describe('a reminder', () => {
  it('fires at its time, not before, and once', async () => {
    const { clock, remind, start, reminders } = scheduling()
    await remind('2026-05-04T12:00:00+02:00')
    const { fired, scheduler } = await start()
    clock.advance(HOUR - 1)
    await scheduler.start()
    expect(fired).toEqual([])
    clock.advance(20)
    await vi.waitFor(() => expect(fired).toEqual(['call Ann 2026-05-04T10:00']))
    clock.advance(DAY)
    await scheduler.start()
    expect(fired).toHaveLength(1)
    expect(await reminders.list()).toMatchObject([{ status: 'done' }])
  })

  it('made while the scheduler waits is taken up when it is woken', async () => {
    const { clock, remind, start } = scheduling()
    const { fired, scheduler } = await start()
    await remind('2026-05-04T11:00:10+02:00')
    scheduler.wake()
    await scheduler.start()
    clock.advance(10_010)
    await vi.waitFor(() => expect(fired).toEqual(['call Ann 2026-05-04T09:00']))
  })

  it('whose time passed while nobody was there is caught up once, and said to be missed', async () => {
    const { clock, remind, start } = scheduling()
    await remind('2026-05-04T12:00:00+02:00')
    clock.jump(5 * HOUR)
    const { fired } = await start()
    expect(fired).toEqual(['call Ann 2026-05-04T10:00 missed 1'])
  })

  it('comes within a minute when the machine slept over its time', async () => {
    const { clock, remind, start } = scheduling()
    await remind('2026-05-04T12:00:00+02:00')
    const { fired } = await start()
    clock.jump(3 * HOUR)
    expect(fired).toEqual([])
    clock.advance(MINUTE)
    await vi.waitFor(() => expect(fired).toEqual(['call Ann 2026-05-04T10:00 missed 1']))
  })

  it('does not come again when the clock is set back', async () => {
    const { clock, remind, start } = scheduling()
    await remind('2026-05-04T12:00:00+02:00')
    const { fired, scheduler } = await start()
    clock.advance(HOUR + 1000)
    await vi.waitFor(() => expect(fired).toHaveLength(1))
    clock.jump(-2 * HOUR)
    clock.advance(3 * HOUR)
    await scheduler.start()
    expect(fired).toHaveLength(1)
  })

  it('is given again by the next process until it was seen', async () => {
    const { clock, remind, start } = scheduling()
    const { id } = await remind('2026-05-04T12:00:00+02:00')
    clock.jump(2 * HOUR)
    const first = await start()
    await first.scheduler.stop()
    const second = await start()
    expect(second.fired).toEqual(first.fired)
    second.scheduler.seen(`${id}@2026-05-04T10:00:00.000Z`)
    await second.scheduler.stop()
    expect((await start()).fired).toEqual([])
  })

  it('that was cancelled does not fire', async () => {
    const { clock, remind, start, reminders } = scheduling()
    const { id } = await remind('2026-05-04T12:00:00+02:00')
    const { fired, scheduler } = await start()
    await reminders.cancel(id)
    clock.advance(2 * HOUR)
    await scheduler.start()
    expect(fired).toEqual([])
  })
})

describe('a schedule', () => {
  it('starts one run at each of its times', async () => {
    const { clock, schedule, start, db } = scheduling()
    await schedule('0 12 * * *')
    const { fired, scheduler } = await start(async (_schedule, { key }) => ({ runId: `run of ${key}` }))
    for (const wait of [HOUR, DAY, DAY]) {
      clock.jump(wait)
      await scheduler.start()
    }
    expect(fired).toEqual([
      'read the news 2026-05-04T10:00',
      'read the news 2026-05-05T10:00',
      'read the news 2026-05-06T10:00',
    ])
    const runs = db.prepare('SELECT count(DISTINCT run_id) AS runs, count(*) AS firings FROM firings').get()
    expect(runs).toEqual({ runs: 3, firings: 3 })
  })

  it('keeps its hour on the wall when the clocks change', async () => {
    const { clock, schedule, start, reminders } = scheduling('2026-10-24T06:00:00Z')
    await schedule('0 9 * * *')
    const { scheduler } = await start(async () => ({ runId: 'r' }))
    const next = async () => (await reminders.list())[0]?.nextAt
    expect(await next()).toBe('2026-10-24T07:00:00.000Z')
    clock.advance(HOUR + 1000)
    await scheduler.start()
    expect(await next()).toBe('2026-10-25T08:00:00.000Z')
  })

  it('that missed several times starts one run, and says how many', async () => {
    const { clock, schedule, start } = scheduling()
    await schedule('0 * * * *')
    clock.jump(10 * HOUR + 30 * MINUTE)
    const { fired, scheduler } = await start(async () => ({ runId: 'r' }))
    expect(fired).toEqual(['read the news 2026-05-04T19:00 missed 10'])
    clock.advance(31 * MINUTE)
    await scheduler.start()
    expect(fired).toEqual([fired[0], 'read the news 2026-05-04T20:00'])
  })

  it('whose process died before the run was started starts it in the next, under the same key', async () => {
    const { clock, schedule, start } = scheduling()
    await schedule('0 12 * * *')
    clock.jump(HOUR + 1000)
    const keys: string[] = []
    // as it is where the process dies after asking for the run: nothing says that it was started
    const first = await start(async (_schedule, { key }) => {
      keys.push(key)
      return undefined
    })
    await first.scheduler.stop()
    const second = await start(async (_schedule, { key }) => {
      keys.push(key)
      return { runId: 'r' }
    })
    expect(keys).toEqual([keys[0], keys[0]])
    await second.scheduler.stop()
    expect((await start()).fired).toEqual([])
  })

  it('whose run could not be started is tried again, and the reason told', async () => {
    const { clock, schedule, start } = scheduling()
    await schedule('0 12 * * *')
    let attempts = 0
    const { fired, errors } = await start(async () => {
      if (++attempts === 1) throw new Error('the disk is full')
      return { runId: 'r' }
    })
    clock.advance(HOUR + 1000)
    await vi.waitFor(() => expect(errors).toMatchObject([{ message: 'the disk is full' }]))
    clock.advance(MINUTE)
    await vi.waitFor(() => expect(fired).toEqual(['read the news 2026-05-04T10:00']))
  })
})
