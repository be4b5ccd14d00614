import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkAmong, readDeepLink } from './deep-link.ts'

describe('a link to the application', () => {
  it.each([
    ['adjutant://open', { pane: 'chat' }],
    ['adjutant://open/', { pane: 'chat' }],
    ['adjutant://runs', { pane: 'runs' }],
    ['ADJUTANT://settings', { pane: 'settings' }],
    ['adjutant://chat/cnv_8a', { pane: 'chat', id: 'cnv_8a' }],
    ['adjutant://runs/run_1/', { pane: 'runs', id: 'run_1' }],
    ['adjutant://write?text=remind%20me%20at%209', { pane: 'chat', draft: 'remind me at 9' }],
    ['adjutant://write?text=Gr%C3%BC%C3%9Fe%0Aan+Maria', { pane: 'chat', draft: 'Grüße\nan Maria' }],
  ])('%s shows %j', (address, place) => {
    expect(readDeepLink(address)).toEqual({ place })
  })

  it.each([
    ['of another program', 'https://example.org/'],
    ['with a name', 'adjutant://maria@runs'],
    ['with a port', 'adjutant://runs:80'],
    ['with a fragment', 'adjutant://runs#token=x'],
    ['with a wish beside the place', 'adjutant://approvals/apr_1?answer=once'],
    ['that would send', 'adjutant://write?text=hello&send=1'],
    ['with the words twice', 'adjutant://write?text=a&text=b'],
    ['with no words', 'adjutant://write?text=%20'],
    ['with a path behind the words', 'adjutant://write/now?text=hello'],
    ['that climbs', 'adjutant://runs/..%2f..%2fetc'],
    ['with more behind the place', 'adjutant://runs/run_1/cancel'],
    ['with markup for an id', 'adjutant://runs/%3Cscript%3E'],
    ['with hidden words', 'adjutant://write?text=hello%E2%80%AEolleh'],
    ['with a zero', 'adjutant://write?text=a%00b'],
    ['with zero-width words', 'adjutant://write?text=a%E2%80%8Bb'],
    ['with a place of no kind', 'adjutant://RUN%20S'],
    ['with nothing', 'adjutant:'],
    ['with no place', 'adjutant://open/run_1'],
    ['that is too long', `adjutant://write?text=${'a'.repeat(8_000)}`],
  ])('%s is refused with a word', (_what, address) => {
    expect(readDeepLink(address)).toEqual({ refused: expect.stringMatching(/^The link .+\.$/) })
  })

  it('never leads to anything but a place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (rest) => {
        const link = readDeepLink(`adjutant://${rest}`)
        if ('refused' in link) return
        expect(Object.keys(link.place).every((key) => ['pane', 'id', 'draft'].includes(key))).toBe(true)
      }),
    )
  })

  it.each([
    [['adjutant', 'adjutant://runs'], 'adjutant://runs'],
    [['adjutant', '--some-switch', 'Adjutant://runs', 'adjutant://chat'], 'Adjutant://runs'],
    [['adjutant://program', '--talk'], undefined],
    [['adjutant', 'https://adjutant.example'], undefined],
  ])('is found in the arguments %j', (argv, link) => {
    expect(linkAmong(argv)).toBe(link)
  })
})
