import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { buildWhenStale } from '../scripts/build-when-stale.ts'
import { linkRuntime, prepareRuntime } from '../scripts/runtime/prepare-runtime.ts'
import type { Table } from './bench.ts'
import { emptyApp } from './empty-app.ts'
import { processFamily } from './process-family.ts'
import { quantile, rounded } from './quantiles.ts'

const STARTS = 5
const KEY_ROUNDS = 30
/** Given to both alike to come to rest before memory is read, in ms. */
const REST_MS = 10_000
const IDLE_MS = 60_000
const RUNS = 200
/** The first runs load what stays loaded. */
const WARM_RUNS = 20

/**
 * The desktop app against an empty app with a main window and a warm quick one, on the same Electron in one run: the
 * start to the first key that arrives in the box, the quick window's key to the focus as X has it, memory and processor time at rest with the
 * window hidden, and how much memory grows over 200 runs. `--quick` halves the counts. Wants a display and a window
 * manager.
 */
export async function measure(flags: readonly string[]): Promise<Table> {
  const share = flags.includes('--quick') ? 0.5 : 1
  buildWhenStale()
  const executable = await prepareRuntime((line) => console.error(line))
  const folder = mkdtempSync(join(tmpdir(), 'adjutant-bench-'))
  const empty = linkRuntime(executable, emptyApp(folder), join(folder, 'runtime'))
  const home = (name: string) => {
    const path = join(folder, `home-${name}`)
    mkdirSync(path, { recursive: true })
    // not the screens of a first start
    writeFileSync(join(path, 'config.json'), '{"ui":{"welcomed":true}}')
    return path
  }
  try {
    const starts: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
    for (let round = 0; round <= STARTS * share; round += 1) {
      const ours = await startToKey(executable, home('kept'))
      const theirs = await startToKey(empty)
      // the first round warms the caches of both
      if (round === 0) continue
      starts.ours.push(ours)
      starts.theirs.push(theirs)
    }
    const theirs = await atRest(empty, share)
    await end(theirs.child)
    const ours = await atRest(executable, share, home('kept'))
    const growth = await runs(ours.child.pid ?? 0, home('kept'), RUNS * share)
    await end(ours.child)
    return table(starts, ours, theirs, growth)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const LAUNCH_ARGUMENTS = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu']
const environment = (home: string | undefined) => ({
  ...(process.env as Record<string, string>),
  ...(home ? { ADJUTANT_HOME: home } : {}),
})

/** Time from its start to the first key that arrives in the box, in ms. The application is ended. */
async function startToKey(executable: string, home?: string): Promise<number> {
  const port = await freePort()
  const { stdout } = await promisify(execFile)(
    '/usr/bin/python3',
    [
      join(import.meta.dirname, 'start_to_key.py'),
      executable,
      ...LAUNCH_ARGUMENTS,
      `--remote-debugging-port=${port}`,
    ],
    { env: environment(home) },
  )
  const { pid, times } = JSON.parse(stdout) as { pid: number; times: number[] }
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const boxes = browser.contexts().flatMap((context) => context.pages())
  const arrived = Math.max(
    ...(await Promise.all(boxes.map((page) => page.locator('textarea').first().inputValue()))).map(
      (text) => text.length,
    ),
  )
  await browser.close()
  process.kill(pid)
  await whenGone(pid)
  const first = times.at(-arrived)
  if (arrived === 0 || arrived === times.length || first === undefined)
    throw new Error(`${arrived} of ${times.length} keys arrived: the start was not seen`)
  return first
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function whenGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await pause(20)
  }
}

interface Rest {
  readonly keyMs: readonly number[]
  readonly pssMiB: number
  readonly processes: number
  readonly cpuPercent: number
}

/** Started as an operator starts it: what Playwright listens with would be measured as well. */
async function atRest(
  executablePath: string,
  share: number,
  home?: string,
): Promise<Rest & { child: ChildProcess }> {
  const child = spawn(executablePath, LAUNCH_ARGUMENTS, { env: environment(home), stdio: 'ignore' })
  await pause(REST_MS)
  const keyMs = await keyToFocus(KEY_ROUNDS * share)
  const window = await xdotool('search', '--onlyvisible', '--name', '^(Adjutant|Empty)$')
  // as the window manager does it: one that is taken off the screen behind its back goes on drawing its caret
  await xdotool('windowminimize', window.split('\n')[0] ?? '')
  await pause(REST_MS)
  const pid = child.pid ?? 0
  const { pssMiB, processes, cpuMs } = processFamily(pid)
  await pause(IDLE_MS * share)
  const cpuPercent = ((processFamily(pid).cpuMs - cpuMs) / (IDLE_MS * share)) * 100
  return { child, keyMs, pssMiB, processes, cpuPercent }
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill()
  await gone
}

const xdotool = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)('xdotool', [...args])).stdout.trim()

