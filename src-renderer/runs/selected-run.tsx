import { useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { useRead } from '../ui/use-read.ts'
import { t } from '../words.ts'
import { RunDetail } from './run-detail.tsx'

/** A run by its id: as read, then as heard of since. */
export function SelectedRun({ id, onBack }: { id: string; onBack: () => void }) {
  const heard = useStore(({ runs }) => runs.byId[id])
  const { value: read, failure, again } = useRead('runs.get', { id })
  const run = heard && (!read || Date.parse(heard.updatedAt) >= Date.parse(read.updatedAt)) ? heard : read
  if (run) return <RunDetail run={run} onBack={onBack} />
  if (!failure) return <Loading what={t('the run')} />
  return (
    <div className="p-4">
      <ErrorNote
        failure={failure}
        actions={
          <>
            <Button size="small" onClick={again}>
              {t('Try again')}
            </Button>
            <Button size="small" kind="quiet" onClick={onBack}>
              {t('Back to the list')}
            </Button>
          </>
        }
      />
    </div>
  )
}
