import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

/** Why a request is turned away, with its HTTP status. */
export interface Refusal {
  readonly status: 400 | 401 | 403
  readonly code: string
  readonly message: string
  readonly fix?: string
}

export interface Access {
  /** Whether the request may reach this server at all: its address is the one it was sent to, and no other site sent it. */
  checkSource(request: FastifyRequest): Refusal | undefined
  /** Whether the request shows the token or a session made from it. */
  checkToken(request: FastifyRequest): Refusal | undefined
  isToken(candidate: unknown): boolean
  /** What a browser keeps as its cookie: made from the token, so that it holds as long as the token does. */
  readonly session: string
}

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]']

/** Cookies are shared by all ports of a host, so each server names its own. */
export const sessionCookie = (port: number): string => `adjutant_${port}`

export function createAccess(token: string): Access {
  const session = createHmac('sha256', token).update('adjutant session').digest('hex')
  const isToken = (candidate: unknown) => typeof candidate === 'string' && sameSecret(candidate, token)
  return {
    session,
    isToken,
    checkSource: (request) => badAddress(request) ?? badOrigin(request) ?? secretInQuery(request),
    checkToken: (request) => {
      const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
      if (bearer !== undefined)
        return isToken(bearer) ? undefined : unauthorised('The token is not the right one.')
      const cookie = request.cookies[sessionCookie(request.socket.localPort ?? 0)]
      if (cookie === undefined) return unauthorised('This needs a token.')
      if (!sameSecret(cookie, session)) return unauthorised('The session is over.')
      return changes(request) && !isSameOrigin(request)
        ? forbidden('bad-origin', 'A browser must say where a request comes from.')
        : undefined
    },
  }
}

const unauthorised = (message: string): Refusal => ({
  status: 401,
  code: 'unauthorised',
  message,
  fix: 'Open the address that Adjutant printed when it started, or send its token as "Authorization: Bearer".',
})

const forbidden = (code: string, message: string): Refusal => ({ status: 403, code, message })

/** A name that was made to point here (DNS rebinding) is not one of ours. */
function badAddress({ headers, socket }: FastifyRequest): Refusal | undefined {
  const known = LOOPBACK_NAMES.map((name) => `${name}:${socket.localPort}`)
  return known.includes((headers.host ?? '').toLowerCase())
    ? undefined
    : forbidden('bad-host', 'This address is not served here.')
}

function badOrigin(request: FastifyRequest): Refusal | undefined {
  const site = request.headers['sec-fetch-site']
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none'
  const wrongOrigin = request.headers.origin !== undefined && !isSameOrigin(request)
  return wrongOrigin || (foreign && isPrivate(request))
    ? forbidden('bad-origin', 'Other sites may not use this address.')
    : undefined
}

const isSameOrigin = ({ headers }: FastifyRequest): boolean =>
  headers.origin === undefined
    ? headers['sec-fetch-site'] === 'same-origin'
    : headers.origin.toLowerCase() === `http://${(headers.host ?? '').toLowerCase()}`

/** Addresses end up in histories and logs; a secret in one is a leak that the sender should hear of. */
function secretInQuery({ url }: FastifyRequest): Refusal | undefined {
  const query = new URL(url, 'http://localhost').searchParams
  return ['token', 'access_token', 'key'].some((name) => query.has(name))
    ? {
        status: 400,
        code: 'token-in-query',
        message: 'A token must not be given in the query string.',
        fix: 'Send it as "Authorization: Bearer".',
      }
    : undefined
}

/**
 * What needs no token: the interface's own files, the same for everyone, the sign of life, and what does not exist. It
 * goes by the route that was found, not by the address's spelling, which has many ways to say the same.
 */
const OPEN_ROUTES: readonly (string | undefined)[] = ['/', '/*', '/healthz', undefined]
export const isPrivate = ({ routeOptions }: FastifyRequest): boolean =>
  !OPEN_ROUTES.includes(routeOptions.url)

const changes = ({ method }: FastifyRequest): boolean => method !== 'GET' && method !== 'HEAD'

function sameSecret(candidate: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(candidate), digest(secret))
}