async function keyToFocus(rounds: number): Promise<number[]> {
  const script = join(import.meta.dirname, 'key_to_focus.py')
  const { stdout } = await promisify(execFile)('/usr/bin/python3', [
    script,
    String(rounds),
    'space',
    'Control_L',
    'Shift_L',
  ])
  return stdout.trim().split('\n').map(Number)
}

/** Memory after so many goals against memory after the first few, in percent, and MiB before and after. */
async function runs(
  pid: number,
  home: string,
  count: number,
): Promise<{ percent: number; from: number; to: number }> {
  const { address, token } = JSON.parse(readFileSync(join(home, 'owner.json'), 'utf8'))
  const call = async (path: string, body?: object) => {
    const response = await fetch(`${address}${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
    return response.json()
  }
  const one = async (index: number) => {
    const { id } = await call('/api/runs', { goal: `remember that box ${index} holds ${index * 7} screws` })
    for (;;) {
      const { status } = await call(`/api/runs/${id}`)
      if (status === 'succeeded') return
      if (status === 'failed' || status === 'cancelled') throw new Error(`run ${index} ${status}`)
      await pause(10)
    }
  }
  for (let index = 0; index < WARM_RUNS; index += 1) await one(index)
  await pause(REST_MS)
  const from = processFamily(pid).pssMiB
  for (let index = 0; index < count; index += 1) await one(WARM_RUNS + index)
  await pause(REST_MS)
  const to = processFamily(pid).pssMiB
  return { percent: (to / from - 1) * 100, from, to }
}

function table(
  starts: { ours: readonly number[]; theirs: readonly number[] },
  ours: Rest,
  theirs: Rest,
  growth: { percent: number; from: number; to: number },
): Table {
  const row = (what: string, start: readonly number[], rest: Rest) => ({
    what,
    'start p50 ms': Math.round(quantile(start, 0.5)),
    'start worst ms': Math.round(Math.max(...start)),
    'key to focus p50 ms': rounded(quantile(rest.keyMs, 0.5), 1),
    'p95 ms': rounded(quantile(rest.keyMs, 0.95), 1),
    'memory MiB (PSS)': Math.round(rest.pssMiB),
    processes: rest.processes,
    'idle % of a core': rounded(rest.cpuPercent),
  })
  return {
    title: 'Desktop: the app and an empty one with as many windows, on the same Electron',
    rows: [row('Adjutant', starts.ours, ours), row('empty app', starts.theirs, theirs)],
    notes: [
      `Start ${rounded(quantile(starts.ours, 0.5) / quantile(starts.theirs, 0.5))} times, memory ${rounded(
        ours.pssMiB / theirs.pssMiB,
      )} times the empty app's (goals: 1.5 and 1.3).`,
      `The key to the focus: ${rounded(quantile(ours.keyMs, 0.95), 1)} ms at p95 (goal 60); idle ${rounded(
        ours.cpuPercent,
      )} % of a core (goal 0.5).`,
      `Memory after the runs: ${Math.round(growth.from)} to ${Math.round(growth.to)} MiB, ${rounded(
        growth.percent,
        1,
      )} % (goal 5).`,
    ],
  }
}
