import { joinLabels, type Labels, NO_LABELS } from '../../vocabulary/labels.ts'
import type { ResultForModel, Summary, Turn } from '../model.ts'
import { cutResult } from './cut-text.ts'
import { estimateTokens } from './estimate-tokens.ts'
import type { ContextPart } from './fitted-request.ts'
import { shorten, summarise, type Told } from './summarise.ts'

/** Of what the conversation may take: the words of the latest turns, then what their calls gave; the rest is summary. */
const WORDS_SHARE = 0.6
const RESULTS_SHARE = 0.2
/** Longest that the words of one turn stand, and one of its results: they remind, they are not read again. */
const GOAL_TOKENS = 800
const ANSWER_TOKENS = 600
const RESULT_TOKENS = 250
const MESSAGES_TOKENS = 10
const LINE_TOKENS = 20

export interface FittedHistory {
  readonly turns: readonly Turn[]
  readonly summary: Summary | undefined
  readonly tokens: number
  readonly parts: readonly ContextPart[]
  readonly labels: Labels
}

/** The latest turns of the conversation as they were, what stands for those before them, and what their calls gave. */
export function fitHistory(history: readonly Turn[], tokens: number): FittedHistory {
  const whole = tokens === Number.POSITIVE_INFINITY
  const words = history.map((turn) => (whole ? turn : withShortWords(turn)))
  const costs = words.map(
    ({ goal, answer }) => estimateTokens(goal) + estimateTokens(answer) + MESSAGES_TOKENS,
  )
  const first = firstWithin(costs, tokens * WORDS_SHARE)
  const wordsTokens = costs.slice(first).reduce((sum, cost) => sum + cost, 0)
  const older = history.slice(0, first)
  const summary = summarise(older.map(toldOf), (tokens - wordsTokens) * (first > 0 ? 1 - RESULTS_SHARE : 0))
  const fitted = fitResults(words.slice(first), tokens - wordsTokens - summary.tokens, whole)
  const turns = fitted.map(({ turn }) => turn)
  const results = fitted.flatMap((each) => each.parts)
  return {
    turns,
    summary: summary.said || summary.came ? { said: summary.said, came: summary.came } : undefined,
    tokens:
      wordsTokens +
      summary.tokens +
      results.reduce((sum, part) => sum + (part.included ? part.tokens : 0), 0),
    parts: [
      ...(older.length > 0 ? [summaryPart(summary, older.length)] : []),
      ...older.map((turn, index) => leftOutPart(turn, summary.told.includes(index))),
      ...turns.map((turn, index) =>
        turnPart(turn, history[first + index] as Turn, costs[first + index] ?? 0),
      ),
      ...results,
    ],
    labels: joinLabels(
      // an answer rests on what its calls gave, shown or not
      ...history.slice(first).map(labelsOf),
      // even of those without a line the summary holds names
      ...(summary.said || summary.came ? older.map(labelsOf) : []),
    ),
  }
}

/** Index of the first of the latest whose costs fit. */
function firstWithin(costs: readonly number[], tokens: number): number {
  let left = tokens
  let first = costs.length
  while (first > 0) {
    left -= costs[first - 1] ?? 0
    if (left < 0) break
    first -= 1
  }
  return first
}

const withShortWords = (turn: Turn): Turn => ({
  ...turn,
  goal: shorten(turn.goal, GOAL_TOKENS),
  answer: shorten(turn.answer, ANSWER_TOKENS),
})

const labelsOf = ({ labels = NO_LABELS, goalLabels = NO_LABELS, results }: Turn): Labels =>
  joinLabels(labels, goalLabels, ...results.map((result) => result.labels))

const DONE = 'succeeded'

function toldOf({ at, goal, answer, status, goalLabels, results }: Turn): Told {
  const own = goalLabels?.trust !== 'untrusted'
  // the operator's answers to questions are decisions
  const answered = results.filter(({ tool, ok }) => ok && tool === 'operator.ask').map(({ text }) => text)
  return {
    head: `${shortTime(at)} (${status === DONE ? 'done' : `open: ${status}`})`,
    said: [...(own ? [goal] : []), ...answered].join('\n'),
    came: [...(own ? [] : [goal]), answer].join('\n'),
    open: status !== DONE,
  }
}

const shortTime = (at: string): string => at.slice(0, 16).replace('T', ' ')

/** What the calls of the shown turns gave, the newest turn first. */
function fitResults(turns: readonly Turn[], tokens: number, whole: boolean) {
  let left = tokens
  return turns
    .toReversed()
    .map((turn) => {
      const parts: ContextPart[] = []
      const results = turn.results.flatMap((result): ResultForModel[] => {
        const cut = whole ? result : cutResult(result, RESULT_TOKENS)
        const cost = estimateTokens(cut.text) + estimateTokens(argumentsOf(cut)) + LINE_TOKENS
        const included = cost <= left
        if (included) left -= cost
        parts.push(resultPart(result, cut, included ? cost : 0, included))
        return included ? [cut] : []
      })
      return { turn: { ...turn, results }, parts }
    })
    .toReversed()
}

/** Arguments of an earlier call as they are shown: enough to tell it from others. */
export const argumentsOf = ({ arguments: input }: Pick<ResultForModel, 'arguments'>): string => {
  const text = JSON.stringify(input)
  return text.length <= 300 ? text : `${text.slice(0, 300)}…`
}

function resultPart(
  result: ResultForModel,
  cut: ResultForModel & { shown?: number },
  tokens: number,
  included: boolean,
): ContextPart {
  return {
    kind: 'turn',
    title: `Result of ${result.tool} in an earlier goal`,
    tokens,
    why: included
      ? 'What an earlier goal of the conversation found'
      : 'No room: it can be read by its handle',
    included,
    at: result.contentRef === undefined ? { text: cut.text } : { content: result.contentRef },
    ...(cut.shown === undefined ? {} : { shown: cut.shown }),
    ...(result.effectId === undefined ? {} : { ref: result.effectId }),
    labels: result.labels,
  }
}

function turnPart(turn: Turn, whole: Turn, tokens: number): ContextPart {
  const cut = turn.goal !== whole.goal || turn.answer !== whole.answer
  return {
    kind: 'turn',
    title: titleOf(turn),
    tokens,
    why: cut
      ? 'One of the latest goals of the conversation, its long words shortened'
      : 'One of the latest goals of the conversation',
    included: true,
    at: cut || turn.runId === undefined ? { text: wordsOf(turn) } : { run: turn.runId },
    labels: labelsOf(whole),
  }
}

const leftOutPart = (turn: Turn, told: boolean): ContextPart => ({
  kind: 'turn',
  title: titleOf(turn),
  tokens: 0,
  why: told ? 'Older: the summary stands for it' : 'Older, and no room in the summary',
  included: false,
  at: turn.runId === undefined ? { text: wordsOf(turn) } : { run: turn.runId },
  labels: labelsOf(turn),
})

const titleOf = ({ at, status }: Turn): string => `Goal of ${shortTime(at)} (${status})`

/** A turn's words as a person reads them. */
export const wordsOf = ({ goal, answer }: { goal: string; answer: string }): string =>
  `Operator: ${goal}${answer === '' ? '' : `\n\nAdjutant: ${answer}`}`

function summaryPart({ said, came, tokens, told }: ReturnType<typeof summarise>, of: number): ContextPart {
  return {
    kind: 'summary',
    title: 'Summary of the older goals',
    tokens,
    why: `Stands for ${told.length} of ${of} goals that have no room: their numbers, addresses and names as they were written`,
    included: told.length > 0,
    at: { text: [said, came].filter((half) => half !== '').join('\n') },
  }
}
