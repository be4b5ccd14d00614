import { Ellipsis } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useActions, useStore } from '../store/store.ts'
import { classNames } from '../ui/class-names.ts'
import { t } from '../words.ts'
import type { PaneEntry } from './panes.ts'

export interface MorePanesProps {
  entries: readonly PaneEntry[]
  className: string
}

/** Panes for which a narrow window has no room. */
export function MorePanes({ entries, className }: MorePanesProps) {
  const { openPane } = useActions()
  const pane = useStore(({ ui }) => ui.pane)
  const current = entries.find(({ name }) => name === pane)
  const Icon = current?.icon ?? Ellipsis
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className={classNames(className, current ? 'font-medium text-accent' : 'text-soft')}
        aria-label={current ? t('More panes; open: {pane}', { pane: t(current.title) }) : t('More panes')}
      >
        <Icon aria-hidden className="size-5" strokeWidth={current ? 2 : 1.75} />
        {current ? t(current.title) : t('More')}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          className="z-50 min-w-44 rounded-lg border border-line bg-raised p-1 text-ink shadow-pop"
        >
          {entries.map(({ name, title, icon: Each }) => (
            <DropdownMenu.Item
              key={name}
              onSelect={() => openPane(name)}
              className="flex min-h-10 cursor-pointer items-center gap-3 rounded px-3 outline-none data-[highlighted]:bg-sunken"
            >
              <Each aria-hidden className="size-4 text-soft" strokeWidth={1.75} />
              {t(title)}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
