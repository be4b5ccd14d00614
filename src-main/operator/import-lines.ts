import type { MemoryImportView } from '../../src-preload/contract.ts'
import { LONGEST_LINE } from './import-memory.ts'
import type { OperatorApi } from './operator.ts'

/** A part stays below both: what one commit and one request may hold. */
const LINES_AT_ONCE = 500
const CHARACTERS_AT_ONCE = 500_000

/**
 * Imports a stream of JSON Lines part by part; the stream is read only as fast as parts are on disk. Bytes that are
 * not UTF-8 become U+FFFD, by which the import knows their line.
 */
export async function importLines(
  operator: OperatorApi,
  bytes: AsyncIterable<Uint8Array>,
  { mine, progress }: { mine?: boolean; progress?: (view: MemoryImportView) => void } = {},
): Promise<MemoryImportView> {
  let view: MemoryImportView | undefined
  let part: string[] = []
  let size = 0
  let line = 1
  const send = async (last: boolean) => {
    view = await operator.call('memory.import', {
      ...(view ? { importId: view.importId } : {}),
      ...(mine ? { mine } : {}),
      firstLine: line,
      lines: part,
      last,
    })
    line += part.length
    part = []
    size = 0
    progress?.(view)
  }
  for await (const text of linesOf(bytes)) {
    part.push(text)
    size += text.length
    if (part.length >= LINES_AT_ONCE || size >= CHARACTERS_AT_ONCE) await send(false)
  }
  await send(true)
  return view as unknown as MemoryImportView
}

/** Lines without their ends. One that is too long is cut to just more than what is allowed. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = (lines.pop() ?? '').slice(0, LONGEST_LINE + 1)
    for (const line of lines) yield line.slice(0, LONGEST_LINE + 1)
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}
