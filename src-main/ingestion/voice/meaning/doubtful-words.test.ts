import { describe, expect, it } from 'vitest'
import { doubtfulWords } from './doubtful-words.ts'

/** "call !Maria": words with a mark before those that were hardly understood. */
const heard = (spoken: string) =>
  spoken.split(' ').map((word) => ({
    text: word.replace('!', ''),
    confidence: word.startsWith('!') ? 0.2 : 0.9,
  }))

describe('words that may have been misheard', () => {
  it.each([
    ['Call Maria.', 'Call Maria.', []],
    ['Call !Maria.', 'Call Maria.', ['Maria.']],
    ['!Call !Maria.', 'Call Maria.', ['Call', 'Maria.']],
    ['Remind me at nine !thirty to call.', 'Remind me at 9:30 to call.', ['9:30']],
    ['Remind me at nine thirty to !call.', 'Remind me at 9:30 to call.', ['call.']],
    ['Mail !john at example dot com please.', 'Mail john@example.com please.', ['john@example.com']],
    ['Call !Bob. Scratch that. Call Maria.', 'Call Maria.', []],
    ['Pay two !hundred dollars.', 'Pay 200 dollars.', ['200']],
    ['', '', []],
  ])('%s', (spoken, message, expected) => {
    expect(doubtfulWords(message, heard(spoken))).toEqual(expected)
  })

  it('none are known where the model tells nothing of its words', () => {
    expect(doubtfulWords('Call Maria.')).toEqual([])
  })
})
