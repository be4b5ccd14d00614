import { joinLabels, type Labels } from '../../vocabulary/labels.ts'
import type { MemoryForModel, ModelRequest } from '../model.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { type ContextPart, missing } from './fitted-request.ts'
import { shorten } from './summarise.ts'

const ROW_MOST = 300
const ROW_TOKENS = 45

/** Recalled rows, best first, as far as there is room. */
export function fitMemory(
  { memory, problems }: Pick<ModelRequest, 'memory' | 'problems'>,
  tokens: number,
): { rows: readonly MemoryForModel[]; tokens: number; parts: readonly ContextPart[]; labels: Labels } {
  let left = tokens
  const fitted = memory.map((row) => {
    const shown = Number.isFinite(tokens) ? { ...row, text: shorten(row.text, ROW_MOST) } : row
    const cost = estimateTokens(shown.text) + ROW_TOKENS
    const included = cost <= left
    if (included) left -= cost
    return { row: shown, cost: included ? cost : 0, included }
  })
  const rows = fitted.flatMap(({ row, included }) => (included ? [row] : []))
  return {
    rows,
    tokens: fitted.reduce((sum, { cost }) => sum + cost, 0),
    parts: [
      ...(problems?.memory === undefined ? [] : [missing('memory', 'Memory', problems.memory)]),
      ...fitted.map(({ row, cost, included }) => rowPart(row, cost, included)),
    ],
    labels: joinLabels(...rows.map(({ labels }) => labels)),
  }
}

function rowPart(row: MemoryForModel, tokens: number, included: boolean): ContextPart {
  const found = row.why ? `Recalled: ${row.why}` : 'Recalled for the goal'
  return {
    kind: 'memory',
    title: `Memory${row.kind ? ` (${row.kind})` : ''} of ${row.at.slice(0, 10)}${row.source ? `, from ${row.source.kind}` : ''}`,
    tokens,
    why: included ? 'Recalled for the goal' : 'Recalled for the goal, but there is no room',
    included,
    at: { text: row.text, id: row.id, why: included ? found : `${found}; but there is no room` },
    ref: row.id,
    labels: row.labels,
  }
}
