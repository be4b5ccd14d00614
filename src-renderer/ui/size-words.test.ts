import { expect, it } from 'vitest'
import { sizeWords } from './size-words.ts'

it.each([
  [12, '12 bytes'],
  [3200, '3.2 kB'],
  [48_000, '48 kB'],
  [3_240_000, '3.2 MB'],
  [252_400_000, '252 MB'],
  [1_090_000_000, '1.1 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})
