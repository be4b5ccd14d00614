import { ChevronRight } from 'lucide-react'
import { Collapsible } from 'radix-ui'
import { useState } from 'react'
import type { EffectView } from '../../src-preload/contract.ts'
import { argumentRows } from '../ui/argument-rows.ts'
import { Badge } from '../ui/badge.tsx'
import { classNames } from '../ui/class-names.ts'
import { KeyValue } from '../ui/key-value.tsx'
import { statusWord } from '../ui/status.ts'
import { durationWords } from '../ui/time-words.ts'
import { said, t } from '../words.ts'
import { EffectIcon } from './effect-icon.tsx'
import { aboutOf, trustMark } from './effect-words.ts'
import { EvidenceList } from './evidence-chip.tsx'

const SAID: readonly EffectView['status'][] = [
  'asking',
  'in-doubt',
  'failed',
  'denied',
  'skipped',
  'cancelled',
]

/** A tool call: one line, and on request what went in and what came out.  */
export function EffectCard({ effect }: { effect: EffectView }) {
  const { title, status, durationMs } = effect
  const troubled = status === 'failed' || status === 'denied'
  const [open, setOpen] = useState(false)
  const about = aboutOf(effect.arguments)
  const mark = trustMark(effect)
  return (
    <Collapsible.Root
      open={open}
      onOpenChange={setOpen}
      data-effect={effect.tool}
      className="min-w-0 overflow-hidden rounded-md border border-line bg-surface"
    >
      <Collapsible.Trigger className="group flex min-h-9 w-full min-w-0 items-center gap-2 px-2.5 py-1.5 text-start text-[13px] hover:bg-sunken">
        <EffectIcon status={status} />
        <span className="shrink-0 font-medium">{said(title)}</span>
        <span className="min-w-0 flex-1 truncate text-soft">{about}</span>
        {mark && <Badge title={t('It may have been written by anyone; it instructs nothing.')}>{mark}</Badge>}
        {SAID.includes(status) && (
          <span className={troubled ? 'text-danger text-xs' : 'text-soft text-xs'}>{statusWord(status)}</span>
        )}
        {durationMs !== undefined && (
          <span className="shrink-0 text-faint text-xs tabular-nums">{durationWords(durationMs)}</span>
        )}
        <ChevronRight
          aria-hidden
          className={classNames(
            'size-3.5 shrink-0 text-faint transition-transform',
            open ? 'rotate-90' : 'rtl:-scale-x-100',
          )}
        />
      </Collapsible.Trigger>
      <Collapsible.Content className="flex flex-col gap-3 border-line border-t px-2.5 py-2.5">
        <EffectDetails effect={effect} />
      </Collapsible.Content>
    </Collapsible.Root>
  )
}

function EffectDetails({ effect }: { effect: EffectView }) {
  const rows = argumentRows(effect.arguments)
  return (
    <>
      {rows.length > 0 && (
        <div className="overflow-hidden rounded border border-line">
          <KeyValue rows={rows} label={t('Arguments')} mono />
        </div>
      )}
      {effect.resultText && (
        <section
          aria-label={t('Result')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className={classNames(
            'max-h-72 overflow-auto whitespace-pre-wrap break-words rounded bg-sunken p-2 text-xs leading-5 [overflow-wrap:anywhere]',
            effect.status === 'failed' && 'text-danger',
          )}
        >
          {effect.resultText}
        </section>
      )}
      {effect.reason && <p className="text-soft text-xs">{said(effect.reason)}</p>}
      <EvidenceList evidence={effect.evidence} />
      <p className="text-faint text-xs">
        <code>{effect.tool}</code> · {effect.effectClass}
        {effect.origins.length > 0 && t(' · made from: {origins}', { origins: effect.origins.join(', ') })}
      </p>
    </>
  )
}
