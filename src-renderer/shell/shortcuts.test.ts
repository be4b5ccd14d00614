import { expect, it } from 'vitest'
import { PANES } from '../store/state.ts'
import { hrefOf, readPlace } from './place.ts'
import { commandOf, type KeyPress } from './shortcuts.ts'
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
  ['Ctrl k', 'focus-search'],
  ['Shift ?', 'show-shortcuts'],
  ['Escape', 'stop'],
  ['n', undefined],
  ['Ctrl Shift n', undefined],
  ['Ctrl 7', undefined],
])('%s asks for %s', (keys, command) => {
  expect(commandOf(press(keys))?.do).toBe(command)
})

it('Ctrl and a digit open the pane that stands there', () => {
  const opened = PANES.map((_, index) => commandOf(press(`Ctrl ${index + 1}`)))
  expect(opened).toEqual(PANES.map((pane) => ({ do: 'open-pane', pane })))
})

it('a question mark in a text is only that', () => {
  expect(commandOf(press('Shift ?', true))).toBeUndefined()
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
