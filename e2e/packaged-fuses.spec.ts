import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { packageWhenStale } from '../scripts/package/package-folder.ts'
import { lentPlace } from './fixtures/installed.ts'
import { AS_NOBODY, environmentOf, handOver, whyNotInstalled } from './fixtures/unprivileged.ts'

/** What the fuses of the packaged application keep others from, seen from outside. */

test.describe.configure({ timeout: 90_000 })
let folder = ''

test.beforeAll(async () => {
  const missing = whyNotInstalled()
  if (missing && process.env.ADJUTANT_REQUIRE_DISPLAY === '1') throw new Error(missing)
  test.skip(missing !== undefined, missing ?? '')
  const packaged = await packageWhenStale(() => undefined)
  folder = mkdtempSync(join(tmpdir(), 'adjutant-fuses-'))
  handOver(folder)
  cpSync(packaged, folder, { recursive: true })
})
test.afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
})

/** Starts what is packaged as an unprivileged user; the sandbox needs its setuid helper, which is not what is tested. */
function start(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const place = lentPlace()
  const [command, ...rights] = AS_NOBODY
  const child = spawn(
    command,
    [...rights, join(folder, 'adjutant'), '--no-sandbox', '--disable-gpu', ...args],
    {
      env: { ...environmentOf(place.home), ADJUTANT_HOME: place.data, ...more },
      stdio: 'ignore',
    },
  )
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    rmSync(join(place.home, '..'), { recursive: true, force: true })
  }
  return { place, child, end, serves: () => existsSync(join(place.data, 'owner.json')) }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

test('it is no Node, loads no code by NODE_OPTIONS, and lets no debugger in', async () => {
  const port = await freePort()
  const planted = join(folder, 'planted')
  mkdirSync(planted)
  handOver(planted)
  const script = join(planted, 'script.cjs')
  writeFileSync(
    script,
    `require('node:fs').writeFileSync(${JSON.stringify(planted)} + '/ran-' + process.pid, '')\n`,
  )
  const app = start([`--inspect=${port}`, script], {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: `--require ${script}`,
  })
  try {
    // it is the application all the same
    await expect.poll(app.serves).toBe(true)
    await expect(fetch(`http://127.0.0.1:${port}/json/version`)).rejects.toThrow()
    expect(readdirSync(planted)).toEqual(['script.cjs'])
  } finally {
    await app.end()
  }
})

test('it runs nothing but its archive: a folder in its place is not looked at', async () => {
  const resources = join(folder, 'resources')
  const ran = join(folder, 'ran')
  mkdirSync(ran)
  handOver(ran)
  const planted = join(resources, 'app')
  mkdirSync(planted)
  writeFileSync(join(planted, 'package.json'), '{"main": "main.js"}')
  writeFileSync(
    join(planted, 'main.js'),
    `require('node:fs').writeFileSync(${JSON.stringify(join(ran, 'it'))}, '')\n`,
  )
  renameSync(join(resources, 'app.asar'), join(resources, 'app.asar.away'))
  const app = start([])
  try {
    await expect.poll(() => app.child.exitCode !== null || app.child.signalCode !== null).toBe(true)
    expect(app.serves()).toBe(false)
    expect(readdirSync(ran)).toEqual([])
  } finally {
    await app.end()
    rmSync(planted, { recursive: true })
    renameSync(join(resources, 'app.asar.away'), join(resources, 'app.asar'))
  }
})
