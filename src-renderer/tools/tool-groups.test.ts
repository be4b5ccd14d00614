import { describe, expect, it } from 'vitest'
import type { ToolView } from '../../src-preload/contract.ts'
import { groupTools } from './tool-groups.ts'
import { askingWords, undoWords } from './tool-words.ts'

const tool = (name: string, more: Partial<ToolView> = {}): ToolView => ({
  name,
  title: name,
  description: '',
  effect: 'read',
  inDoubt: 'pure',
  placeless: false,
  irrevocable: false,
  checked: [],
  timeoutMs: 60_000,
  off: false,
  uses: { today: 0, total: 0 },
  ...more,
})

const TOOLS = [
  tool('browser.open', { title: 'Open a page' }),
  tool('files.write', { title: 'Write a file', effect: 'write' }),
  tool('files.read', { title: 'Read a file' }),
]

const shown = (words: string) =>
  groupTools(TOOLS, words, ({ effect }) => (effect === 'write' ? 'Writes' : 'Reads')).map(
    ({ room, tools }) => `${room}: ${tools.map(({ name }) => name).join(' ')}`,
  )

describe('tools stand by room', () => {
  it.each([
    ['', ['files: files.write files.read', 'browser: browser.open']],
    ['FILE write', ['files: files.write']],
    ['writes', ['files: files.write']],
    ['open page', ['browser: browser.open']],
    ['nothing like it', []],
  ])('those with %j', (words, expected) => expect(shown(words)).toEqual(expected))
})

describe('what a tool may do is said as the gate decides it', () => {
  it.each([
    [tool('memory.recall', { placeless: true }), /^Never asks/],
    [tool('files.read'), /Elsewhere it asks/],
    [tool('files.write', { effect: 'write' }), /exactly this, in a place/],
    [tool('memory.forget', { effect: 'write', placeless: true, irrevocable: true }), /no other text/],
    [tool('http.post', { effect: 'send' }), /^Always asks/],
    [tool('shell.run', { effect: 'execute' }), /^Always asks/],
  ])('$name', (one, words) => expect(askingWords(one)).toMatch(words))

  it.each([
    [tool('files.read'), 'Nothing to undo: it changes nothing.'],
    [tool('files.write', { effect: 'write', undoneBy: 'files.restore' }), 'Can be undone, by files.restore.'],
    [tool('memory.forget', { effect: 'write', irrevocable: true }), 'Cannot be undone.'],
    [tool('http.post', { effect: 'send' }), 'Not by the agent. What it did stays.'],
  ])('undoing $name', (one, words) => expect(undoWords(one)).toBe(words))
})
