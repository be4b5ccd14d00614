import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../testing/manual-clock.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import type { LoggedFields } from './allowed-fields.ts'
import { failureFields } from './failure-fields.ts'
import { openLog } from './open-log.ts'
import { readLog } from './read-log.ts'

const clock = createManualClock('2026-03-01T09:00:00.000Z')
const place = () => join(temporaryFolder(), 'logs')
const written = (folder: string) =>
  readFileSync(join(folder, 'adjutant.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('a line of the log', () => {
  it('has its time, level, part, words and fields', () => {
    const folder = place()
    openLog({ folder, clock }).write('warn', 'effects', 'an effect has ended', { runId: 'run_1', ms: 12 })
    expect(written(folder)).toEqual([
      {
        level: 'warn',
        time: '2026-03-01T09:00:00.000Z',
        part: 'effects',
        message: 'an effect has ended',
        runId: 'run_1',
        ms: 12,
      },
    ])
  })

  it('is readable by its user alone', () => {
    const folder = place()
    openLog({ folder, clock }).write('info', 'agent', 'started')
    expect(statSync(join(folder, 'adjutant.log')).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it.each([
    ['a field that nobody allowed', { goal: 'call Mara about hunter2' }],
    ['words where a name belongs', { tool: 'call Mara about hunter2' }],
    ['an object where a number belongs', { ms: { goal: 'hunter2' } }],
    ['a list with words in it', { settings: ['model.name', 'my password is hunter2'] }],
    ['a made-up place in the program', { at: ['hunter2 said so'] }],
    ['an inherited name', { constructor: 'hunter2' }],
  ])('leaves out %s', (_what, fields) => {
    const folder = place()
    openLog({ folder, clock }).write('info', 'agent', 'started', fields as unknown as LoggedFields)
    expect(readFileSync(join(folder, 'adjutant.log'), 'utf8')).not.toMatch(/hunter2/)
  })

  it('says of an error its class, code and place, and nothing of its words', () => {
    const error = Object.assign(new TypeError('no such file: /home/mara/hunter2\n  at hunter2 (x.ts:1:1)'), {
      code: 'ENOENT',
    })
    const folder = place()
    openLog({ folder, clock }).write('error', 'agent', 'it went wrong', failureFields(error))
    const text = readFileSync(join(folder, 'adjutant.log'), 'utf8')
    expect(text).not.toMatch(/mara/)
    expect(written(folder)[0]).toMatchObject({ error: 'TypeError', code: 'ENOENT' })
    expect(written(folder)[0].at.join()).toMatch(/log\.test\.ts:\d+/)
  })

  it('below the level is not written', () => {
    const folder = place()
    const log = openLog({ folder, clock })
    log.write('debug', 'agent', 'one')
    log.setLevel('debug')
    log.write('debug', 'agent', 'two')
    log.setLevel('error')
    log.write('warn', 'agent', 'three')
    expect(written(folder).map(({ message }) => message)).toEqual(['two'])
  })
})

describe('the files of the log', () => {
  const fill = (log: ReturnType<typeof openLog>, lines: number) => {
    for (let line = 0; line < lines; line += 1) log.write('info', 'agent', `line ${line}`)
  }

  it('are put aside when they are full, five of them are kept, and the newest lines are the last', async () => {
    const folder = place()
    fill(openLog({ folder, clock, bytesMost: 1_000 }), 200)
    expect(readdirSync(folder).sort()).toEqual([
      'adjutant.1.log',
      'adjutant.2.log',
      'adjutant.3.log',
      'adjutant.4.log',
      'adjutant.log',
    ])
    for (const file of readdirSync(folder))
      expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(1_000)
    const { lines } = await readLog(folder, { limit: 30 })
    expect(lines.map(({ message }) => message)).toEqual(
      Array.from({ length: 30 }, (_, index) => `line ${170 + index}`),
    )
  })

  it('go on from where an earlier process left them', () => {
    const folder = place()
    openLog({ folder, clock }).write('info', 'agent', 'before')
    openLog({ folder, clock }).write('info', 'agent', 'after')
    expect(written(folder).map(({ message }) => message)).toEqual(['before', 'after'])
  })

  it('that cannot be written stop nobody, and what was lost is counted when they can be again', () => {
    const folder = place()
    writeFileSync(folder, 'a file where the folder should be')
    const log = openLog({ folder, clock })
    fill(log, 3)
    rmSync(folder)
    log.write('info', 'agent', 'there again')
    expect(written(folder)).toMatchObject([
      { message: 'there again' },
      { message: 'lines of the log could not be written', count: 3 },
    ])
  })

  it.skipIf(process.getuid?.() === 0)('in a folder that is closed stop nobody', () => {
    const folder = place()
    mkdirSync(folder, { mode: 0o500, recursive: true })
    chmodSync(folder, 0o500)
    expect(() => fill(openLog({ folder, clock }), 3)).not.toThrow()
  })
})

describe('reading the log', () => {
  const logged = () => {
    const folder = place()
    const log = openLog({ folder, clock })
    log.setLevel('debug')
    log.write('debug', 'models', 'a model is asked', { runId: 'run_1' })
    log.write('info', 'runs', 'a run has ended', { runId: 'run_1', status: 'succeeded' })
    log.write('error', 'memory', 'the memory thread died', { error: 'StorageError' })
    return { folder, log }
  }

  it.each([
    ['all of it', {}, 3],
    ['by level and above', { level: 'info' as const }, 2],
    ['by part', { part: 'memory' }, 1],
    ['by words, wherever they stand', { words: 'RUN_1 ended' }, 1],
    ['as much as is wanted, the latest', { limit: 1 }, 1],
    ['what is not there', { words: 'unheard of' }, 0],
  ])('%s', async (_what, query, count) => {
    expect((await readLog(logged().folder, query)).lines).toHaveLength(count)
  })

  it('that has not changed is said without reading it again', async () => {
    const { folder, log } = logged()
    const { mark } = await readLog(folder, {})
    expect(await readLog(folder, { since: mark })).toMatchObject({ same: true, lines: [] })
    log.write('info', 'agent', 'more')
    expect(await readLog(folder, { since: mark })).toMatchObject({ same: false })
  })

  it('passes over a line that a crash cut off, and is empty where there is none', async () => {
    const { folder } = logged()
    writeFileSync(join(folder, 'adjutant.log'), '{"time":"2026', { flag: 'a' })
    expect((await readLog(folder, {})).lines).toHaveLength(3)
    expect((await readLog(join(folder, 'none'), {})).lines).toEqual([])
  })
})
