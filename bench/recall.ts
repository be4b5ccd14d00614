import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmbedder } from '../src-main/memory/embedding/create-embedder.ts'
import type { Embedder } from '../src-main/memory/embedding/embedder.ts'
import { KNOWN_AT, type Memory, type NewMemory } from '../src-main/memory/memory.ts'
import { openMemoryDatabase } from '../src-main/memory/sqlite/memory-database.ts'
import { OPERATOR_LABELS } from '../src-main/vocabulary/labels.ts'
import type { Table } from './bench.ts'
import { openBenchMemory } from './memory-database.ts'
import { quantile, rounded } from './quantiles.ts'
import { type Asked, type Corpus, makeCorpus, type Told } from './recall-corpus.ts'
import type { Half, QuestionSort } from './recall-themes.ts'

const K = 20

/** What a way of recalling found for a question: names of rows, best first, and the best score where there is one. */
interface Found {
  readonly asked: Asked
  readonly names: readonly string[]
  readonly best?: number
  readonly ms: number
}

type Ask = (asked: Asked) => Promise<{ names: readonly string[]; best?: number }>

/**
 * How much of the evidence recall finds: in long conversations and in notes, with questions in other words than the
 * answers', whose evidence is marked. One half of the themes was tuned on, the other one is only measured.
 */
export async function measure(): Promise<Table> {
  const embedder = await createEmbedder({
    provider: 'bundled',
    cache: join(tmpdir(), 'adjutant-bench-models'),
  })
  const rows: Table['rows'][number][] = []
  const notes: string[] = []
  try {
    for (const half of ['tuned', 'reported'] as const) {
      const corpus = makeCorpus(half)
      const ways = await measureHalf(corpus, embedder)
      for (const [way, found] of ways) rows.push(rowOf(half, way, found))
      notes.push(...notesOf(half, corpus, ways.get('recall') ?? []))
    }
  } finally {
    await embedder.close()
  }
  return { title: 'Recall: share of the marked evidence among the first hits', rows, notes }
}

async function measureHalf(corpus: Corpus, embedder: Embedder): Promise<Map<string, Found[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'adjutant-bench-recall-'))
  const whole = openBenchMemory(openMemoryDatabase(join(folder, 'whole.sqlite')), embedder)
  const words = openBenchMemory(openMemoryDatabase(join(folder, 'words.sqlite')), undefined)
  try {
    const names = await tell(whole, corpus.told)
    const namesOfWords = await tell(words, corpus.told)
    await whole.searchable()
    const nearest = await meaningAlone(corpus.told, embedder)
    return new Map([
      ['words alone', await askAll(corpus, throughMemory(words, namesOfWords))],
      ['meaning alone', await askAll(corpus, nearest)],
      ['recall', await askAll(corpus, throughMemory(whole, names))],
      ['recall, all conversations at once', await askAll(corpus, throughMemory(whole, names, false))],
    ])
  } finally {
    await whole.close()
    await words.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Imports all, and gives their names by id. */
async function tell(memory: Memory, told: readonly Told[]): Promise<Map<string, string>> {
  const replaced = new Map(
    told.flatMap(({ name, replaces }) => (replaces ? [[replaces, name] as const] : [])),
  )
  const rows = told.map(({ name, text, at, thread, position, speaker, replaces }): NewMemory => {
    const subject = replaces ?? (replaced.has(name) ? name : undefined)
    return {
      externalId: name,
      kind: thread === undefined ? 'fact' : 'episode',
      text,
      at,
      labels: OPERATOR_LABELS,
      source: { kind: 'import', ref: 'bench' },
      ...(thread === undefined ? {} : { thread }),
      ...(position === undefined ? {} : { position }),
      ...(speaker === undefined ? {} : { speaker }),
      ...(subject === undefined
        ? {}
        : { about: { subject, attribute: 'note' }, changed: replaces !== undefined }),
    }
  })
  const outcomes = await memory.importRows('operator', rows)
  return new Map(outcomes.map(({ id }, index) => [id, told[index]?.name ?? '']))
}

const throughMemory =
  (memory: Memory, names: ReadonlyMap<string, string>, withinThread = true): Ask =>
  async ({ text, thread }) => {
    const within = withinThread && thread !== undefined ? { thread } : {}
    const hits = await memory.recall('operator', text, { k: K, ...within })
    return { names: hits.map(({ id }) => names.get(id) ?? ''), best: hits[0]?.score ?? 0 }
  }

/** The plainest way: the question's vector against the vectors of the texts as they stand. */
async function meaningAlone(told: readonly Told[], embedder: Embedder): Promise<Ask> {
  const vectors = new Map<string, Float32Array>()
  for (let from = 0; from < told.length; from += 16) {
    const some = told.slice(from, from + 16)
    const made = await embedder.embed(some.map(({ text }) => text))
    some.forEach(({ name }, index) => {
      vectors.set(name, made[index] as Float32Array)
    })
  }
  return async ({ text, thread }) => {
    const [question] = await embedder.embed([text], { query: true })
    const near = told
      .filter((one) => one.thread === thread)
      .map(({ name }) => ({ name, cosine: dot(question as Float32Array, vectors.get(name) as Float32Array) }))
      .sort((a, b) => b.cosine - a.cosine)
    return { names: near.slice(0, K).map(({ name }) => name) }
  }
}

async function askAll({ asked }: Corpus, ask: Ask): Promise<Found[]> {
  const found: Found[] = []
  for (const one of asked) {
    const began = performance.now()
    found.push({ asked: one, ...(await ask(one)), ms: performance.now() - began })
  }
  return found
}

const answerable = (found: readonly Found[]) => found.filter(({ asked }) => asked.sort !== 'no answer')
const recallAt = (k: number, { asked, names }: Found): number =>
  asked.evidence.filter((name) => names.slice(0, k).includes(name)).length / asked.evidence.length
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

function rowOf(half: Half, way: string, found: readonly Found[]) {
  const known = answerable(found)
  const unknown = found.filter(({ asked }) => asked.sort === 'no answer')
  const at = (k: number) => rounded(mean(known.map((one) => recallAt(k, one))), 3)
  const rank = ({ asked, names }: Found) => 1 + names.findIndex((name) => asked.evidence.includes(name))
  const refused = (some: readonly Found[]) =>
    some.every(({ best }) => best === undefined)
      ? '–'
      : rounded(mean(some.map(({ best = 0 }) => (best < KNOWN_AT ? 1 : 0))), 2)
  return {
    half,
    way,
    'recall@5': at(5),
    'recall@10': at(10),
    'recall@20': at(20),
    MRR: rounded(mean(known.map((one) => (rank(one) === 0 ? 0 : 1 / rank(one)))), 3),
    'does not know, rightly': refused(unknown),
    wrongly: refused(known),
    'p95 ms': rounded(
      quantile(
        found.map(({ ms }) => ms),
        0.95,
      ),
      1,
    ),
  }
}

function notesOf(half: Half, { told, asked }: Corpus, found: readonly Found[]): string[] {
  const sorts = [...new Set(asked.map(({ sort }) => sort))].filter((sort) => sort !== 'no answer')
  const at10 = (sort: QuestionSort) => {
    const some = answerable(found).filter((one) => one.asked.sort === sort)
    return `${sort} ${rounded(mean(some.map((one) => recallAt(10, one))), 2)} (${some.length})`
  }
  return [
    `${half}: ${told.length} rows, ${asked.length} questions, of which ${asked.filter(({ sort }) => sort === 'no answer').length} have no answer; recall@10 by sort: ${sorts.map(at10).join(', ')}.`,
  ]
}

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
