import { lazy, Suspense } from 'react'
import { Loading } from '../ui/loading.tsx'
import { t } from '../words.ts'

export const loadThread = () => import('./thread.tsx')
const Thread = lazy(async () => ({ default: (await loadThread()).Thread }))

/** The conversation that is shown; what draws Markdown is several times the rest of the window, and comes after it. */
export const LazyThread = ({ conversationId }: { conversationId: string }) => (
  <Suspense
    fallback={
      <div className="min-h-0 flex-1">
        <Loading what={t('conversation')} />
      </div>
    }
  >
    <Thread conversationId={conversationId} />
  </Suspense>
)
