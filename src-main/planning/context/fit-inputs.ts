import { joinLabels, type Labels } from '../../vocabulary/labels.ts'
import type { TaskInput } from '../model.ts'
import { cutResult } from './cut-text.ts'
import { estimateTokens } from './estimate-tokens.ts'
import type { ContextPart } from './fitted-request.ts'
import { condense, shorten } from './summarise.ts'

/** An input that would get less says nothing. */
const INPUT_LEAST = 90
const ANSWER_SHARE = 0.4
const RESULT_LEAST = 70
const BLOCK_TOKENS = 30
const RESULT_TOKENS = 8

/** What finished tasks leave for the one that depends on them: their answers first, the nearest tasks before others. */
export function fitInputs(
  all: readonly TaskInput[],
  tokens: number,
): { inputs: readonly TaskInput[]; tokens: number; parts: readonly ContextPart[]; labels: Labels } {
  // a task that two others depend on comes once
  const each = all.filter(({ taskId }, index) => all.findIndex((other) => other.taskId === taskId) === index)
  const room = Math.min(each.length, Math.floor(tokens / INPUT_LEAST))
  const shown = each.slice(each.length - room)
  const share = tokens / Math.max(1, shown.length)
  const fitted = shown.map((input) => fitInput(input, share))
  const inputs = fitted.map(({ input }) => input)
  return {
    inputs,
    tokens: fitted.reduce((sum, { cost }) => sum + cost, 0),
    parts: [
      ...each
        .slice(0, each.length - room)
        .map((input) =>
          inputPart(input, 0, 'No room: what it found can be read by the handles of its results'),
        ),
      ...fitted.map(({ input, cost, cut }) =>
        inputPart(
          input,
          cost,
          `${input.attached ? 'The operator attached it' : 'This task depends on it'}${cut ? '; its long texts are cut' : ''}`,
        ),
      ),
    ],
    labels: joinLabels(...inputs.flatMap(({ results }) => results.map(({ labels }) => labels))),
  }
}

function fitInput(whole: TaskInput, tokens: number) {
  const cost = (input: TaskInput): number =>
    estimateTokens(input.title + input.answer) +
    BLOCK_TOKENS +
    input.results.reduce((sum, { text, tool }) => sum + estimateTokens(text + tool) + RESULT_TOKENS, 0)
  if (tokens === Number.POSITIVE_INFINITY || cost(whole) <= tokens)
    return { input: whole, cost: cost(whole), cut: false }
  const title = condense(whole.title, 20, 10)
  const answer = shorten(whole.answer, tokens * ANSWER_SHARE)
  let left = tokens - cost({ ...whole, title, answer, results: [] })
  const results = whole.results
    .filter(({ ok }) => ok)
    .flatMap((result, index, found) => {
      const cut = cutResult(result, Math.max(RESULT_LEAST, left / (found.length - index) - RESULT_TOKENS))
      const taken = estimateTokens(cut.text + cut.tool) + RESULT_TOKENS
      if (taken > left) return []
      left -= taken
      return [cut]
    })
  const input = { ...whole, title, answer, results }
  return { input, cost: cost(input), cut: true }
}

/** An attachment is a content of its own. */
function placeOf({ taskId, attached, results: [read] }: TaskInput): ContextPart['at'] {
  return attached && read?.contentRef ? { content: read.contentRef } : { task: taskId }
}

const inputPart = (input: TaskInput, tokens: number, why: string): ContextPart => ({
  kind: 'input',
  title: input.attached ? `Attached: ${input.attached}` : `Result of task ${input.taskId}`,
  tokens,
  why,
  included: tokens > 0,
  at: placeOf(input),
  labels: joinLabels(...input.results.map(({ labels }) => labels)),
})
