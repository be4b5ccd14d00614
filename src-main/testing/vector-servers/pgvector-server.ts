import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { freePort } from './free-port.ts'

/** Postgres at 127.0.0.1 that can be stopped and started again with what it holds. */
export interface PgServer {
  readonly url: string
  readonly db: PGlite
  start(): Promise<void>
  stop(): Promise<void>
  close(): Promise<void>
}

const CONNECTIONS_MOST = 20

/** Real Postgres with the real extension, in this process. */
export async function startPgServer({ withVectors = true } = {}): Promise<PgServer> {
  const db = await PGlite.create(withVectors ? { extensions: { vector } } : {})
  const port = await freePort()
  let server: PGLiteSocketServer | undefined
  const start = async () => {
    if (server) return
    server = new PGLiteSocketServer({ db, port, maxConnections: CONNECTIONS_MOST })
    await server.start()
  }
  const stop = async () => {
    await server?.stop()
    server = undefined
  }
  await start()
  return {
    url: `postgres://postgres:a-secret-password@127.0.0.1:${port}/postgres`,
    db,
    start,
    stop,
    close: async () => {
      await stop()
      await db.close()
    },
  }
}
