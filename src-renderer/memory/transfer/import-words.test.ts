import { describe, expect, it } from 'vitest'
import { importCounts, progressOf, uploadWords } from './import-words.ts'

const none = {
  importId: 'import_1',
  status: 'running',
  received: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  forgotten: 0,
  refused: 0,
  problems: [],
  pending: 0,
} as const

describe('an import in words', () => {
  it.each([
    [{}, 'nothing yet'],
    [{ added: 9990, changed: 10, refused: 2 }, '9,990 new · 10 changed · 2 refused'],
    [{ unchanged: 500 }, '500 there already'],
    [{ forgotten: 1 }, '1 forgotten here and left out'],
  ])('%j: %s', (counts, words) => {
    expect(importCounts({ ...none, ...counts, problems: [] })).toBe(words)
  })

  it.each([
    ['running', 'Importing notes.jsonl …'],
    ['stopped', 'The import of notes.jsonl was stopped. What came in so far is kept.'],
    ['finished', 'notes.jsonl is imported.'],
  ] as const)('%s: %s', (status, words) => {
    expect(uploadWords({ name: 'notes.jsonl', bytes: 1, read: 1, status })).toBe(words)
  })
})

it.each([
  [{ read: 50, bytes: 200, status: 'running' }, 0.25],
  [{ read: 0, bytes: 0, status: 'running' }, 1],
  [{ read: 50, bytes: 200, status: 'finished' }, 1],
] as const)('%j is %d of the way', (upload, part) => {
  expect(progressOf({ name: 'x', ...upload })).toBe(part)
})
