import { describe, expect, it } from 'vitest'
import { readCommand, readIntent } from './language.ts'

const place = { now: '2026-11-22T10:00:00Z', timeZone: 'Europe/Berlin', home: '/home/ada' }

const commands = (text: string) => readIntent(text, place).clauses.map((clause) => readCommand(clause, place))

describe('what is to hold in general is a rule', () => {
  it.each([
    ['always ask before mailing clients', 'Always ask before mailing clients'],
    ['from now on, answer in English', 'Answer in English'],
    ['from today on keep answers short', 'Keep answers short'],
    ['never share phone numbers', 'Never share phone numbers'],
    ['please never share phone numbers.', 'Never share phone numbers'],
    ['rule: ask before you spend money', 'Ask before you spend money'],
    ['in future, save reports as Markdown', 'Save reports as Markdown'],
    ['make it a rule to keep notes in English', 'Keep notes in English'],
    ['whenever you mail a client, ask me first', 'Whenever you mail a client, ask me first'],
    ['you must always ask me before you post anything', 'Always ask me before you post anything'],
  ])('%s', (said, text) => {
    const [command, ...others] = commands(said)
    expect(others).toEqual([])
    expect(command?.do).toBe('rule')
    expect(JSON.stringify(command).toLowerCase()).toContain(text.toLowerCase())
  })

  it.each([
    ['never mind', 'nothing'],
    ["don't delete it", 'nothing'],
    ['always remember that tea is out', 'remember'],
    ['never let me forget to water the plants', 'remind'],
    ['should I always ask?', 'recall'],
    ['if the page is empty, delete ~/a.md', 'unknown'],
  ])('%s: is none', (said, expected) => expect(commands(said)[0]?.do).toBe(expected))

  it('and what follows in a sentence of its own is its own', () => {
    expect(commands('Never share phone numbers. Open example.com').map((command) => command.do)).toEqual([
      'rule',
      'look',
    ])
  })
})

describe('a statement of how things are, or that they have changed, is to be remembered', () => {
  it.each([
    ["Maria's phone is now +49 30 1234"],
    ['our landlord is now Mr Peters'],
    ['the wifi code has changed to 1234'],
    ['Anna lives in Berlin now'],
    ['Karl is no longer with us'],
    ['our printer supplier is Kowalski GmbH'],
    ['Grete moved to Kiel'],
    ['I prefer tea to coffee'],
    ['my sister lives in Oslo'],
    ["Maria's phone is 0151 123456"],
  ])('%s', (said) => expect(commands(said)).toEqual([{ do: 'remember', text: said }]))

  it.each([
    ['is the office now closed?', 'recall'],
    ['the toner comes from Acme', 'unknown'],
    ['our printer supplier may be Kowalski GmbH', 'unknown'],
    ['I would like our printer supplier to be Kowalski GmbH', 'unknown'],
    ['it is now raining', 'unknown'],
    ['save the headlines of x.com to ~/a.md now', 'save'],
  ])('%s: %s', (said, expected) => expect(commands(said)[0]?.do).toBe(expected))
})

describe('a question is one for memory', () => {
  it.each([
    'who sells us toner?',
    'what did we decide about the logo',
    'when is the lease up',
    'when can I pick up the car',
    'in which month does the lease end',
    'from whom do we get our coffee',
    'what was the alarm code again',
    'tell me again who drives the van',
    'can you remember who starts in March?',
  ])('%s', (said) => expect(commands(said)[0]?.do).toBe('recall'))
})

describe('a question for what files say', () => {
  it.each([
    ['is toner mentioned anywhere in ~/notes?', 'toner'],
    ['which files in ~/notes talk about toner', 'toner'],
    ['is there anything about trains in ~/notes', 'trains'],
    ['where in ~/notes do I mention the budget', 'budget'],
    ['check ~/notes for the word budget', 'budget'],
  ])('%s', (said, words) =>
    expect(commands(said)).toEqual([{ do: 'search', words, folder: '/home/ada/notes' }]),
  )
})
