import type { VectorEntry } from '../memory/vectors/vector-store.ts'

/** Names that would end a string, a list or an expression, were they not written with care. */
export const HOSTILE_NAMES = [
  "it's",
  'a "quoted" one',
  'back\\slash',
  'ends with a backslash\\',
  "') OR 1=1; --",
  '" or scope != "',
  '"] or trusted == true or scope in ["x',
  '{"$ne": ""}',
  '$1',
  '%_*',
  'line\nbreak\tand\u0007bell',
  'ünïcödé 記憶 🧠',
  '\u2028separator',
  ' spaces ',
  '',
] as const

/** Numbers that only the seed decides (mulberry32), from 0 to 1. */
export function randoms(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Of length 1. */
export function unit(values: ArrayLike<number>): Float32Array {
  const length = Math.hypot(...Array.from(values)) || 1
  return Float32Array.from(values, (value) => value / length)
}

export const randomVector = (random: () => number, dimension: number): Float32Array =>
  unit(Array.from({ length: dimension }, () => random() - 0.5))

/** A direction `off` away from another one. */
export const besides = (vector: Float32Array, off: number, random: () => number): Float32Array => {
  const aside = randomVector(random, vector.length)
  return unit(vector.map((value, index) => value + off * (aside[index] ?? 0)))
}

export const entryOf = (
  id: string,
  vector: Float32Array,
  changes: Partial<VectorEntry> = {},
): VectorEntry => ({
  id,
  vector,
  scope: 'personal',
  kind: 'fact',
  thread: undefined,
  at: 1_700_000_000_000,
  trusted: true,
  ...changes,
})
