import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  icon: LucideIcon
  title: string
  /** What would stand here, and how to get it. */
  children?: ReactNode
  actions?: ReactNode
}

export const EmptyState = ({ icon: Icon, title, children, actions }: EmptyStateProps) => (
  <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-12 text-center">
    <Icon aria-hidden className="mb-1 size-7 text-soft" strokeWidth={1.5} />
    <p className="font-medium text-ink">{title}</p>
    {children && <div className="text-balance text-soft text-sm leading-relaxed">{children}</div>}
    {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
  </div>
)
