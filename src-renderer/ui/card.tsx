import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

const EDGES = { neutral: 'border-line', warn: 'border-warn/50', danger: 'border-danger/60' }

export interface CardProps extends ComponentProps<'div'> {
  tone?: keyof typeof EDGES
}

/** A raised surface. Padding is its content's business, so that rows and tables may reach its edge. */
export const Card = ({ tone = 'neutral', className, ...rest }: CardProps) => (
  <div className={classNames('rounded-lg border bg-surface shadow-card', EDGES[tone], className)} {...rest} />
)
