import { describe, expect, it } from 'vitest'
import { distrustWords, sourceWords } from './memory-words.ts'

describe('where a memory came from', () => {
  it.each([
    ['run', 'run_1', 'in a run'],
    ['conversation', 'cnv_1', 'in a conversation'],
    ['api', '', 'added by hand'],
    ['page', 'https://example.org:8443/a?b', 'from example.org:8443'],
    ['page', 'not an address', 'from not an address'],
    ['file', '/home/operator/notes/news.md', 'from news.md'],
    ['import', 'C:\\export\\notes.jsonl', 'imported from notes.jsonl'],
    ['import', '', 'imported'],
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
