import { Check, Scale, X } from 'lucide-react'
import { useCallback } from 'react'
import type { MemoryView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { useRead } from '../ui/use-read.ts'
import { t } from '../words.ts'
import { whyNotActivated } from './memory-words.ts'
import { useMemoryChange } from './use-memory-change.ts'

/** Proposals that are shown at a time; the others come up as these are answered. */
const SHOWN = 3

/** Rules that the agent asks about. */
export function RuleStrip({ onForget }: { onForget: (row: MemoryView) => void }) {
  const { value: proposed = [], again } = useRead('memory.list', {
    kind: 'rule',
    status: 'proposed',
    limit: 20,
  })
  useMemoryChange(again)
  const answered = useCallback(() => again(), [again])
  if (proposed.length === 0) return null
  const more = proposed.length - SHOWN
  return (
    <section
      aria-label={t('Proposed rules')}
      className="shrink-0 border-line border-b bg-accent-soft px-4 py-2.5 @3xl/pane:px-6"
    >
      <p className="flex items-center gap-1.5 font-medium text-accent text-xs">
        <Scale aria-hidden className="size-3.5" />{' '}
        {t('Proposed rules: the agent asks whether it shall keep to')}{' '}
        {proposed.length === 1 ? t('this') : t('these')}
      </p>
      <ul className="mt-1 flex flex-col">
        {proposed.slice(0, SHOWN).map((rule) => (
          <ProposedRule key={rule.id} rule={rule} onAnswered={answered} onForget={onForget} />
        ))}
      </ul>
      {more > 0 && (
        <p className="text-soft text-xs">
          {t('and')} {more} {t('more after these')}
        </p>
      )}
    </section>
  )
}

interface ProposedRuleProps {
  rule: MemoryView
  onAnswered: () => void
  onForget: (row: MemoryView) => void
}

function ProposedRule({ rule, onAnswered, onForget }: ProposedRuleProps) {
  const { client, keepMemory, selectMemory } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const refused = whyNotActivated(rule)
  const activate = async () => {
    const active = await attempt('activate', () =>
      client.call('memory.activate', { id: rule.id, active: true }),
    )
    if (!active) return
    keepMemory(active)
    onAnswered()
  }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
      <div className="min-w-48 flex-1">
        <button
          type="button"
          onClick={() => selectMemory(rule.id)}
          className="rounded text-start text-ink text-sm hover:underline [overflow-wrap:anywhere]"
        >
          <span className="line-clamp-2">{rule.text}</span>
        </button>
        {refused && <p className="text-warn text-xs">{refused}</p>}
      </div>
      <div className="flex gap-2">
        {!refused && (
          <Button size="small" kind="primary" busy={busy !== undefined} onClick={() => void activate()}>
            <Check aria-hidden /> {t('Keep to it')}
          </Button>
        )}
        <Button size="small" kind="quiet" onClick={() => onForget(rule)}>
          <X aria-hidden /> {t('No')}
        </Button>
      </div>
      {failure && (
        <div className="w-full">
          <ErrorNote failure={failure} />
        </div>
      )}
    </li>
  )
}
