import { describe, expect, it } from 'vitest'
import { type DraftAttachment, pageAddress, refusalOf, wordsWith } from './draft-attachment.ts'

const file = (bytes: number): DraftAttachment => ({ id: 'd', name: 'a.txt', kind: 'file', bytes, base64: '' })
const page: DraftAttachment = { id: 'p', name: 'x', kind: 'page', url: 'https://example.org/news' }

describe('what may hang on a message', () => {
  it.each([
    ['a file of 10 MB', 10_000_000, [], undefined],
    ['a larger one', 10_000_001, [], '“x” has 10 MB; the most is 10 MB.'],
    ['an empty one', 0, [], '“x” is empty, or a folder.'],
    [
      'an eleventh',
      1,
      Array.from({ length: 10 }, () => file(1)),
      'No more than 10 files go with one message.',
    ],
    [
      'too much together',
      9_000_000,
      [file(9_000_000), file(9_000_000)],
      'Together they have 27 MB; the most is 20 MB.',
    ],
  ] as const)('%s', (_what, bytes, others, refusal) => {
    expect(refusalOf('x', bytes, others)?.text).toBe(refusal)
  })

  it.each([
    ['example.org/news', 'https://example.org/news'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['two words', undefined],
    ['word', undefined],
    ['javascript:alert(1)', undefined],
  ])('an address: %s', (typed, address) => {
    expect(pageAddress(typed)).toBe(address)
  })
})

it.each([
  ['', [file(1)], 'summarise this'],
  ['save it to ~/a.md', [file(1)], 'save it to ~/a.md'],
  ['save it to ~/a.md', [page], 'open https://example.org/news, then save it to ~/a.md'],
  ['', [page, page], 'open https://example.org/news and open https://example.org/news, then summarise this'],
  ['', [], ''],
] as const)('"%s" with what hangs on it is said as it would be typed', (words, attached, said) => {
  expect(wordsWith(words, attached)).toBe(said)
})
