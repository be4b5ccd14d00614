import type { EffectStatus, RunStatus, TaskStatus } from '../../src-preload/contract.ts'
import { classNames } from './class-names.ts'
import { statusWord, toneOfStatus } from './status.ts'
import type { Tone } from './tone.ts'

const DOTS: Record<Tone, string> = {
  neutral: 'bg-line-strong',
  accent: 'bg-accent animate-breathe',
  good: 'bg-good',
  warn: 'bg-warn',
  danger: 'bg-danger',
}

const WORDS: Record<Tone, string> = {
  neutral: 'text-soft',
  accent: 'text-accent',
  good: 'text-good',
  warn: 'text-warn',
  danger: 'text-danger',
}

/** How a run, task or effect stands: a dot, and its word beside it or for screen readers alone. */
export function StatusDot({
  status,
  word = true,
}: {
  status: RunStatus | TaskStatus | EffectStatus
  word?: boolean
}) {
  const tone = toneOfStatus(status)
  return (
    <span className={classNames('inline-flex items-center gap-1.5 whitespace-nowrap text-xs', WORDS[tone])}>
      <span aria-hidden className={classNames('forced-shape size-2 shrink-0 rounded-full', DOTS[tone])} />
      <span className={word ? undefined : 'sr-only'}>{statusWord(status)}</span>
    </span>
  )
}
