import { useState } from 'react'
import type { MetricSpan } from '../../../src-preload/contract.ts'
import { useStore } from '../../store/store.ts'
import { Loading } from '../../ui/loading.tsx'
import { ReadFailure } from '../../ui/read-failure.tsx'
import { useRead } from '../../ui/use-read.ts'
import { useRounds } from '../../ui/use-rounds.ts'
import { t } from '../../words.ts'
import { alertWords } from '../activity-words.ts'
import { ChartCard } from './chart-card.tsx'
import { CHARTS } from './charts.ts'
import { SpanChoice } from './span-choice.tsx'

/** As often as a new point is worth a look, in ms. */
const AGAIN_MS: Readonly<Record<MetricSpan, number>> = { hour: 10_000, day: 60_000, week: 300_000 }

/** How much there was to do and how long it took, over an hour, a day or a week. */
export function ChartSection() {
  const [span, setSpan] = useState<MetricSpan>('hour')
  const alerts = useStore(({ ui }) => ui.alerts)
  const {
    value: view,
    failure,
    again,
  } = useRead('diagnostics.metrics', { span }, String(useRounds(AGAIN_MS[span])))
  const { value: standing } = useRead('diagnostics.alerts', {}, String(alerts?.length ?? 0))
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
