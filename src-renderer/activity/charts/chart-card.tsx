import { useMemo } from 'react'
import type { MetricPointView, MetricsView } from '../../../src-preload/contract.ts'
import { Card } from '../../ui/card.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { fullTime, timeWords } from '../../ui/time-words.ts'
import { useTimeZone } from '../../ui/use-time-zone.ts'
import { t } from '../../words.ts'
import { chartData, telling } from './chart-data.ts'
import type { ChartStyle, LineStyle } from './charts.ts'
import { Plot } from './plot.tsx'

/** Rows of a table; more would be no help. */
const ROWS_MOST = 120

/** A chart, what it says in a sentence, and the same as a table. */
export function ChartCard({ style, view }: { style: ChartStyle; view: MetricsView }) {
  const metrics = useMemo(() => style.lines.map(({ metric }) => metric), [style])
  const data = useMemo(() => chartData(view.points, metrics, view.span), [view, metrics])
  const rows = telling(view.points, metrics).slice(-ROWS_MOST)
  const id = `chart-${style.name}`
  return (
    <Card
      role="group"
      aria-labelledby={id}
      className={classNames(
        'flex min-w-0 flex-col gap-1 px-4 pt-3 pb-2',
        style.lines.length > 2 && '@2xl:col-span-2',
      )}
    >
      <h3 id={id} className="font-medium text-ink text-sm">
        {t(style.title)}
      </h3>
      <p className="text-soft text-xs">{view.total ? style.summary(view.total) : t('None in this time.')}</p>
      <Plot style={style} data={data} from={Date.parse(view.from) / 1_000} to={Date.parse(view.to) / 1_000} />
      <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-soft text-xs">
        {style.lines.map((line) => (
          <Legend key={line.metric} line={line} />
        ))}
      </ul>
      {rows.length > 0 && (
        <Disclosure title={t('As a table')}>
          <Table style={style} rows={rows} to={view.to} />
        </Disclosure>
      )}
    </Card>
  )
}

const Legend = ({ line: { label, colour, dash } }: { line: LineStyle }) => (
  <li className="flex items-center gap-1.5">
    <svg width="22" height="6" aria-hidden="true">
      <line
        x1="0"
        y1="3"
        x2="22"
        y2="3"
        strokeWidth="2"
        stroke={`var(--${colour})`}
        strokeDasharray={dash?.join(' ')}
      />
    </svg>
    {t(label)}
  </li>
)

function Table({ style, rows, to }: { style: ChartStyle; rows: readonly MetricPointView[]; to: string }) {
  const timeZone = useTimeZone()
  return (
    <section
      aria-label={t(style.title)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      className="max-h-48 overflow-auto"
    >
      <table className="w-full border-collapse text-xs">
        <thead>
          <tr>
            <th scope="col" className="py-1 pe-3 text-start font-medium text-soft">
              {t('Time')}
            </th>
            {style.lines.map(({ metric, label }) => (
              <th key={metric} scope="col" className="py-1 pe-3 text-end font-medium text-soft">
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.at} className="border-line border-t">
              <th scope="row" className="py-1 pe-3 text-start font-normal text-soft">
                <time dateTime={row.at} title={fullTime(new Date(row.at), timeZone)}>
                  {timeWords(new Date(row.at), new Date(to), timeZone)}
                </time>
              </th>
              {style.lines.map(({ metric }) => (
                <td key={metric} className="py-1 pe-3 text-end text-ink tabular-nums">
                  {row[metric] === undefined ? '–' : style.write(row[metric])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
