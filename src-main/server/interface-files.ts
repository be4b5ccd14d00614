import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const NOT_BUILT = `<!doctype html><meta charset="utf-8"><title>Adjutant</title>
<p>Adjutant is running, but its interface has not been built. Run <code>npm run build</code> and reload this page.</p>`

/** Serves the built interface; where there is none, a page that says how to build it. */
export async function registerInterface(app: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder === undefined || !existsSync(join(folder, 'index.html'))) {
    app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(NOT_BUILT))
    return
  }
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // built files carry a hash in their names, the page itself does not
      reply.setHeader(
        'cache-control',
        path.includes('assets') ? 'private, max-age=31536000, immutable' : 'no-store',
      )
    },
  })
}
