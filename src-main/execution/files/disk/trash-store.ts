import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { NewId } from '../../../vocabulary/clock.ts'
import { ToolError } from '../../../vocabulary/errors.ts'
import { sha256 } from '../../../vocabulary/json.ts'
import type { TrashedItem } from '../files.ts'
import { systemCode } from './file-error.ts'
import { copyWhole, kindAt, movePath } from './move-path.ts'
import { writeAtomically } from './write-atomically.ts'

/** Earlier versions kept of one file; the oldest goes first. */
const PREVIOUS_KEPT = 20

const itemSchema = z.object({
  id: z.string(),
  kind: z.enum(['trashed', 'previous']),
  originalPath: z.string(),
  /** Its real path when it was there: a restore to anywhere else is refused. */
  real: z.string(),
  trashedAt: z.string(),
  /** For a previous version: SHA-256 of the text that took its place. */
  replacedBy: z.string().optional(),
})
export type StoredItem = z.infer<typeof itemSchema>

/** What can be brought back: one folder an item, with `item.json` and `content`. An item without content never was. */
export interface TrashStore {
  /** Moves `item.real` in; under another id where this one holds something already. */
  putAway(item: StoredItem): Promise<StoredItem>
  /** Copies `item.real` in under an id of its own, and lets go of the oldest versions of the same file. */
  keepCopy(item: Omit<StoredItem, 'id' | 'kind'>): Promise<StoredItem>
  get(id: string): Promise<StoredItem>
  /** Oldest first. */
  list(): Promise<StoredItem[]>
  contentOf(id: string): string
  /** Lets go of the content of an item that has gone back; the sidecar stays and tells that it did. */
  settle(id: string): Promise<void>
  /** The item, if it was there once and has gone back. */
  goneBack(id: string): Promise<StoredItem | undefined>
}

export function createTrashStore(folder: string, newId: NewId): TrashStore {
  const folderOf = (id: string) => {
    if (!/^[\w-]+$/.test(id)) throw notThere(id)
    return join(folder, id)
  }
  const contentOf = (id: string) => join(folderOf(id), 'content')

  const sidecarOf = (id: string) => join(folderOf(id), 'item.json')
  const hasContent = async (id: string) => (await kindAt(contentOf(id))) !== 'nothing'

  async function describedAs(id: string): Promise<StoredItem | undefined> {
    if ((await kindAt(sidecarOf(id))) === 'nothing') return undefined
    return itemSchema.parse(JSON.parse(await readFile(sidecarOf(id), 'utf8')))
  }
  const find = async (id: string) => ((await hasContent(id)) ? describedAs(id) : undefined)

  /** The sidecar first: content whose origin nobody knows could not be brought back. */
  async function describe(item: StoredItem): Promise<void> {
    await mkdir(folderOf(item.id), { recursive: true, mode: 0o700 })
    await writeAtomically(sidecarOf(item.id), JSON.stringify(item), 0o600)
  }

  async function read(names: readonly string[]): Promise<StoredItem[]> {
    const found: StoredItem[] = []
    for (const id of names) {
      const item = /^[\w-]+$/.test(id) ? await find(id) : undefined
      if (item) found.push(item)
    }
    return found.sort((a, b) => (a.trashedAt < b.trashedAt ? -1 : 1))
  }

  return {
    contentOf,
    list: async () => read(await namesIn(folder)),
    settle: (id) => rm(contentOf(id), { recursive: true, force: true }),
    goneBack: async (id) => ((await hasContent(id)) ? undefined : describedAs(id)),
    async putAway(item) {
      let id = item.id
      for (let again = 2; await hasContent(id); again++) id = `${item.id}_${again}`
      const kept = { ...item, id }
      await describe(kept)
      await movePath(kept.real, contentOf(id))
      return kept
    },
    async keepCopy(item) {
      // versions of one file share a prefix, so that its oldest are found without reading all there is
      const prefix = `previous_${sha256(item.real).slice(0, 12)}_`
      const kept = { ...item, id: `${prefix}${newId('v').slice(2)}`, kind: 'previous' as const }
      await describe(kept)
      await copyWhole(kept.real, contentOf(kept.id))
      const versions = await read((await namesIn(folder)).filter((name) => name.startsWith(prefix)))
      for (const old of versions.slice(0, -PREVIOUS_KEPT)) await rm(folderOf(old.id), { recursive: true })
      return kept
    },
    async get(id) {
      const item = await find(id)
      if (!item) throw notThere(id)
      return item
    },
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}

const notThere = (id: string) =>
  new ToolError('not-found', `There is nothing to restore under "${id}"`, {
    fix: 'List what is in the trash.',
  })

export const viewOf = ({ id, kind, originalPath, trashedAt }: StoredItem): TrashedItem => ({
  id,
  kind,
  originalPath,
  trashedAt,
})
