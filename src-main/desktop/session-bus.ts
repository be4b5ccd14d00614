import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Runs a command and answers what it prints. Rejects where it fails. */
export type Run = (command: string, args: readonly string[]) => Promise<string>

export const runQuietly: Run = async (command, args) =>
  (await promisify(execFile)(command, [...args], { timeout: 1_000 })).stdout

/** A method of the session bus and its arguments, all of them texts. */
export interface BusCall {
  readonly name: string
  readonly path: string
  /** With its interface. */
  readonly method: string
  readonly strings: readonly string[]
}

/** What the session bus answers, as the tool prints it that this desktop has; undefined where nobody answers. */
export async function askBus(
  { name, path, method, strings }: BusCall,
  run: Run,
): Promise<string | undefined> {
  const dot = method.lastIndexOf('.')
  const split = [method.slice(0, dot), method.slice(dot + 1)]
  const ways: readonly (readonly [command: string, ...args: string[]])[] = [
    [
      'dbus-send',
      '--session',
      '--print-reply=literal',
      `--dest=${name}`,
      path,
      method,
      ...strings.map((text) => `string:${text}`),
    ],
    ['gdbus', 'call', '--session', '--dest', name, '--object-path', path, '--method', method, ...strings],
    ['busctl', '--user', 'call', name, path, ...split, 's'.repeat(strings.length), ...strings],
  ]
  for (const [command, ...args] of ways) {
    const answer = await run(command, args).catch(() => undefined)
    if (answer !== undefined) return answer
  }
  return undefined
}
