import { z } from 'zod'
import type { AgentEvent, MemoryImportView, Methods } from '../../src-preload/contract.ts'
import type { Memory, NewMemory } from '../memory/memory.ts'
import { faultOfText } from '../memory/text-faults.ts'
import type { NewId } from '../vocabulary/clock.ts'
import { explainError, messageOf, RequestError } from '../vocabulary/errors.ts'
import { FILE_LABELS, OPERATOR_LABELS } from '../vocabulary/labels.ts'

/** Problems that an import keeps in words; the others are counted. */
const PROBLEMS_KEPT = 50
/** Longest line, in characters. */
export const LONGEST_LINE = 400_000

export interface MemoryImports {
  /** Takes a part of an import. Lines that cannot be taken are counted and named; the others are on disk. */
  take(part: Methods['memory.import']['input']): Promise<MemoryImportView>
  /** How far it is; with `wait`, once all that memory holds is searchable by meaning too. */
  state(importId: string, wait: boolean): Promise<MemoryImportView>
}

const name = z
  .union([z.string().min(1), z.number()], { error: 'must be a name that is not empty' })
  .transform(String)
  .pipe(z.string().max(500))

const row = z.object({
  externalId: name.optional(),
  /** A row that was exported here: its id names it where nothing else does. */
  id: name.optional(),
  text: z.string(),
  at: z.string().optional(),
  speaker: z.string().max(200).nullish(),
  thread: name.nullish(),
  position: z.int().nullish(),
  scope: z.string().max(200).nullish(),
  kind: z.enum(['episode', 'fact', 'rule', 'procedure']).nullish(),
  trust: z.enum(['trusted', 'untrusted']).nullish(),
})

interface Placed {
  readonly line: number
  readonly row: NewMemory
}

/** Imports of JSON Lines into memory. Sending the same lines again changes nothing: that is how one goes on. */
export function createImports(deps: {
  memory: Pick<Memory, 'importRows' | 'searchable' | 'status'>
  newId: NewId
  emit: (event: AgentEvent) => void
}): MemoryImports {
  const imports = new Map<string, MemoryImportView>()

  const begin = (): MemoryImportView => {
    const importId = deps.newId('import')
    const counts = { received: 0, added: 0, changed: 0, unchanged: 0, forgotten: 0, refused: 0, pending: 0 }
    const view: MemoryImportView = { importId, status: 'running', ...counts, problems: [] }
    imports.set(importId, view)
    return view
  }
  const find = (importId: string): MemoryImportView => {
    const view = imports.get(importId)
    if (!view)
      throw new RequestError('no-import', `There is no import ${importId} in this process`, {
        fix: 'Send the lines again: those that are there already are not doubled.',
      })
    return view
  }
  /** All in one commit; where one row is refused, each by itself, so that the others are not lost with it. */
  const write = async (view: MemoryImportView, rows: readonly Placed[]): Promise<void> => {
    try {
      const outcomes = await deps.memory.importRows(
        'operator',
        rows.map(({ row: each }) => each),
      )
      for (const { outcome } of outcomes) view[outcome] += 1
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      if (rows.length === 1) refuse(view, rows[0]?.line ?? 0, explainError(error))
      else for (const each of rows) await write(view, [each])
    }
  }
  const refuse = (view: MemoryImportView, line: number, message: string) => {
    view.refused += 1
    if (view.problems.length < PROBLEMS_KEPT) view.problems.push({ line, message })
  }

  return {
    take: async ({ importId, firstLine, lines, last, mine }) => {
      const view = importId === undefined ? begin() : find(importId)
      const rows: Placed[] = []
      lines.forEach((line, index) => {
        const at = (firstLine ?? view.received + 1) + index
        const read = readLine(line, mine ?? false)
        if (read === undefined) return
        if (typeof read === 'string') refuse(view, at, read)
        else rows.push({ line: at, row: read })
      })
      view.received += lines.length
      try {
        await write(view, rows)
      } catch (error) {
        view.status = 'failed'
        refuse(view, firstLine ?? view.received, messageOf(error))
        deps.emit({ type: 'memory.import', import: { ...view } })
        throw error
      }
      if (last) view.status = 'finished'
      view.pending = (await deps.memory.status()).pending
      deps.emit({ type: 'memory.import', import: structuredClone(view) })
      if (rows.length > 0) deps.emit({ type: 'memory.changed' })
      return structuredClone(view)
    },
    state: async (importId, wait) => {
      const view = find(importId)
      if (wait) await deps.memory.searchable()
      view.pending = (await deps.memory.status()).pending
      return structuredClone(view)
    },
  }
}

/** The row of a line, what is wrong with it, or nothing where it is blank. */
function readLine(line: string, mine: boolean): NewMemory | string | undefined {
  const text = line.replace(/^\uFEFF/, '').trim()
  if (text === '') return undefined
  if (line.length > LONGEST_LINE) return `is longer than ${LONGEST_LINE} characters`
  if (text.includes('\uFFFD')) return 'is not valid UTF-8'
  const json = parse(text)
  if (json === undefined) return `is not JSON: ${text.slice(0, 80)}`
  const read = row.safeParse(json)
  if (!read.success) return z.prettifyError(read.error).replaceAll('\n', ' ')
  const { data } = read
  const externalId = data.externalId ?? data.id
  if (externalId === undefined) return '"externalId" is missing'
  const fault = faultOfText(data.text)
  if (fault) return fault
  const at = data.at === undefined ? undefined : Date.parse(data.at)
  if (at !== undefined && !Number.isFinite(at)) return `"at" is not a time: ${JSON.stringify(data.at)}`
  return {
    text: data.text,
    externalId,
    kind: data.kind ?? (data.thread == null ? 'fact' : 'episode'),
    // a file's text may have been written by anyone, unless the operator says it is theirs
    labels: mine && data.trust !== 'untrusted' ? OPERATOR_LABELS : FILE_LABELS,
    source: { kind: 'import', ref: externalId },
    ...(at === undefined ? {} : { at: new Date(at).toISOString() }),
    ...(data.scope == null ? {} : { scope: data.scope }),
    ...(data.thread == null ? {} : { thread: data.thread }),
    ...(data.position == null ? {} : { position: data.position }),
    ...(data.speaker == null ? {} : { speaker: data.speaker }),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // told to the operator with its line
    return undefined
  }
}
