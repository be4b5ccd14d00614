import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ROOT } from '../scripts/build-when-stale.ts'
import { buildDeb } from '../scripts/package/build-deb.ts'
import { listContents, strayFiles } from '../scripts/package/contents.ts'
import { FUSES, readFuses } from '../scripts/package/fuses.ts'
import { MADE, packageWhenStale } from '../scripts/package/package-folder.ts'
import {
  activeTitle,
  INSTALLED,
  type InstalledApp,
  lentPlace,
  pressKey,
  startInstalled,
  typeAtCaret,
} from './fixtures/installed.ts'
import { whyNotInstalled } from './fixtures/unprivileged.ts'

const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8' })
const packages = mkdtempSync(join(tmpdir(), 'adjutant-debs-'))
const place = lentPlaceWhereAllowed()
let older = ''
let newer = ''

test.describe.configure({ mode: 'serial', timeout: 120_000 })

test.beforeAll(async () => {
  const missing =
    whyNotInstalled() ??
    (existsSync('/opt/Adjutant') ? 'Adjutant is installed here already: it is not put at risk' : undefined)
  if (missing && process.env.ADJUTANT_REQUIRE_DISPLAY === '1') throw new Error(missing)
  test.skip(missing !== undefined, missing ?? '')
  const folder = await packageWhenStale(() => undefined)
  const deb = (version: string) =>
    buildDeb({ folder, made: MADE, licence: join(ROOT, 'LICENSE'), version, output: packages })
  older = deb('0.0.9')
  newer = deb('0.1.0')
})

test.afterAll(() => {
  if (newer) spawnSync('dpkg', ['--purge', 'adjutant'])
  rmSync(packages, { recursive: true, force: true })
  if (place) rmSync(dirname(place.home), { recursive: true, force: true })
})

test('the package says what it is and what it needs', () => {
  const field = (name: string) => run('dpkg-deb', '--field', newer, name).trim()
  expect(field('Package')).toBe('adjutant')
  expect(field('Version')).toBe('0.1.0')
  expect(field('Architecture')).toBe(process.arch === 'arm64' ? 'arm64' : 'amd64')
  expect(field('Depends')).toContain('libgtk-3-0')
  expect(Number(field('Installed-Size'))).toBeGreaterThan(100_000)
})

