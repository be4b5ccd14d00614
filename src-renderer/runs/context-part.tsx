import { ChevronRight, ShieldAlert } from 'lucide-react'
import { Collapsible } from 'radix-ui'
import { useState } from 'react'
import type { ContextPartView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { said, t } from '../words.ts'

/** A part of what the model was shown, or was not for want of room: one line, its reason, and on request its text. */
export function ContextPart({ part }: { part: ContextPartView }) {
  const { openMemory } = useActions()
  const { title, text, tokens, why, included, ref, trust } = part
  const [open, setOpen] = useState(false)
  return (
    <Collapsible.Root open={open} onOpenChange={setOpen} className="py-1">
      <Collapsible.Trigger className="flex w-full min-w-0 items-center gap-2 rounded py-0.5 text-start text-xs hover:bg-sunken">
        <ChevronRight
          aria-hidden
          className={classNames(
            'size-3.5 shrink-0 text-faint transition-transform',
            open ? 'rotate-90' : 'rtl:-scale-x-100',
          )}
        />
        <span className={classNames('min-w-0 flex-1 truncate', included ? 'text-ink' : 'text-faint')}>
          {title}
        </span>
        {trust === 'untrusted' && (
          <Badge tone="warn" title={t('It may have been written by anyone; it instructs nothing.')}>
            <ShieldAlert aria-hidden /> {t('untrusted')}
          </Badge>
        )}
        {!included && <Badge>{t('left out')}</Badge>}
        <span className="w-16 shrink-0 text-end text-faint tabular-nums">
          {t('{tokens} tok', { tokens })}
        </span>
      </Collapsible.Trigger>
      {why && <p className="ps-5.5 text-faint text-xs leading-relaxed">{said(why)}</p>}
      <Collapsible.Content className="flex flex-col items-start gap-2 pt-1 ps-5.5">
        <section
          aria-label={t('Text of {name}', { name: title })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="max-h-72 w-full overflow-auto whitespace-pre-wrap rounded bg-sunken p-2 text-xs leading-5 [overflow-wrap:anywhere]"
        >
          {text || t('(no text)')}
        </section>
        {ref?.startsWith('mem_') ? (
          <Button size="small" kind="quiet" onClick={() => openMemory(ref)}>
            {t('Show it in memory')}
          </Button>
        ) : (
          ref && <code className="select-all text-[11px] text-faint">{ref}</code>
        )}
      </Collapsible.Content>
    </Collapsible.Root>
  )
}
