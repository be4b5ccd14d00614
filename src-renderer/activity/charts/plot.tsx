import 'uplot/dist/uPlot.min.css'
import { useEffect, useRef } from 'react'
import UPlot from 'uplot'
import { useTimeZone } from '../../ui/use-time-zone.ts'
import { language } from '../../words.ts'
import type { ChartData } from './chart-data.ts'
import type { ChartStyle } from './charts.ts'

const HEIGHT = 130
/** How far the lines of the grid may be apart: there is no half of what is counted, nor of a ms. */
const WHOLE = [1, 2, 5]
  .flatMap((step) => [0, 1, 2, 3, 4, 5, 6, 7].map((power) => step * 10 ** power))
  .sort((a, b) => a - b)

/** The lines of a chart. For eyes alone: words and a table beside it say the same. */
export function Plot({
  style,
  data,
  from,
  to,
}: {
  style: ChartStyle
  data: ChartData
  from: number
  to: number
}) {
  const box = useRef<HTMLDivElement>(null)
  const timeZone = useTimeZone()
  useEffect(() => {
    const place = box.current
    if (!place) return
    const plot = new UPlot(optionsFor(style, place, from, to, timeZone), data as UPlot.AlignedData, place)
    const sized = new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height: HEIGHT }))
    sized.observe(place)
    // a canvas keeps the colours it was drawn with
    const again = () => plot.redraw()
    const changes = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((query) =>
      matchMedia(query),
    )
    for (const change of changes) change.addEventListener('change', again)
    const themed = new MutationObserver(again)
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      for (const change of changes) change.removeEventListener('change', again)
      themed.disconnect()
      sized.disconnect()
      plot.destroy()
    }
  }, [style, data, from, to, timeZone])
  return (
    <div
      ref={box}
      aria-hidden="true"
      dir="ltr"
      className="min-w-0 overflow-hidden"
      style={{ height: HEIGHT }}
    />
  )
}

function optionsFor(
  { lines, write }: ChartStyle,
  place: HTMLElement,
  from: number,
  to: number,
  timeZone: string | undefined,
): UPlot.Options {
  const colour = (role: string) => () => computed(place, role)
  const axis = { stroke: colour('soft'), font: '11px "Inter Variable", system-ui, sans-serif' }
  const grid = { stroke: colour('line'), width: 1 }
  const days = to - from > 2 * 86_400
  const time = new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : language(), {
    ...(days ? { day: 'numeric', month: 'short' } : { hour: '2-digit', minute: '2-digit' }),
    ...(timeZone === undefined ? {} : { timeZone }),
  })
  return {
    width: place.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 4, 0, 0],
    scales: {
      x: { time: true, range: () => [from, to] },
      y: { range: (_plot, _least, most) => [0, Math.max(4, (most ?? 0) * 1.1)] },
    },
    axes: [
      {
        ...axis,
        size: 30,
        grid: { show: false },
        ticks: grid,
        values: (_plot, at) => at.map((s) => time.format(s * 1_000)),
      },
      {
        ...axis,
        incrs: WHOLE,
        grid,
        size: 62,
        ticks: { show: false },
        values: (_plot, at) => at.map(write),
      },
    ],
    series: [
      {},
      ...lines.map((line) => ({
        stroke: colour(line.colour),
        width: 1.75,
        dash: [...(line.dash ?? [])],
        points: { show: true, size: 3, fill: colour(line.colour) },
      })),
    ],
  }
}

/** A colour of the theme as it is now: `light-dark()` is only settled where it colours something. */
function computed(place: HTMLElement, role: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(--${role})`
  place.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