test('the package holds the application, its place in the menus, and nothing else', () => {
  const lines = run('dpkg-deb', '--contents', newer).trim().split('\n')
  const entries = lines.map((line) => {
    const [mode = '', owner = '', , , , path = ''] = line.split(/\s+/)
    return { mode, owner, path: path.replace(/^\.\//, '') }
  })
  expect(entries.filter(({ owner }) => owner !== 'root/root')).toEqual([])
  const outside = entries
    .map(({ path }) => path)
    .filter((path) => !path.startsWith('opt/') && !path.endsWith('/'))
  expect(outside.filter(Boolean).sort()).toEqual([
    'usr/bin/adjutant',
    'usr/share/applications/adjutant.desktop',
    'usr/share/doc/adjutant/copyright',
    ...[128, 16, 22, 24, 256, 32, 48, 512, 64].map(
      (size) => `usr/share/icons/hicolor/${size}x${size}/apps/adjutant.png`,
    ),
  ])
  const raised = entries.filter(({ mode }) => /s/i.test(mode))
  expect(raised).toEqual([{ mode: '-rwsr-xr-x', owner: 'root/root', path: 'opt/Adjutant/chrome-sandbox' }])
  expect(entries.filter(({ mode }) => !mode.startsWith('l') && mode[8] === 'w')).toEqual([])
})

test('an older version is installed: the command, the menu with its actions, the address scheme', () => {
  run('dpkg', '--install', older)
  expect(readlinkSync('/usr/bin/adjutant')).toBe('../../opt/Adjutant/adjutant')
  expect(statSync('/opt/Adjutant/chrome-sandbox').mode & 0o7777).toBe(0o4755)
  const entry = readFileSync('/usr/share/applications/adjutant.desktop', 'utf8')
  expect(entry).toContain('MimeType=x-scheme-handler/adjutant;')
  expect(entry).toMatch(/^Exec=\/usr\/bin\/adjutant --quick$/m)
  expect(entry).toMatch(/^Exec=\/usr\/bin\/adjutant --talk$/m)
  expect(spawnSync('dpkg', ['--verify', 'adjutant'], { encoding: 'utf8' }).stdout).toBe('')
})

test('what is installed holds no file that was not meant to be shipped', () => {
  const contents = listContents(dirname(INSTALLED))
  expect(strayFiles(contents)).toEqual([])
  expect(contents).toContain('app.asar/out/main/main.js')
  expect(contents).toContain('app.asar/out/threads/speech-worker.mjs')
  expect(contents).toContain('resources/models/whisper-base/config.json')
})

test('its fuses keep out debuggers, other code and use as Node', async () => {
  expect(await readFuses(INSTALLED)).toEqual(FUSES)
})

test('an unprivileged operator starts it and has a note remembered, by keyboard', async () => {
  const app = await opened()
  await expect.poll(activeTitle).toBe('Adjutant')
  await typeAtCaret('remember that the toner comes from Kowalski', test.info().outputPath('typed.png'))
  pressKey('Return')
  await expect.poll(() => goals(app)).toEqual([['remember that the toner comes from Kowalski', 'succeeded']])
  await expectSandboxed(app)
  await app.end()
})

test('a newer version takes the place of the older one, and all that was kept is there', async () => {
  run('dpkg', '--install', newer)
  expect(run('dpkg-query', '--show', `--showformat=\${Version} \${Status}`, 'adjutant')).toBe(
    '0.1.0 install ok installed',
  )
  const app = await opened()
  expect(await goals(app)).toEqual([['remember that the toner comes from Kowalski', 'succeeded']])
  await expect.poll(activeTitle).toBe('Adjutant')
  await typeAtCaret('where does the toner come from?', test.info().outputPath('typed.png'))
  pressKey('Return')
  await expect
    .poll(async () => (await goals(app))[0])
    .toEqual(['where does the toner come from?', 'succeeded'])
  const [asked] = (await app.ask('/api/runs')) as { id: string }[]
  expect(await app.ask(`/api/runs/${asked?.id}`)).toMatchObject({
    answer: expect.stringContaining('Kowalski'),
  })
  await app.end()
})

test('it understands speech, in a thread beside its archive', async () => {
  const app = await opened()
  const heard = await app.ask('/api/voice', {
    method: 'POST',
    body: readFileSync(join(ROOT, 'src-main/testing/speech/command-01.wav')),
  })
  expect(heard).toMatchObject({ text: expect.stringMatching(/tomorrow at 9/) })
  await app.end()
})

test('removed while it runs it ends in order; the operator keeps what is theirs', async () => {
  const app = await opened()
  run('dpkg', '--remove', 'adjutant')
  await expect.poll(() => app.processes().size).toBe(0)
  expect(existsSync('/opt/Adjutant')).toBe(false)
  expect(existsSync('/usr/bin/adjutant')).toBe(false)
  expect(existsSync('/usr/share/applications/adjutant.desktop')).toBe(false)
  run('dpkg', '--purge', 'adjutant')
  for (const file of ['memory.sqlite', 'adjutant.sqlite'])
    expect(existsSync(join(place?.data ?? '', file)), file).toBe(true)
  expect(existsSync(join(place?.data ?? '', 'owner.json')), 'the journal was closed').toBe(false)
})

/** Each run's goal and how it stands, the last one first. */
async function goals(app: InstalledApp): Promise<[string, string][]> {
  const runs = (await app.ask('/api/runs')) as { goal: string; status: string }[]
  return runs.map(({ goal, status }) => [goal, status])
}

/** Pages are drawn in processes that see nobody else's (a namespace of their own) and may ask little of the kernel. */
async function expectSandboxed(app: InstalledApp): Promise<void> {
  const drawing = [...app.processes()].filter(([, args]) => args.includes(' --type=renderer'))
  expect(drawing.length).toBeGreaterThan(0)
  for (const [id, args] of drawing) {
    expect(args).not.toContain('--no-sandbox')
    const status = readFileSync(`/proc/${id}/status`, 'utf8')
    expect(status).toMatch(/^Seccomp:\s+2$/m)
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m)
    expect(status).toMatch(/^CapEff:\s+0+$/m)
    expect(readlinkSync(`/proc/${id}/ns/pid`)).not.toBe(readlinkSync('/proc/self/ns/pid'))
    expect(readlinkSync(`/proc/${id}/ns/net`)).not.toBe(readlinkSync('/proc/self/ns/net'))
  }
}

function opened(): Promise<InstalledApp> {
  if (!place) throw new Error('nobody to run it as')
  return startInstalled(place)
}

function lentPlaceWhereAllowed() {
  return whyNotInstalled() ? undefined : lentPlace()
}
