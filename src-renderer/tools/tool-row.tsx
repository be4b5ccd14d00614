import { ChevronRight } from 'lucide-react'
import { Collapsible } from 'radix-ui'
import { useState } from 'react'
import type { ToolView } from '../../src-preload/contract.ts'
import { effectClassWord } from '../approvals/approval-words.ts'
import { Badge } from '../ui/badge.tsx'
import { classNames } from '../ui/class-names.ts'
import type { Tone } from '../ui/tone.ts'
import { n, t } from '../words.ts'
import { ToolDetail, type ToolDetailProps } from './tool-detail.tsx'

const TONES: Record<ToolView['effect'], Tone> = {
  read: 'neutral',
  write: 'accent',
  send: 'warn',
  spend: 'warn',
  destroy: 'danger',
  execute: 'danger',
}

/** A tool in a line that opens: its name, what it does to the world, how often it was used today. */
export function ToolRow(props: ToolDetailProps) {
  const [open, setOpen] = useState(false)
  const { tool } = props
  const { name, title, effect, off, uses, lastError } = tool
  return (
    <Collapsible.Root asChild open={open} onOpenChange={setOpen}>
      <li>
        <Collapsible.Trigger
          data-row={name}
          className="flex w-full flex-wrap items-center gap-x-2 gap-y-1 rounded-md px-3 py-2 text-start hover:bg-sunken"
        >
          <ChevronRight
            aria-hidden
            className={classNames(
              'size-3.5 shrink-0 text-faint transition-transform',
              open ? 'rotate-90' : 'rtl:-scale-x-100',
            )}
          />
          <span className="min-w-40 flex-1">
            <span className={classNames('text-sm', off ? 'text-soft line-through' : 'text-ink')}>
              {t(title)}
            </span>{' '}
            <code className="text-soft text-xs [overflow-wrap:anywhere]">{name}</code>
          </span>
          {uses.today > 0 && (
            <span className="text-soft text-xs">{n(uses.today, '{count} today', '{count} today')}</span>
          )}
          {lastError && <Badge tone="danger">{t('had an error')}</Badge>}
          {tool.server?.changed && <Badge tone="warn">{t('has changed')}</Badge>}
          {off && <Badge>{t('off')}</Badge>}
          <Badge tone={TONES[effect]}>{effectClassWord(effect)}</Badge>
        </Collapsible.Trigger>
        <Collapsible.Content>
          <ToolDetail {...props} />
        </Collapsible.Content>
      </li>
    </Collapsible.Root>
  )
}
