import { CircleCheck } from 'lucide-react'
import { useCallback } from 'react'
import { statusWords } from '../memory/memory-words.ts'
import { useMemoryChange } from '../memory/use-memory-change.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { failureOf } from '../ui/use-attempt.ts'
import { useRead } from '../ui/use-read.ts'
import { t } from '../words.ts'

/** Whether what is set works: how memory stands, or what keeps meaning from being searched. */
export function MemoryHealth() {
  const { client, notify } = useActions()
  const { value: status, failure, again } = useRead('memory.status', {})
  useMemoryChange(useCallback(() => again(), [again]))
  const reindex = () =>
    client.call('memory.reindex', {}).then(
      ({ rows }) => {
        notify({ tone: 'good', text: t('The indexes are made anew, of {rows} rows.', { rows }) })
        again()
      },
      (error: unknown) => failureOf(error),
    )
  return (
    <div className="flex flex-col gap-2 border-line border-t pt-3">
      {failure && <ErrorNote failure={failure} />}
      {status?.problem && <ErrorNote failure={{ message: status.problem }} />}
      {status && !status.problem && (
        <p className="flex items-center gap-2 text-soft text-xs">
          <CircleCheck aria-hidden className="size-3.5 shrink-0 text-good" />{' '}
          {statusWords(status).join(' · ')}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" kind="quiet" onClick={again}>
          {t('Look again')}
        </Button>
        <Confirm
          trigger={
            <Button size="small" kind="quiet">
              {t('Make the indexes anew …')}
            </Button>
          }
          title={t('Make all indexes anew?')}
          action={t('Make them anew')}
          onConfirm={reindex}
        >
          {t(
            'Words, names and vectors are made again from the texts. Nothing is lost. With many rows it takes a while, and until a row has its vector again it is found by its words.',
          )}
        </Confirm>
      </div>
    </div>
  )
}
