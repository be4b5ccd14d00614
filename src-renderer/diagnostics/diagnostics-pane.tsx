import { useEffect, useState } from 'react'
import type { DesktopMethods } from '../../src-preload/contract.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Loading } from '../ui/loading.tsx'
import { Pane } from '../ui/pane.tsx'
import { ReadFailure } from '../ui/read-failure.tsx'
import { useRead } from '../ui/use-read.ts'
import { useRounds } from '../ui/use-rounds.ts'
import { t } from '../words.ts'
import { BackupButton } from './backup-button.tsx'
import { BundleButton } from './bundle-button.tsx'
import { desktopParts } from './desktop-parts.ts'
import { HealthList } from './health-list.tsx'
import { LogSection } from './log-section.tsx'
import { PlaceSection } from './place-section.tsx'

/** How often the parts are looked at again, in ms. */
const LOOK_MS = 30_000

/** How the agent is: each part, its log, its versions, and a bundle for a report. */
export function DiagnosticsPane() {
  const alerts = useStore(({ ui }) => ui.alerts?.length ?? 0)
  const {
    value: health,
    failure,
    again,
  } = useRead('diagnostics.health', {}, `${alerts} ${useRounds(LOOK_MS)}`)
  const desktop = useDesktopParts()
  return (
    <Pane
      title={t('Diagnostics')}
      about={t('How each part is, what happened lately, and what to send with a report of a fault.')}
      actions={<BundleButton />}
    >
      {failure && <ReadFailure failure={failure} again={again} />}
      {!health && !failure && <Loading what={t('diagnostics')} />}
      {health && (
        <>
          <section aria-labelledby="health-title" className="@container flex flex-col gap-2">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h2 id="health-title" className="font-medium text-ink text-sm">
                {t('Health')}
              </h2>
              <div className="flex flex-wrap gap-2">
                <BackupButton done={again} />
                <Button size="small" kind="quiet" onClick={again}>
                  {t('Look again')}
                </Button>
              </div>
            </div>
            <HealthList parts={[...health.parts, ...desktop]} at={health.at} />
          </section>
          <LogSection />
          <PlaceSection health={health} />
        </>
      )}
    </Pane>
  )
}

function useDesktopParts() {
  const { desktop } = useActions()
  const host = useStore(({ connection }) => connection.host)
  const quickKey = useStore(({ ui }) => ui.quickKey)
  const talkKey = useStore(({ voice }) => voice.globalKey)
  const [notices, setNotices] = useState<DesktopMethods['notices.how']['output']['how']>()
  const onDesktop = host?.host === 'electron' && window.adjutant !== undefined
  useEffect(() => {
    if (onDesktop) void desktop('notices.how', {}).then((found) => setNotices(found?.how))
  }, [onDesktop, desktop])
  return onDesktop ? desktopParts(host, notices, quickKey, talkKey) : []
}
