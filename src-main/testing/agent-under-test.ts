import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AgentEvent, ApprovalView, RunView } from '../../src-preload/contract.ts'
import { type Adjutant, type AdjutantOptions, openAdjutant } from '../adjutant.ts'
import { memoryInThread } from './memory-in-thread.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface AgentUnderTest {
  readonly agent: Adjutant
  /** Folders of the test's own: the agent's data, and a home with a `notes` folder that it may touch. */
  readonly data: string
  readonly home: string
  readonly events: readonly AgentEvent[]
  start(goal: string, conversationId?: string): Promise<{ id: string; conversationId: string }>
  run(id: string): Promise<RunView>
  /** Resolves with the run once it fits; rejects, showing it, after 20 s. */
  until(id: string, fits: (run: RunView) => boolean): Promise<RunView>
  /** Resolves with the run when it has ended. */
  ended(id: string): Promise<RunView>
  pending(): Promise<ApprovalView[]>
  answer(id: string, answer: string, reason?: string): Promise<ApprovalView>
}

const PATIENCE_MS = 20_000
const ENDED: readonly string[] = ['succeeded', 'failed', 'cancelled']

/** The whole agent over a temporary data directory, closed when the test is over. */
export async function agentUnderTest(
  options: Partial<AdjutantOptions> & { config?: object; folders?: { data: string; home: string } } = {},
): Promise<AgentUnderTest> {
  const { config, folders, ...rest } = options
  const base = folders ? '' : temporaryFolder()
  const { data, home } = folders ?? { data: join(base, 'data'), home: join(base, 'home') }
  mkdirSync(data, { recursive: true })
  mkdirSync(join(home, 'notes'), { recursive: true })
  // a model that is asked by the test alone is not asked what a run teaches as well
  if (config || !existsSync(join(data, 'config.json')))
    writeFileSync(join(data, 'config.json'), JSON.stringify({ memory: { learn: 'plain' }, ...config }))
  const agent = openAdjutant({
    home: data,
    host: 'terminal',
    env: {},
    userHome: home,
    openMemory: memoryInThread,
    ...rest,
  })
  onTestFinished(() => agent.close())
  const events: AgentEvent[] = []
  agent.operator.subscribe((event) => events.push(event))
  await agent.resume()
  const { call, subscribe } = agent.operator
  const run = (id: string) => call('runs.get', { id })

  const until = async (id: string, fits: (view: RunView) => boolean): Promise<RunView> => {
    const now = await run(id)
    if (fits(now)) return now
    return new Promise((resolve, reject) => {
      const timeout = setTimeout(async () => {
        end()
        reject(new Error(`the run did not come so far: ${JSON.stringify(await run(id), null, 2)}`))
      }, PATIENCE_MS)
      const end = subscribe((event) => {
        if (event.type !== 'run.changed' || event.run.id !== id || !fits(event.run)) return
        clearTimeout(timeout)
        end()
        resolve(event.run)
      })
    })
  }

  return {
    agent,
    data,
    home,
    events,
    start: (goal, conversationId) =>
      call('runs.start', { goal, ...(conversationId ? { conversationId } : {}) }),
    run,
    until,
    ended: (id) => until(id, ({ status }) => ENDED.includes(status)),
    pending: () => call('approvals.list', { status: 'pending' }),
    answer: (id, answer, reason) => call('approvals.answer', { id, answer, ...(reason ? { reason } : {}) }),
  }
}
