import { describe, expect, it } from 'vitest'
import { createSay } from './sentences.ts'

const say = createSay({
  'Read {path}': '{path} gelesen',
  'Wrote {path} ({bytes} bytes)': '{path} geschrieben ({bytes} Bytes)',
  '{path} is in the trash ({bytes})': '{path} liegt im Papierkorb ({bytes})',
  'It cannot be read: {why}.': 'Es lässt sich nicht lesen: {why}.',
  'the disk is full': 'der Datenträger ist voll',
  'Free some space.': 'Bitte Platz schaffen.',
  '{kind} {tokens}': '{kind} {tokens}',
  harbour: 'Hafen',
})

describe('what the agent says', () => {
  it.each([
    ['Read ~/notes/a.md', '~/notes/a.md gelesen'],
    ['Wrote ~/a (b).md (12 bytes)', '~/a (b).md geschrieben (12 Bytes)'],
    ['~/x is in the trash (3)', '~/x liegt im Papierkorb (3)'],
    ['It cannot be read: the disk is full.', 'Es lässt sich nicht lesen: der Datenträger ist voll.'],
    ['Free some space. Read ~/a', 'Bitte Platz schaffen. ~/a gelesen'],
  ])('%s', (english, german) => {
    expect(say(english)).toBe(german)
  })

  it.each(['Readings of May', 'The harbour is closed.', '', 'Wrote it all down'])(
    'stays as it is where nobody knows it: %s',
    (text) => {
      expect(say(text)).toBe(text)
    },
  )

  it('stays as it is where it holds a whole text', () => {
    const long = `Read ${'a. '.repeat(1_000)}`
    expect(say(long)).toBe(long)
  })
})
