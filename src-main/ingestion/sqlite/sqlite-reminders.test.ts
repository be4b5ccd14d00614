import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../storage/database.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { randomId } from '../../vocabulary/clock.ts'
import { OPERATOR_LABELS } from '../../vocabulary/labels.ts'
import type { Schedule } from '../reminders.ts'
import { createReminders } from './sqlite-reminders.ts'

function reminding(now = '2026-05-04T09:00:00Z', timeZone = 'Europe/Berlin') {
  const db = openDatabase(join(temporaryFolder(), 'adjutant.sqlite'))
  onTestFinished(() => void db.close())
  const emitted: Schedule[] = []
  const reminders = createReminders({
    db,
    clock: createManualClock(now),
    newId: randomId,
    timeZone: () => timeZone,
    emit: (schedule) => emitted.push(schedule),
  })
  const common = { conversationId: 'c1', labels: OPERATOR_LABELS }
  const remind = (at: string, text = 'call Ann', key = randomId('key')) =>
    reminders.remind({ text, at, key, ...common })
  const schedule = (cron: string, key = randomId('key')) =>
    reminders.schedule({ text: 'read the news', cron, words: 'in words', key, ...common })
  return { db, reminders, remind, schedule, emitted }
}

describe('a reminder', () => {
  it('keeps its time as it was given, and says it in the words of its zone', async () => {
    const { remind, emitted } = reminding()
    const made = await remind('2026-05-05T09:00:00+02:00')
    expect(made).toMatchObject({
      kind: 'reminder',
      at: '2026-05-05T09:00:00+02:00',
      nextAt: '2026-05-05T07:00:00.000Z',
      words: 'Tuesday, 5 May 2026 at 09:00',
      timeZone: 'Europe/Berlin',
      status: 'active',
      labels: OPERATOR_LABELS,
    })
    expect(emitted).toEqual([made])
  })

  it('made twice under one key is made once, even when its time has come meanwhile', async () => {
    const { remind, reminders, emitted } = reminding()
    const first = await remind('2026-05-04T11:00:01+02:00', 'call Ann', 'effect-1')
    expect(await remind('2026-05-04T10:00:00+02:00', 'call Ann', 'effect-1')).toEqual(first)
    expect(await reminders.list()).toHaveLength(1)
    expect(emitted).toHaveLength(1)
  })

  it.each([
    [
      '2026-05-04T10:59:59+02:00',
      'past',
      'Monday, 4 May 2026 at 10:59 is in the past: it is Monday, 4 May 2026 at 11:00 now',
    ],
    ['2026-05-04T11:00:00+02:00', 'past', 'in the past'],
    ['tomorrow', 'bad-time', 'not a time'],
    ['2026-05-05T09:00:00', 'bad-time', 'not a time with an offset'],
    ['2027-02-30T09:00:00+01:00', 'bad-time', 'does not exist'],
    ['2026-05-05T25:00:00+02:00', 'bad-time', 'does not exist'],
    ['2027-03-28T02:30:00+01:00', 'bad-time', 'the clocks in Europe/Berlin skip that hour'],
    ['2027-03-28T02:30:00+02:00', 'bad-time', 'skip that hour'],
  ])('at %s is refused: %s', async (at, code, message) => {
    const { remind } = reminding()
    await expect(remind(at)).rejects.toMatchObject({ code, message: expect.stringContaining(message) })
  })

  it.each([
    ['2027-03-28T01:30:00Z', 'Sunday, 28 March 2027 at 03:30'],
    ['2026-10-25T02:30:00+02:00', 'Sunday, 25 October 2026 at 02:30'],
    ['2026-10-25T02:30:00+01:00', 'Sunday, 25 October 2026 at 02:30'],
    ['2026-05-05T03:00:00-04:00', 'Tuesday, 5 May 2026 at 09:00'],
  ])('at %s comes at %s', async (at, words) => {
    const { remind } = reminding()
    expect(await remind(at)).toMatchObject({ words, nextAt: new Date(at).toISOString() })
  })
})

describe('a schedule', () => {
  it('knows its next time in its own zone', async () => {
    const { schedule } = reminding()
    expect(await schedule('0 9 * * 1-5')).toMatchObject({
      kind: 'schedule',
      nextAt: '2026-05-05T07:00:00.000Z',
    })
  })

  it.each([
    ['every day', 'bad-pattern'],
    ['* * * * * *', 'bad-pattern'],
    ['61 9 * * *', 'bad-pattern'],
    ['0 9 30 2 *', 'bad-pattern'],
  ])('%s is refused', async (cron, code) => {
    const { schedule } = reminding()
    await expect(schedule(cron)).rejects.toMatchObject({ code })
  })

  it('acts with what the operator keeps, until it is cancelled', async () => {
    const { db, schedule, reminders } = reminding()
    const { id } = await schedule('0 9 * * *')
    const scopes = () =>
      db.prepare('SELECT scope FROM principal_scopes WHERE principal = ?').all(`schedule:${id}`)
    expect(scopes()).toEqual([{ scope: 'personal' }])
    await reminders.cancel(id)
    expect(scopes()).toEqual([])
  })
})

describe('the list', () => {
  it('has the next first, then those that are over', async () => {
    const { remind, schedule, reminders } = reminding()
    const later = await remind('2026-05-06T09:00:00+02:00')
    const soon = await schedule('0 10 * * *')
    const over = await remind('2026-05-04T12:00:00+02:00')
    await reminders.cancel(over.id)
    expect((await reminders.list()).map(({ id, status }) => [id, status])).toEqual([
      [soon.id, 'active'],
      [later.id, 'active'],
      [over.id, 'cancelled'],
    ])
  })
})

describe('cancelling', () => {
  it('is told once, and changes nothing the second time', async () => {
    const { remind, reminders, emitted } = reminding()
    const { id } = await remind('2026-05-06T09:00:00+02:00')
    expect(await reminders.cancel(id)).toMatchObject({ id, status: 'cancelled' })
    expect(await reminders.cancel(id)).toMatchObject({ id, status: 'cancelled' })
    expect(emitted.map(({ status }) => status)).toEqual(['active', 'cancelled'])
  })

  it('of what is not there says so', async () => {
    await expect(reminding().reminders.cancel('reminder_x')).rejects.toMatchObject({ code: 'not-found' })
  })
})
