import { describe, expect, it } from 'vitest'
import { markDoubtful, stillDoubtful } from './doubtful.ts'

describe('words that may have been misheard', () => {
  it('are marked in the text, and leave nothing out of it', () => {
    const pieces = markDoubtful('Call  Maria\nnow', ['Maria'])
    expect(pieces.map(({ text }) => text).join('')).toBe('Call  Maria\nnow')
    expect(pieces.filter(({ doubtful }) => doubtful)).toEqual([{ text: 'Maria', doubtful: true }])
  })

  it('that were typed over are in doubt no longer', () => {
    expect(stillDoubtful('Call Mario at 9:30', ['Maria', '9:30'])).toEqual(['9:30'])
  })
})
