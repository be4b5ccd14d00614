import { spawn } from 'node:child_process'
import { buildWhenStale, ROOT } from './build-when-stale.ts'
import { chooseHost } from './choose-host.ts'
import { findElectron } from './runtime/find-electron.ts'

try {
  const electron = findElectron()
  const { platform, env } = process
  const host = chooseHost({ platform, env, electron, root: process.getuid?.() === 0 })
  buildWhenStale()
  if (host.kind === 'headless') {
    process.stderr.write(
      `The desktop window cannot open: ${host.why}.\nServing the same interface instead.\n`,
    )
    await import('../src-main/headless.ts')
  } else {
    if (host.note) process.stderr.write(`${host.note}\n`)
    // a prepared runtime has the checkout linked in as its app; any other is told where it is
    const app = electron?.from === 'prepared' ? [] : [ROOT]
    const child = spawn(host.path, [...host.args, ...app, ...process.argv.slice(2)], { stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
    child.on('error', (error) => {
      process.stderr.write(`${host.path} could not be started: ${error.message}\n`)
      process.exitCode = 1
    })
    child.on('exit', (code) => {
      process.exitCode = code ?? 1
    })
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
