import { describe, expect, it } from 'vitest'
import { acceleratorOf, releasesOf } from './chord-keys.ts'

describe('a key that is chosen', () => {
  it.each([
    ['Ctrl+Alt+Space', 'Control+Alt+Space'],
    ['Meta+KeyM', 'Meta+M'],
    ['Shift+Alt+Digit4', 'Shift+Alt+4'],
    ['F8', 'F8'],
    ['Ctrl+Backquote', 'Control+`'],
    ['Alt+ArrowUp', 'Alt+Up'],
  ])('%s is registered as %s', (chord, accelerator) => {
    expect(acceleratorOf(chord)).toBe(accelerator)
  })

  it.each(['Ctrl+MediaSelect', 'Alt+IntlBackslash'])('%s is told to be one that is not heard', (chord) => {
    expect(acceleratorOf(chord)).toBeUndefined()
  })

  it('is over when it or a modifier of either side comes up', () => {
    expect(releasesOf('Ctrl+Alt+KeyM')).toEqual(['M', 'Ctrl', 'CtrlRight', 'Alt', 'AltRight'])
    expect(releasesOf('F8')).toEqual(['F8'])
  })
})
