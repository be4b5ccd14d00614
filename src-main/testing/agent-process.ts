import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const AGENT = join(dirname(fileURLToPath(import.meta.url)), '..', 'agent.ts')
/** What the first process has compiled, the others need not. */
export const COMPILE_CACHE = join(tmpdir(), 'adjutant-compile-cache')

export interface AgentProcess {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** Lines of `--json`, parsed. */
  readonly events: readonly { readonly type: string; readonly [key: string]: unknown }[]
  readonly stderr: string
}

/** Runs the terminal host as a process of its own, to its end. `fault` is a point at which it kills itself. */
export function runAgentProcess(
  args: readonly string[],
  {
    data,
    home,
    fault,
    env = {},
  }: { data: string; home: string; fault?: string; env?: Record<string, string> },
): Promise<AgentProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [AGENT, ...args, '--json'], {
      env: {
        PATH: process.env.PATH ?? '',
        HOME: home,
        TZ: 'Europe/Berlin',
        ADJUTANT_HOME: data,
        NODE_COMPILE_CACHE: COMPILE_CACHE,
        ...(fault ? { ADJUTANT_FAULT: fault } : {}),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (text) => {
      stdout += text
    })
    child.stderr.on('data', (text) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      const events = stdout.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'))
      resolve({ code, signal, events: events.map((line) => JSON.parse(line)), stderr })
    })
  })
}
