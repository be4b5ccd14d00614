import { describe, expect, it } from 'vitest'
import type { SpeechModelView } from '../../src-preload/contract.ts'
import { factsOf, progressOf, progressWords } from './speech-model-words.ts'

const model = (change: Partial<SpeechModelView> = {}): SpeechModelView => ({
  name: 'whisper-small',
  label: 'Whisper small',
  parameters: 244,
  sizeBytes: 252_000_000,
  quality: '',
  languages: 'many',
  removable: false,
  state: 'absent',
  ...change,
})

describe('a speech model in the settings', () => {
  it.each<[Partial<SpeechModelView>, string]>([
    [{}, '99 languages · 252 MB'],
    [{ state: 'bundled' }, '99 languages · comes along'],
    [
      { languages: 'english', sizeBytes: 1_090_000_000, wrongInEnglish: 13.7 },
      'English only · 1.1 GB · 14 of 100 words wrong in published tests of English',
    ],
  ])('%o is described', (change, words) => expect(factsOf(model(change))).toBe(words))

  it.each<[Partial<SpeechModelView>, string, number]>([
    [{ state: 'queued', doneBytes: 0 }, 'Waits for another download', 0],
    [{ state: 'downloading', doneBytes: 0 }, 'Asking the hub …', 0],
    [{ state: 'downloading', doneBytes: 126e6, totalBytes: 252e6 }, '126 MB of 252 MB', 50],
    [{ state: 'paused', doneBytes: 63e6 }, 'Paused at 63 MB of about 252 MB', 25],
    [{ state: 'paused', doneBytes: 260e6 }, 'Paused at 260 MB of about 252 MB', 100],
  ])('%o tells how far it is', (change, words, percent) => {
    expect(progressWords(model(change))).toBe(words)
    expect(progressOf(model(change))).toBe(percent)
  })
})
