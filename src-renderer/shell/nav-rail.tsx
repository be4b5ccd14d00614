import { useMemo } from 'react'
import { pendingApprovals } from '../store/select.ts'
import type { Pane } from '../store/state.ts'
import { useActions, useStore } from '../store/store.ts'
import { classNames } from '../ui/class-names.ts'
import { t } from '../words.ts'
import { ConnectionMark } from './connection-mark.tsx'
import { MorePanes } from './more-panes.tsx'
import { PANE_ENTRIES, type PaneEntry } from './panes.ts'
import { hrefOf } from './place.ts'

/** Links to the panes: beside them, or below where the window is narrow. */
export function NavRail() {
  return (
    <nav
      aria-label={t('Panes')}
      className="order-last flex shrink-0 border-line border-t bg-canvas pb-[env(safe-area-inset-bottom)] sm:order-first sm:w-[92px] sm:flex-col sm:border-t-0 sm:border-e"
    >
      <Mark />
      <ul className="flex w-full justify-around sm:min-h-0 sm:flex-col sm:gap-0.5 sm:overflow-y-auto sm:px-1.5">
        {PANE_ENTRIES.map((entry, index) => (
          <li
            key={entry.name}
            className={classNames('flex-1 sm:flex-none', index >= BELOW_MOST && 'max-sm:hidden')}
          >
            <PaneLink entry={entry} />
          </li>
        ))}
        <li className="flex-1 sm:hidden">
          <MorePanes entries={PANE_ENTRIES.slice(BELOW_MOST)} className={LINK} />
        </li>
      </ul>
      <div className="mt-auto hidden shrink-0 flex-col items-center pt-2 pb-3 sm:flex">
        <ConnectionMark />
      </div>
    </nav>
  )
}

/** So many stand below a narrow window; the others in a menu. */
const BELOW_MOST = 4

const LINK =
  'relative flex w-full flex-col items-center gap-0.5 rounded-lg px-1 py-1.5 text-[11px] leading-4 transition-colors sm:py-2 sm:[@media(max-height:660px)]:py-1'

function PaneLink({ entry: { name, title, icon: Icon } }: { entry: PaneEntry }) {
  const { openPane } = useActions()
  const current = useStore(({ ui }) => ui.pane === name)
  const count = usePending(name)
  return (
    <a
      href={hrefOf({ pane: name })}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault()
        openPane(name)
      }}
      className={classNames(
        LINK,
        current ? 'font-medium text-accent sm:bg-accent-soft' : 'text-soft hover:bg-sunken hover:text-ink',
      )}
    >
      <span className="relative">
        <Icon aria-hidden className="size-5" strokeWidth={current ? 2 : 1.75} />
        {count > 0 && (
          <span className="absolute -top-1.5 -end-2.5 min-w-4 rounded-full bg-warn px-1 text-center font-semibold text-[10px] text-surface leading-4">
            {count}
            <span className="sr-only">{t(' pending')}</span>
          </span>
        )}
      </span>
      {t(title)}
    </a>
  )
}

function usePending(pane: Pane): number {
  const approvals = useStore((state) => state.approvals.byId)
  return useMemo(() => (pane === 'approvals' ? pendingApprovals(approvals).length : 0), [approvals, pane])
}

const Mark = () => (
  <svg aria-hidden="true" viewBox="0 0 32 32" className="mx-auto mt-3 mb-3 hidden size-8 sm:block">
    <rect width="32" height="32" rx="8" className="fill-accent" />
    <path
      d="M8 23 16 8l8 15"
      className="fill-none stroke-on-accent"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <circle cx="16" cy="20" r="2.2" className="fill-on-accent" />
  </svg>
)
