import type { Summary, ThreadItem } from '../model.ts'
import { cutResult, cutText, cutValue } from './cut-text.ts'
import { estimateTokens } from './estimate-tokens.ts'
import type { ContextPart } from './fitted-request.ts'
import { condense, summarise, type Told } from './summarise.ts'

/** Shares of what the thread may take: the most that one step does, the summary of the steps left out, and what is kept when it is cut. */
const STEP_SHARE = 0.5
const SUMMARY_SHARE = 0.2
const KEPT_SHARE = 0.6
/** Shares of one step: what the model said, and its calls' arguments. */
const WORDS_SHARE = 0.3
const ARGUMENTS_SHARE = 0.3
const RESULT_LEAST = 70
const ARGUMENTS_LEAST = 40
const MESSAGE_TOKENS = 4
const CALL_TOKENS = 14
const BLOCK_TOKENS = 24

export interface FittedThread {
  readonly thread: readonly ThreadItem[]
  readonly summary: Summary | undefined
  readonly tokens: number
  readonly parts: readonly ContextPart[]
}

/** A response with all that came before the next one. */
interface Step {
  readonly items: readonly ThreadItem[]
  readonly tokens: number
}

/**
 * The latest steps of a thread, and what stands for those before them. Each step is cut by its own size alone, and
 * steps are left out many at a time: between two calls the thread mostly only grows at its end, so that an endpoint
 * can go on from what it has cached. The operator's own words always stay.
 */
export function fitThread(thread: readonly ThreadItem[], tokens: number, resultMost: number): FittedThread {
  const steps = stepsOf(thread, tokens, resultMost)
  const first = firstKept(steps, tokens)
  const gone = steps.slice(0, first)
  const kept = steps.slice(first).flatMap(({ items }) => items)
  const words = gone.flatMap(({ items }) => items.filter(({ type }) => type === 'steering'))
  const summary = summarise(gone.flatMap(toldOf), first > 0 ? tokens * SUMMARY_SHARE : 0)
  return {
    thread: [...words, ...kept],
    summary: summary.said || summary.came ? { said: summary.said, came: summary.came } : undefined,
    tokens: summary.tokens + [...words, ...kept].reduce((sum, item) => sum + costOf(item), 0),
    parts: [
      ...(summary.told.length > 0 ? [summaryPart(summary, gone.length)] : []),
      ...gone.flatMap(({ items }) =>
        items.map((item) =>
          partOf(item, item.type === 'steering' ? WORDS_STAY : 'Older: a summary stands for it'),
        ),
      ),
      ...kept.map((item) => partOf(item, item.type === 'steering' ? WORDS_STAY : 'Step of this goal')),
    ],
  }
}

const WORDS_STAY = "The operator's words: never left out"

function stepsOf(thread: readonly ThreadItem[], tokens: number, resultMost: number): Step[] {
  const starts = thread.flatMap((item, index) => (item.type === 'response' || index === 0 ? [index] : []))
  return starts.map((start, at) => {
    const items = cutStep(
      thread.slice(start, starts[at + 1] ?? thread.length),
      tokens * STEP_SHARE,
      resultMost,
    )
    return { items, tokens: items.reduce((sum, item) => sum + costOf(item), 0) }
  })
}

/** A step within its share, whatever stands around it. */
function cutStep(items: readonly ThreadItem[], tokens: number, resultMost: number): ThreadItem[] {
  if (tokens === Number.POSITIVE_INFINITY) return [...items]
  const calls = items.flatMap((item) => (item.type === 'response' ? item.calls : [])).length
  const each = Math.max(1, calls)
  const shares = 1 - WORDS_SHARE - ARGUMENTS_SHARE
  const ofResult = Math.min(resultMost, Math.max(RESULT_LEAST, (tokens * shares) / each))
  const ofArguments = Math.max(ARGUMENTS_LEAST, (tokens * ARGUMENTS_SHARE) / each)
  return items.map((item) => {
    if (item.type === 'result') return { ...cutResult(item, ofResult), type: 'result' }
    if (item.type === 'notice') return { ...item, text: cutText(item.text, tokens * WORDS_SHARE).text }
    if (item.type !== 'response') return item
    return {
      ...item,
      text: cutText(item.text, tokens * WORDS_SHARE).text,
      calls: item.calls.map((call) => ({ ...call, arguments: cutValue(call.arguments, ofArguments) })),
    }
  })
}

