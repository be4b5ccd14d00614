import { CallError } from '../adjutant-client.ts'
import { lineParts } from '../memory/transfer/line-parts.ts'
import type { ActionContext } from './actions.ts'
import { withImport } from './apply-event.ts'
import type { Upload } from './state.ts'

/** What an import reads: a File is one. */
export interface ImportFile {
  readonly name: string
  readonly size: number
  readonly stream: () => ReadableStream<Uint8Array>
}

export interface MemoryImportActions {
  /** Sends a file of JSON Lines into memory, part by part; one at a time. `mine`: the operator wrote all of it. */
  readonly importMemory: (file: ImportFile, options?: { mine?: boolean }) => Promise<void>
  /** The part under way still comes in; no further one is sent. */
  readonly stopImport: () => void
  /** From the start again: lines that are there already change nothing. */
  readonly retryImport: () => Promise<void>
  /** Takes an import that has ended off the screen. */
  readonly dismissImport: (importId?: string) => void
}

export function memoryImportActions({ client, get, update }: ActionContext): MemoryImportActions {
  let last: { file: ImportFile; mine: boolean } | undefined

  const put = (change: Partial<Upload>) =>
    update((state) => {
      const { upload } = state.memory
      return upload ? { ...state, memory: { ...state.memory, upload: { ...upload, ...change } } } : state
    })
  const stopping = () => get().memory.upload?.status === 'stopping'

  const send = async (
    importId: string | undefined,
    part: { lines: string[]; firstLine?: number },
    ends: boolean,
  ) => {
    const view = await client.call('memory.import', {
      ...part,
      ...(importId ? { importId } : {}),
      ...(ends ? { last: true } : {}),
      ...(last?.mine ? { mine: true } : {}),
    })
    update((state) => ({ ...state, memory: withImport(state.memory, view) }))
    return view.importId
  }

  const run = async ({ file }: { file: ImportFile }) => {
    let importId: string | undefined
    for await (const { lines, firstLine, read } of lineParts(file.stream())) {
      importId = await send(importId, { lines: [...lines], firstLine }, false)
      put({ read, importId })
      if (stopping()) break
    }
    const stopped = stopping()
    importId = await send(importId, { lines: [] }, true)
    put({ importId, status: stopped ? 'stopped' : 'finished' })
  }

  const start = async (wanted: { file: ImportFile; mine: boolean }) => {
    const { upload } = get().memory
    if (upload?.status === 'running' || upload?.status === 'stopping') return
    last = wanted
    const { name, size } = wanted.file
    const begun: Upload = { name, bytes: size, read: 0, status: 'running' }
    update((state) => ({ ...state, memory: { ...state.memory, upload: begun } }))
    try {
      await run(wanted)
    } catch (error) {
      put({ status: 'failed', failure: failureOf(error) })
    }
  }

  return {
    importMemory: (file, { mine = false } = {}) => start({ file, mine }),
    stopImport: () => {
      if (get().memory.upload?.status === 'running') put({ status: 'stopping' })
    },
    retryImport: async () => {
      if (last) await start(last)
    },
    dismissImport: (importId) =>
      update((state) => {
        const { upload, imports, ...rest } = state.memory
        const gone = importId ?? upload?.importId
        const others = Object.fromEntries(Object.entries(imports).filter(([id]) => id !== gone))
        const keeps = importId !== undefined && upload !== undefined && upload.importId !== importId
        return { ...state, memory: { ...rest, imports: others, ...(keeps ? { upload } : {}) } }
      }),
  }
}

const failureOf = (error: unknown): NonNullable<Upload['failure']> => {
  if (error instanceof CallError)
    return { message: error.message, fix: error.fix ?? 'Try again: lines that are there are not doubled.' }
  return {
    message: `The file could not be read: ${error instanceof Error ? error.message : String(error)}`,
    fix: 'Check that it is still there and has not changed, and try again.',
  }
}
