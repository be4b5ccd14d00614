import { beforeAll, describe, expect, it } from 'vitest'
import { type Command, readCommand, readIntent } from '../../../../ingestion/language/language.ts'
import { sharedEmbedder } from '../../../../testing/memory-under-test.ts'
import { BEYOND_IT } from '../../../../testing/paraphrases/beyond-it.ts'
import { PARAPHRASES, type Paraphrase } from '../../../../testing/paraphrases/paraphrases.ts'
import { UNSEEN, UNSEEN_BEYOND } from '../../../../testing/paraphrases/unseen.ts'
import { HOME, NOW } from '../../../../testing/pretend-world.ts'
import type { Wanted } from '../wanted.ts'
import { createParaphraser, NoMeaning, type Paraphraser } from './paraphraser.ts'

const place = { now: NOW, timeZone: 'Europe/Berlin', home: HOME }

let paraphraser: Paraphraser

beforeAll(async () => {
  const { embed } = await sharedEmbedder()
  paraphraser = createParaphraser((texts) => embed(texts))
})

/** The first clause of a sentence, by grammar and with its meaning. */
async function understand(said: string): Promise<{ wanted: Wanted; grammar: Command }> {
  const { clauses } = readIntent(said, place)
  const clause = clauses[0] ?? { text: said, entities: [] }
  const read = await paraphraser.reader([clause], place)
  return { wanted: read(clause), grammar: readCommand(clause, place) }
}

const fits = (command: Wanted, { do: kind, holds = '' }: Paraphrase): boolean =>
  command.do === kind && JSON.stringify(command).toLowerCase().includes(holds.toLowerCase())

const IDLE = ['unknown', 'nothing', 'greet', 'offer']
const HARMLESS = [
  ...IDLE,
  'look',
  'list',
  'search',
  'recall',
  'memories',
  'show',
  'trashed',
  'get',
  'history',
  'say',
  'now',
  'help',
  'ask',
]

type Outcome = 'done' | 'asked' | 'asked amiss' | 'not understood' | 'read amiss' | 'written amiss'

async function outcomeOf(paraphrase: Paraphrase): Promise<Outcome> {
  const { wanted, grammar } = await understand(paraphrase.said)
  if (wanted.do === 'offer')
    return wanted.choices.some(({ does }) => does.some(({ command }) => fits(command, paraphrase)))
      ? 'asked'
      : 'asked amiss'
  if (fits(wanted, paraphrase)) return 'done'
  if (IDLE.includes(wanted.do)) return 'not understood'
  const byMeaning = JSON.stringify(wanted) !== JSON.stringify(grammar)
  return byMeaning && !HARMLESS.includes(wanted.do) ? 'written amiss' : 'read amiss'
}

async function tally(table: readonly Paraphrase[]): Promise<Record<Outcome, number>> {
  const counts = {
    done: 0,
    asked: 0,
    'asked amiss': 0,
    'not understood': 0,
    'read amiss': 0,
    'written amiss': 0,
  }
  for (const paraphrase of table) counts[await outcomeOf(paraphrase)]++
  return counts
}

describe('words that stand in no table of the grammar', { timeout: 120_000 }, () => {
  it.each([
    ['the half the bars were set by', PARAPHRASES.filter((_, index) => index % 2 === 0), 0.8],
    ['the other half', PARAPHRASES.filter((_, index) => index % 2 === 1), 0.75],
    ['those written afterwards', UNSEEN, 0.75],
  ] as const)(
    '%s: most are understood, the others asked about, and nothing is written amiss',
    async (_, table, share) => {
      const counts = await tally(table)
      expect(counts['written amiss'], JSON.stringify(counts)).toBe(0)
      expect(counts['read amiss'] + counts['asked amiss'], JSON.stringify(counts)).toBeLessThan(
        table.length * 0.08,
      )
      expect(counts.done / table.length, JSON.stringify(counts)).toBeGreaterThan(share)
      expect((counts.done + counts.asked) / table.length, JSON.stringify(counts)).toBeGreaterThan(
        share + 0.05,
      )
    },
  )

  it('and nothing is done by meaning upon what cannot be done, or is only said', async () => {
    const done: string[] = []
    for (const said of [...BEYOND_IT, ...UNSEEN_BEYOND]) {
      const { wanted, grammar } = await understand(said)
      if (wanted.do !== 'offer' && JSON.stringify(wanted) !== JSON.stringify(grammar)) done.push(said)
    }
    expect(done).toEqual([])
  })
})

describe('what a sentence comes to', () => {
  it.each([
    ['ditch the reminder about the garden', { do: 'cancel', what: 'reminder', query: 'garden', all: false }],
    [
      'prod me in 20 minutes to move the car',
      { do: 'remind', text: 'move the car', at: '2026-11-22T11:20:00+01:00' },
    ],
    [
      'let the record show that Maria owns the north wing',
      { do: 'remember', text: 'Maria owns the north wing' },
    ],
    ['clear your memory of the wifi code', { do: 'forget', query: 'the wifi code' }],
    ['I have forgotten who repairs the boiler', { do: 'recall', query: 'who repairs the boiler' }],
    [
      'preserve that in ~/notes/out.md',
      { do: 'save', path: `${HOME}/notes/out.md`, content: { kind: 'that' } },
    ],
    ['upcoming reminders', { do: 'show', what: 'reminders' }],
  ])('%s', async (said, expected) => {
    expect((await understand(said)).wanted).toMatchObject(expected)
  })

  it('what may be a statement is offered to be remembered', async () => {
    const { wanted } = await understand('the toner comes from Kowalski GmbH')
    expect(wanted).toMatchObject({
      do: 'offer',
      choices: [{ label: 'Remember that the toner comes from Kowalski GmbH' }],
    })
  })

  it.each([
    ['a sentence turned round', '~/notes/old.md cannot go'],
    ['one that depends on something', 'junk ~/notes/old.md if it is empty'],
    ['one that begins with what cannot be done', 'text me tomorrow at 9 about the taxes'],
  ])('%s is not acted upon', async (_, said) => {
    expect(IDLE).toContain((await understand(said)).wanted.do)
  })

  it('a sentence that the grammar reads is left as it is', async () => {
    const { wanted, grammar } = await understand('read ~/notes/todo.md')
    expect(wanted).toEqual(grammar)
  })
})

describe('without an embedder that works', () => {
  it('says so', async () => {
    const broken = createParaphraser(() => Promise.reject(new Error('no weights')))
    await expect(broken.reader([{ text: 'scribble this', entities: [] }], place)).rejects.toThrow(NoMeaning)
  })
})
