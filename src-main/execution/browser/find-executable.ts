import { existsSync, readdirSync } from 'node:fs'
import { homedir, platform } from 'node:os'
import { delimiter, join } from 'node:path'

export interface ExecutableSearch {
  readonly explicit?: string | undefined
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly system?: NodeJS.Platform
  readonly home?: string
  readonly exists?: (path: string) => boolean
}

/**
 * Path of a Chromium-based browser: the one that was named (by option, or by ADJUTANT_BROWSER) and no other where one
 * was; else an installed Chrome, Chromium or Edge; else one that Playwright has installed. Undefined where there is none.
 */
export function findExecutable({
  explicit,
  environment = process.env,
  system = platform(),
  home = homedir(),
  exists = existsSync,
}: ExecutableSearch = {}): string | undefined {
  const named = explicit ?? (environment.ADJUTANT_BROWSER || undefined)
  if (named !== undefined) return exists(named) ? named : undefined
  const places = [
    ...installedPlaces(system, environment, home),
    ...playwrightPlaces(system, environment, home),
  ]
  return places.find(exists)
}

const ON_PATH = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
]

function installedPlaces(
  system: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string[] {
  if (system === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    )
  }
  if (system === 'win32') {
    const programs = [
      ['Google', 'Chrome', 'chrome.exe'],
      ['Chromium', '', 'chrome.exe'],
      ['Microsoft', 'Edge', 'msedge.exe'],
    ]
    const folders = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA]
    return folders.flatMap((folder) =>
      folder === undefined
        ? []
        : programs.map(([maker = '', product = '', file = '']) =>
            join(folder, maker, product, 'Application', file),
          ),
    )
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return [
    ...ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ]
}

/** Newest first, as Playwright names its folders: `chromium-1200/chrome-linux64/chrome`. */
function playwrightPlaces(
  system: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string[] {
  const usual =
    system === 'darwin'
      ? join(home, 'Library', 'Caches', 'ms-playwright')
      : system === 'win32'
        ? join(environment.LOCALAPPDATA ?? home, 'ms-playwright')
        : join(home, '.cache', 'ms-playwright')
  const root = environment.PLAYWRIGHT_BROWSERS_PATH || usual
  if (!existsSync(root)) return []
  const builds = readdirSync(root)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
  return builds.flatMap((build) => INSIDE.map((path) => join(root, build, path)))
}

const INSIDE = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
]
