import { describe, expect, it } from 'vitest'
import { SAMPLE_RATE } from '../transcriber.ts'
import { chooseCut } from './choose-cut.ts'

/** Speech and pauses in turn, in seconds, beginning with speech; and the second at which it is cut. */
function cutOf(...turns: number[]): number | undefined {
  let at = 0
  const speech = turns.flatMap((seconds, index) => {
    const from = at
    at += seconds * SAMPLE_RATE
    return index % 2 === 0 ? [{ from, to: at }] : []
  })
  const cut = chooseCut(speech, at, (from) => from + SAMPLE_RATE)
  return cut === undefined ? undefined : cut / SAMPLE_RATE
}

describe('a long dictation is cut', () => {
  it.each<[string, number[], number | undefined]>([
    ['not within a sentence', [3, 0.5, 3, 0.3], undefined],
    ['where a long sentence is over', [9, 1], 9.5],
    ['where somebody thinks for a long time, however short it was', [1, 4], 3],
    ['at the first pause that is long enough', [9, 0.5, 4, 1, 3, 1], 14],
    ['the sooner the longer it is: at a breath after twenty seconds', [21, 0.2, 1], 21.1],
    ['at the longest pause of the end, where there is no other', [19.5, 0.15, 3, 0.18, 7], 22.74],
    ['at the quietest place, where nobody breathes for half a minute', [30], 21],
    ['not before half a minute is full', [27.9], undefined],
    ['not where nobody speaks', [], undefined],
  ])('%s', (_, turns, expected) => {
    const cut = cutOf(...turns)
    if (expected === undefined) expect(cut).toBeUndefined()
    else expect(cut).toBeCloseTo(expected, 2)
  })
})
