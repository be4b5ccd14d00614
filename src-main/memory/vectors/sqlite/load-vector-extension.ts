import { sep } from 'node:path'
import { getLoadablePath } from 'sqlite-vec'
import type { Database } from '../../../storage/database.ts'
import { messageOf } from '../../../vocabulary/errors.ts'
import { VectorStoreError } from '../vector-store.ts'

/** The loader of the system cannot see into a packaged app's archive; libraries lie beside it. */
export const outsideArchive = (path: string): string =>
  path.replace(`app.asar${sep}`, `app.asar.unpacked${sep}`)

/** Gives a connection sqlite-vec's functions. Throws VectorStoreError. */
export function loadVectorExtension(db: Database): void {
  try {
    db.loadExtension(outsideArchive(getLoadablePath()))
  } catch (cause) {
    throw new VectorStoreError(
      'no-vector-extension',
      `sqlite-vec, which compares vectors, cannot be loaded: ${messageOf(cause)}`,
      {
        passing: false,
        fix: 'Install Adjutant again, or choose another vector store in the settings.',
        cause,
      },
    )
  }
}
