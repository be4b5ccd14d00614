import type { AddressInfo } from 'node:net'
import cookies from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { EVENTS_PATH } from '../../src-preload/contract.ts'
import type { OperatorApi } from '../operator/operator.ts'
import { type Clock, systemClock } from '../vocabulary/clock.ts'
import { AdjutantError, messageOf } from '../vocabulary/errors.ts'
import { type Access, createAccess, isPrivate, sessionCookie } from './access.ts'
import { answerFailure, explain } from './answer-failure.ts'
import { createEventFeed } from './event-feed.ts'
import { streamEvents } from './event-stream.ts'
import { registerImport } from './import-route.ts'
import { registerInterface } from './interface-files.ts'
import { registerRoutes } from './routes.ts'
import { SECURITY_HEADERS } from './security-headers.ts'
import { registerVoice } from './voice-route.ts'

export interface ServerOptions {
  readonly operator: OperatorApi
  readonly token: string
  /** 0 takes a free one. */
  readonly port: number
  /** Folder of the built interface. */
  readonly interfaceFolder?: string
  readonly clock?: Clock
  /** Told of failures inside, which a client sees only as such. */
  readonly report?: (what: string, error: unknown) => void
}

export interface Server {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string
  close(): Promise<void>
}

const BODY_MOST = 2 * 1024 * 1024
const YEAR_S = 365 * 24 * 3600

/** The agent's HTTP face at the loopback address. Throws AdjutantError 'port-taken'. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const app = Fastify({ bodyLimit: BODY_MOST, forceCloseConnections: true, logger: false })
  const access = createAccess(options.token)
  await app.register(cookies)
  guard(app, access, options.report)
  registerSession(app, access)
  const endStreams = registerEvents(app, options)
  registerRoutes(app, options.operator)
  await registerImport(app, options.operator)
  await registerVoice(app, options.operator)
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/metrics', async (_request, reply) =>
    reply
      .type('text/plain; version=0.0.4; charset=utf-8')
      .send((await options.operator.call('diagnostics.prometheus', {})).text),
  )
  await registerInterface(app, options.interfaceFolder)
  const address = await listen(app, options.port)
  return {
    address,
    close: async () => {
      endStreams()
      await app.close()
    },
  }
}

function guard(app: FastifyInstance, access: Access, report: ServerOptions['report']): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS)
    const opensSession = request.method === 'POST' && request.routeOptions.url === '/api/session'
    const refusal =
      access.checkSource(request) ??
      (isPrivate(request) && !opensSession ? access.checkToken(request) : undefined)
    if (isPrivate(request)) reply.header('cache-control', 'no-store')
    if (refusal) {
      const { status, ...failure } = refusal
      return answerFailure(reply, status, failure)
    }
  })
  app.setErrorHandler((error, _request, reply) => {
    const { status, failure } = explain(error)
    if (status >= 500) report?.('a request failed', error)
    return answerFailure(reply, status, failure)
  })
  app.setNotFoundHandler((request, reply) =>
    answerFailure(reply, 404, {
      code: 'no-such-address',
      message: `There is nothing at ${request.method} ${request.url}.`,
    }),
  )
}

/** A browser brings the token from its address's fragment once, and keeps a cookie that scripts cannot read. */
function registerSession(app: FastifyInstance, access: Access): void {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', maxAge: YEAR_S } as const
  app.post<{ Body: { token?: unknown } | undefined }>('/api/session', async (request, reply) => {
    const refusal = access.isToken(request.body?.token) ? undefined : access.checkToken(request)
    if (refusal) {
      const { status, ...failure } = refusal
      return answerFailure(reply, status, { ...failure, message: 'The token is not the right one.' })
    }
    return reply
      .setCookie(sessionCookie(request.socket.localPort ?? 0), access.session, options)
      .code(204)
      .send()
  })
  app.delete('/api/session', async (request, reply) =>
    reply
      .clearCookie(sessionCookie(request.socket.localPort ?? 0), options)
      .code(204)
      .send(),
  )
}

function registerEvents(app: FastifyInstance, { operator, clock = systemClock }: ServerOptions): () => void {
  const feed = createEventFeed(operator, clock)
  const open = new Set<() => void>()
  app.get(EVENTS_PATH, (request, reply) => {
    const last = request.headers['last-event-id']
    const lastId = typeof last === 'string' && /^\d+$/.test(last) ? Number(last) : undefined
    reply.hijack()
    const end = streamEvents(reply.raw, feed, clock, lastId)
    open.add(end)
    reply.raw.on('close', () => open.delete(end))
  })
  return () => {
    for (const end of open) end()
  }
}

async function listen(app: FastifyInstance, port: number): Promise<string> {
  try {
    await app.listen({ host: '127.0.0.1', port })
  } catch (cause) {
    await app.close()
    throw cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
      ? new AdjutantError('port-taken', `Port ${port} is taken by another program`, {
          fix: 'Set ADJUTANT_PORT to another port, or leave it out to take a free one.',
          cause,
        })
      : new AdjutantError('cannot-listen', `Cannot listen at 127.0.0.1:${port}: ${messageOf(cause)}`, {
          cause,
        })
  }
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}
