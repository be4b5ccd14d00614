import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evolve, initialRun } from '../src-main/state/evolve.ts'
import type { FactBody } from '../src-main/state/facts.ts'
import { newContent, numberFacts } from '../src-main/state/journal.ts'
import type { RunState } from '../src-main/state/run-state.ts'
import { createSqliteJournal } from '../src-main/state/sqlite/sqlite-journal.ts'
import { openDatabase } from '../src-main/storage/database.ts'
import { asked, created, dispatched, intends, settled, wants } from '../src-main/testing/journals.ts'
import type { Table } from './bench.ts'
import { quantile, rounded } from './quantiles.ts'

const RUNS = 60
const CALLS_A_RUN = 10

/**
 * Durable steps a second: the facts of whole runs (model call, intent, decision, dispatch, outcome; contents, chain and
 * projections with them), against bare commits of one row on the same disk, in turn.
 */
export async function measure(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'adjutant-bench-'))
  const db = openDatabase(join(folder, 'adjutant.sqlite'))
  const bare = openDatabase(join(folder, 'bare.sqlite'))
  bare.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)')
  const insert = bare.prepare('INSERT INTO rows (text) VALUES (?)')
  const journal = createSqliteJournal(db)
  const stepTimes: number[] = []
  const bareTimes: number[] = []
  try {
    for (let run = 0; run < RUNS; run += 1) {
      let state: RunState = initialRun(`run${run}`)
      for (const bodies of stepsOfRun(`run${run}`)) {
        const content = newContent({
          text: 'what a tool gave back, about two hundred bytes of it. '.repeat(4),
        })
        const facts = numberFacts(state.id, state.seq, new Date().toISOString(), bodies)
        const next = facts.reduce(evolve, state)
        stepTimes.push(
          timed(() =>
            journal.commit({
              runId: state.id,
              expectedSeq: state.seq,
              facts,
              contents: [content],
              state: next,
            }),
          ),
        )
        state = next
        bareTimes.push(timed(() => insert.run('x'.repeat(200))))
      }
    }
  } finally {
    db.close()
    bare.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    title: `Durable steps: ${stepTimes.length} of each, in turn, synchronous=FULL`,
    rows: [row('step of a run', stepTimes), row('bare commit', bareTimes)],
    notes: [
      `A step takes ${rounded(quantile(stepTimes, 0.5) / quantile(bareTimes, 0.5))} times a bare commit (median).`,
    ],
  }
}

function stepsOfRun(id: string): FactBody[][] {
  const steps: FactBody[][] = [[created(), asked('m0')]]
  for (let call = 0; call < CALLS_A_RUN; call += 1) {
    const effect = `${id}:e${call}`
    const intent = intends(0, 'allow', { id: effect })
    steps.push([wants(['files.write'], 'root', `m${call}`), ...intent, dispatched(effect)])
    steps.push([settled(effect), asked(`m${call + 1}`)])
  }
  return steps
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

const row = (what: string, times: readonly number[]) => ({
  what,
  'per second': Math.round(1000 / (times.reduce((a, b) => a + b, 0) / times.length)),
  'p50 ms': rounded(quantile(times, 0.5), 3),
  'p99 ms': rounded(quantile(times, 0.99), 3),
})
