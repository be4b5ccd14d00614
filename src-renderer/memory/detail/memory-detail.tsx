import { ArrowLeft, Pencil, Trash2, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { MemoryDetailView, MemoryView } from '../../../src-preload/contract.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { KeyValue } from '../../ui/key-value.tsx'
import { fullTime } from '../../ui/time-words.ts'
import { useTimeZone } from '../../ui/use-time-zone.ts'
import { t } from '../../words.ts'
import { RecallWhy } from '../recall-why.tsx'
import { RowMarks } from '../row-marks.tsx'
import { SourceLink } from '../source-link.tsx'
import { EarlierTexts } from './earlier-texts.tsx'
import { EditMemory } from './edit-memory.tsx'
import { Contradictions, FactHistory } from './fact-history.tsx'
import { RelatedRows } from './related-rows.tsx'
import { RuleSwitch } from './rule-switch.tsx'

export interface MemoryDetailProps {
  detail: MemoryDetailView
  /** As it was found by the search that is shown. */
  hit: MemoryView | undefined
  onForget: (row: MemoryView) => void
  onClose: () => void
  onChanged: () => void
}

/** All that is known about one row. */
export function MemoryDetail({ detail, hit, onForget, onClose, onChanged }: MemoryDetailProps) {
  const { row } = detail
  const [editing, setEditing] = useState(false)
  const text = useRef<HTMLHeadingElement>(null)
  // where the list gave way to this, the focus was in what is now hidden
  useEffect(() => {
    if (!document.activeElement?.checkVisibility()) text.current?.focus()
  }, [])
  const doneEditing = () => {
    setEditing(false)
    onChanged()
  }
  return (
    <article
      aria-label={t('Memory: {text}', { text: row.text.slice(0, 80) })}
      className="flex flex-col gap-4 p-4"
    >
      <header className="flex flex-col gap-2">
        <div className="-me-1 flex items-center gap-2">
          <IconButton
            label={t('Back to the list')}
            size="small"
            className="-ms-1.5 @3xl/pane:hidden"
            onClick={onClose}
          >
            <ArrowLeft className="rtl:-scale-x-100" />
          </IconButton>
          <RowMarks row={row} />
          <span className="ms-auto" />
          <Button size="small" disabled={editing} onClick={() => setEditing(true)}>
            <Pencil aria-hidden /> {t('Edit')}
          </Button>
          <Button size="small" kind="danger" onClick={() => onForget(row)}>
            <Trash2 aria-hidden /> {t('Forget')}
          </Button>
          <IconButton label={t('Close')} size="small" className="@max-3xl/pane:hidden" onClick={onClose}>
            <X />
          </IconButton>
        </div>
        {editing ? (
          <EditMemory row={row} onDone={doneEditing} />
        ) : (
          <h2
            ref={text}
            tabIndex={-1}
            dir="auto"
            className="whitespace-pre-wrap text-base text-ink leading-relaxed outline-none [overflow-wrap:anywhere]"
          >
            {row.text}
          </h2>
        )}
        {hit?.why && hit.score !== undefined && (
          <section aria-label={t('Why it was recalled')}>
            <RecallWhy score={hit.score} why={hit.why} />
          </section>
        )}
      </header>
      {row.kind === 'rule' && <RuleSwitch row={row} />}
      <Contradictions detail={detail} />
      <FactHistory detail={detail} />
      <EarlierTexts versions={detail.versions} />
      <RelatedRows title={t('Rests on')} rows={detail.restsOn} />
      <RelatedRows title={t('Taken from it')} rows={detail.restingOnIt} />
      <Facts row={row} />
    </article>
  )
}

function Facts({ row }: { row: MemoryView }) {
  const timeZone = useTimeZone()
  const at = (time: string) => fullTime(new Date(time), timeZone)
  const { source, thread, position, speaker, externalId, editedAt, validTo } = row
  const facts = [
    ...(row.at === row.createdAt
      ? []
      : [{ name: row.kind === 'episode' ? 'Happened' : 'Holds from', value: at(row.at) }]),
    ...(validTo ? [{ name: 'Held until', value: at(validTo) }] : []),
    { name: 'Learned', value: at(row.createdAt) },
    ...(editedAt ? [{ name: 'Edited', value: at(editedAt) }] : []),
    ...(speaker ? [{ name: 'Said by', value: speaker }] : []),
    ...(thread
      ? [{ name: 'Conversation', value: position === undefined ? thread : `${thread}, turn ${position}` }]
      : []),
    ...(externalId ? [{ name: 'Name there', value: externalId }] : []),
    ...(source.ref && source.ref !== externalId ? [{ name: 'Reference', value: source.ref }] : []),
    { name: 'Scope', value: row.scope },
    { name: 'Made from', value: row.origins.join(', ') || 'nothing else' },
    { name: 'Id', value: row.id },
  ]
  return (
    <section aria-label={t('Where it is from')} className="flex flex-col gap-1.5">
      <h3 className="flex gap-2 text-soft text-xs">
        <span className="font-medium">{t('Where it is from')}</span> <SourceLink source={source} />
      </h3>
      <div className="overflow-hidden rounded-md border border-line bg-surface">
        <KeyValue rows={facts} label={t('About it')} />
      </div>
    </section>
  )
}
