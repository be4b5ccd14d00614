import { t } from '../words.ts'
import { scoreWords } from './memory-words.ts'

/** How well a hit fits, and how it was found. */
export const RecallWhy = ({ score, why }: { score: number; why: string }) => (
  <p className="flex h-4 min-w-0 items-center gap-2 text-soft text-xs">
    <span aria-hidden className="h-1 w-12 shrink-0 overflow-hidden rounded-full bg-line">
      <span className="block h-full bg-accent" style={{ width: `${Math.round(score * 100)}%` }} />
    </span>
    <span className="shrink-0" title={t('Score {score} of 1', { score: score.toFixed(2) })}>
      {scoreWords(score)}
    </span>
    <span className="min-w-0 truncate" title={why}>
      {why}
    </span>
  </p>
)
