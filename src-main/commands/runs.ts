import type { RunView, StepView } from '../../src-preload/contract.ts'
import type { OperatorApi } from '../operator/operator.ts'
import { oneLine, printable } from '../terminal/printable.ts'
import { AdjutantError } from '../vocabulary/errors.ts'
import { type Printed, runCommand } from './run-command.ts'

const USAGE = `npm run runs -- list          what was done and is being done, the latest first
npm run runs -- show ID       a run with its journal
npm run runs -- verify [ID]   checks the hashes of one journal, or of all
All take --json.`

async function runs(operator: OperatorApi, [verb, id]: readonly string[]): Promise<Printed> {
  if (verb === 'list' && id === undefined) return list(operator)
  if (verb === 'show' && id !== undefined) return show(operator, id)
  if (verb === 'verify') return verify(operator, id)
  throw new AdjutantError('usage', 'runs: list, show ID or verify [ID]', { fix: USAGE })
}

async function list(operator: OperatorApi): Promise<Printed> {
  const all = await operator.call('runs.list', { limit: 1000 })
  const lines = all.map(({ id, status, createdAt, goal }) =>
    [id, createdAt.slice(0, 16).replace('T', ' '), status.padEnd(9), oneLine(goal, 80)].join('  '),
  )
  return { lines: lines.length > 0 ? lines : ['There are no runs yet.'], value: all, ok: true }
}

async function show(operator: OperatorApi, id: string): Promise<Printed> {
  const run = await operator.call('runs.get', { id })
  const steps = await operator.call('runs.steps', { id })
  return { lines: [...describeRun(run), '', ...steps.map(describeStep)], value: { ...run, steps }, ok: true }
}

const describeRun = ({ id, goal, status, plan, evidence, answer, reason }: RunView): string[] => [
  `${id}  ${status}`,
  oneLine(goal, 500),
  ...plan.map((task) => `  [${task.status}] ${oneLine(task.title)}`),
  ...evidence.map(({ kind, summary }) => `  ${kind}: ${oneLine(summary, 200)}`),
  ...[answer, reason].filter((text): text is string => Boolean(text)).map(printable),
]

const describeStep = ({ seq, at, type, summary, hash }: StepView): string =>
  `${String(seq).padStart(4)}  ${at}  ${hash.slice(0, 8)}  ${type}  ${oneLine(summary, 120)}`

async function verify(operator: OperatorApi, id: string | undefined): Promise<Printed> {
  const ids =
    id === undefined ? (await operator.call('runs.list', { limit: 1000 })).map((run) => run.id) : [id]
  const checked = []
  for (const each of ids) checked.push(await operator.call('runs.verify', { id: each }))
  const wrong = checked.filter(({ problems }) => problems.length > 0)
  const lines = wrong.flatMap((run) => [`${run.id}:`, ...run.problems.map((problem) => `  ${problem}`)])
  return {
    lines: [...lines, `${checked.length} checked, ${wrong.length} with problems`],
    value: checked,
    ok: wrong.length === 0,
  }
}

process.exitCode = await runCommand(process.argv.slice(2), runs)
