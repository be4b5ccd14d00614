import { deflateSync } from 'node:zlib'

/** Whisper's own measure of "the same words again and again": text length by its compressed length. */
const LOOPS_ABOVE = 2.4

export function isLoop(text: string): boolean {
  const bytes = Buffer.from(text)
  return bytes.length > 0 && bytes.length / deflateSync(bytes).length > LOOPS_ABOVE
}

/** Whether the tokens end in the same few, three times over at least and for a dozen tokens: more will not help. */
export function endsInLoop(tokens: readonly number[]): boolean {
  for (let period = 1; period <= 12; period++) {
    const length = Math.max(3 * period, 12)
    if (tokens.length < length + period) continue
    const tail = tokens.slice(-length)
    const before = tokens.slice(-length - period, -period)
    if (tail.every((token, index) => token === before[index])) return true
  }
  return false
}
