import { ToolError } from '../../../vocabulary/errors.ts'
import type { Guard } from '../guard/guard.ts'
import { isSameSite } from '../guard/host-rules.ts'
import { type Deadline, type OneRequest, type OneResponse, sendRequest } from './send-request.ts'

const MAX_REDIRECTS = 5
const PRIVATE_HEADERS = ['authorization', 'cookie', 'proxy-authorization', 'idempotency-key']

export interface Followed extends OneResponse {
  /** Where the response came from, after redirects. */
  readonly url: string
  /** Every address that redirected, in order. */
  readonly redirects: readonly string[]
}

export interface FollowOptions {
  readonly guard: Guard
  readonly allowedHosts: readonly string[]
  readonly deadline: Deadline
  readonly maxBytes: number
}

/**
 * Sends a request and follows at most five redirects, each checked as the first address was. A redirect that may not be
 * followed throws; after a request other than GET and HEAD it is the result instead (status 3xx): the server has
 * already acted, and that must not look like a failure.
 */
export async function followRedirects(
  address: string,
  first: OneRequest,
  { guard, allowedHosts, deadline, maxBytes }: FollowOptions,
): Promise<Followed> {
  const redirects: string[] = []
  let target = await guard.check(address, allowedHosts)
  let request = first
  for (;;) {
    const response = await sendRequest(target, request, deadline, maxBytes)
    const here = target.url
    const ended: Followed = { ...response, url: here.href, redirects }
    const to = redirectOf(here, response)
    if (!to) return ended
    const acted = request.method !== 'GET' && request.method !== 'HEAD'
    if (redirects.length === MAX_REDIRECTS) {
      throw new ToolError('too-many-redirects', `${address} redirects more than ${MAX_REDIRECTS} times.`)
    }
    try {
      target = await guard.checkRedirect(here, to, allowedHosts)
    } catch (error) {
      if (acted && error instanceof ToolError) return ended
      throw error
    }
    redirects.push(here.href)
    request = nextRequest(request, response.status, here, to)
  }
}

function redirectOf(from: URL, { status, headers }: OneResponse): URL | undefined {
  const location = headers.location
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined
  if (!URL.canParse(location, from)) {
    throw new ToolError('bad-redirect', `${from.href} redirects to "${location}", which is no address.`)
  }
  const to = new URL(location, from)
  if (to.hash === '') to.hash = from.hash
  return to
}

/** As browsers do: 303 becomes GET, 301 and 302 too where it was POST; what identifies the caller stays on its host. */
function nextRequest(request: OneRequest, status: number, from: URL, to: URL): OneRequest {
  const becomesGet =
    (status === 303 && request.method !== 'HEAD') ||
    ((status === 301 || status === 302) && request.method === 'POST')
  const staysHome = from.host === to.host || (isSameSite(from, to) && to.protocol === 'https:')
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(
      ([name]) =>
        (staysHome || !PRIVATE_HEADERS.includes(name.toLowerCase())) &&
        !(becomesGet && name.toLowerCase().startsWith('content-')),
    ),
  )
  return becomesGet ? { method: 'GET', headers, body: undefined } : { ...request, headers }
}
