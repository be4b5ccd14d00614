import { agreementAt, weighBytes } from './code-agreement.ts'
import { blockOf, classesAt, imageBytes, occupiedSlots, SLOTS, slotOf, timesAt } from './code-image.ts'
import { HAMMING_WASM } from './hamming-wasm.ts'

interface Hamming {
  readonly memory: WebAssembly.Memory
  scan(
    code: number,
    times: number,
    classes: number,
    distances: number,
    width: number,
    timed: number,
    from: number,
    to: number,
  ): void
  collect(distances: number, limit: number): number
}

/** Places in the memory of hamming.wat. */
const FOUND = 8192
const HISTOGRAM = 16384
const ADMITTED = 131072
const BLOCKS = 196608
const CLASSES_MOST = 65536
const PAGE = 65536
/** Memory grows by at least so many pages. */
const GROWTH = 16

export interface Admission {
  readonly classes: readonly number[]
  readonly from: number | undefined
  readonly to: number | undefined
}

export interface Candidates {
  readonly rows: number[]
  /** Whether all rows that are admitted are among them. */
  readonly all: boolean
}

/** Codes of all rows, in memory, where WebAssembly scans them. A row stands at the place that its number gives. */
export class CodeBlocks {
  readonly #width: number
  readonly #bytes: number
  readonly #hamming: Hamming
  readonly #places = new Map<number, number>()
  readonly #free: number[] = []
  #end = BLOCKS
  #count = 0
  #memory: Uint8Array

  constructor(width: number) {
    this.#width = width
    this.#bytes = imageBytes(width)
    const wasm = new WebAssembly.Module(Buffer.from(HAMMING_WASM, 'base64'))
    this.#hamming = new WebAssembly.Instance(wasm).exports as unknown as Hamming
    this.#memory = new Uint8Array(this.#hamming.memory.buffer)
  }

  /** A copy. */
  image(block: number): Uint8Array | undefined {
    const place = this.#places.get(block)
    return place === undefined ? undefined : this.#memory.slice(place, place + this.#bytes)
  }

  /** Blocks of which a row has a code. */
  numbers(): number[] {
    return [...this.#places.keys()]
  }

  /** An image without rows, or none, frees the block's place. */
  set(block: number, image: Uint8Array | undefined): void {
    const there = this.#places.get(block)
    const occupied = image ? occupiedSlots(image, this.#width) : 0
    this.#count += occupied - (there === undefined ? 0 : this.#occupiedAt(there))
    if (image && occupied > 0) {
      const place = there ?? this.#free.pop() ?? this.#append()
      this.#places.set(block, place)
      this.#memory.set(image, place)
    } else if (there !== undefined) {
      this.#memory.fill(0, there, there + this.#bytes)
      this.#places.delete(block)
      this.#free.push(there)
    }
  }

  /** How many rows have a code. */
  get count(): number {
    return this.#count
  }

  has(row: number): boolean {
    const place = this.#places.get(blockOf(row))
    if (place === undefined) return false
    const at = place + classesAt(this.#width) + slotOf(row) * 2
    return this.#memory[at] !== 0 || this.#memory[at + 1] !== 0
  }

  /** The rows nearest to a code: `wanted` of them, or all admitted ones while they are no more than `allUpTo`. */
  nearest(code: Uint8Array, admission: Admission, wanted: number, allUpTo: number): Candidates {
    const width = this.#width
    this.#ask(code)
    this.#memory.fill(0, ADMITTED, ADMITTED + CLASSES_MOST)
    for (const each of admission.classes) this.#memory[ADMITTED + each] = 1
    const from = admission.from ?? Number.NEGATIVE_INFINITY
    const to = admission.to ?? Number.POSITIVE_INFINITY
    const timed = admission.from === undefined && admission.to === undefined ? 0 : 1
    const counts = new Uint32Array(this.#memory.buffer, HISTOGRAM, width * 8 + 1).fill(0)
    for (const place of this.#places.values()) {
      const distances = place + this.#bytes
      this.#hamming.scan(
        place,
        place + timesAt(width),
        place + classesAt(width),
        distances,
        width,
        timed,
        from,
        to,
      )
    }
    const total = counts.reduce((sum, count) => sum + count, 0)
    const most = total <= allUpTo ? total : Math.min(wanted, total)
    return { rows: most === 0 ? [] : this.#collect(...limitOf(counts, most)), all: most === total }
  }

  /** Those of some rows whose codes agree best with a vector itself, which tells more than its own code. */
  best(vector: Float32Array, rows: readonly number[], wanted: number): number[] {
    if (rows.length <= wanted) return [...rows]
    const weights = weighBytes(vector, this.#width)
    const found: { row: number; agreement: number }[] = []
    for (const row of rows) {
      if (!this.has(row)) continue
      const place = (this.#places.get(blockOf(row)) as number) + slotOf(row) * this.#width
      found.push({ row, agreement: agreementAt(this.#memory, place, weights, this.#width) })
    }
    return found
      .sort((a, b) => b.agreement - a.agreement)
      .slice(0, wanted)
      .map(({ row }) => row)
  }

  #occupiedAt(place: number): number {
    return occupiedSlots(this.#memory.subarray(place, place + this.#bytes), this.#width)
  }

  #ask(code: Uint8Array): void {
    this.#memory.set(code, 0)
  }

  /** Rows nearer than `limit`, and of those at it as many as `atLimit`. */
  #collect(limit: number, atLimit: number): number[] {
    const rows: number[] = []
    let left = atLimit
    const distances = new Uint16Array(this.#memory.buffer)
    for (const [block, place] of this.#places) {
      const start = place + this.#bytes
      const found = this.#hamming.collect(start, limit)
      for (let at = FOUND; at < FOUND + found; at += 1) {
        const slot = this.#memory[at] as number
        if (distances[start / 2 + slot] === limit) {
          if (left === 0) continue
          left -= 1
        }
        rows.push(block * SLOTS + slot)
      }
    }
    return rows
  }

  /** Room for a further block and its distances. */
  #append(): number {
    const place = this.#end
    this.#end += this.#bytes + SLOTS * 2
    const missing = Math.ceil((this.#end - this.#memory.length) / PAGE)
    if (missing > 0) {
      this.#hamming.memory.grow(Math.max(missing, GROWTH))
      // growing takes the memory's earlier view away
      this.#memory = new Uint8Array(this.#hamming.memory.buffer)
    }
    return place
  }
}

/** The distance within which `wanted` rows lie, and how many of those that lie just there are wanted. */
function limitOf(counts: Uint32Array, wanted: number): [limit: number, atLimit: number] {
  let nearer = 0
  for (const [distance, count] of counts.entries()) {
    if (nearer + count >= wanted) return [distance, wanted - nearer]
    nearer += count
  }
  return [counts.length - 1, wanted]
}
