import type { MemoryView, Methods } from '../../../src-preload/contract.ts'

/** Rows that are read in one call. */
const PAGE = 1000

/** A row as a line of an export. It can be imported again: what came without a name of its own goes by its id. */
export function exportLine({ score: _, why: __, ...row }: MemoryView): string {
  return `${JSON.stringify({ ...row, externalId: row.externalId ?? row.id })}\n`
}

/** All of memory as JSON Lines, in pieces; `told` hears how many rows there are so far. */
export async function exportLines(
  page: (input: Methods['memory.page']['input']) => Promise<MemoryView[]>,
  told: (rows: number) => void,
): Promise<string[]> {
  const pieces: string[] = []
  let rows = 0
  for (let after: string | undefined; ; ) {
    const read = await page({ ...(after ? { after } : {}), limit: PAGE })
    pieces.push(read.map(exportLine).join(''))
    rows += read.length
    told(rows)
    if (read.length < PAGE) return pieces
    after = read.at(-1)?.id
  }
}
