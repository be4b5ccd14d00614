import type { Metadata, MetadataTest } from './pinecone-filter-check.ts'

export interface PineconeRecord {
  readonly id: string
  readonly values: readonly number[]
  readonly metadata: Metadata
}

type Change = (records: Map<string, PineconeRecord>) => void

/** Records of one namespace. A change shows after `lag` looks at it, as with a service that is consistent in the end. */
export class PineconeRecords {
  readonly #lag: number
  readonly #shown = new Map<string, PineconeRecord>()
  #waiting: { change: Change; looks: number }[] = []

  constructor(lag: number) {
    this.#lag = lag
  }

  change(change: Change): void {
    this.#waiting.push({ change, looks: this.#lag })
    this.#settle()
  }

  /** What can be read; each reading brings later ones further. */
  read(): ReadonlyMap<string, PineconeRecord> {
    for (const waiting of this.#waiting) waiting.looks -= 1
    this.#settle()
    return this.#shown
  }

  query(vector: readonly number[], topK: number, admits: MetadataTest) {
    return [...this.read().values()]
      .filter(({ metadata }) => admits(metadata))
      .map((record) => ({ ...record, score: cosine(vector, record.values) }))
      .sort((one, other) => other.score - one.score)
      .slice(0, topK)
  }

  #settle(): void {
    while (this.#waiting[0] && this.#waiting[0].looks <= 0) this.#waiting.shift()?.change(this.#shown)
  }
}

function cosine(one: readonly number[], other: readonly number[]): number {
  const dot = (left: readonly number[], right: readonly number[]) =>
    left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0)
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other)) || 0
}
