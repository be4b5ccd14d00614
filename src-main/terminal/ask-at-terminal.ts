import { createInterface } from 'node:readline/promises'
import type { AskPerson } from './answer-inquiry.ts'

/** Asks on the terminal this process was started from; undefined where there is none to ask at. */
export function askAtTerminal(interrupted: AbortSignal): AskPerson | undefined {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) return undefined
  return async (text) => {
    const lines = createInterface({ input: stdin, output: stderr })
    try {
      return await lines.question(text, { signal: interrupted })
    } catch (error) {
      if (interrupted.aborted) return undefined
      throw error
    } finally {
      lines.close()
    }
  }
}
