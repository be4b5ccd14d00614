import { describe, expect, it } from 'vitest'
import { estimateTokens, lengthWithin } from './estimate-tokens.ts'
import { findParticulars } from './find-particulars.ts'
import { condense, shorten, summarise, type Told } from './summarise.ts'

describe('what must survive a summary letter by letter', () => {
  it.each([
    ['an address of a page', 'see https://x.test/a?b=1.', ['https://x.test/a?b=1']],
    ['a host without a scheme', 'look at example.org/foo, then stop', ['example.org/foo']],
    ['a local server', 'it runs on localhost:8080/x now', ['localhost:8080/x']],
    ['an e-mail address', 'mail kim.o+a@x-y.test;', ['kim.o+a@x-y.test']],
    ['a path', 'saved to ~/notes/list.md.', ['~/notes/list.md']],
    ['a Windows path', 'in C:\\Users\\kim\\a.txt', ['C:\\Users\\kim\\a.txt']],
    ['a file name', 'open report.pdf please', ['report.pdf']],
    ['phone numbers', 'ring +49 30 1234567 or (020) 7946 0018', ['+49 30 1234567', '(020) 7946 0018']],
    ['amounts', 'it was €1,299.50, then 1,400 EUR and 12% off', ['€1,299.50', '1,400 EUR', '12%']],
    [
      'dates and times',
      'due 3 March 2027, 9:30 am, not 2026-05-04T10:00:00Z',
      ['3 March 2027', '9:30 am', '2026-05-04T10:00:00Z'],
    ],
    ['codes and passwords', 'order A-4711, code Hunter2x9!', ['A-4711', 'Hunter2x9']],
    ['names', 'ask Anna Müller of Acme Corp in New York', ['Anna Müller', 'Acme Corp', 'New York']],
    ['names with small words in them', 'by Ludwig van Beethoven', ['Ludwig van Beethoven']],
    ['scripts without capitals', '请把 500元 转给', ['请把', '500元', '转给']],
    ['nothing in a plain sentence', 'That was all. It went well.', []],
  ])('%s', (_what, text, expected) => {
    expect(findParticulars(text).map((each) => each.text)).toEqual(expected)
  })
})

describe('a text that is made to be hard to go through', () => {
  it.each([
    ['letters', 'a'],
    ['digits', '1'],
    ['digits and points', '1.'],
    ['dots', 'a.'],
    ['capitals', 'A '],
    ['signs of addresses', 'a@'],
    ['slashes', '/'],
    ['brackets', '12 (('],
    ['signs', '+-'],
  ])('%s without end', (_what, unit) => {
    const start = performance.now()
    findParticulars(unit.repeat(40_000 / unit.length))
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})

describe('a text in short', () => {
  const long = `${'It was a long day. '.repeat(20)}Anna wants 3 copies. ${'Nothing came of it. '.repeat(20)}We decided to wait.`

  it('keeps the sentences that name or settle something, and marks what was left out', () => {
    expect(condense(long, 60, 40)).toBe('[…] Anna wants 3 copies. […] We decided to wait.')
  })

  it('keeps the particulars alone where there is no room for sentences', () => {
    expect(condense(long, 0, 40)).toMatch(/^It was a long day\..* \[…\] Named: 3; Anna\.$/)
  })

  it('of the latest goals keeps its beginning too, and the particulars that the cut would have split', () => {
    const text = `${'word '.repeat(99)}3 March 2027 ${'word '.repeat(500)}Anna.`
    for (let tokens = 110; tokens < 140; tokens += 1) {
      const short = shorten(text, tokens)
      expect(short.startsWith('word word word')).toBe(true)
      expect(short).toContain('3 March 2027')
      expect(short).toContain('Anna')
      expect(estimateTokens(short)).toBeLessThanOrEqual(tokens + 4)
    }
    expect(shorten(text, 2_000)).toBe(text)
  })

  it('counts what it cannot name', () => {
    const many = Array.from({ length: 50 }, (_, n) => `number ${n}77 is it. `).join('')
    expect(condense(many, 0, 20)).toMatch(/Named: \d+77; .*; \d+ more numbers, names and addresses\.$/)
  })
})

describe('a summary', () => {
  const told = (n: number, open = false): Told => ({
    head: `turn ${n}`,
    said: `order ${n}00 apples from Farm${n}. ${'And so on and on. '.repeat(10)}`,
    came: '',
    open,
  })

  it('tells what is open first, then the newest, in the order of time', () => {
    const all = [told(1, true), ...Array.from({ length: 20 }, (_, index) => told(index + 2))]
    const { said, leftOut, tokens } = summarise(all, 200)
    const heads = [...said.matchAll(/- (turn \d+):/g)].map((match) => match[1])
    expect(heads[0]).toBe('turn 1')
    expect(heads.at(-1)).toBe('turn 21')
    expect(said).toContain(`(${leftOut} more, left out here.)`)
    expect(heads.length + leftOut).toBe(21)
    expect(tokens).toBeLessThanOrEqual(200)
  })

  it('still names what it has no line for', () => {
    const all = Array.from({ length: 20 }, (_, index) => told(index + 1))
    const { came, told: lines } = summarise(all, 300)
    const missing = lines[0] ?? 0
    expect(came).toMatch(/named in what is left out: .*Farm/)
    expect(came).toContain(`Farm${missing}`)
  })
})

describe('tokens of a text', () => {
  it.each([
    ['words', 'the quick brown fox jumps', 6, 8],
    ['digits', '0123456789', 4, 6],
    ['ideographs', '漢字漢字', 4, 8],
  ])('%s', (_what, text, least, most) => {
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(least)
    expect(estimateTokens(text)).toBeLessThanOrEqual(most)
  })

  it('never cut a character in two', () => {
    expect(lengthWithin('😀😀😀', 3)).toBe(2)
  })
})
