import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { n, t } from '../words.ts'

/** Recomputes a journal's hashes on request and says whether all fits. */
export function JournalCheck({ runId, count }: { runId: string; count: number }) {
  const { client } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const [problems, setProblems] = useState<readonly string[]>()

  const verify = async () => {
    const checked = await attempt('verify', () => client.call('runs.verify', { id: runId }))
    setProblems(checked?.problems)
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button size="small" busy={busy !== undefined} onClick={verify}>
          {t('Verify')}
        </Button>
        <p aria-live="polite" className="flex min-w-0 items-center gap-1.5 text-soft text-xs">
          {problems?.length === 0 ? (
            <>
              <CircleCheck aria-hidden className="size-3.5 shrink-0 text-good" />
              {t('Every hash fits: nothing was changed or left out.')}
            </>
          ) : (
            !problems &&
            n(
              count,
              '{count} entry, bound by its hash.',
              '{count} entries, each bound to the one before by its hash.',
            )
          )}
        </p>
      </div>
      {failure && <ErrorNote failure={failure} />}
      {problems?.map((problem) => (
        <ErrorNote key={problem} failure={{ message: problem }} />
      ))}
    </div>
  )
}
