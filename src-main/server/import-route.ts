import type { FastifyInstance } from 'fastify'
import { importLines } from '../operator/import-lines.ts'
import type { OperatorApi } from '../operator/operator.ts'

/** Largest body of an import, in bytes. It is read as a stream. */
const LARGEST_IMPORT = 4 * 1024 ** 3

/**
 * `POST /api/memory/import`: JSON Lines, whatever the content type says. 202 once all rows are on disk, and searchable
 * by words; with `?wait=1` 200 once they are searchable by meaning too. `?mine=1`: the operator wrote it all.
 */
export async function registerImport(app: FastifyInstance, operator: OperatorApi): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.post<{ Querystring: { wait?: string; mine?: string } }>(
      '/api/memory/import',
      { bodyLimit: LARGEST_IMPORT },
      async ({ body, query }, reply) => {
        const bytes = (body ?? []) as AsyncIterable<Uint8Array>
        const view = await importLines(operator, bytes, query.mine === '1' ? { mine: true } : {})
        if (query.wait !== '1') return reply.code(202).send(view)
        return operator.call('memory.imported', { importId: view.importId, wait: true })
      },
    )
    scope.get<{ Params: { importId: string }; Querystring: { wait?: string } }>(
      '/api/memory/import/:importId',
      ({ params, query }) =>
        operator.call('memory.imported', { importId: params.importId, wait: query.wait === '1' }),
    )
  })
}
