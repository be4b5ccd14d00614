import { useEffect, useState } from 'react'
import type { MetricSpan } from '../../../src-preload/contract.ts'
import { useStore } from '../../store/store.ts'
import { Loading } from '../../ui/loading.tsx'
import { ReadFailure } from '../../ui/read-failure.tsx'
import { useRead } from '../../ui/use-read.ts'
import { t } from '../../words.ts'
import { alertWords } from '../activity-words.ts'
import { ChartCard } from './chart-card.tsx'
import { CHARTS } from './charts.ts'
import { SpanChoice } from './span-choice.tsx'

/** As often as a new point may be there, in ms. */
const AGAIN_MS = 10_000

/** How much there was to do and how long it took, over an hour, a day or a week. */
export function ChartSection() {
  const [span, setSpan] = useState<MetricSpan>('hour')
  const [round, setRound] = useState(0)
  const alerts = useStore(({ ui }) => ui.alerts)
  const { value: view, failure, again } = useRead('diagnostics.metrics', { span }, String(round))
  const { value: standing } = useRead('diagnostics.alerts', {}, String(alerts?.length ?? 0))
  useEffect(() => {
    const timer = setInterval(() => document.hidden || setRound((before) => before + 1), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <section aria-labelledby="charts-title" className="@container flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="charts-title" className="font-medium text-ink text-sm">
          {t('Load and latency')}
        </h2>
        <SpanChoice span={span} onChange={setSpan} />
      </div>
      {standing?.map((alert) => (
        <p key={alert.metric} role="status" className="rounded-md bg-warn-soft px-3 py-2 text-ink text-sm">
          {alertWords(alert)}
        </p>
      ))}
      {failure && <ReadFailure failure={failure} again={again} />}
      {!view && !failure && <Loading what={t('charts')} />}
      {view && (
        <div className="grid gap-3 @2xl:grid-cols-2">
          {CHARTS.map((style) => (
            <ChartCard key={style.name} style={style} view={view} />
          ))}
        </div>
      )}
    </section>
  )
}
