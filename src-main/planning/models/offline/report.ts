import type { ModelRequest } from '../../model.ts'

type Line = ModelRequest['plan'][number]

const oneLine = (text: string): boolean => !text.trim().includes('\n')

/** What became of a plan, task by task: in one line each where it fits, findings below. */
export function reportPlan({ plan }: Pick<ModelRequest, 'plan'>): string {
  const ended = plan.filter(({ status }) => status === 'succeeded')
  const failed = plan.filter(({ status }) => status === 'failed' || status === 'cancelled')
  const going = plan.filter((task) => !ended.includes(task) && !failed.includes(task))
  const lines = ended
    .filter(({ outcome }) => oneLine(outcome ?? ''))
    .map(({ outcome, title }) => `- ${outcome || title}`)
  const findings = ended
    .filter(({ outcome }) => !oneLine(outcome ?? ''))
    .map(({ outcome }) => (outcome ?? '').trim())
  const undone = failed.map((task) => `- ${task.title}: ${reasonOf(task, plan)}`)
  const parts = [
    ...(failed.length > 0
      ? [`${going.length > 0 ? 'So far, not done' : 'Not done'}:\n\n${undone.join('\n')}`]
      : []),
    ...(lines.length > 0
      ? [
          failed.length > 0
            ? `Done:\n\n${lines.join('\n')}`
            : lines.length === 1 && findings.length > 0
              ? (lines[0] ?? '').slice(2)
              : lines.join('\n'),
        ]
      : []),
    ...findings,
    ...(going.length > 0 ? [`Still to do: ${going.map(({ title }) => title).join('; ')}.`] : []),
  ]
  return parts.join('\n\n')
}

function reasonOf(task: Line, plan: readonly Line[]): string {
  if (task.outcome === 'dependency-failed' || task.outcome === undefined) {
    const before = plan.find(({ id, status }) => task.dependsOn.includes(id) && status !== 'succeeded')
    return before ? `it needs "${before.title}", which was not done.` : 'it was not started.'
  }
  return task.outcome
}
