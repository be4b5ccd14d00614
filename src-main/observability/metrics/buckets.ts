/** Upper ends of the latency buckets, in ms; one more bucket holds what took longer. */
export const LATENCY_MS = [
  1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 120_000,
] as const

/** How many values fell into each bucket. */
export type Buckets = readonly number[]

export const emptyBuckets = (): number[] => Array<number>(LATENCY_MS.length + 1).fill(0)

export const countOf = (buckets: Buckets): number => buckets.reduce((sum, count) => sum + count, 0)

export const addBuckets = (one: Buckets, other: Buckets): number[] =>
  emptyBuckets().map((_, index) => (one[index] ?? 0) + (other[index] ?? 0))

export const bucketOf = (ms: number): number => {
  const index = LATENCY_MS.findIndex((end) => ms <= end)
  return index === -1 ? LATENCY_MS.length : index
}

/**
 * The value below which this share of all lies, taking those within a bucket as spread evenly; what lies beyond the last
 * end counts as that. Undefined where there are none.
 */
export function quantile(buckets: Buckets, share: number): number | undefined {
  const total = countOf(buckets)
  if (total === 0) return undefined
  let before = 0
  for (const [index, count] of buckets.entries()) {
    if (count > 0 && before + count >= share * total) {
      const from = LATENCY_MS[index - 1] ?? 0
      const to = LATENCY_MS[index] ?? from
      return from + ((share * total - before) / count) * (to - from)
    }
    before += count
  }
  return LATENCY_MS.at(-1)
}
