import { describe, expect, it } from 'vitest'
import type { EffectView } from '../../src-preload/contract.ts'
import { aboutOf, spanOf, trustMark } from './effect-words.ts'

const effect = (change: Partial<EffectView>): EffectView => ({
  id: 'e',
  taskId: 'root',
  tool: 'files.read',
  title: 'Read a file',
  effectClass: 'read',
  arguments: {},
  status: 'succeeded',
  trust: 'trusted',
  origins: [],
  evidence: [],
  requestedAt: '2026-03-18T09:00:00.000Z',
  ...change,
})

describe('what a call is about', () => {
  it.each([
    [{ text: 'a long text', path: '/home/mina/notes.md' }, '/home/mina/notes.md'],
    [{ method: 'POST', url: 'http://127.0.0.1:8080/orders' }, 'http://127.0.0.1:8080/orders'],
    [{ from: '/a.txt', to: '/b.txt' }, '/a.txt → /b.txt'],
    [{ text: 'two\n  lines' }, 'two lines'],
    [{ city: 'Lisbon' }, 'Lisbon'],
    [{ limit: 5 }, ''],
    [null, ''],
  ])('%j: %s', (args, words) => {
    expect(aboutOf(args)).toBe(words)
  })
})

describe('text that anyone may have written', () => {
  const page = { kind: 'page', what: 'https://example.org/', summary: 'Example' }
  it.each([
    ['is marked where a page was read', { evidence: [page] }, 'from the web'],
    ['is marked where it is used', { trust: 'untrusted', origins: ['operator', 'web'] }, 'from the web'],
    ['is told apart by where it came from', { trust: 'untrusted', origins: ['file'] }, 'from a file'],
    ['is not what the operator said', { trust: 'trusted', origins: ['operator'] }, undefined],
    ['did not come where the page was not read', { status: 'failed', evidence: [page] }, undefined],
  ] satisfies [string, Partial<EffectView>, string | undefined][])('%s', (_name, change, mark) => {
    expect(trustMark(effect(change))).toBe(mark)
  })
})

it('calls side by side took as long as from the first to the last', () => {
  const second = effect({
    requestedAt: '2026-03-18T09:00:01.000Z',
    settledAt: '2026-03-18T09:00:03.500Z',
  })
  expect(spanOf([effect({ settledAt: '2026-03-18T09:00:02.000Z' }), second])).toBe(3500)
  expect(spanOf([])).toBe(0)
})
