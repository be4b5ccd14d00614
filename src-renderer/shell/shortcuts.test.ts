import { expect, it } from 'vitest'
import { PANES } from '../store/state.ts'
import { hrefOf, readPlace } from './place.ts'
import { chordFor, commandOf, type KeyPress, SHORTCUT_GROUPS } from './shortcuts.ts'
import { takeToken } from './take-token.ts'

const press = (keys: string, inText = false): KeyPress => ({
  key: keys.split(' ').at(-1) ?? '',
  ctrlKey: keys.includes('Ctrl '),
  metaKey: keys.includes('Cmd '),
  altKey: keys.includes('Alt '),
  shiftKey: keys.includes('Shift '),
  inText,
})

it.each([
  ['Ctrl n', 'new-chat'],
  ['Cmd n', 'new-chat'],
  ['Alt n', 'new-chat'],
  ['Ctrl k', 'open-palette'],
  ['Cmd k', 'open-palette'],
  ['Ctrl Shift F', 'focus-search'],
  ['Ctrl ,', 'open-pane'],
  ['Shift ?', 'show-shortcuts'],
  ['?', 'show-shortcuts'],
  ['F1', 'show-shortcuts'],
  ['Escape', 'stop'],
  ['n', undefined],
  ['Ctrl Shift n', undefined],
  ['Ctrl 0', undefined],
  ['Ctrl Alt k', undefined],
])('%s asks for %s', (keys, command) => {
  expect(commandOf(press(keys))?.do).toBe(command)
})

it('Ctrl and a digit open the pane that stands there', () => {
  const opened = PANES.map((_, index) => commandOf(press(`Ctrl ${index + 1}`)))
  expect(opened).toEqual(PANES.map((pane) => ({ do: 'open-pane', pane })))
})

it.each(['Shift ?', 'Shift /', 'k'])('%s in a text is only that', (keys) => {
  expect(commandOf(press(keys, true))).toBeUndefined()
})

it.each(['Ctrl k', 'F1', 'Escape'])('%s works in a text too', (keys) => {
  expect(commandOf(press(keys, true))).toBeDefined()
})

it('no two shortcuts have the same keys, and each says its own where it is named', () => {
  const chords = SHORTCUT_GROUPS.flatMap(({ shortcuts }) =>
    shortcuts.flatMap(({ chords, command }) => (command ? chords : [])),
  )
  expect(new Set(chords).size).toBe(chords.length)
  expect(chordFor({ do: 'open-pane', pane: 'settings' })).toBe('Mod ,')
  expect(chordFor({ do: 'open-palette' })).toBe('Mod K')
})

it.each([
  [{ pane: 'chat' }, '#/chat'],
  [{ pane: 'runs', id: 'run_1' }, '#/runs/run_1'],
  [{ pane: 'chat', id: 'a/b c' }, '#/chat/a%2Fb%20c'],
] as const)('%j and %s are the same place', (place, href) => {
  expect(hrefOf(place)).toBe(href)
  expect(readPlace(href)).toEqual(place)
})

it.each(['', '#', '#/', '#/elsewhere', '#token=x'])(
  'an address that names no pane (%j) is the chat',
  (hash) => {
    expect(readPlace(hash)).toEqual({ pane: 'chat' })
  },
)

it('a token is taken out of the address and its history', () => {
  const left: string[] = []
  const page = {
    location: { hash: '#token=abc', pathname: '/', search: '' },
    history: { replaceState: (_state: unknown, _title: string, url: string) => left.push(url) },
  } as unknown as Window
  expect(takeToken(page)).toBe('abc')
  expect(left).toEqual(['/'])
})
