import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const STAMP = join(ROOT, 'out', '.built')
const SOURCES = [
  'src-main',
  'src-preload',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'vite.threads.config.ts',
  'scripts/package',
  'package-lock.json',
]

/** Builds main, preload and renderer into out/ unless nothing has changed since they were built. */
export function buildWhenStale(force = false): void {
  const state = stateOf(SOURCES)
  if (!force && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === state) return
  process.stderr.write('Building the interface (once, and after each change)…\n')
  bundle('electron-vite', [])
  bundle('vite', ['--config', 'vite.threads.config.ts'])
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, state)
}

/** Changes with every build. */
export const builtState = (): string => readFileSync(STAMP, 'utf8')

function bundle(tool: 'electron-vite' | 'vite', options: readonly string[]): void {
  const packageFile = createRequire(import.meta.url).resolve(`${tool}/package.json`)
  const { bin } = JSON.parse(readFileSync(packageFile, 'utf8')) as { bin: Record<string, string> }
  const built = spawnSync(
    process.execPath,
    [join(dirname(packageFile), bin[tool] as string), 'build', '--logLevel', 'warn', ...options],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' },
  )
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}\n${built.stderr}`)
}

/** Number, newest time and total size of the files: changes with every change of a source. */
function stateOf(places: readonly string[]): string {
  let count = 0
  let newest = 0
  let size = 0
  const visit = (path: string) => {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats) return
    if (stats.isDirectory()) {
      for (const name of readdirSync(path)) visit(join(path, name))
      return
    }
    if (path.includes('.test.')) return
    count += 1
    newest = Math.max(newest, stats.mtimeMs)
    size += stats.size
  }
  for (const place of places) visit(join(ROOT, place))
  return `${count} ${newest} ${size}`
}
