import { LifeBuoy } from 'lucide-react'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { t } from '../words.ts'

/** Said across the top in safe mode, with the way out of it. */
export function SafeModeBar() {
  const { desktop } = useActions()
  const safe = useStore(({ connection }) => connection.host?.safeMode)
  const onDesktop = useStore(({ connection }) => connection.host?.host === 'electron') && window.adjutant
  if (!safe) return null
  return (
    <section
      aria-label={t('Safe mode')}
      className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 border-line border-b bg-warn-soft px-4 py-1.5 text-center text-ink text-xs"
    >
      <LifeBuoy aria-hidden className="size-4 shrink-0 text-warn" />
      <p>
        <strong className="font-semibold">{t('Safe mode')}</strong>{' '}
        {t(
          'No schedule fires, nothing is taken up again by itself, no server is started, and the built-in planner is used.',
        )}
      </p>
      {safe.problem !== undefined && (
        <p className="w-full whitespace-pre-wrap break-words">
          {t('config.json is left as it is and not used:')} {safe.problem}
        </p>
      )}
      {onDesktop ? (
        <Button size="small" onClick={() => void desktop('app.restart', { safe: false })}>
          {t('Start normally')}
        </Button>
      ) : (
        <p>{t('To start normally, end Adjutant and start it without --safe-mode.')}</p>
      )}
    </section>
  )
}
