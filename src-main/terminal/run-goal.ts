import type { RunView } from '../../src-preload/contract.ts'
import { resolveHome } from '../configuration/home.ts'
import { loadConfig } from '../configuration/load-config.ts'
import { type JoinedAgent, type JoinOptions, joinAgent } from '../join-agent.ts'
import type { OperatorApi } from '../operator/operator.ts'
import { AdjutantError } from '../vocabulary/errors.ts'
import { askAtTerminal } from './ask-at-terminal.ts'
import { followRuns, hasEnded } from './follow-runs.ts'
import { humanProgress, jsonProgress, type Progress } from './progress.ts'
import { type AgentArguments, readArguments, USAGE } from './read-arguments.ts'
import { reportFailure, tellFailure } from './report-failure.ts'

export const EXIT = { success: 0, failure: 1, usage: 2, waiting: 3, interrupted: 130 } as const

/** The terminal's host: pursues one goal, or waits for unfinished ones, and gives the exit code. Never throws. */
export async function runGoal(
  argv: readonly string[],
  given: Partial<JoinOptions> & { interrupted: AbortSignal },
): Promise<number> {
  try {
    const input = readArguments(argv)
    if (input.help) {
      process.stdout.write(USAGE)
      return EXIT.success
    }
    return await pursue(input, given)
  } catch (error) {
    tellFailure(error)
    return error instanceof AdjutantError && error.code === 'usage' ? EXIT.usage : EXIT.failure
  }
}

async function pursue(
  input: AgentArguments,
  { interrupted, ...given }: Partial<JoinOptions> & { interrupted: AbortSignal },
): Promise<number> {
  const env = given.env ?? process.env
  const home = given.home ?? resolveHome(env)
  const mode = input.approve ?? loadConfig(home, env).approvals.mode
  const write = (text: string) => void process.stdout.write(text)
  const progress = input.json ? jsonProgress(write) : humanProgress(write)
  const ask = askAtTerminal(interrupted)
  const startedAt = new Date().toISOString()
  let runIds: readonly string[] | undefined
  // the goal was given to an owner that went before it answered: it may have taken it all the same
  let unanswered = false
  while (true) {
    const agent = await joinAgent({ report: reportFailure, ...given, home, host: 'terminal' })
    try {
      runIds ??=
        (unanswered ? await findBegun(agent, input, startedAt) : undefined) ?? (await begin(agent, input))
      const stop = () => void stopRuns(agent.operator, runIds ?? [])
      interrupted.addEventListener('abort', stop, { once: true })
      if (interrupted.aborted) stop()
      await agent.resume()
      const runs = await followRuns({
        operator: agent.operator,
        runIds,
        mode,
        progress,
        until: agent.ownerGone,
        interrupted,
        ...(ask ? { ask } : {}),
      })
      interrupted.removeEventListener('abort', stop)
      // where the owner has gone, this process takes its place or follows the next one
      if (runs) return await conclude(agent.operator, runs, progress, interrupted)
    } catch (error) {
      const ownerGone = error instanceof AdjutantError && error.code === 'owner-gone'
      if (agent.owns || !ownerGone) throw error
      unanswered ||= runIds === undefined
    } finally {
      await agent.close()
    }
  }
}

async function begin({ operator }: JoinedAgent, input: AgentArguments): Promise<string[]> {
  if (input.goal !== undefined) {
    const { goal, conversationId } = input
    const { id } = await operator.call('runs.start', { goal, ...(conversationId ? { conversationId } : {}) })
    return [id]
  }
  const all = await operator.call('runs.list', { limit: 1000 })
  return all.filter((run) => !hasEnded(run)).map(({ id }) => id)
}

/** The run of this goal, where the owner that did not answer had begun it. */
async function findBegun(
  { operator }: JoinedAgent,
  { goal, conversationId }: AgentArguments,
  since: string,
): Promise<string[] | undefined> {
  const runs = await operator.call('runs.list', { limit: 100 })
  const begun = runs.find(
    (run) =>
      run.goal === goal?.trim() &&
      run.createdAt >= since &&
      (conversationId === undefined || run.conversationId === conversationId),
  )
  return begun && [begun.id]
}

async function stopRuns(operator: OperatorApi, runIds: readonly string[]): Promise<void> {
  try {
    for (const id of runIds) await operator.call('runs.cancel', { id })
  } catch (error) {
    reportFailure('the run could not be stopped', error)
  }
}

async function conclude(
  operator: OperatorApi,
  runs: readonly RunView[],
  progress: Progress,
  interrupted: AbortSignal,
): Promise<number> {
  const pending = await operator.call('approvals.list', { status: 'pending' })
  for (const run of runs) {
    if (!hasEnded(run))
      progress.waiting(
        run,
        pending.filter(({ runId }) => runId === run.id),
      )
    progress.finished(run)
  }
  if (interrupted.aborted) return EXIT.interrupted
  if (runs.some(({ status }) => status === 'failed' || status === 'cancelled')) return EXIT.failure
  if (runs.some((run) => !hasEnded(run))) return EXIT.waiting
  return runs.every(({ evidence }) => evidence.length > 0) ? EXIT.success : EXIT.failure
}
