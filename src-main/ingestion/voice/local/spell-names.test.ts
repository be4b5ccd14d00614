import { describe, expect, it } from 'vitest'
import { spellNames } from './spell-names.ts'

const NAMES = ['Kowalski', 'Adjutant', 'Marieke', 'Harbour Roastery', 'Grzegorz']

/** A sentence in which every word has the same confidence. */
const spelled = (text: string, confidence: number) =>
  spellNames(
    text.split(' ').map((word) => ({ text: word, confidence })),
    NAMES,
  )
    .map((word) => word.text)
    .join(' ')

describe("the speaker's own names", () => {
  it.each([
    ['Call Kovalsky about the toner.', 'Call Kowalski about the toner.'],
    ["Open Kowalsky's invoice.", "Open Kowalski's invoice."],
    ['Tell Agitant to stop.', 'Tell Adjutant to stop.'],
    ['Ask the Harbor Rostery, please.', 'Ask the Harbour Roastery, please.'],
    ['Call Marike.', 'Call Marieke.'],
  ])('are spelled as they are written: %s', (heard, expected) => {
    expect(spelled(heard, 0.4)).toBe(expected)
  })

  it('are not put where the model is sure of another word, unless it sounds the same', () => {
    expect(spelled('Call Marike or the agitator.', 0.9)).toBe('Call Marieke or the agitator.')
    expect(spelled('Tell Agitant to stop.', 0.9)).toBe('Tell Agitant to stop.')
  })

  it.each([
    'Remind me tomorrow at nine to call Maria about the quarterly invoice.',
    'Move the old reports to the archive folder and delete the empty ones.',
    'Read the first article and tell me what it is about.',
    '',
  ])('change nothing else, however unsure the model is: %s', (heard) => {
    expect(spelled(heard, 0.1)).toBe(heard)
  })
})

describe('names that memory knows', () => {
  const heard = (text: string, confidence: number) =>
    spellNames(
      text.split(' ').map((word) => ({ text: word, confidence })),
      [],
      ['Mark Kowalski', 'Grete Zeiss', 'Will Harbour'],
    )
      .map((word) => word.text)
      .join(' ')

  it.each([
    ['Call Kovalsky about it.', 'Call Kowalski about it.'],
    ['Ask Greta Zeiss.', 'Ask Grete Zeiss.'],
  ])('are spelled as they are known: %s', (said, expected) => {
    expect(heard(said, 0.4)).toBe(expected)
  })

  it('take the place of no word that is none, however it sounds, and of none the model is sure of', () => {
    expect(heard('I will marc it near the harbor.', 0.1)).toBe('I will marc it near the harbor.')
    expect(heard('Call Kovalsky about it.', 0.9)).toBe('Call Kovalsky about it.')
  })
})
