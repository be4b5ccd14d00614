import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

/** A raised surface. Padding is its content's business, so that rows and tables may reach its edge. */
export const Card = ({ className, ...rest }: ComponentProps<'div'>) => (
  <div className={classNames('rounded-lg border border-line bg-surface shadow-card', className)} {...rest} />
)
