import type { AgentEvent, ApprovalView, RunView, WaitView } from '../../src-preload/contract.ts'
import type { OperatorApi } from '../operator/operator.ts'
import { AdjutantError } from '../vocabulary/errors.ts'
import { type AskPerson, answerByMode, askPerson } from './answer-inquiry.ts'
import type { Progress } from './progress.ts'
import type { ApproveMode } from './read-arguments.ts'

export interface FollowOptions {
  readonly operator: OperatorApi
  readonly runIds: readonly string[]
  readonly mode: ApproveMode
  readonly progress: Progress
  /** Undefined where nobody sits at this terminal. */
  readonly ask?: AskPerson
  /** Settles when the runs can no longer be followed from here. */
  readonly until: Promise<void>
  /** The runs are being cancelled: they are followed to their end, whatever they wait for. */
  readonly interrupted: AbortSignal
}

/** What became of the runs: each as it stands, ended or left waiting for a person. Undefined where `until` came first. */
export async function followRuns(options: FollowOptions): Promise<RunView[] | undefined> {
  const { operator, runIds, progress } = options
  const latest = new Map<string, RunView>()
  const conversations = new Set<string>()
  const leftOpen = new Set<string>()
  let wake = () => {}
  const hear = (event: AgentEvent) => {
    if (event.type === 'run.changed' && runIds.includes(event.run.id)) {
      latest.set(event.run.id, event.run)
      conversations.add(event.run.conversationId)
    }
    if (isAbout(event, runIds, conversations)) progress.event(event)
    wake()
  }
  const unsubscribe = operator.subscribe(hear)
  let over = false
  void options.until.then(() => {
    over = true
    wake()
  })
  try {
    // what happened before the events were heard
    for (const id of runIds) hear({ type: 'run.changed', run: await operator.call('runs.get', { id }) })
    while (!over) {
      const heardAgain = new Promise<void>((resolve) => {
        wake = resolve
      })
      const runs = runIds.flatMap((id) => latest.get(id) ?? [])
      const open = runs.filter((run) => !hasEnded(run))
      const stuck = await answerAll(options, open, leftOpen)
      const all = stuck.length === open.length
      if (open.length === 0 || (all && !options.interrupted.aborted)) return runs
      await heardAgain
    }
    return undefined
  } finally {
    unsubscribe()
  }
}

export const hasEnded = ({ status }: Pick<RunView, 'status'>): boolean =>
  status === 'succeeded' || status === 'failed' || status === 'cancelled'

/** Answers what can be answered; gives the runs in which nothing but a person's answer can change anything. */
async function answerAll(
  options: FollowOptions,
  open: readonly RunView[],
  leftOpen: Set<string>,
): Promise<RunView[]> {
  const { operator } = options
  const asking = open.filter(({ effects, status }) => status === 'waiting' || effects.some(needsPerson))
  if (asking.length === 0) return []
  const pending = await operator.call('approvals.list', { status: 'pending' })
  const stuck: RunView[] = []
  for (const run of open) {
    const inquiries = pending.filter(({ runId }) => runId === run.id)
    let answered = false
    for (const inquiry of inquiries.filter(({ id }) => !leftOpen.has(id))) {
      if (await answerOne(options, inquiry)) answered = true
      else leftOpen.add(inquiry.id)
    }
    // a wait that is no longer on the list has been answered meanwhile: the news of it is on its way
    const isStill = (wait: WaitView) => wait.for === 'event' || inquiries.some(({ id }) => id === wait.what)
    if (!answered && run.status === 'waiting' && run.waiting.every(isStill)) stuck.push(run)
  }
  return stuck
}

async function answerOne({ operator, mode, ask }: FollowOptions, inquiry: ApprovalView): Promise<boolean> {
  const answer =
    answerByMode(mode, inquiry) ?? (mode === 'ask' && ask ? await askPerson(inquiry, ask) : undefined)
  if (!answer) return false
  try {
    await operator.call('approvals.answer', { id: inquiry.id, ...answer, via: 'terminal' })
  } catch (error) {
    // somebody else was first, or it was withdrawn: either way it is no longer open
    if (!(error instanceof AdjutantError && error.code === 'already-answered')) throw error
  }
  return true
}

const needsPerson = ({ status }: { status: string }): boolean => status === 'asking' || status === 'in-doubt'

function isAbout(event: AgentEvent, runIds: readonly string[], conversations: ReadonlySet<string>): boolean {
  switch (event.type) {
    case 'run.changed':
      return runIds.includes(event.run.id)
    case 'model.delta':
    case 'run.finished':
      return runIds.includes(event.runId)
    case 'approval.opened':
    case 'approval.closed':
      return runIds.includes(event.approval.runId)
    case 'message.added':
      return conversations.has(event.conversationId)
    case 'conversation.changed':
      return conversations.has(event.conversation.id)
    default:
      return false
  }
}
