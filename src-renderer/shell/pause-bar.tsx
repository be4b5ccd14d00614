import { Play } from 'lucide-react'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { t } from '../words.ts'

/** Said across the top while everything is paused, with the way on. */
export function PauseBar() {
  const { endPause } = useActions()
  const since = useStore(({ ui }) => ui.pausedSince)
  return (
    <div role="status">
      {since && (
        <p className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 border-line border-b bg-info-soft px-4 py-1.5 text-center text-ink text-xs">
          <span>
            {t('Everything is paused: what you ask for is kept and begins when you go on.')}{' '}
            <TimeAgo at={since} />
          </span>
          <Button size="small" onClick={() => void endPause()}>
            <Play aria-hidden /> {t('Go on')}
          </Button>
        </p>
      )}
    </div>
  )
}
