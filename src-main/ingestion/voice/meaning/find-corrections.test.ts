import { describe, expect, it } from 'vitest'
import { findCorrections } from './find-corrections.ts'

describe('what somebody writes differently before sending it', () => {
  it.each([
    ['Call Kovalsky about the toner.', 'Call Kowalski about the toner.', ['Kovalsky', 'Kowalski']],
    [
      'Write to the Harbor rostery, please.',
      'Write to the Harbour Roastery, please.',
      ['Harbor rostery', 'Harbour Roastery'],
    ],
    ['Is agitant running?', 'Is Adjutant running?', ['agitant', 'Adjutant']],
    ["Open Kowalsky's invoice", "Open Kowalski's invoice", ['Kowalsky', 'Kowalski']],
  ])('is a word that was misheard: %s', (heard, sent, [was, meant]) => {
    expect(findCorrections(heard, sent)).toEqual([{ heard: was, meant }])
  })

  it.each([
    ['Call Maria tomorrow.', 'Call Maria on Friday.'],
    ['Call Maria.', 'Call Maria and Bob.'],
    ['Please call Maria.', 'Call Maria.'],
    ['call maria', 'Call Maria'],
    ['Pay 200 dollars.', 'Pay 300 dollars.'],
    ['Call Maria.', ''],
    ['', 'Call Maria.'],
  ])('is something else: "%s", sent as "%s"', (heard, sent) => {
    expect(findCorrections(heard, sent)).toEqual([])
  })
})
