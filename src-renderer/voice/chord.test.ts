import { describe, expect, it } from 'vitest'
import { beginsChord, chordOf, chordWords, endsChord, isChord } from './chord.ts'

const press = (code: string, ...held: ('ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey')[]) => ({
  code,
  ctrlKey: held.includes('ctrlKey'),
  altKey: held.includes('altKey'),
  shiftKey: held.includes('shiftKey'),
  metaKey: held.includes('metaKey'),
})

describe('Ctrl+Space', () => {
  it.each([
    ['is held', press('Space', 'ctrlKey'), true],
    ['is not a space', press('Space'), false],
    ['is not another key', press('KeyM', 'ctrlKey'), false],
    ['is not more than that', press('Space', 'ctrlKey', 'shiftKey'), false],
  ])('%s', (_what, given, expected) => {
    expect(isChord('Ctrl+Space', given)).toBe(expected)
  })

  it.each([
    ['Space', true],
    ['ControlLeft', true],
    ['ControlRight', true],
    ['ShiftLeft', false],
    ['KeyA', false],
  ])('%s coming up ends it: %s', (code, expected) => {
    expect(endsChord('Ctrl+Space', { code })).toBe(expected)
  })

  it.each([
    ['ControlLeft', true],
    ['Space', false],
    ['ShiftLeft', false],
  ])('%s going down begins it: %s', (code, expected) => {
    expect(beginsChord('Ctrl+Space', { code })).toBe(expected)
  })
})

it.each([
  ['a modifier alone', press('ControlLeft', 'ctrlKey'), undefined],
  ['a letter, which writes', press('KeyM'), undefined],
  ['a capital letter, which writes', press('KeyM', 'shiftKey'), undefined],
  ['a function key', press('F8'), 'F8'],
  ['a letter with Alt', press('KeyM', 'altKey'), 'Alt+KeyM'],
  ['several modifiers', press('Space', 'ctrlKey', 'shiftKey'), 'Ctrl+Shift+Space'],
])('a key to hold: %s', (_what, given, expected) => {
  expect(chordOf(given)).toBe(expected)
})

it.each([
  ['Ctrl+Space', 'Ctrl Space'],
  ['Alt+KeyM', 'Alt M'],
  ['Ctrl+Shift+Digit1', 'Ctrl Shift 1'],
  ['F8', 'F8'],
])('%s is read as %s', (chord, words) => {
  expect(chordWords(chord)).toBe(words)
})
