import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client'
import { messageOf, ToolError } from '../../../vocabulary/errors.ts'
import type { ProcessRecord } from './process-record.ts'

/** The longest message that is taken from a server, in bytes. */
const MESSAGE_MOST = 16 * 1_048_576
/** How long a server has to end by itself once its input is closed, and then once it was asked to. */
const ENDING_MS = [500, 1_000] as const
/** Lines of what it writes beside the protocol that are kept, and characters of each. */
const LINES_KEPT = 40
const LINE_LENGTH = 500
/** What every program may know of where it runs. */
const PASSED_ON = [
  'PATH',
  'HOME',
  'LANG',
  'LC_ALL',
  'TMPDIR',
  // without these no program starts on Windows
  'SystemRoot',
  'windir',
  'ComSpec',
  'PATHEXT',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'TEMP',
  'TMP',
]

export interface StdioServer {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string | undefined
}

export interface StdioTransport extends Transport {
  /** The last lines that the program wrote beside the protocol. */
  said(): readonly string[]
  readonly pid: number | undefined
}

/**
 * A server that is a program on this computer, spoken to over its input and output, a message a line. It is started
 * without a shell, with little of this process' environment, in a process group of its own, and ended with all that it
 * has started; its input closes when this process goes, however that happens.
 */
export function createStdioTransport(
  server: StdioServer,
  environment: Readonly<Record<string, string | undefined>>,
  record: Pick<ProcessRecord, 'add' | 'remove'>,
): StdioTransport {
  let child: ChildProcessByStdio<Writable, Readable, Readable> | undefined
  const lines: string[] = []
  let rest: Buffer[] = []
  let restBytes = 0

  const fail = (error: Error) => {
    transport.onerror?.(error)
    endGroup(child?.pid, 'SIGKILL')
  }

  const hear = (line: Buffer) => {
    const text = line.toString('utf8').trim()
    if (text === '') return
    try {
      transport.onmessage?.(JSON.parse(text) as JSONRPCMessage)
    } catch (error) {
      // what a program prints by mistake is no message
      note(lines, text)
      transport.onerror?.(error instanceof Error ? error : new Error(messageOf(error)))
    }
  }

  const take = (chunk: Buffer) => {
    let from = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      hear(Buffer.concat([...rest, chunk.subarray(from, end)]))
      rest = []
      restBytes = 0
      from = end + 1
    }
    rest.push(chunk.subarray(from))
    restBytes += chunk.length - from
    if (restBytes > MESSAGE_MOST) {
      rest = []
      fail(new Error(`it sent a message of more than ${MESSAGE_MOST / 1_048_576} MB`))
    }
  }

  const transport: StdioTransport = {
    get pid() {
      return child?.pid
    },
    said: () => lines,
    start: async () => {
      const started = spawn(server.command, [...server.args], {
        cwd: server.cwd,
        env: { ...passedOn(environment), ...server.env },
        stdio: ['pipe', 'pipe', 'pipe'],
        shell: false,
        detached: process.platform !== 'win32',
        windowsHide: true,
      })
      started.stdout.on('data', take)
      started.stderr.on('data', (chunk: Buffer) => note(lines, chunk.toString('utf8')))
      // a program that has gone takes nothing more: that it went is told below
      started.stdin.on('error', (error) => transport.onerror?.(error))
      started.on('error', (error) => transport.onerror?.(error))
      // what it had started and left behind goes with it
      started.on('exit', () => endGroup(started.pid, 'SIGKILL'))
      started.on('close', (code, signal) => {
        child = undefined
        if (started.pid !== undefined) record.remove(started.pid)
        note(lines, signal ? `(ended by ${signal})` : `(ended with code ${code})`)
        transport.onclose?.()
      })
      try {
        await once(started, 'spawn')
      } catch (cause) {
        throw notStarted(server, cause)
      }
      child = started
      if (started.pid !== undefined) record.add(started.pid)
    },
    send: async (message) => {
      const to = child
      if (!to?.stdin.writable) throw new Error('the program has ended')
      await new Promise<void>((resolve, reject) =>
        to.stdin.write(`${JSON.stringify(message)}\n`, (error) => (error ? reject(error) : resolve())),
      )
    },
    close: async () => {
      const ending = child
      if (!ending) return
      const gone = new Promise<void>((resolve) => ending.once('close', () => resolve()))
      ending.stdin.end()
      for (const [index, signal] of (['SIGTERM', 'SIGKILL'] as const).entries()) {
        if (await within(gone, ENDING_MS[index] ?? 0)) break
        endGroup(ending.pid, signal)
      }
      await gone
    },
  }
  return transport
}

const passedOn = (environment: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = environment[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

function note(lines: string[], text: string): void {
  for (const line of text.split(/\r?\n/).filter((each) => each.trim() !== ''))
    lines.push(line.slice(0, LINE_LENGTH))
  lines.splice(0, Math.max(0, lines.length - LINES_KEPT))
}

/** Ends a process with all of its group. */
function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
    return
  }
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function within(done: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  const ended = await Promise.race([done.then(() => true as const), late])
  clearTimeout(timer)
  return ended
}

function notStarted({ command, cwd }: StdioServer, cause: unknown): ToolError {
  const code = (cause as NodeJS.ErrnoException).code
  if (code === 'ENOENT') {
    return new ToolError(
      'program-missing',
      cwd
        ? `The program "${command}" or the folder ${cwd} was not found.`
        : `The program "${command}" was not found.`,
      {
        fix: 'Install it, or give its full path.',
        cause,
      },
    )
  }
  return new ToolError(
    'program-failed',
    `The program "${command}" could not be started: ${messageOf(cause)}.`,
    {
      fix:
        process.platform === 'win32' && code === 'EINVAL'
          ? 'A script cannot be started by itself on Windows: use the program "cmd" with the arguments "/c" and the script.'
          : 'Check that it is a program that may be run.',
      cause,
    },
  )
}
