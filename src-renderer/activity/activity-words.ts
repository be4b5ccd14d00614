import type {
  ActivityEntryView,
  ActivityKind,
  AlertMetric,
  AlertView,
  AnsweredVia,
} from '../../src-preload/contract.ts'
import { viaWords } from '../approvals/approval-words.ts'
import { channelWords } from '../runs/channel-words.ts'
import { sizeWords } from '../ui/size-words.ts'
import { durationWords } from '../ui/time-words.ts'
import type { Tone } from '../ui/tone.ts'
import { t } from '../words.ts'

const KINDS: Readonly<Record<ActivityKind, readonly [label: string, tone: Tone]>> = {
  started: ['Begun', 'accent'],
  asked: ['Asked you', 'warn'],
  answered: ['You answered', 'accent'],
  acted: ['Acted', 'good'],
  failed: ['Went wrong', 'danger'],
  finished: ['Ended', 'neutral'],
  fired: ['Schedules fired', 'accent'],
  agent: ['The agent itself', 'neutral'],
}

export const kindLabel = (kind: ActivityKind): string => t(KINDS[kind][0])
export const kindTone = (kind: ActivityKind): Tone => KINDS[kind][1]

const SAID: Readonly<Record<string, string>> = {
  'run.created': 'A run began',
  'run.recovered': 'A run was taken up again after an interruption',
  'steering.received': 'You steered a run',
  'cancel.requested': 'A run was told to stop',
  'effect.refused': '{tool} could not be called',
  'effect.doubted': 'It is not known whether this happened: {tool}',
  'model.failed': 'The model failed',
  started: 'Adjutant started',
  stopped: 'Adjutant ended',
  crashed: 'Adjutant had ended unexpectedly',
  paused: 'Everything was paused',
  resumed: 'Everything went on',
  'settings-changed': 'Settings were changed: {settings}',
  'backed-up': 'A backup was made: {bytes}',
  'safe-mode': 'Safe mode: {count} runs wait for a normal start',
}

const ASKED: Readonly<Record<string, string>> = {
  approval: 'Asked whether it may: {tool}',
  question: 'Asked you a question',
  'in-doubt': 'Asked whether it happened: {tool}',
}

const ANSWERS: Readonly<Record<string, string>> = {
  once: 'You allowed it once: {tool}',
  run: 'You allowed it for the run: {tool}',
  reject: 'You rejected it: {tool}',
  happened: 'You said that it happened: {tool}',
  again: 'You had it done again: {tool}',
  skip: 'You left it undone: {tool}',
}

const ENDS: Readonly<Record<string, string>> = {
  succeeded: 'A run was finished',
  failed: 'A run failed',
  cancelled: 'A run was stopped',
}

const METRICS: Readonly<Record<AlertMetric, string>> = {
  queueDepth: 'Runs at once',
  pendingApprovals: 'Questions that wait for you',
  stepMs: 'Time of a step',
  modelMs: 'Time of the model',
  toolMs: 'Time of a tool',
  loopDelayMs: 'Time that the agent was held up',
}
const measure = (metric: AlertMetric, value: number): string =>
  metric.endsWith('Ms') ? durationWords(value) : String(value)

/** What happened, as a sentence. */
export function entryWords(entry: ActivityEntryView): string {
  const { what, status = '', asked = '', answer = '', metric, value = 0 } = entry
  const tool = t(entry.tool ?? 'a tool')
  switch (what) {
    case 'inquiry.opened':
      return t(ASKED[asked] ?? 'Asked you a question', { tool })
    case 'inquiry.answered':
      return t(ANSWERS[answer] ?? 'You answered a question', { tool })
    case 'effect.settled':
      return status === 'succeeded' ? tool : t('{tool} did not happen', { tool })
    case 'run.ended':
      return t(ENDS[status] ?? 'A run was finished')
    case 'schedule-fired':
      return asked === 'reminder' ? t('A reminder rang') : t('A schedule fired')
    case 'alert':
    case 'alert-over': {
      if (metric === undefined) return t('A limit was exceeded')
      const values = { metric: t(METRICS[metric]), value: measure(metric, value) }
      return what === 'alert'
        ? t('Above its limit: {metric}, {value}', values)
        : t('Below its limit again: {metric}, {value}', values)
    }
    default:
      return t(SAID[what] ?? what, {
        tool,
        settings: entry.settings?.join(', ') ?? '',
        bytes: sizeWords(entry.bytes ?? 0),
        count: entry.count ?? 0,
      })
  }
}

/** What there is to say beside it. */
export const entryDetails = ({ channel, via, code, version }: ActivityEntryView): string[] => [
  ...(channel === undefined ? [] : [channelWords(channel)]),
  ...(via === undefined ? [] : [viaWords(via as AnsweredVia)]),
  ...(code === undefined ? [] : [code]),
  ...(version === undefined ? [] : [version]),
]

export const alertWords = ({ metric, value, limit }: AlertView): string =>
  t('Above its limit of {limit}: {metric}, {value}.', {
    metric: t(METRICS[metric]),
    value: measure(metric, value),
    limit: measure(metric, limit),
  })
