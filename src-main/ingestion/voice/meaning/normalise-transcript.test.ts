import { describe, expect, it } from 'vitest'
import { readIntent } from '../../language/read-intent.ts'
import { normaliseTranscript } from './normalise-transcript.ts'

const written = (spoken: string, language = 'en') => normaliseTranscript(spoken, language).text

describe('what is spoken is written as one would type it', () => {
  it.each([
    // addresses
    ['Send the report to john at example dot com.', 'Send the report to john@example.com.'],
    [
      'Send it to John dot Smith at mail dot example dot co dot uk.',
      'Send it to john.smith@mail.example.co.uk.',
    ],
    ['Email ada underscore l at example dot org please.', 'Email ada_l@example.org please.'],
    ['Write to Maria at example.com.', 'Write to maria@example.com.'],
    ['Read example dot com slash news.', 'Read example.com/news.'],
    ['Open https colon slash slash example dot org slash a slash b.', 'Open https://example.org/a/b.'],
    ['Open localhost colon 8080 slash news.', 'Open localhost:8080/news.'],
    ['Save it to tilde slash notes slash news dot md.', 'Save it to ~/notes/news.md.'],
    ['Find report dot pdf.', 'Find report.pdf.'],
    // times
    ['Remind me at nine thirty to call.', 'Remind me at 9:30 to call.'],
    ['Remind me at 9 30 to call.', 'Remind me at 9:30 to call.'],
    ['Remind me at nine oh five to call.', 'Remind me at 9:05 to call.'],
    ['Remind me at half past nine to call.', 'Remind me at 9:30 to call.'],
    ['Remind me at a quarter to nine to call.', 'Remind me at 8:45 to call.'],
    ["Cancel my three o'clock meeting.", 'Cancel my 3:00 meeting.'],
    ['Remind me at seven forty five p.m.', 'Remind me at 7:45 p.m.'],
    // numbers
    ['Remind me in twenty five minutes.', 'Remind me in 25 minutes.'],
    ['Pay two hundred dollars.', 'Pay 200 dollars.'],
    ['Not more than one thousand two hundred and fifty euros.', 'Not more than 1250 euros.'],
    ['There are twenty-three of them.', 'There are 23 of them.'],
    ['Call oh one five one double two three four.', 'Call 01512234.'],
    ['Call plus four nine three oh one two three.', 'Call +4930123.'],
  ])('%s', (spoken, expected) => {
    expect(written(spoken)).toBe(expected)
  })

  it.each([
    'Look at example.com and tell me the news.',
    'Open the page at example.org.',
    'Remind me tomorrow at 9 to call Maria about the quarterly invoice.',
    'One of the two invoices is wrong.',
    'Add a new line to the file.',
    'What is the comma for?',
    'Yes, send it.',
    'Save the headlines, then send it to the team.',
    'Send Maria the report.',
    'Pick a number from two to twenty.',
    'The version is 3.1.4.',
    'He lives at four twenty dollar street.',
    'Count one, two, three.',
    'Do not scratch that itch.',
  ])('but this stays as it is: %s', (spoken) => {
    expect(normaliseTranscript(spoken, 'en')).toEqual({ text: spoken })
  })

  it('another language stays as the model wrote it', () => {
    expect(written('Erinnere mich um neun Uhr dreißig.', 'de')).toBe('Erinnere mich um neun Uhr dreißig.')
  })
})

describe('what is said to the recording itself', () => {
  it.each<[string, { text: string; wish?: string }]>([
    ['Call Bob. Scratch that. Call Maria.', { text: 'Call Maria.' }],
    ['Buy milk. Call Bob, scratch that, call Maria.', { text: 'Buy milk. call Maria.' }],
    ['Mail bob at example dot com. Scratch that. Call him.', { text: 'Call him.' }],
    ['Scratch that.', { text: '' }],
    ['Dear Maria, new line, thank you. New paragraph. Ada', { text: 'Dear Maria\nthank you\n\nAda' }],
    ['How are you question mark', { text: 'How are you?' }],
    ['Remind me at nine. Send.', { text: 'Remind me at nine.', wish: 'send' }],
    ['Call Maria. Send message.', { text: 'Call Maria.', wish: 'send' }],
    ['Send.', { text: '', wish: 'send' }],
    ['Never mind.', { text: '', wish: 'discard' }],
  ])('%s', (spoken, expected) => {
    expect(normaliseTranscript(spoken, 'en')).toEqual(expected)
  })
})

describe('the agent understands it as if it were typed', () => {
  const place = { now: '2026-03-02T09:00:00.000Z', timeZone: 'Europe/Berlin', home: '/home/me', region: 'DE' }
  const entities = (spoken: string) =>
    readIntent(written(spoken), { ...place, before: [] }).clauses.flatMap((clause) =>
      clause.entities.map(({ value }) => value),
    )
  it.each([
    ['Remind me tomorrow at nine thirty to call Maria.', '2026-03-03T09:30:00+01:00'],
    ['Remind me in twenty five minutes to call Maria.', '2026-03-02T10:25:00+01:00'],
    ['Send the report to john at example dot com.', 'john@example.com'],
    ['Read example dot com slash news.', 'https://example.com/news'],
    ['Save it to tilde slash notes slash news dot md.', '/home/me/notes/news.md'],
    ['Pay two hundred dollars to Acme.', 'USD 200.00'],
  ])('%s', (spoken, value) => {
    expect(entities(spoken)).toContain(value)
  })
})
