import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserForTests, whyNoBrowser } from '../../testing/browser-for-tests.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { startTestSite, type TestSite } from '../../testing/site/site.ts'
import { createWeb } from '../web/create-web.ts'
import type { BrowserPort } from './browser.ts'
import { createBrowser } from './create-browser.ts'

const found = await browserForTests()
const missing = await whyNoBrowser(found)
const promise = (name: string) => (missing === undefined ? name : `${name} (skipped: ${missing})`)

let site: TestSite
let profileDir: string
beforeAll(async () => {
  site = await startTestSite()
  profileDir = mkdtempSync(join(tmpdir(), 'adjutant-profile-'))
})
afterAll(async () => {
  await site.close()
  await rm(profileDir, { recursive: true, force: true })
})

const allowing = () => ({
  allowedHosts: [site.host],
  signal: new AbortController().signal,
})

describe.skipIf(missing)(promise('a browser that ends'), () => {
  const fresh = () => mkdtempSync(join(profileDir, 'own-'))

  it('by a crash says so, and is started anew for the next page', async () => {
    const profile = fresh()
    const browser = createBrowser({ profileDir: profile, web: createWeb(), ...found })
    await browser.open('c', `${site.origin}/hours`, allowing())
    const waiting = browser.waitFor('c', 'never shown', allowing())
    for (const pid of processesOn(profile)) process.kill(pid, 'SIGKILL')
    await expect(waiting).rejects.toMatchObject({ code: 'browser-crashed' })
    expect((await browser.open('c', `${site.origin}/shop`, allowing())).title).toBe('Harbour Roastery')
    await browser.close()
    expect(processesOn(profile)).toEqual([])
  })

  it('late, and still holds the profile, is waited for', async () => {
    const profile = fresh()
    const marker = join(profile, 'tried')
    const executablePath = join(profile, 'browser.sh')
    const script = `#!/bin/sh
if [ ! -e '${marker}' ]; then touch '${marker}'; echo 'Opening in existing browser session.' >&2; exit 0; fi
exec '${found.executablePath}' "$@"
`
    await writeFile(executablePath, script, { mode: 0o755 })
    const browser = createBrowser({ profileDir: profile, web: createWeb(), ...found, executablePath })
    expect((await browser.open('c', `${site.origin}/hours`, allowing())).title).toBe('Opening hours')
    await browser.close()
  })

  it('before it has begun says so', async () => {
    const executablePath = join(fresh(), 'browser.sh')
    await writeFile(executablePath, '#!/bin/sh\necho "libnss3.so: cannot open" >&2\nexit 127\n', {
      mode: 0o755,
    })
    const browser = createBrowser({ profileDir: fresh(), web: createWeb(), ...found, executablePath })
    await expect(browser.open('c', `${site.origin}/hours`, allowing())).rejects.toMatchObject({
      code: 'browser-failed',
      message: expect.stringContaining(executablePath),
    })
    await browser.close()
  })

  it('when it was idle for long enough, and not before', async () => {
    const profile = fresh()
    const clock = createManualClock(0)
    const browser = createBrowser({ profileDir: profile, web: createWeb(), clock, idleMs: 60_000, ...found })
    await browser.open('c', `${site.origin}/hours`, allowing())
    clock.advance(59_000)
    await browser.snapshot('c', allowing())
    clock.advance(59_000)
    expect(processesOn(profile).length).toBeGreaterThan(0)
    clock.advance(1_000)
    await expect.poll(() => processesOn(profile), { timeout: 10_000 }).toEqual([])
    await browser.close()
  })
})

describe('without a browser', () => {
  const browser = () =>
    createBrowser({
      profileDir,
      web: createWeb(),
      executablePath: '/nowhere/chrome',
      clock: createManualClock(0),
    })

  it('pages can be read all the same', async () => {
    const page = await browser().open('c', `${site.origin}/hours`, allowing())
    expect(page.tree).toContain('No browser is installed')
    expect(page.tree).toContain('| Saturday | 10:00 | 16:00 |')
    expect((await browser().extract('c', `${site.origin}/news`, allowing())).headlines).toHaveLength(10)
  })

  it.each([
    ['clicking', (port: BrowserPort) => port.act('c', { kind: 'click', ref: 'e1' }, allowing())],
    [
      'filling in a form',
      (port: BrowserPort) => port.fillForm('c', { url: site.origin, fields: {}, submit: true }, allowing()),
    ],
    ['taking a picture', (port: BrowserPort) => port.screenshot('c', site.origin, allowing())],
  ])('%s says what to install', async (_what, work) => {
    await expect(work(browser())).rejects.toMatchObject({
      code: 'no-browser',
      message: expect.stringContaining('/nowhere/chrome'),
      fix: expect.stringContaining('Chrome'),
    })
  })

  it('files can be downloaded all the same', async () => {
    const file = await browser().download('c', `${site.origin}/files/timetable.csv`, allowing())
    expect(file.bytes.length).toBe(52)
  })
})

/** Process ids of browsers that run on a profile. */
function processesOn(profile: string): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8' }).split('\n')
  return lines
    .filter((line) => line.includes(profile) && !/^\s*\d+\s+Z/.test(line))
    .map((line) => Number.parseInt(line, 10))
}
