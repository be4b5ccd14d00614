import { describe, expect, it } from 'vitest'
import { cleanText, safeNames } from './clean-text.ts'
import { createRedaction } from './redaction.ts'

describe('what a server says of itself is shown in one line with all there is of it', () => {
  it.each([
    ['lines and tabs', 'one\n\n\ttwo', 'one two'],
    ['text that turns its direction', 'safe\u202egnp.exe', 'safe gnp.exe'],
    ['tags that only a model sees', `a${String.fromCodePoint(0xe0041, 0xe0042)}b`, 'a b'],
    ['joiners between letters', 'pay\u200bpal', 'pay pal'],
    ['an escape sequence', 'red \u001b[31mtext', 'red [31mtext'],
    ['letters of other scripts', 'Grüße, 日本, שלום', 'Grüße, 日本, שלום'],
    ['what is no text', { text: 'x' }, ''],
    ['a text that is too long', 'x'.repeat(50), `${'x'.repeat(19)}…`],
  ])('%s', (_what, text, shown) => expect(cleanText(text, 20)).toBe(shown))
})

it('names are safe, unique and always the same', () => {
  const names = ['a b', 'a.b', 'a_b', 'naïve', '']
  expect([...safeNames(names, 10)]).toEqual([...safeNames([...names].reverse(), 10)])
  expect([...safeNames(names, 10).values()]).toEqual(['unnamed', 'a_b', 'a_b_2', 'a_b_3', 'na_ve'])
})

it('what a server was given in secret is taken out of what comes back, with and without its scheme', () => {
  const { redact } = createRedaction({
    name: 'far',
    disabled: false,
    kind: 'http',
    url: 'https://example.org',
    headers: { Authorization: 'Bearer tok-12345', Short: 'abc' },
    sse: 'fallback',
  })
  expect(redact('Bearer tok-12345 or tok-12345, abc')).toBe('••• or •••, abc')
})
