import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { resolveHome } from './configuration/home.ts'
import { isSafeStart } from './configuration/safe-start.ts'
import { joinAgent } from './join-agent.ts'
import { reportFailure, tellFailure } from './terminal/report-failure.ts'

/** Serves the agent and its interface at a loopback address until it is told to stop. */
async function serve(): Promise<void> {
  const agent = await joinAgent({
    home: resolveHome(process.env),
    host: 'headless',
    safeMode: isSafeStart(process.argv, process.env),
    // beside the bundle in out/main, or beside the sources
    interfaceFolder: join(dirname(fileURLToPath(import.meta.url)), '..', builtPlace()),
    report: reportFailure,
  })
  const line = `Adjutant is ready: ${agent.address}/#token=${agent.token}`
  if (!agent.owns) {
    process.stdout.write(`${line}\n`)
    process.stderr.write('It is another process that serves it; this one is not needed and ends.\n')
    return agent.close()
  }
  process.on('uncaughtExceptionMonitor', (error) => agent.report('the application crashed', error))
  const stopped = untilStopped()
  await agent.resume()
  process.stdout.write(`${line}\n`)
  await stopped
  await agent.close()
}

const builtPlace = (): string => (import.meta.url.endsWith('.ts') ? join('out', 'renderer') : 'renderer')

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })

await serve().catch((error: unknown) => {
  tellFailure(error)
  process.exitCode = 1
})
