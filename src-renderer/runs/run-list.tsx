import type { RunSummary } from '../../src-preload/contract.ts'
import { moveByArrows } from '../ui/arrow-keys.ts'
import { classNames } from '../ui/class-names.ts'
import { StatusDot } from '../ui/status-dot.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { t } from '../words.ts'
import { channelWords } from './channel-words.ts'

export interface RunListProps {
  runs: readonly RunSummary[]
  selectedId: string | undefined
  onSelect: (id: string) => void
}

/** Goals with how they stand, newest first; arrows move through them. */
export const RunList = ({ runs, selectedId, onSelect }: RunListProps) => (
  <ul aria-label={t('Runs')} onKeyDown={moveByArrows} className="flex flex-col">
    {runs.map((run) => (
      <li key={run.id} className="border-line border-b last:border-b-0">
        <button
          type="button"
          data-row={run.id}
          aria-current={run.id === selectedId || undefined}
          onClick={() => onSelect(run.id)}
          className={classNames(
            '-outline-offset-2 flex w-full flex-col gap-1 border-s-2 px-4 py-2.5 text-start transition-colors',
            run.id === selectedId ? 'border-s-accent bg-surface' : 'border-s-transparent hover:bg-sunken',
          )}
        >
          <span className="line-clamp-2 text-ink text-sm leading-snug [overflow-wrap:anywhere]">
            {run.goal}
          </span>
          <span className="flex w-full items-center gap-2 text-faint text-xs">
            <StatusDot status={run.status} />
            {run.channel !== 'chat' && <span>{channelWords(run.channel)}</span>}
            <TimeAgo at={run.createdAt} className="ms-auto" />
          </span>
        </button>
      </li>
    ))}
  </ul>
)
