import { describe, expect, it } from 'vitest'
import { distrustWords, scoreWords, sourceWords, statusWords, whyNotActivated } from './memory-words.ts'

describe('where a memory came from', () => {
  it.each([
    ['run', 'run_1', 'in a run'],
    ['conversation', 'cnv_1', 'in a conversation'],
    ['api', '', 'added by hand'],
    ['page', 'https://example.org:8443/a?b', 'from example.org:8443'],
    ['page', 'not an address', 'from not an address'],
    ['file', '/home/operator/notes/news.md', 'from news.md'],
    ['file', 'C:\\export\\notes.md', 'from notes.md'],
    ['import', 'note-17', 'imported'],
    ['mail', '<1@example.org>', 'from mail'],
    ['pigeon', 'x', 'pigeon'],
  ])('%s %s: %s', (kind, ref, words) => {
    expect(sourceWords({ kind, ref })).toBe(words)
  })
})

describe('the mark of text that others wrote', () => {
  it.each([
    ['trusted', ['operator', 'web'], undefined],
    ['untrusted', ['operator', 'web'], 'Text from the web'],
    ['untrusted', ['web', 'file'], 'Text from the web, a file'],
    ['untrusted', ['model'], 'Not your words'],
  ] as const)('%s %j: %s', (trust, origins, words) => {
    expect(distrustWords({ trust, origins: [...origins] })).toBe(words)
  })
})

describe('a rule that others had a part in', () => {
  it('cannot be activated, and says why', () => {
    expect(whyNotActivated({ trust: 'untrusted', origins: ['web'] })).toMatch(
      /^It cannot be activated: the web had/,
    )
    expect(whyNotActivated({ trust: 'trusted', origins: ['operator'] })).toBeUndefined()
  })
})

it.each([
  [0.91, 'fits very well'],
  [0.5, 'fits well'],
  [0.35, 'fits'],
  [0.2, 'is only near'],
])('a score of %d: %s', (score, words) => {
  expect(scoreWords(score)).toBe(words)
})

describe('how memory stands', () => {
  const status = { rows: 12_345, embedded: 12_145, pending: 200, store: 'sqlite' }
  it('says what waits and where vectors are', () => {
    expect(statusWords({ ...status, embedder: { id: 'all-minilm-l6-v2', dimension: 384 } })).toEqual([
      '12,345 rows',
      '200 not yet searchable by meaning',
      'meaning by all-minilm-l6-v2',
      'vectors on this computer',
    ])
  })
  it('says nothing of what is not there', () => {
    expect(statusWords({ ...status, rows: 1, pending: 0 })).toEqual(['1 row'])
  })
})
