import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Agent, expect, test } from './fixtures/agent.ts'
import { appOf, quickPage } from './fixtures/desktop.ts'
import { welcome } from './fixtures/welcome.ts'

/** Three minutes, or as many as are asked for: ADJUTANT_SOAK_MINUTES=60. */
const MINUTES = Number(process.env.ADJUTANT_SOAK_MINUTES ?? 3)
const CRASH_EVERY_MS = 20_000
/** Of the whole time: when the disk is full, the network is cut, and the clock stands elsewhere. */
const DISK_FULL = [0.3, 0.4] as const
const NETWORK_CUT = [0.45, 0.55] as const
const CLOCK_JUMPED = [0.6, 0.7] as const
const GOING_ON = ['queued', 'running', 'waiting']

/** The agent's data on a small disk of its own, where the kernel lets us make one. */
function smallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${96 + 8 * MINUTES}m`, 'tmpfs', folder], {
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}

const api = (agent: Agent) => async (method: string, path: string, body?: object) => {
  const { address, token } = JSON.parse(readFileSync(join(agent.place.data, 'owner.json'), 'utf8'))
  return fetch(`${address}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}

const crashPage = (agent: Agent, which: number) =>
  appOf(agent).evaluate(({ BrowserWindow }, index) => {
    const windows = BrowserWindow.getAllWindows()
    windows[index % windows.length]?.webContents.forcefullyCrashRenderer()
  }, which)

interface Network {
  /** Where the site is reached through it. */
  readonly origin: string
  cut(cut: boolean): void
  close(): Promise<void>
}

/** A line to the site that can be cut: what is on it breaks, what is tried breaks too. */
async function networkTo(site: string): Promise<Network> {
  const open = new Set<Socket>()
  let broken = false
  const line = createServer((near) => {
    if (broken) return near.destroy()
    const far = connect(Number(new URL(site).port), '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => undefined).on('close', () => open.delete(socket))
    }
    near.pipe(far).pipe(near)
  })
  line.listen(0, '127.0.0.1')
  await once(line, 'listening')
  const breakAll = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    origin: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    cut: (cut) => {
      if (cut && !broken) breakAll()
      broken = cut
    },
    close: async () => {
      breakAll()
      line.close()
      await once(line, 'close')
    },
  }
}

/** The clock of the main process stands this much later. */
const moveClock = (agent: Agent, ms: number) =>
  appOf(agent).evaluate((_, by) => {
    const holder = globalThis as unknown as { realNow?: () => number }
    holder.realNow ??= Date.now.bind(Date)
    const { realNow } = holder
    Date.now = () => realNow() + by
  }, ms)

test(`${MINUTES} minutes of crashing pages, a full disk, a cut network and a jumping clock lose nothing and do nothing twice`, async ({
  agent,
  site,
}) => {
  // what was done is looked at one by one afterwards
  test.setTimeout(MINUTES * 90_000 + 180_000)
  await agent.opened.close()
  const mounted = smallDisk(agent.place.data)
  const network = await networkTo(site.origin)
  if (mounted) welcome(agent.place.data)
  try {
    await agent.open()
    await quickPage(agent)
    await soak(agent, mounted, network)
  } finally {
    await agent.opened.close().catch(() => agent.opened.kill())
    await network.close()
    if (mounted) execFileSync('umount', ['-l', agent.place.data])
  }
})

/** Every so often a goal needs the network. */
const needsNetwork = (goal: number): boolean => goal % 4 === 3

async function soak(agent: Agent, mounted: boolean, network: Network): Promise<void> {
  const call = api(agent)
  const length = MINUTES * 60_000
  const began = performance.now()
  const passed = () => (performance.now() - began) / length
  const within = ([from, to]: readonly [number, number]) => passed() >= from && passed() < to
  const filler = join(agent.place.data, 'filler')
  const accepted = new Map<string, number>()
  let refused = 0
  let crashes = 0
  let jumped = false
  const reminded = await call('POST', '/api/runs', { goal: 'remind me in 50 minutes to look at the oven' })
  expect(reminded.status).toBe(201)

  for (let goal = 0; passed() < 1; goal += 1) {
    if (performance.now() - began > (crashes + 1) * CRASH_EVERY_MS) {
      await crashPage(agent, crashes)
      crashes += 1
    }
    if (mounted && within(DISK_FULL) !== existsSync(filler)) {
      if (existsSync(filler)) rmSync(filler)
      else writeFileSync(filler, Buffer.alloc(statfsSync(agent.place.data).bavail * 4_096 - 4_096))
    }
    network.cut(within(NETWORK_CUT))
    if (within(CLOCK_JUMPED) !== jumped) {
      jumped = !jumped
      await moveClock(agent, jumped ? 3_600_000 : 0)
      await appOf(agent).evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
    }
    const answer = await call('POST', '/api/runs', {
      goal: needsNetwork(goal)
        ? `save the headlines of ${network.origin}/news to ~/soak/${goal}.txt`
        : `write "box ${goal}" to ~/soak/${goal}.txt`,
    }).catch(() => undefined)
    if (answer?.status === 201) accepted.set(((await answer.json()) as { id: string }).id, goal)
    else refused += 1
    await pause(500)
  }

  const open = async () => {
    const lists = await Promise.all(
      GOING_ON.map(async (status) => (await call('GET', `/api/runs?status=${status}`)).json()),
    )
    return lists.flat().filter(({ id }: { id: string }) => accepted.has(id)).length
  }
  await expect.poll(open, { timeout: 60_000 }).toBe(0)
  let done = 0
  let read = 0
  for (const [id, goal] of accepted) {
    const run = await (await call('GET', `/api/runs/${id}`)).json()
    const file = join(agent.place.home, 'soak', `${goal}.txt`)
    if (run.status === 'succeeded') {
      done += 1
      const writes = run.effects.filter(({ tool }: { tool: string }) => tool === 'files.write')
      expect(writes).toHaveLength(1)
      if (needsNetwork(goal)) {
        read += 1
        expect(readFileSync(file, 'utf8')).toContain('/news/night-train')
      } else expect(readFileSync(file, 'utf8').trim()).toBe(`box ${goal}`)
    }
    const check = await call('POST', '/api/call/runs.verify', { id })
    expect((await check.json()).value.problems).toEqual([])
  }
  // once the disk has room again all goes on as before
  expect(done).toBeGreaterThan(accepted.size * 0.8)
  expect(read).toBeGreaterThan((accepted.size / 4) * 0.6)
  const schedules = (await (await call('GET', '/api/schedules')).json()) as { status: string }[]
  expect(schedules.map(({ status }) => status)).toEqual(['done'])
  const alive = () =>
    appOf(agent).evaluate(({ BrowserWindow }) =>
      Promise.all(
        BrowserWindow.getAllWindows().map(({ webContents }) =>
          webContents.executeJavaScript("document.querySelector('textarea') !== null"),
        ),
      ),
    )
  await expect.poll(alive).toEqual([true, true])
  console.log(
    `${accepted.size} goals, ${done} done, ${read} of them over the network, ${refused} refused, ${crashes} crashes of pages`,
  )
}
