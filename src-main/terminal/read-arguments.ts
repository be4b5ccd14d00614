import { parseArgs } from 'node:util'
import { AdjutantError, messageOf } from '../vocabulary/errors.ts'

const APPROVE_MODES = ['ask', 'deny', 'all-in-sandbox'] as const
export type ApproveMode = (typeof APPROVE_MODES)[number]

export interface AgentArguments {
  readonly goal: string | undefined
  readonly json: boolean
  readonly approve: ApproveMode | undefined
  readonly resume: boolean
  readonly conversationId: string | undefined
  readonly help: boolean
}

export const USAGE = `npm run agent -- "goal" [options]

  --approve ask            asks here before acts that need it (the default)
  --approve deny           rejects what would be asked about
  --approve all-in-sandbox allows acts inside the allowed folders and hosts, rejects the others
  --conversation ID        goes on with a conversation
  --resume                 waits for goals that are unfinished, instead of starting one
  --json                   one event a line; the last is {"type":"run.finished", …}

Ends with 0 for success with evidence, 1 for failure, 3 where an answer is still wanted, 130 when interrupted.
`

/** Throws AdjutantError 'usage'. */
export function readArguments(argv: readonly string[]): AgentArguments {
  const { values, positionals } = parse(argv)
  const goal = positionals.join(' ').trim()
  const wrong = problemWith(goal, values)
  if (wrong !== undefined) throw usage(wrong)
  return {
    goal: goal || undefined,
    json: values.json,
    approve: values.approve as ApproveMode | undefined,
    resume: values.resume,
    conversationId: values.conversation,
    help: values.help,
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        approve: { type: 'string' },
        resume: { type: 'boolean', default: false },
        conversation: { type: 'string' },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    })
  } catch (error) {
    throw usage(messageOf(error))
  }
}

function problemWith(
  goal: string,
  { approve, resume, help, conversation }: ReturnType<typeof parse>['values'],
): string | undefined {
  if (help) return undefined
  if (approve !== undefined && !APPROVE_MODES.includes(approve as ApproveMode)) {
    return `--approve takes ${APPROVE_MODES.join(', ')}, not "${approve}"`
  }
  if (resume && (goal || conversation !== undefined)) return '--resume takes no goal and no conversation'
  if (!resume && !goal) return 'There is no goal'
  return undefined
}

const usage = (message: string) => new AdjutantError('usage', message, { fix: USAGE })
