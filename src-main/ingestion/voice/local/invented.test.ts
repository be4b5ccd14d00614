import { describe, expect, it } from 'vitest'
import { withoutInvented } from './invented.ts'

const heard = (text: string, confidence: number, noSpeech: number) => ({
  text,
  confidence,
  noSpeech,
  language: 'en',
  words: [],
})

describe('what the model made up is not taken for words', () => {
  it.each<[string, string, number, number, string]>([
    ['a farewell of films over noise', 'Thank you for watching!', 0.4, 0.2, ''],
    ['a single word over silence', 'you', 0.6, 0.5, ''],
    ['a sound in brackets', '[Music]', 0.9, 0, ''],
    ['a sound in stars among words', '*sighs* Call Maria.', 0.9, 0, 'Call Maria.'],
    ['notes', '♪♪♪', 0.9, 0, ''],
    ['dots', '. . .', 0.9, 0, ''],
    ['what it is not sure of itself', 'Glorious bananas', 0.2, 0.8, ''],
    ['what a person really says', 'Thank you.', 0.8, 0.05, 'Thank you.'],
    ['a command', 'Stop everything now.', 0.5, 0.7, 'Stop everything now.'],
  ])('%s', (_, text, confidence, noSpeech, said) => {
    expect(withoutInvented(heard(text, confidence, noSpeech), 2)).toBe(said)
  })

  it('more words than anybody can say in a second', () => {
    expect(withoutInvented(heard('and then '.repeat(20), 0.9, 0), 1)).toBe('')
  })
})
