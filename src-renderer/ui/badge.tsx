import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import type { Tone } from './tone.ts'

const TONES: Record<Tone, string> = {
  neutral: 'border-line text-muted',
  accent: 'border-accent/30 bg-accent/10 text-accent',
  ok: 'border-ok/30 bg-ok/10 text-ok',
  warn: 'border-warn/30 bg-warn/10 text-warn',
  danger: 'border-danger/30 bg-danger/10 text-danger',
}

export interface BadgeProps extends ComponentProps<'span'> {
  tone?: Tone
}

/** A mark of one or two words. */
export const Badge = ({ tone = 'neutral', className, ...rest }: BadgeProps) => (
  <span
    className={classNames(
      'inline-flex shrink-0 items-center gap-1 whitespace-nowrap rounded border px-1.5 text-[11px] leading-[18px]',
      '[&_svg]:size-3',
      TONES[tone],
      className,
    )}
    {...rest}
  />
)
