import type { VectorStoreChoice } from '../memory/vectors/create-vector-store.ts'
import { startMemory } from '../memory/worker/memory-client.ts'
import type { OpenMemoryOptions } from '../memory/worker/open-memory.ts'
import { systemClock } from '../vocabulary/clock.ts'
import { OPERATOR_LABELS } from '../vocabulary/labels.ts'

/**
 * A process that does all that changes memory, from start to end, and prints what memory holds then. It may be run
 * again after it was killed anywhere: each part does only what is not done yet. Its last part is a move of the vectors
 * into the store that the second argument tells.
 */
const [path = '', other = '', fault = ''] = process.argv.slice(2)
const options: OpenMemoryOptions = {
  path,
  embedder: { provider: 'bundled', cache: `${path}-models` },
  store: { kind: 'sqlite' },
  timeZone: 'Europe/Berlin',
  ...(fault ? { fault } : {}),
}
const memory = startMemory(options, {
  clock: systemClock,
  report: (what, error) => process.stderr.write(`${what}: ${error}\n`),
  tookOver: () => undefined,
})

const SUBJECTS = ['printer', 'garden', 'invoice', 'harbour', 'violin', 'bakery', 'passport', 'glacier']
const rows = Array.from({ length: 24 }, (_, index) => ({
  externalId: `row-${index}`,
  text: `The ${SUBJECTS[index % SUBJECTS.length]} of house number ${index} belongs to Keeper${index}`,
  at: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
  thread: `thread-${index % 3}`,
  position: index,
  labels: OPERATOR_LABELS,
  source: { kind: 'import', ref: `row-${index}` } as const,
}))
const FORGOTTEN = ['row-3', 'row-11', 'row-17']

for (let at = 0; at < rows.length; at += 2) await memory.importRows('operator', rows.slice(at, at + 2))
await memory.searchable()
const begun = await memory.forgetting()
await memory.finishForgetting(begun.map(({ id }) => id))
for (const row of await memory.list('operator', { limit: 1000 })) {
  if (!FORGOTTEN.includes(row.externalId ?? '')) continue
  const leaving = await memory.beginForgetting('operator', row.id, [])
  await memory.finishForgetting((leaving ?? []).map(({ id }) => id))
}
const [edited] = (await memory.list('operator', { limit: 1000 })).filter((row) => row.externalId === 'row-5')
if (edited) await memory.edit('operator', edited.id, 'The bakery of house number 5 moved to Quay Street')
await memory.reindex()
await memory.searchable()
const store = JSON.parse(other) as VectorStoreChoice
await memory.move(store)
await memory.reopen({ ...options, store })

const found = []
for (const question of [
  'who keeps the violin?',
  'bakery on Quay Street',
  'travel documents',
  'house number 20',
])
  found.push((await memory.recall('operator', question, { k: 5 })).map(({ externalId }) => externalId))
const { embedded, pending, rows: count, store: kind } = await memory.status()
const left = await memory.list('operator', { limit: 1000 })
const texts = left.map(({ externalId, text }) => `${externalId}: ${text}`).sort()
await memory.close()
process.stdout.write(`${JSON.stringify({ texts, found, embedded, pending, count, kind })}\n`)
