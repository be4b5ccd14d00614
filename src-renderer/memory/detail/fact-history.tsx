import type { MemoryDetailView, MemoryView } from '../../../src-preload/contract.ts'
import { fullTime } from '../../ui/time-words.ts'
import { useTimeZone } from '../../ui/use-time-zone.ts'
import { t } from '../../words.ts'
import { RelatedRow } from './related-rows.tsx'

/** What held before and what holds since, oldest first: 'was … until …'. */
export function FactHistory({ detail }: { detail: MemoryDetailView }) {
  const timeZone = useTimeZone()
  const { row, supersedes, supersededBy } = detail
  if (supersedes.length === 0 && !supersededBy) return null
  const day = (at: string) => fullTime(new Date(at), timeZone).replace(/ at .*$/, '')
  const until = ({ validTo }: MemoryView) => (validTo ? `until ${day(validTo)}` : 'before')
  return (
    <section aria-label={t('How it changed')} className="flex flex-col gap-1.5">
      <h3 className="font-medium text-soft text-xs">{t('How it changed')}</h3>
      <ol className="flex flex-col gap-1.5 border-accent border-s-2 ps-3">
        {supersedes.toReversed().map((earlier) => (
          <li key={earlier.id}>
            <Caption>
              {t('Was,')} {until(earlier)}
            </Caption>
            <RelatedRow row={earlier} />
          </li>
        ))}
        <li>
          <Caption>{supersededBy ? t('This one: {row}', { row: until(row) }) : t('This one holds')}</Caption>
        </li>
        {supersededBy && (
          <li>
            <Caption>{t('Since then')}</Caption>
            <RelatedRow row={supersededBy} />
          </li>
        )}
      </ol>
    </section>
  )
}

const Caption = ({ children }: { children: string | string[] }) => (
  <p className="pb-0.5 text-faint text-xs">{children}</p>
)

/** Rows that say otherwise about the same and hold as well, beside this one. */
export function Contradictions({ detail: { row, contradicts } }: { detail: MemoryDetailView }) {
  if (contradicts.length === 0) return null
  return (
    <section aria-label={t('Contradictions')} className="flex flex-col gap-1.5 rounded-md bg-warn-soft p-2.5">
      <h3 className="font-medium text-warn text-xs">
        {t('These do not fit together. Forget or edit what is wrong.')}
      </h3>
      {contradicts.map((other) => (
        <div key={other.id} className="grid gap-1.5 @sm:grid-cols-2">
          <RelatedRow row={row} before="this one" />
          <RelatedRow row={other} before="the other" />
        </div>
      ))}
    </section>
  )
}
