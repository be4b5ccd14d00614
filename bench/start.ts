import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, errors } from '@playwright/test'
import { buildWhenStale } from '../scripts/build-when-stale.ts'
import { linkRuntime, prepareRuntime } from '../scripts/runtime/prepare-runtime.ts'
import type { Table } from './bench.ts'
import { idleMemory } from './idle-memory.ts'
import { quantile, rounded } from './quantiles.ts'

const ROUNDS = 5
/** Time given to both alike to come to rest before their memory is read, in ms. */
const REST_MS = 3_000

/** Launch to a window one can type in, and memory at rest, against an empty app with one window on the same Electron. */
export async function measure(): Promise<Table> {
  buildWhenStale()
  const executable = await prepareRuntime((line) => console.error(line))
  const folder = mkdtempSync(join(tmpdir(), 'adjutant-bench-'))
  const empty = linkRuntime(executable, emptyApp(folder), join(folder, 'runtime'))
  const ours: Sample[] = []
  const theirs: Sample[] = []
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const home = join(folder, `home${round}`)
      mkdirSync(home)
      writeFileSync(join(home, 'config.json'), '{"ui":{"welcomed":true}}')
      const mine = await launch(executable, { ADJUTANT_HOME: home }, 'textarea')
      const other = await launch(empty, {}, 'textarea')
      // the first round warms the caches of both
      if (round > 0) {
        ours.push(mine)
        theirs.push(other)
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const median = (samples: readonly Sample[], key: keyof Sample) =>
    quantile(
      samples.map((sample) => sample[key]),
      0.5,
    )
  return {
    title: `Start: ${ROUNDS} launches each, in turn, on the same Electron`,
    rows: [row('Adjutant', ours), row('empty app', theirs)],
    notes: [
      `Start: ${rounded(median(ours, 'startMs') / median(theirs, 'startMs'))} times the empty app; memory: ${rounded(
        median(ours, 'pssMiB') / median(theirs, 'pssMiB'),
      )} times (medians).`,
    ],
  }
}

interface Sample {
  readonly startMs: number
  readonly pssMiB: number
  readonly processes: number
}

async function launch(executablePath: string, env: Record<string, string>, usable: string): Promise<Sample> {
  const begin = async () => ({
    began: performance.now(),
    app: await _electron.launch({
      executablePath,
      args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
      env: { ...(process.env as Record<string, string>), ...env },
      timeout: 10_000,
    }),
  })
  // now and then Playwright never hears that it has attached, in any app; such a launch measures nothing
  const { began, app } = await begin().catch((error: unknown) => {
    if (error instanceof errors.TimeoutError) return begin()
    throw error
  })
  const window = await app.firstWindow()
  await window.locator(usable).first().waitFor()
  const startMs = performance.now() - began
  await new Promise((resolve) => setTimeout(resolve, REST_MS))
  const memory = idleMemory(app.process().pid ?? 0)
  await app.close()
  return { startMs, ...memory }
}

function emptyApp(folder: string): string {
  const app = join(folder, 'empty')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.js' }))
  writeFileSync(join(app, 'index.html'), '<!doctype html><title>Empty</title><textarea></textarea>')
  writeFileSync(
    join(app, 'main.js'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1200, height: 800 }).loadFile('index.html'))
app.on('window-all-closed', () => app.quit())
`,
  )
  return app
}

const row = (what: string, samples: readonly Sample[]) => ({
  what,
  'start p50 ms': Math.round(
    quantile(
      samples.map(({ startMs }) => startMs),
      0.5,
    ),
  ),
  'start worst ms': Math.round(Math.max(...samples.map(({ startMs }) => startMs))),
  'memory p50 MiB (PSS)': Math.round(
    quantile(
      samples.map(({ pssMiB }) => pssMiB),
      0.5,
    ),
  ),
  processes: quantile(
    samples.map(({ processes }) => processes),
    0.5,
  ),
})
