import { dirname } from 'node:path'
import { ToolError } from '../../../vocabulary/errors.ts'
import { sha256 } from '../../../vocabulary/json.ts'
import { kindAt, movePath } from './move-path.ts'
import { readBytes } from './read-bytes.ts'
import { type Ground, standingOf } from './standing.ts'
import type { StoredItem } from './trash-store.ts'
import { writeAtomically } from './write-atomically.ts'
import type { Keeping } from './write-file.ts'

/** Brings an item back to where it was, if the way there still leads to the same place. */
export async function restoreItem(id: string, ground: Ground, keeping: Keeping): Promise<StoredItem> {
  const { store } = keeping
  const item = await store.get(id)
  const standing = await standingOf(item.originalPath, ground)
  if (standing.ownData || standing.real !== item.real) {
    throw new ToolError(
      'path-changed',
      `${item.originalPath} leads to another place than when this was there`,
      {
        fix: `What is kept stays in the trash. Remove the link at ${dirname(item.originalPath)}, then restore.`,
      },
    )
  }
  const taken = (await kindAt(item.real)) !== 'nothing'
  if (taken && item.kind === 'trashed') {
    throw new ToolError('exists', `Cannot restore ${item.originalPath}: something is there again`, {
      fix: 'Move that away first; what is in the trash stays there.',
    })
  }
  if (taken) await putBack(item, keeping)
  else await movePath(store.contentOf(id), item.real)
  await store.settle(id)
  return item
}

/** A previous version over the text that replaced it; that text is kept in turn, so an undo can be undone. */
async function putBack(item: StoredItem, { store, now }: Keeping): Promise<void> {
  const present = sha256((await readBytes(item.real, Number.MAX_SAFE_INTEGER)).bytes)
  const { bytes, mode } = await readBytes(store.contentOf(item.id), Number.MAX_SAFE_INTEGER)
  // a restore that was cut off after its rename
  if (present === sha256(bytes)) return
  if (present !== item.replacedBy) {
    throw new ToolError('exists', `Cannot restore ${item.originalPath}: it was changed since`, {
      fix: 'Move the present file away first; the earlier version stays kept.',
    })
  }
  await store.keepCopy({ ...item, trashedAt: now(), replacedBy: sha256(bytes) })
  await writeAtomically(item.real, bytes, mode)
}
