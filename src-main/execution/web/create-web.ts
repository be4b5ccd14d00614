import { ToolError } from '../../vocabulary/errors.ts'
import { createGuard, type Guard } from './guard/guard.ts'
import { type ResolveHost, resolveHost } from './guard/resolve-host.ts'
import { decodeText, isHtml, isText, mediaType } from './http/decode-text.ts'
import { describeStatus } from './http/describe-status.ts'
import { type Followed, followRedirects } from './http/follow-redirects.ts'
import type { Deadline } from './http/send-request.ts'
import { suggestedName } from './http/suggested-name.ts'
import { readPage } from './page/read-page.ts'
import type { WebAllowance, WebPort, WebRequest } from './web.ts'

const MAX_BYTES = 10 * 1_048_576
const TIMEOUT_MS = 20_000
/** Headers that belong to the connection, not to the caller. */
const RESERVED_HEADERS = [
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'upgrade',
]

export interface WebOptions {
  readonly resolve?: ResolveHost
  /** The agent's own listening addresses, `host:port`: refused whatever else is allowed. */
  readonly ownAddresses?: () => readonly string[]
  /** For one call with all its redirects. */
  readonly timeoutMs?: number
}

/** WebPort over undici, and what the browser shares with it: the guard it stands behind, and plain fetching. */
export interface Web extends WebPort {
  readonly guard: Guard
  /** A page's HTML as it was sent. Throws ToolError 'not-html', 'http-status'. */
  readHtml(url: string, allowance: WebAllowance): Promise<{ url: string; html: string }>
  /** A file's bytes, at most 10 MiB. `headers` (cookies, say) go to the address's own host only. */
  download(
    url: string,
    allowance: WebAllowance,
    headers?: Record<string, string>,
  ): Promise<{ url: string; contentType: string; suggestedName: string; bytes: Uint8Array }>
}

export function createWeb({
  resolve = resolveHost,
  ownAddresses = () => [],
  timeoutMs = TIMEOUT_MS,
}: WebOptions = {}): Web {
  const guard = createGuard({ resolve, ownAddresses })

  const send = (request: WebRequest, { allowedHosts, signal }: WebAllowance): Promise<Followed> =>
    followRedirects(
      request.url,
      { method: request.method, headers: headersOf(request), body: request.body },
      { guard, allowedHosts, deadline: deadlineOf(signal, timeoutMs), maxBytes: MAX_BYTES },
    )

  const get = async (url: string, allowance: WebAllowance, headers: Record<string, string> = {}) => {
    const response = await send({ method: 'GET', url, headers }, allowance)
    if (response.status >= 400) throw refusedBy(response)
    return response
  }

  return {
    guard,
    request: async (request, allowance) => {
      const response = await send(request, allowance)
      const contentType = response.headers['content-type'] ?? ''
      return {
        url: response.url,
        status: response.status,
        contentType,
        text: isText(contentType) || contentType === '' ? decodeText(response.bytes, contentType) : '',
        redirects: response.redirects,
      }
    },
    readPage: async (url, allowance) => {
      const { text, contentType, finalUrl } = await textOf(await get(url, allowance))
      return readPage(text, contentType, finalUrl)
    },
    readHtml: async (url, allowance) => {
      const { text, contentType, finalUrl } = await textOf(await get(url, allowance))
      if (!isHtml(contentType)) throw notHtml(finalUrl, contentType)
      return { url: finalUrl, html: text }
    },
    download: async (url, allowance, headers) => {
      const { bytes, headers: received, url: finalUrl } = await get(url, allowance, headers)
      return {
        url: finalUrl,
        contentType: mediaType(received['content-type'] ?? ''),
        suggestedName: suggestedName(finalUrl, received['content-disposition']),
        bytes,
      }
    },
  }
}

function headersOf({ headers = {}, body, idempotencyKey }: WebRequest): Record<string, string> {
  const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const reserved = Object.keys(own).find((name) => RESERVED_HEADERS.includes(name))
  if (reserved) throw new ToolError('bad-argument', `headers: "${reserved}" is set by the connection itself.`)
  return {
    'user-agent': 'Mozilla/5.0 (compatible; Adjutant)',
    accept: '*/*',
    'accept-language': 'en, *;q=0.5',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    ...own,
  }
}

function deadlineOf(signal: AbortSignal, timeoutMs: number): Deadline {
  const timeout = AbortSignal.timeout(timeoutMs)
  return {
    signal: AbortSignal.any([signal, timeout]),
    timedOut: () => timeout.aborted && !signal.aborted,
    seconds: timeoutMs / 1000,
  }
}

function textOf({ bytes, headers, url }: Followed): { text: string; contentType: string; finalUrl: string } {
  const contentType = headers['content-type'] ?? sniffed(bytes)
  if (!isText(contentType)) throw notHtml(url, contentType)
  return { text: decodeText(bytes, contentType), contentType, finalUrl: url }
}

const sniffed = (bytes: Buffer): string =>
  /^\s*<(!doctype html|html|head|body)/i.test(bytes.subarray(0, 512).toString('latin1'))
    ? 'text/html'
    : bytes.includes(0)
      ? 'application/octet-stream'
      : 'text/plain'

const notHtml = (url: string, contentType: string): ToolError =>
  new ToolError('not-html', `${url} is not a page but ${mediaType(contentType)}.`, {
    fix: 'Download it as a file instead.',
  })

const refusedBy = ({ url, status }: Followed): ToolError =>
  new ToolError('http-status', `${url} answered ${describeStatus(status)}.`, {
    fix: status >= 500 ? 'The server has trouble; try again later.' : 'Check the address.',
  })
