import { resolveHome } from '../configuration/home.ts'
import { joinAgent } from '../join-agent.ts'
import type { OperatorApi } from '../operator/operator.ts'
import { reportFailure, tellFailure } from '../terminal/report-failure.ts'
import { AdjutantError } from '../vocabulary/errors.ts'

/** What a command prints, for people and for programs, and whether all is well. */
export interface Printed {
  readonly lines: readonly string[]
  readonly value: unknown
  readonly ok: boolean
}

/** Asks the agent of the data directory, whoever owns it, and prints. Gives the exit code; never throws. */
export async function runCommand(
  argv: readonly string[],
  command: (operator: OperatorApi, words: readonly string[]) => Promise<Printed>,
): Promise<number> {
  const json = argv.includes('--json')
  try {
    const agent = await joinAgent({ home: resolveHome(process.env), host: 'terminal', report: reportFailure })
    try {
      const { lines, value, ok } = await command(
        agent.operator,
        argv.filter((word) => word !== '--json'),
      )
      process.stdout.write(json ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join(''))
      return ok ? 0 : 1
    } finally {
      await agent.close()
    }
  } catch (error) {
    tellFailure(error)
    return error instanceof AdjutantError && error.code === 'usage' ? 2 : 1
  }
}
