import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { said } from '../words.ts'

export interface Failure {
  message: string
  fix?: string | undefined
}

/** What went wrong and what to do about it, said where it happened. */
export const ErrorNote = ({ failure, actions }: { failure: Failure; actions?: ReactNode }) => (
  <div
    role="alert"
    className="flex gap-2 rounded-md border border-danger/25 bg-danger-soft px-3 py-2 text-sm leading-relaxed"
  >
    <CircleAlert aria-hidden className="mt-[3px] size-4 shrink-0 text-danger" />
    <div className="min-w-0 flex-1">
      <p className="break-words text-ink">{said(failure.message)}</p>
      {failure.fix && <p className="break-words text-soft">{said(failure.fix)}</p>}
      {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  </div>
)
