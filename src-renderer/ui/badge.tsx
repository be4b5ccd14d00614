import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import type { Tone } from './tone.ts'

const TONES: Record<Tone, string> = {
  neutral: 'border-line text-soft',
  accent: 'border-transparent bg-accent-soft text-accent',
  good: 'border-transparent bg-good-soft text-good',
  warn: 'border-transparent bg-warn-soft text-warn',
  danger: 'border-transparent bg-danger-soft text-danger',
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
