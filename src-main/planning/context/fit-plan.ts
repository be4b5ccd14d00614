import type { ModelRequest } from '../model.ts'
import { cutText } from './cut-text.ts'
import { estimateTokens } from './estimate-tokens.ts'
import type { ContextPart } from './fitted-request.ts'

type PlanLine = ModelRequest['plan'][number]

const LINE_TOKENS = 10
const OUTCOME_MOST = 500

/** The plan's state: every step that is not done before those that are, outcomes as far as there is room. */
export function fitPlan(
  plan: readonly PlanLine[],
  tokens: number,
): { lines: readonly PlanLine[]; tokens: number; parts: readonly ContextPart[] } {
  if (plan.length === 0) return { lines: [], tokens: 0, parts: [] }
  let left = tokens
  const kept = new Set<PlanLine>()
  const byNeed = [...plan].sort((a, b) => Number(isDone(a)) - Number(isDone(b)))
  for (const line of byNeed) {
    const cost = lineCost(line)
    if (cost > left) continue
    left -= cost
    kept.add(line)
  }
  const shown = plan.filter((line) => kept.has(line))
  const each = Math.min(
    OUTCOME_MOST,
    Math.floor(left / Math.max(1, shown.filter(({ outcome }) => outcome).length)),
  )
  const lines = shown.map((line) =>
    withOutcome(line, Number.isFinite(tokens) ? each : Number.POSITIVE_INFINITY),
  )
  const used = lines.reduce((sum, line) => sum + lineCost(line) + estimateTokens(line.outcome ?? ''), 0)
  const out = plan.length - lines.length
  return {
    lines,
    tokens: used,
    parts: [
      {
        kind: 'plan',
        title: 'Plan as it stands',
        tokens: used,
        why: out > 0 ? `The steps and how they stand; ${out} have no room` : 'The steps and how they stand',
        included: lines.length > 0,
        at: { text: lines.map(lineText).join('\n') },
      },
    ],
  }
}

const isDone = ({ status }: PlanLine): boolean => status === 'succeeded'

const lineCost = ({ id, status, title, dependsOn }: PlanLine): number =>
  estimateTokens(id + status + title + dependsOn.join(', ')) + LINE_TOKENS

function withOutcome({ outcome, ...line }: PlanLine, tokens: number): PlanLine {
  if (outcome === undefined || tokens < OUTCOME_LEAST) return line
  return { ...line, outcome: cutText(outcome, tokens).text }
}

const OUTCOME_LEAST = 70

/** A step of the plan in a line. */
export function lineText({ id, status, dependsOn, title, outcome }: PlanLine): string {
  const after = dependsOn.length > 0 ? `, after ${dependsOn.join(', ')}` : ''
  return `- ${id} (${status}${after}): ${title}${outcome ? `\n  ${outcome}` : ''}`
}
