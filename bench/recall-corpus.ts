import { type Draw, filled, pick, seeded, shuffled } from './recall-draw.ts'
import {
  blocksOf,
  type Half,
  linesOf,
  type QuestionSort,
  readThemes,
  SORTS,
  type Theme,
} from './recall-themes.ts'

/** A turn or a note, as it is imported. */
export interface Told {
  readonly name: string
  readonly text: string
  readonly at: string
  readonly thread?: string
  readonly position?: number
  readonly speaker?: string
  /** For a note: the one it replaces. */
  readonly replaces?: string
}

export interface Asked {
  readonly text: string
  readonly sort: QuestionSort
  /** Names of what holds the answer. */
  readonly evidence: readonly string[]
  readonly thread?: string
}

export interface Corpus {
  readonly told: readonly Told[]
  readonly asked: readonly Asked[]
}

const SEEDS: Readonly<Record<Half, number>> = { tuned: 11, reported: 4242 }
const PEOPLE: Readonly<Record<Half, readonly (readonly [string, string])[]>> = {
  tuned: [
    ['Maren', 'Tobias'],
    ['Delphine', 'Raj'],
    ['Hedda', 'Colin'],
    ['Nuria', 'Beth'],
  ],
  reported: [
    ['Agnes', 'Silvio'],
    ['Thandi', 'Marcus'],
    ['Lorna', 'Viktor'],
    ['Paolo', 'Ingrid'],
  ],
}
const SESSIONS = 24
const THEMES_EACH = 6
const TURNS = 600
const DAY_MS = 86_400_000
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** Long conversations between two people and a book of notes, with questions whose evidence is marked. */
export function makeCorpus(half: Half): Corpus {
  const draw = seeded(SEEDS[half])
  const themes = readThemes(half)
  const chat = blocksOf('chat', half)
  const parts = PEOPLE[half].map((pair, index) => makeTalk(`talk${index + 1}`, pair, themes, chat, draw))
  parts.push(makeNotes(half, draw))
  return { told: parts.flatMap(({ told }) => told), asked: parts.flatMap(({ asked }) => asked) }
}

function makeTalk(
  thread: string,
  pair: readonly [string, string],
  themes: readonly Theme[],
  chat: readonly string[],
  draw: Draw,
): Corpus {
  const order = shuffled(themes, draw)
  // one theme is lived through by both, so that only the name tells whose it is
  const of = [order.slice(0, THEMES_EACH), order.slice(THEMES_EACH - 1, 2 * THEMES_EACH - 1)] as const
  const nobody = order.slice(2 * THEMES_EACH - 1)
  const told: Told[] = []
  const asked: Asked[] = []
  const sessions: { speaker: string; text: string; mark?: string }[][][] = Array.from(
    { length: SESSIONS },
    () => [],
  )
  const slotsOf = new Map<string, Map<string, string>>()
  of.forEach((own, who) => {
    for (const theme of own) {
      const slots = new Map<string, string>()
      slotsOf.set(`${who}${theme.name}`, slots)
      const places = shuffled([...Array(SESSIONS).keys()], draw)
        .slice(0, theme.episodes.length)
        .sort((a, b) => a - b)
      theme.episodes.forEach(({ lines }, index) => {
        sessions[places[index] as number]?.push(
          lines.map(({ who: side, text, mark }) => ({
            speaker: pair[side === 'P' ? who : 1 - who] as string,
            text: filled(text, slots, draw),
            ...(mark ? { mark: `${who}${theme.name}${mark}` } : {}),
          })),
        )
      })
    }
  })
  const evidence = new Map<string, { name: string; at: string }>()
  const least = Math.round(TURNS / SESSIONS)
  let time = Date.UTC(2023, 0, 9, 18, 30)
  let position = 0
  let deck: string[] = []
  for (const episodes of sessions) {
    const turns: { speaker: string; text: string; mark?: string }[][] = [...episodes]
    while (turns.flat().length < least) {
      if (deck.length === 0) deck = shuffled(chat, draw)
      turns.push(smallTalk(deck.pop() ?? '', pair, draw))
    }
    for (const { speaker, text, mark } of shuffled(turns, draw).flat()) {
      position += 1
      const name = `${thread}:${position}`
      const at = new Date(time).toISOString()
      told.push({ name, text, at, thread, position, speaker })
      if (mark) evidence.set(mark, { name, at })
    }
    time += (4 + Math.floor(draw() * 20)) * DAY_MS + Math.floor(draw() * 180) * 60_000
  }
  of.forEach((own, who) => {
    const person = pair[who] as string
    for (const theme of own) {
      for (const { sort, text, marks } of theme.questions) {
        const names = marks.flatMap((mark) => evidence.get(`${who}${theme.name}${mark}`)?.name ?? [])
        asked.push({ text: text.replaceAll('{P}', person), sort, evidence: names, thread })
      }
      const first = evidence.get(`${who}${theme.name}1`)
      if (first && draw() < 0.5) {
        const date = new Date(first.at)
        const when =
          draw() < 0.5
            ? `in ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
            : `on ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
        asked.push({
          text: `What news about ${theme.topic} did ${person} have ${when}?`,
          sort: 'time',
          evidence: [first.name],
          thread,
        })
      }
    }
    // what nobody told, and what only the other one told
    const others = of[1 - who]?.filter((theme) => !own.includes(theme)) ?? []
    for (const theme of [...shuffled(nobody, draw).slice(0, 4), ...shuffled(others, draw).slice(0, 2)]) {
      for (const { text } of shuffled(theme.questions, draw).slice(0, 2))
        asked.push({ text: text.replaceAll('{P}', person), sort: 'no answer', evidence: [], thread })
    }
  })
  return { told, asked }
}

function makeNotes(half: Half, draw: Draw): Corpus {
  const told: Told[] = []
  const asked: Asked[] = []
  const fillers: string[] = []
  let time = Date.UTC(2024, 1, 5, 8)
  const name = (number: string) => `note:${number}`
  const tell = (note: Omit<Told, 'at'>) => {
    time += Math.floor(draw() * DAY_MS)
    told.push({ ...note, at: new Date(time).toISOString() })
  }
  for (const line of linesOf('notes', half)) {
    const note = /^(\d+)(?:<(\d+))?: (.*)$/.exec(line)
    const question = /^Q (\w)\|(.*)\|(.*)$/.exec(line)
    if (note)
      tell({
        name: name(note[1] ?? ''),
        text: note[3] ?? '',
        ...(note[2] ? { replaces: name(note[2]) } : {}),
      })
    else if (question)
      asked.push({
        text: question[2] ?? '',
        sort: SORTS[question[1] ?? ''] ?? 'one turn',
        evidence: (question[3] ?? '').split(' ').map(name),
      })
    else if (line.startsWith('X ')) asked.push({ text: line.slice(2), sort: 'no answer', evidence: [] })
    else if (line.startsWith('F ')) fillers.push(line.slice(2))
  }
  for (let index = 0; index < 260; index++)
    tell({ name: `note:f${index}`, text: filled(pick(fillers, draw), new Map(), draw) })
  return { told, asked }
}

function smallTalk(block: string, pair: readonly [string, string], draw: Draw) {
  const first = draw() < 0.5 ? 0 : 1
  return block
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({
      speaker: pair[line.startsWith('A') ? first : 1 - first] as string,
      text: `${draw() < 0.12 ? `${pair[line.startsWith('A') ? 1 - first : first]}, ` : ''}${filled(line.slice(3), new Map(), draw)}`,
    }))
}
