import { joinLabels, MCP_LABELS, NO_LABELS } from '../../vocabulary/labels.ts'
import type { ModelRequest } from '../model.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { fitHistory } from './fit-history.ts'
import { fitInputs } from './fit-inputs.ts'
import { fitMemory } from './fit-memory.ts'
import { fitPlan } from './fit-plan.ts'
import { fitThread } from './fit-thread.ts'
import { type ContextPart, type FittedRequest, missing } from './fitted-request.ts'

/** Tokens of a request to a connected model, unless its settings say otherwise. */
export const DEFAULT_BUDGET = 24_000

export interface FitOptions {
  /** Without it nothing is left out. */
  readonly budgetTokens?: number
  /** What the provider says before all else, and the tools as it describes them. */
  readonly instructions?: string
  readonly tools?: string
}

/** Of what the rules, the goal and the tools leave. The thread takes what the others do not. */
const SHARES = { history: 0.25, inputs: 0.25, memory: 0.12, plan: 0.08 }
/** Most of the whole budget that one result takes. */
const RESULT_SHARE = 1 / 6
/** Time and place, headings, the protocol's own words. */
const FRAME_TOKENS = 300
const RULE_TOKENS = 12
/** What models count for one of middling size. */
const IMAGE_TOKENS = 1_000

/**
 * Chooses what of a request is shown within a budget. Instructions, tools, rules, the goal and the operator's words to
 * the running goal are never cut; where they alone exceed the budget, nothing else is shown. The same request always
 * gives the same.
 */
export function fitRequest(request: ModelRequest, options: FitOptions = {}): FittedRequest {
  const { budgetTokens = Number.POSITIVE_INFINITY } = options
  const always = alwaysThere(request, options)
  const fixed = always.reduce((sum, { tokens }) => sum + tokens, FRAME_TOKENS)
  const rest = Math.max(0, budgetTokens - fixed)
  const plan = fitPlan(request.plan, rest * SHARES.plan)
  const memory = fitMemory(request, rest * SHARES.memory)
  const inputs = fitInputs(request.inputs, rest * SHARES.inputs)
  const history = fitHistory(
    request.history,
    rest * SHARES.history + spare(rest * SHARES.inputs - inputs.tokens),
  )
  // plan and memory change from call to call: the thread must not be cut anew because of them
  const set = Number.isFinite(rest) ? rest * (SHARES.plan + SHARES.memory) : 0
  const left = rest - set - inputs.tokens - history.tokens
  const thread = fitThread(request.thread, Math.max(0, left), budgetTokens * RESULT_SHARE)
  const used = [plan, memory, inputs, history, thread].reduce((sum, { tokens }) => sum + tokens, fixed)
  const summary = {
    ...(history.summary ? { turns: history.summary } : {}),
    ...(thread.summary ? { steps: thread.summary } : {}),
  }
  const goal = always.filter(({ kind }) => kind === 'goal')
  return {
    request: {
      ...request,
      plan: plan.lines,
      memory: memory.rows,
      inputs: inputs.inputs,
      history: history.turns,
      thread: thread.thread,
      ...(Object.keys(summary).length > 0 ? { summary } : {}),
    },
    budgetTokens: Number.isFinite(budgetTokens) ? budgetTokens : used,
    usedTokens: used,
    parts: [
      ...always.filter(({ kind }) => kind !== 'goal'),
      ...history.parts,
      ...goal,
      ...inputs.parts,
      ...thread.parts,
      ...plan.parts,
      ...memory.parts,
    ],
    labels: joinLabels(
      ...(request.rules ?? []).map(({ labels }) => labels),
      memory.labels,
      history.labels,
      inputs.labels,
      // the words of servers about their tools are read by the model as well
      options.tools && request.tools.some(({ server }) => server !== undefined) ? MCP_LABELS : NO_LABELS,
    ),
  }
}

/** Of what the inputs do not take, the conversation may have this much. */
const spare = (tokens: number): number => (Number.isFinite(tokens) ? Math.max(0, tokens) * 0.6 : 0)

/** What no budget cuts. */
function alwaysThere(request: ModelRequest, { instructions = '', tools = '' }: FitOptions): ContextPart[] {
  const { rules = [], problems, task, goal } = request
  const words = task ? `${goal}\n\n${task.title}\n${task.instruction}` : goal
  return [
    ...(instructions === ''
      ? []
      : [part('instructions', 'Instructions', instructions, 'How the agent works: the same in every call')]),
    ...(tools === '' ? [] : [toolsPart(request, tools)]),
    ...rules.map(({ id, text, labels }) => ({
      ...part('rule', 'Rule', text, "The operator's standing rule: always there, never cut"),
      tokens: estimateTokens(text) + RULE_TOKENS,
      at: { text, id },
      ref: id,
      labels: labels ?? NO_LABELS,
    })),
    ...(problems?.rules === undefined ? [] : [missing('rule', 'Rules', problems.rules)]),
    ...(request.images ?? []).map(({ name }) => ({
      ...part('input', `Image: ${name}`, '', 'The operator attached it: shown whole'),
      tokens: IMAGE_TOKENS,
    })),
    part('goal', task ? 'Goal and task' : 'Goal', words, "The operator's words: never cut"),
  ]
}

const part = (kind: ContextPart['kind'], title: string, text: string, why: string): ContextPart => ({
  kind,
  title,
  tokens: estimateTokens(text),
  why,
  included: true,
  at: { text },
})

const toolsPart = (request: ModelRequest, tools: string): ContextPart => ({
  ...part('tools', `${request.tools.length} tools`, tools, 'What the agent can do: the same in every call'),
  at: { text: request.tools.map(({ name, title }) => `${name}: ${title}`).join('\n') },
})
