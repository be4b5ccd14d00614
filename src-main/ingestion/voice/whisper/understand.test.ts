import { describe, expect, it } from 'vitest'
import type { Decoding } from './decoder.ts'
import { mostTokens, windowFor } from './hearing-window.ts'
import { endsInLoop, isLoop } from './loops.ts'
import { readWords } from './read-words.ts'
import { type SpecialTokens, understand } from './understand.ts'

/** A vocabulary of ten: words 0 to 4, the end 5, the start 6, languages 7 and 8, no speech 9. */
const SPECIAL: SpecialTokens = {
  end: 5,
  start: 6,
  transcribe: 6,
  withoutTimes: 6,
  noSpeech: 9,
  languages: new Map([
    ['en', 7],
    ['de', 8],
  ]),
  suppressed: [4],
  suppressedFirst: [5],
}

/** Finds these tokens the likeliest, one after the other; and what it was asked. */
function scripted(...script: number[]): { decoding: Decoding; asked: number[][] } {
  return following((written, scores) => {
    scores[script[written.length] ?? 5] = 5
  })
}

function following(score: (written: readonly number[], scores: Float32Array) => void, begun = 4) {
  const asked: number[][] = []
  const goOn = (read: readonly number[]): Decoding => {
    let all = read
    return {
      next: async (tokens) => {
        asked.push([...tokens])
        all = [...all, ...tokens]
        const scores = new Float32Array(10)
        scores[8] = 3
        // the first two steps are of language and task
        score(all.slice(begun), scores)
        scores[4] = 9
        return scores
      },
      fork: () => goOn(all),
    }
  }
  return { decoding: goOn([]), asked }
}
const options = { language: undefined, mostTokens: 20, throwIfUnwanted: () => {} }

describe('understanding step by step', () => {
  it('takes the likeliest language, then the likeliest words up to the end', async () => {
    const { decoding, asked } = scripted(1, 2, 3, 5)
    const { tokens, language } = await understand(decoding, SPECIAL, options)
    expect(tokens.map(({ id }) => id)).toEqual([1, 2, 3])
    expect(language).toBe('de')
    expect(asked).toEqual([[6], [8, 6, 6], [1], [2], [3]])
    for (const { probability } of tokens) expect(probability).toBeGreaterThan(0.8)
  })

  it('takes what is likeliest as a whole where two beginnings are nearly alike', async () => {
    const { decoding, asked } = following((written, scores) => {
      const doubtful = written[0] === 1
      if (written.length === 0) [scores[1], scores[2]] = [8, 7.5]
      else if (written.length === 1) scores[3] = doubtful ? 1 : 8
      else scores[5] = 8
    })
    const { tokens } = await understand(decoding, SPECIAL, options)
    expect(tokens.map(({ id }) => id)).toEqual([2, 3])
    expect(asked).toContainEqual([1])
  })

  it('leaves a second way before its end when it is far less likely', async () => {
    const { decoding, asked } = following((written, scores) => {
      if (written.length === 0) [scores[1], scores[2]] = [8, 7.5]
      else if (written.length < 5) scores[3] = written[0] === 1 ? 3 : 0.1
      else scores[5] = 8
    })
    const { tokens } = await understand(decoding, SPECIAL, options)
    expect(tokens.map(({ id }) => id)).toEqual([1, 3, 3, 3, 3])
    expect(asked.slice(asked.findIndex(([token]) => token === 2))).toEqual([[2], [3]])
  })

  it('takes the language that is chosen, and refuses one it does not know', async () => {
    const { decoding, asked } = scripted(1)
    expect((await understand(decoding, SPECIAL, { ...options, language: 'en' })).language).toBe('en')
    expect(asked[1]).toEqual([7, 6, 6])
    const wrong = understand(scripted(1).decoding, SPECIAL, { ...options, language: 'xx' })
    await expect(wrong).rejects.toThrow('"xx"')
  })

  it('says nothing of languages to a model that knows one', async () => {
    const { decoding, asked } = following((written, scores) => {
      scores[written.length === 0 ? 1 : 5] = 5
    }, 2)
    const special = { ...SPECIAL, languages: new Map(), transcribe: undefined }
    expect(await understand(decoding, special, options)).toMatchObject({
      language: 'en',
      tokens: [{ id: 1 }],
    })
    expect(asked).toEqual([[6], [6], [1]])
  })

  it('stops in a loop, and after as many words as can be said', async () => {
    const loop = scripted(...Array.from({ length: 90 }, (_, index) => 1 + (index % 2)))
    const { tokens } = await understand(loop.decoding, SPECIAL, { ...options, mostTokens: 80 })
    expect(tokens.length).toBeLessThan(20)
    const long = scripted(...Array.from({ length: 90 }, (_, index) => (index * index) % 4))
    expect((await understand(long.decoding, SPECIAL, { ...options, mostTokens: 7 })).tokens).toHaveLength(7)
  })

  it('stops when nobody waits for it', async () => {
    const { decoding, asked } = scripted(1, 2, 3, 1, 2, 3)
    const throwIfUnwanted = () => {
      if (asked.length >= 4) throw new Error('not wanted')
    }
    await expect(understand(decoding, SPECIAL, { ...options, throwIfUnwanted })).rejects.toThrow('not wanted')
    expect(asked).toHaveLength(4)
  })
})

describe('how much the model hears and writes', () => {
  it.each([
    [0.5, 6],
    [3.9, 6],
    [4, 6],
    [4.1, 8],
    [11, 14],
    [28, 30],
    [60, 30],
  ])('speech of %f s is heard in a window of %i s', (speech, window) => {
    expect(windowFor(speech)).toBe(window)
  })

  it('a second of speech has at most 24 tokens, ten have 96', () => {
    expect([mostTokens(1), mostTokens(10)]).toEqual([24, 96])
  })
})

describe('a loop', () => {
  it.each([
    ['the same words again and again. '.repeat(8), true],
    ['I am going to go to the shop and then I am going to go home.', false],
    ['', false],
  ])('%s', (text, loop) => {
    expect(isLoop(text)).toBe(loop)
  })

  it('is known by its tokens, but a word said thrice is none', () => {
    expect(endsInLoop([9, ...Array.from({ length: 16 }, () => 3)])).toBe(true)
    expect(endsInLoop([9, 3, 3, 3])).toBe(false)
  })
})

it('words are joined from their parts, each as sure as its least sure part', () => {
  const raw = ['ĠCall', 'ĠKo', 'wal', 'ski', '.', 'ĠðŁ', 'ĺĬ']
  const text = ['Call', 'Ko', 'wal', 'ski', '.', '😊', '']
  const tokens = [0.9, 0.8, 0.4, 0.7, 0.6, 0.5, 0.5].map((probability, id) => ({ id, probability }))
  const read = readWords(
    tokens,
    (id) => raw[id] ?? '',
    (ids) => ids.map((id) => text[id]).join(''),
  )
  expect(read).toEqual([
    { text: 'Call', confidence: 0.9 },
    { text: 'Kowalski.', confidence: 0.4 },
    { text: '😊', confidence: 0.5 },
  ])
})
