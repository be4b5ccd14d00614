import type { MetricPointView } from '../../../src-preload/contract.ts'
import { durationWords } from '../../ui/time-words.ts'
import { language, t } from '../../words.ts'
import type { MetricName } from './chart-data.ts'

export interface LineStyle {
  readonly metric: MetricName
  readonly label: string
  /** A colour of the theme by its role; the dash tells lines apart without it. */
  readonly colour: 'accent' | 'info' | 'warn' | 'danger'
  readonly dash?: readonly number[]
}

export interface ChartStyle {
  readonly name: string
  readonly title: string
  readonly lines: readonly LineStyle[]
  /** A value as it is written at the axis and in the table. */
  readonly write: (value: number) => string
  /** All of it in a sentence. */
  readonly summary: (total: MetricPointView) => string
}

const count = (value: number): string => new Intl.NumberFormat(language()).format(value)

const latency = (name: 'step' | 'model' | 'tool', title: string): ChartStyle => ({
  name,
  title,
  lines: [
    { metric: `${name}P50`, label: 'Half of them', colour: 'accent' },
    { metric: `${name}P95`, label: '95 of 100', colour: 'warn', dash: [6, 4] },
  ],
  write: durationWords,
  summary: (total) => {
    const half = total[`${name}P50`]
    const most = total[`${name}P95`]
    return half === undefined || most === undefined
      ? t('None in this time.')
      : t('Half took at most {half}, 95 of 100 at most {most}.', {
          half: durationWords(half),
          most: durationWords(most),
        })
  },
})

/** What is drawn above the timeline. */
export const CHARTS: readonly ChartStyle[] = [
  {
    name: 'queue',
    title: 'Runs and questions',
    lines: [
      { metric: 'running', label: 'Running', colour: 'accent' },
      { metric: 'queued', label: 'Queued', colour: 'info', dash: [2, 3] },
      { metric: 'waiting', label: 'Waiting', colour: 'warn', dash: [6, 4] },
      { metric: 'approvals', label: 'Questions', colour: 'danger', dash: [10, 3, 2, 3] },
    ],
    write: count,
    summary: ({ running, queued, waiting, approvals }) =>
      t('At most {running} running, {queued} queued, {waiting} waiting, {approvals} questions.', {
        running,
        queued,
        waiting,
        approvals,
      }),
  },
  latency('step', 'Steps of the journal'),
  latency('model', 'Answers of the model'),
  latency('tool', 'Calls of tools'),
  {
    name: 'tokens',
    title: 'Tokens',
    lines: [
      { metric: 'inputTokens', label: 'Read', colour: 'info' },
      { metric: 'outputTokens', label: 'Written', colour: 'accent', dash: [6, 4] },
    ],
    write: count,
    summary: ({ inputTokens, outputTokens }) =>
      t('{read} read, {written} written.', { read: inputTokens, written: outputTokens }),
  },
]
