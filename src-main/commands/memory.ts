import type { MemoryView } from '../../src-preload/contract.ts'
import type { OperatorApi } from '../operator/operator.ts'
import { oneLine } from '../terminal/printable.ts'
import { AdjutantError } from '../vocabulary/errors.ts'
import { type Printed, runCommand } from './run-command.ts'

const USAGE = `npm run memory -- search WORDS   what memory holds about something
npm run memory -- forget ID      takes a row out for good
npm run memory -- export         all rows as JSON Lines
All take --json.`

async function memory(operator: OperatorApi, [verb, ...rest]: readonly string[]): Promise<Printed> {
  const words = rest.join(' ')
  if (verb === 'search' && words) {
    const { hits } = await operator.call('memory.search', { q: words, k: 20 })
    const lines = hits.map(describe)
    return {
      lines: lines.length > 0 ? lines : ['Nothing is remembered about that.'],
      value: { hits },
      ok: true,
    }
  }
  if (verb === 'forget' && rest.length === 1) {
    const gone = await operator.call('memory.forget', { id: words })
    return { lines: [`Forgotten: ${gone.id}`], value: gone, ok: true }
  }
  if (verb === 'export' && rest.length === 0) {
    const rows = await allRows(operator)
    return { lines: rows.map((row) => JSON.stringify(row)), value: rows, ok: true }
  }
  throw new AdjutantError('usage', 'memory: search WORDS, forget ID or export', { fix: USAGE })
}

const describe = ({ id, at, text }: MemoryView): string => `${id}  ${at.slice(0, 10)}  ${oneLine(text, 120)}`

const PAGE = 500

async function allRows(operator: OperatorApi): Promise<MemoryView[]> {
  const rows: MemoryView[] = []
  while (true) {
    const page = await operator.call('memory.list', { limit: PAGE, offset: rows.length })
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}

process.exitCode = await runCommand(process.argv.slice(2), memory)
