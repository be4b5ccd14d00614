import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMemoryDatabase } from '../../memory/sqlite/memory-database.ts'
import { createMilvusVectors } from '../../memory/vectors/milvus/create-milvus-vectors.ts'
import { createPgVectors } from '../../memory/vectors/pgvector/create-pg-vectors.ts'
import { createPineconeVectors } from '../../memory/vectors/pinecone/create-pinecone-vectors.ts'
import { createSqliteVectors } from '../../memory/vectors/sqlite/create-sqlite-vectors.ts'
import type { VectorEntry } from '../../memory/vectors/vector-store.ts'
import type { StoreUnderTest } from '../vector-store-conformance.ts'
import { startMilvusServer } from './milvus-server.ts'
import { startPgServer } from './pgvector-server.ts'
import { startPineconeServer } from './pinecone-server.ts'

const MODEL = 'test-model'

/** Every kind of store, each with a service of its own where it needs one. */
export const STORES: Readonly<Record<string, () => Promise<StoreUnderTest>>> = {
  sqlite: startSqlite,
  pgvector: async () => {
    const server = await startPgServer()
    return {
      open: async ({ model = MODEL, ...space }) => createPgVectors({ url: server.url, model, ...space }),
      service: { address: new URL(server.url).host, stop: server.stop, start: server.start },
      close: server.close,
    }
  },
  pinecone: async () => {
    const server = await startPineconeServer({ lag: 1 })
    return {
      open: async ({ model = MODEL, ...space }) =>
        createPineconeVectors({
          index: 'memories',
          apiKey: server.apiKey,
          controllerUrl: server.url,
          model,
          ...space,
        }),
      service: { address: new URL(server.url).host, stop: server.stop, start: server.start },
      close: server.stop,
    }
  },
  milvus: async () => {
    const server = await startMilvusServer()
    return {
      open: async ({ model = MODEL, ...space }) =>
        createMilvusVectors({ address: server.address, token: server.token, model, ...space }),
      service: { address: server.address, stop: server.stop, start: server.start },
      close: server.stop,
    }
  },
}

async function startSqlite(): Promise<StoreUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'adjutant-vectors-'))
  const databases = new Map<string, ReturnType<typeof openMemoryDatabase>>()
  const databaseOf = (namespace: string) => {
    const db = databases.get(namespace) ?? openMemoryDatabase(join(folder, `${namespace}.sqlite`))
    databases.set(namespace, db)
    return db
  }
  return {
    open: async ({ model = MODEL, dimension, namespace }) =>
      createSqliteVectors({ db: databaseOf(namespace), model, dimension }),
    // a vector belongs to a row of memory; which of the spaces it is for is not known here
    rowsOf: (entries) => {
      for (const db of databases.values()) writeRows(db, entries)
    },
    close: async () => {
      for (const db of databases.values()) db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function writeRows(db: ReturnType<typeof openMemoryDatabase>, entries: readonly VectorEntry[]): void {
  const write = db.prepare(
    `INSERT INTO memory (id, kind, text, source, source_kind, labels, trusted, scope, at, at_ms, created_at, thread)
     VALUES (@id, @kind, 'text', '{}', 'api', '{}', @trusted, @scope, @iso, @at, @iso, @thread)
     ON CONFLICT (id) DO UPDATE SET kind = @kind, trusted = @trusted, scope = @scope, at = @iso, at_ms = @at,
       thread = @thread`,
  )
  db.transaction(() => {
    for (const { id, kind, scope, thread, at, trusted } of entries)
      write.run({
        id,
        kind,
        scope,
        at,
        thread: thread ?? null,
        trusted: trusted ? 1 : 0,
        iso: new Date(at).toISOString(),
      })
  })()
}
