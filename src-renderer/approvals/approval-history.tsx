import { useState } from 'react'
import type { ApprovalView } from '../../src-preload/contract.ts'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Select } from '../ui/field.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { said, t } from '../words.ts'
import { ApprovalCard } from './approval-card.tsx'
import { type ApprovalFilter, fits, type Outcome } from './approval-filter.ts'
import { ApprovalGoal } from './approval-goal.tsx'
import { outcomeWords, viaWords } from './approval-words.ts'

const PAST_AT_A_TIME = 20

const OUTCOMES: readonly (readonly [Outcome, string])[] = [
  ['all', 'Any outcome'],
  ['allowed', 'Allowed'],
  ['rejected', 'Rejected'],
  ['answered', 'Answered'],
  ['withdrawn', 'Withdrawn'],
]

/** All that was asked and waits no more, the latest first, with how it ended. */
export function ApprovalHistory({ past }: { past: readonly ApprovalView[] }) {
  const [most, setMost] = useState(PAST_AT_A_TIME)
  const [filter, setFilter] = useState<ApprovalFilter>({ outcome: 'all', query: '' })
  const shown = past.filter((approval) => fits(approval, filter))
  return (
    <section aria-labelledby="approvals-past" className="flex flex-col gap-2">
      <h2 id="approvals-past" className="mt-2 font-medium text-soft text-xs">
        {t('History')}
      </h2>
      <div className="flex flex-wrap gap-2">
        <SearchBox
          label={t('Search the history')}
          placeholder={t('Search what was asked, why, and what was said')}
          value={filter.query}
          onChange={(query) => setFilter({ ...filter, query })}
        />
        <Select
          aria-label={t('Outcome')}
          className="w-auto!"
          value={filter.outcome}
          onChange={({ target }) => setFilter({ ...filter, outcome: target.value as Outcome })}
        >
          {OUTCOMES.map(([outcome, words]) => (
            <option key={outcome} value={outcome}>
              {t(words)}
            </option>
          ))}
        </Select>
      </div>
      {shown.length === 0 ? (
        <p className="py-4 text-center text-soft text-sm">{t('Nothing in the history fits.')}</p>
      ) : (
        <ul
          aria-label={t('History')}
          className="divide-y divide-line rounded-lg border border-line bg-surface"
        >
          {shown.slice(0, most).map((approval) => (
            <li key={approval.id} className="px-3 py-1.5">
              <Past approval={approval} />
            </li>
          ))}
        </ul>
      )}
      {shown.length > most && (
        <Button kind="quiet" className="self-center" onClick={() => setMost(most + PAST_AT_A_TIME)}>
          {t('Show earlier ones')}
        </Button>
      )}
    </section>
  )
}

const Past = ({ approval }: { approval: ApprovalView }) => (
  <Disclosure
    title={
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <span className="truncate text-ink text-sm">
          {approval.kind === 'question' ? approval.reason : said(approval.title)}
        </span>
        <span>{outcomeWords(approval)}</span>
        {approval.via && <span className="text-faint">{viaWords(approval.via)}</span>}
      </span>
    }
    aside={<TimeAgo at={approval.answeredAt ?? approval.createdAt} className="shrink-0 text-faint" />}
  >
    <ApprovalCard approval={approval} context={<ApprovalGoal approval={approval} />} />
  </Disclosure>
)