function costOf(item: ThreadItem): number {
  if (item.type !== 'response') return estimateTokens(item.text) + MESSAGE_TOKENS + BLOCK_TOKENS
  const calls = item.calls.reduce(
    (sum, call) => sum + estimateTokens(call.tool + call.id + JSON.stringify(call.arguments)) + CALL_TOKENS,
    0,
  )
  return estimateTokens(item.text) + MESSAGE_TOKENS + calls
}

/**
 * Index of the first step that is shown. Goes through the thread as it grew: where it no longer fitted, so many steps
 * were left out that the next ones would have room.
 */
function firstKept(steps: readonly Step[], tokens: number): number {
  let first = 0
  let sum = 0
  for (const [index, step] of steps.entries()) {
    sum += step.tokens
    if (sum + (first > 0 ? tokens * SUMMARY_SHARE : 0) <= tokens) continue
    const most = tokens * (KEPT_SHARE - SUMMARY_SHARE)
    while (first < index && sum > most) {
      const { items, tokens: cost } = steps[first] as Step
      sum -= cost - wordsOf(items)
      first += 1
    }
    // what cannot even be shown in short is told by the summary
    if (sum + tokens * SUMMARY_SHARE > tokens) {
      sum -= step.tokens - wordsOf(step.items)
      first = index + 1
    }
  }
  return first
}

const wordsOf = (items: readonly ThreadItem[]): number =>
  items.reduce((sum, item) => sum + (item.type === 'steering' ? costOf(item) : 0), 0)

const RESULT_TOLD = 1_500

function toldOf({ items }: Step): Told[] {
  const told = items.flatMap((item) => {
    if (item.type === 'response') return item.text === '' ? [] : [item.text]
    if (item.type !== 'result') return []
    const { tool, arguments: input, ok, text, effectId } = item
    const handle = effectId === undefined ? '' : ` [${effectId}]`
    const call = `${tool}(${JSON.stringify(cutValue(input, ARGUMENTS_LEAST))})${handle}`
    return [`${call} ${ok ? 'gave' : 'failed'}: ${condense(text.slice(0, RESULT_TOLD), 60, 60)}`]
  })
  return told.length > 0 ? [{ head: 'step', said: '', came: told.join('\n'), open: false }] : []
}

function summaryPart({ came, tokens, told }: ReturnType<typeof summarise>, of: number): ContextPart {
  return {
    kind: 'summary',
    title: 'Summary of earlier steps',
    tokens,
    why: `Stands for ${told.length} of ${of} steps that have no room; their results can be read by their handles`,
    included: true,
    at: { text: came },
  }
}

function partOf(item: ThreadItem & { shown?: number }, why: string): ContextPart {
  const included = why !== 'Older: a summary stands for it'
  const base = {
    kind: 'thread' as const,
    title: titleOf(item),
    tokens: included ? costOf(item) : 0,
    why: item.shown === undefined ? why : `${why}; its beginning, the rest can be read by its handle`,
    included,
    at: item.contentRef === undefined ? { text: textOf(item) } : { content: item.contentRef },
    ...(item.shown === undefined ? {} : { shown: item.shown }),
  }
  if (item.type !== 'result') return base
  return { ...base, labels: item.labels, ...(item.effectId === undefined ? {} : { ref: item.effectId }) }
}

function titleOf(item: ThreadItem): string {
  switch (item.type) {
    case 'response':
      return item.calls.length > 0 ? `Called ${item.calls.map(({ tool }) => tool).join(', ')}` : 'Answered'
    case 'result':
      return `Result of ${item.tool}`
    case 'steering':
      return "The operator's words"
    case 'notice':
      return 'Notice of the loop'
  }
}

const textOf = (item: ThreadItem): string =>
  item.type === 'response'
    ? [item.text, ...item.calls.map(({ tool, arguments: input }) => `${tool}(${JSON.stringify(input)})`)]
        .join('\n')
        .trim()
    : item.text
