import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface PaneProps {
  title: string
  /** One line on what stands here. */
  about?: ReactNode
  /** At the right of the title. */
  actions?: ReactNode
  /** Below the title, above what scrolls: search, filters. */
  toolbar?: ReactNode
  /** Content keeps to a width that reads well; 'full' leaves layout and scrolling to it. */
  width?: 'reading' | 'full'
  children: ReactNode
}

/** A pane of the window: a heading that stays and a body that scrolls. Sizes inside go by the pane's own width. */
export function Pane({ title, about, actions, toolbar, width = 'reading', children }: PaneProps) {
  const measure = width === 'reading' ? 'mx-auto w-full max-w-3xl' : 'w-full'
  return (
    <div className="@container/pane flex h-full min-h-0 min-w-0 flex-1 flex-col bg-canvas">
      <header className="shrink-0 border-line border-b px-4 py-3 @3xl:px-6">
        <div className={classNames(measure, 'flex flex-wrap items-center gap-x-4 gap-y-2')}>
          <div className="min-w-0 flex-1">
            <h1
              tabIndex={-1}
              data-pane-heading
              className="outline-none font-semibold text-base text-ink leading-6"
            >
              {title}
            </h1>
            {about && <p className="text-soft text-xs leading-relaxed">{about}</p>}
          </div>
          {actions && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
          {toolbar && <div className="flex w-full flex-wrap items-center gap-2">{toolbar}</div>}
        </div>
      </header>
      {width === 'full' ? (
        <div className="flex min-h-0 flex-1">{children}</div>
      ) : (
        // what is there for screen readers alone is placed within it, or the whole page could be scrolled
        <div className="relative min-h-0 flex-1 overflow-y-auto px-4 py-4 @3xl:px-6">
          <div className={classNames(measure, 'flex flex-col gap-4')}>{children}</div>
        </div>
      )}
    </div>
  )
}
