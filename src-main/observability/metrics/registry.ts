import { type Buckets, bucketOf, countOf, emptyBuckets, LATENCY_MS } from './buckets.ts'

export type MetricLabels = Readonly<Record<string, string>>

/** The numbers of this process since it started. */
export interface MetricRegistry {
  count(name: string, help: string, by: number, labels?: MetricLabels): void
  gauge(name: string, help: string, value: number, labels?: MetricLabels): void
  /** A duration, in ms. */
  observe(name: string, help: string, ms: number, labels?: MetricLabels): void
  /** In the text format of Prometheus 0.0.4; durations are in seconds there. */
  render(): string
}

interface Family {
  readonly help: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly values: Map<string, number>
  readonly histograms: Map<string, { readonly buckets: number[]; sum: number }>
}

/** Sets of labels that one metric keeps apart; a name that others choose must not fill the memory. */
const SETS_MOST = 300

export function createMetricRegistry(): MetricRegistry {
  const families = new Map<string, Family>()
  const familyOf = (name: string, help: string, type: Family['type']): Family => {
    const known = families.get(name)
    if (known) return known
    const made: Family = { help, type, values: new Map(), histograms: new Map() }
    families.set(name, made)
    return made
  }
  return {
    count: (name, help, by, labels) => {
      const { values } = familyOf(name, help, 'counter')
      const key = keyIn(values, labels)
      values.set(key, (values.get(key) ?? 0) + by)
    },
    gauge: (name, help, value, labels) => {
      const { values } = familyOf(name, help, 'gauge')
      values.set(keyIn(values, labels), value)
    },
    observe: (name, help, ms, labels) => {
      const { histograms } = familyOf(name, help, 'histogram')
      const key = keyIn(histograms, labels)
      const histogram = histograms.get(key) ?? { buckets: emptyBuckets(), sum: 0 }
      histograms.set(key, histogram)
      const index = bucketOf(ms)
      histogram.buckets[index] = (histogram.buckets[index] ?? 0) + 1
      histogram.sum += ms
    },
    render: () => [...families].map(([name, family]) => rendered(name, family)).join(''),
  }
}

function keyIn(known: ReadonlyMap<string, unknown>, labels: MetricLabels = {}): string {
  const key = Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',')
  if (known.has(key) || known.size < SETS_MOST) return key
  return Object.keys(labels)
    .map((name) => `${name}="other"`)
    .join(',')
}

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

function rendered(name: string, { help, type, values, histograms }: Family): string {
  const lines = [...values].map(([labels, value]) => `${name}${braces(labels)} ${value}`)
  for (const [labels, { buckets, sum }] of histograms)
    lines.push(...histogramLines(name, labels, buckets, sum))
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.map((line) => `${line}\n`).join('')}`
}

function histogramLines(name: string, labels: string, buckets: Buckets, sum: number): string[] {
  const and = labels === '' ? '' : `${labels},`
  let below = 0
  const upTo = LATENCY_MS.map((end, index) => {
    below += buckets[index] ?? 0
    return `${name}_bucket{${and}le="${end / 1_000}"} ${below}`
  })
  const all = countOf(buckets)
  return [
    ...upTo,
    `${name}_bucket{${and}le="+Inf"} ${all}`,
    `${name}_sum${braces(labels)} ${sum / 1_000}`,
    `${name}_count${braces(labels)} ${all}`,
  ]
}

const braces = (labels: string): string => (labels === '' ? '' : `{${labels}}`)
