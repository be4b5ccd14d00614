import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ActivityEntryView } from '../../src-preload/contract.ts'
import { GERMAN } from '../../src-words/spoken-here.ts'
import { entryDetails, entryWords } from './activity-words.ts'

const entry = (what: string, change: Partial<ActivityEntryView> = {}): ActivityEntryView => ({
  id: '1',
  at: '2026-03-01T09:00:00.000Z',
  kind: 'agent',
  what,
  ...change,
})

describe('an entry of the timeline', () => {
  it.each([
    ['run.created', {}, 'A run began'],
    ['effect.settled', { tool: 'Write a file', status: 'succeeded' }, 'Write a file'],
    ['effect.settled', { tool: 'Write a file', status: 'failed' }, 'Write a file did not happen'],
    ['inquiry.opened', { asked: 'approval', tool: 'Post' }, 'Asked whether it may: Post'],
    ['inquiry.answered', { answer: 'reject', tool: 'Post' }, 'You rejected it: Post'],
    ['inquiry.answered', { answer: 'text' }, 'You answered a question'],
    ['run.ended', { status: 'failed' }, 'A run failed'],
    ['schedule-fired', { asked: 'reminder' }, 'A reminder rang'],
    ['settings-changed', { settings: ['ui.theme'] }, 'Settings were changed: ui.theme'],
    ['alert', { metric: 'modelMs', value: 90_000 }, 'Above its limit: Time of the model, 1 min 30 s'],
    ['something.new', {}, 'something.new'],
  ] as const)('%s %j: %s', (what, change, words) => {
    expect(entryWords(entry(what, change as Partial<ActivityEntryView>))).toBe(words)
  })

  it('says beside it by which way, by whom, and why', () => {
    expect(entryDetails(entry('run.created', { channel: 'voice' }))).toEqual(['by voice'])
    expect(entryDetails(entry('inquiry.answered', { via: 'desktop' }))).toEqual(['by you, from the desktop'])
    expect(entryDetails(entry('run.ended', { code: 'no-evidence' }))).toEqual(['no-evidence'])
  })

  it('can be said in German, each of its texts', () => {
    const texts = [
      'activity-words.ts',
      'charts/charts.ts',
      '../diagnostics/health-words.ts',
      '../diagnostics/desktop-parts.ts',
    ]
      .flatMap((file) => [
        ...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/'([A-Z{][^'\n]* [^'\n]*)'/g),
      ])
      .map(([, text]) => text as string)
    expect(texts.length).toBeGreaterThan(40)
    expect(texts.filter((text) => !(text in GERMAN))).toEqual([])
  })
})
