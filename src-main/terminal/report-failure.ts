import { AdjutantError, messageOf } from '../vocabulary/errors.ts'

/** Says on standard error what went wrong, and what to do about it. */
export function tellFailure(error: unknown): void {
  const fix = error instanceof AdjutantError && error.fix ? `\n${error.fix}` : ''
  process.stderr.write(`${messageOf(error)}${fix}\n`)
}

/** For what went wrong where nobody waits for an answer. */
export function reportFailure(what: string, error: unknown): void {
  process.stderr.write(`${new Date().toISOString()} ${what}: ${messageOf(error)}\n`)
}
