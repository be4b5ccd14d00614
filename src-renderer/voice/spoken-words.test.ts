import { expect, it } from 'vitest'
import { spokenWords } from './spoken-words.ts'

it.each([
  ['I will remind you **tomorrow** at 9.', 'I will remind you tomorrow at 9.'],
  ['# News\n\n- One\n- Two', 'News. One. Two'],
  ['See [the page](https://example.com/a?b=c).', 'See the page.'],
  ['It is at https://www.example.com/a/b.', 'It is at example.com'],
  ['Done:\n\n```ts\nconst a = 1\n```', 'Done:'],
  [`${'word '.repeat(30)}end. ${'more '.repeat(60)}`, `${'word '.repeat(30)}end.`],
  ['', ''],
])('%j is said as %j', (markdown, words) => {
  expect(spokenWords(markdown)).toBe(words)
})

it('what has no end is cut at a word', () => {
  const words = spokenWords('abc '.repeat(200))
  expect(words.length).toBeLessThanOrEqual(242)
  expect(words).toMatch(/abc …$/)
})
