import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ExecutableSearch, findExecutable } from './find-executable.ts'

const search = (there: string[], options: ExecutableSearch = {}) =>
  findExecutable({
    system: 'linux',
    home: '/home/ann',
    environment: { PATH: '/usr/local/bin:/usr/bin' },
    exists: (path) => there.includes(path),
    ...options,
  })

describe('the browser that is used', () => {
  it.each<[string, string[], ExecutableSearch, string | undefined]>([
    ['is the one that was named', ['/opt/b', '/usr/bin/chromium'], { explicit: '/opt/b' }, '/opt/b'],
    ['is no other where the named one is missing', ['/usr/bin/chromium'], { explicit: '/opt/b' }, undefined],
    [
      'is that of ADJUTANT_BROWSER',
      ['/opt/c', '/usr/bin/chromium'],
      { environment: { ADJUTANT_BROWSER: '/opt/c', PATH: '/usr/bin' } },
      '/opt/c',
    ],
    ['is an installed Chromium', ['/usr/bin/chromium'], {}, '/usr/bin/chromium'],
    [
      'is Chrome rather than Chromium',
      ['/usr/bin/chromium', '/usr/bin/google-chrome'],
      {},
      '/usr/bin/google-chrome',
    ],
    ['is the snap', ['/snap/bin/chromium'], {}, '/snap/bin/chromium'],
    [
      'is an app of macOS',
      ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
      { system: 'darwin' },
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    ['is none where none is installed', [], {}, undefined],
  ])('%s', (_case, there, options, expected) => {
    expect(search(there, options)).toBe(expected)
  })

  it('is Edge on a Windows without Chrome', () => {
    const edge = join('C:\\Program Files (x86)', 'Microsoft', 'Edge', 'Application', 'msedge.exe')
    const environment = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }
    expect(search([edge], { system: 'win32', environment })).toBe(edge)
  })
})

describe("Playwright's own browser", () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'adjutant-browsers-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('is used in its newest version where nothing else is installed', () => {
    for (const build of ['chromium-999', 'chromium-1200']) {
      const path = join(root, build, 'chrome-linux64', 'chrome')
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, '')
    }
    const environment = { PATH: '', PLAYWRIGHT_BROWSERS_PATH: root }
    expect(findExecutable({ system: 'linux', environment })).toBe(
      join(root, 'chromium-1200', 'chrome-linux64', 'chrome'),
    )
  })
})
