import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { MemoryImportView, MemoryView, Methods } from '../../src-preload/contract.ts'
import { importLines } from '../operator/import-lines.ts'
import type { OperatorApi } from '../operator/operator.ts'
import { oneLine } from '../terminal/printable.ts'
import { AdjutantError, messageOf } from '../vocabulary/errors.ts'
import { openFile } from './open-file.ts'
import { type Printed, runCommand } from './run-command.ts'

const USAGE = `npm run memory -- search WORDS [--k N] [--scope NAME] [--thread NAME]
                                        what memory holds about something
npm run memory -- forget ID             takes a row out for good
npm run memory -- export                all rows as JSON Lines
npm run memory -- import FILE [--mine]  rows from JSON Lines ("-": standard input); --mine: you wrote it all
npm run memory -- move --to KIND [--url URL] [--index NAME]
                                        vectors to sqlite, pgvector, pinecone or milvus;
                                        the password or key is read from ADJUTANT_STORE_SECRET
npm run memory -- reindex               makes the indexes anew from the text
All take --json.`

type Command = (operator: OperatorApi, rest: readonly string[]) => Promise<Printed>

const COMMANDS: Readonly<Record<string, Command>> = {
  search: async (operator, rest) => {
    const asked = readSearch(rest)
    const { hits, known, elapsedMs } = await operator.call('memory.search', asked)
    const lines =
      known || hits.length === 0 ? [] : ['Nothing that is remembered seems to answer that. Nearest:']
    return {
      lines: hits.length > 0 ? [...lines, ...hits.map(describe)] : ['Nothing is remembered about that.'],
      value: { hits, known, elapsedMs },
      ok: true,
    }
  },
  forget: async (operator, [id, ...more]) => {
    if (id === undefined || more.length > 0) throw usage('forget needs one id')
    const gone = await operator.call('memory.forget', { id })
    return { lines: [`Forgotten: ${gone.id}`], value: gone, ok: true }
  },
  export: async (operator) => {
    const rows = await allRows(operator)
    return { lines: rows.map((row) => JSON.stringify(row)), value: rows, ok: true }
  },
  import: async (operator, rest) => {
    const [file, ...more] = rest.filter((word) => word !== '--mine')
    if (file === undefined || more.length > 0) throw usage('import needs one file')
    const options = { mine: rest.includes('--mine'), progress: showProgress }
    const sent = await importLines(
      operator,
      await openFile(file, 'a file with one JSON object on each line'),
      options,
    )
    const view = await operator.call('memory.imported', { importId: sent.importId, wait: true })
    return { lines: describeImport(view), value: view, ok: view.refused === 0 }
  },
  move: async (operator, rest) => {
    const store = readStore(rest)
    const ended = new AbortController()
    const shown = showMoving(operator, ended.signal)
    const moved = await operator.call('memory.move', store).finally(() => ended.abort())
    await shown
    return { lines: [moved.report], value: moved, ok: true }
  },
  reindex: async (operator) => {
    const made = await operator.call('memory.reindex', {})
    return { lines: [`The indexes of ${made.rows} rows were made anew.`], value: made, ok: true }
  },
}

function readSearch(rest: readonly string[]): Methods['memory.search']['input'] {
  const { values, positionals } = parseSearch(rest)
  if (positionals.length === 0) throw usage('search needs words')
  const k = values.k === undefined ? 20 : Number(values.k)
  if (!Number.isInteger(k) || k < 1) throw usage(`--k needs a whole number from 1, not "${values.k}"`)
  const { scope, thread } = values
  return { q: positionals.join(' '), k, ...(scope ? { scope } : {}), ...(thread ? { thread } : {}) }
}

function parseSearch(rest: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...rest],
      options: { k: text, scope: text, thread: text },
      allowPositionals: true,
    })
  } catch (error) {
    throw usage(messageOf(error))
  }
}

const KINDS = ['sqlite', 'pgvector', 'pinecone', 'milvus'] as const

function readStore(rest: readonly string[]): Methods['memory.move']['input'] {
  const value = (name: string) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined)
  const kind = KINDS.find((known) => known === value('--to'))
  if (!kind) throw usage(`move needs --to with one of ${KINDS.join(', ')}`)
  const [url, index, secret] = [value('--url'), value('--index'), process.env.ADJUTANT_STORE_SECRET]
  return { kind, ...(url ? { url } : {}), ...(index ? { index } : {}), ...(secret ? { secret } : {}) }
}

const SHOWN_EVERY_MS = 500

async function showMoving(operator: OperatorApi, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { moving } = await operator.call('memory.status', {})
    if (moving && process.stderr.isTTY) process.stderr.write(`\r${moving.done} of ${moving.total} `)
    // an end of the wait is an end of the showing
    await pause(SHOWN_EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}

async function memory(operator: OperatorApi, [verb, ...rest]: readonly string[]): Promise<Printed> {
  const command = verb === undefined ? undefined : COMMANDS[verb]
  if (!command) throw usage(`memory: ${Object.keys(COMMANDS).join(', ')}`)
  return command(operator, rest)
}

const usage = (message: string) => new AdjutantError('usage', message, { fix: USAGE })

function showProgress({ received, pending }: MemoryImportView): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${received} lines, ${pending} wait for their vector `)
}

const describeImport = (view: MemoryImportView): string[] => [
  `${view.received} lines: ${view.added} added, ${view.changed} changed, ${view.unchanged} were there, ${view.forgotten} were forgotten here, ${view.refused} refused.`,
  ...view.problems.map(({ line, message }) => `line ${line} ${message}`),
]

const describe = ({ id, at, text, why }: MemoryView): string =>
  `${id}  ${at.slice(0, 10)}  ${oneLine(text, 120)}${why ? `  (${oneLine(why, 100)})` : ''}`

const PAGE = 500

async function allRows(operator: OperatorApi): Promise<MemoryView[]> {
  const rows: MemoryView[] = []
  while (true) {
    const after = rows.at(-1)?.id
    const page = await operator.call('memory.page', { limit: PAGE, ...(after ? { after } : {}) })
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}

process.exitCode = await runCommand(process.argv.slice(2), memory)
