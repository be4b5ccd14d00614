import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

export interface BrowserForTests {
  readonly executablePath: string
  readonly launchArgs: readonly string[]
}

const PACKAGE = '@sparticuz/chromium'
const EXTRACT = `import('${PACKAGE}').then(({ default: chromium }) => chromium.executablePath())`

/**
 * A real Chromium, unpacked once for all tests of this machine (ADJUTANT_BROWSER names another). Unpacking happens
 * aside and is moved into place whole, for several test files may want it at the same moment.
 */
export async function browserForTests(): Promise<BrowserForTests> {
  const launchArgs = ['--no-sandbox', '--disable-gpu']
  if (process.env.ADJUTANT_BROWSER) return { executablePath: process.env.ADJUTANT_BROWSER, launchArgs }
  const folder = join(tmpdir(), `adjutant-chromium-${await packageVersion()}`)
  if (!existsSync(folder)) await unpackInto(folder)
  return { executablePath: join(folder, 'chromium'), launchArgs }
}

/** Why the browser cannot start here (a library is missing, say), or undefined where it can. */
export async function whyNoBrowser({ executablePath }: BrowserForTests): Promise<string | undefined> {
  try {
    await promisify(execFile)(executablePath, ['--version'], { timeout: 20_000 })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message.trim() : String(error)
  }
}

async function packageVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve(PACKAGE)
  const { default: manifest } = await import(join(dirname(entry), '../../package.json'), {
    with: { type: 'json' },
  })
  return (manifest as { version: string }).version
}

async function unpackInto(folder: string): Promise<void> {
  const aside = await mkdtemp(join(tmpdir(), 'adjutant-chromium-'))
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', EXTRACT], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: aside },
  })
  try {
    await rename(aside, folder)
  } catch (error) {
    // another test was first, and has put the same files there
    if (!existsSync(folder)) throw error
    await rm(aside, { recursive: true })
  }
}
