import { createInterface } from 'node:readline/promises'
import type { AskPerson } from './answer-inquiry.ts'

/** Asks on the terminal this process was started from; undefined where there is none to ask at. */
export function askAtTerminal(interrupted: AbortSignal): AskPerson | undefined {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) return undefined
  return async (text) => {
    const lines = createInterface({ input: stdin, output: stderr })
    // while a line is read the terminal does not send the signal by itself
    lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
    try {
      return await lines.question(text, { signal: interrupted })
    } catch (error) {
      // interrupted, or the end of the input: nobody answers
      if (error instanceof Error && error.name === 'AbortError') return undefined
      throw error
    } finally {
      lines.close()
    }
  }
}
