/**
 * What may be reached in a call, beyond public hosts, as the operator named or allowed it. `host:port` is exactly that;
 * `host` is any port of a public host, and only the scheme's own port (80, 443) where it leads to a private address. A
 * name that anyone could register reaches a private address only where that `address:port` is an entry as well.
 */
export interface WebAllowance {
  readonly allowedHosts: readonly string[]
  readonly signal: AbortSignal
}

export interface WebResponse {
  /** Final URL after redirects. */
  readonly url: string
  readonly status: number
  readonly contentType: string
  /** Empty where the body is not text. */
  readonly text: string
  readonly redirects: readonly string[]
}

export interface WebRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON unless `headers` says otherwise. */
  readonly body?: string
  readonly idempotencyKey?: string
}

/** A page as an article: readability to Markdown, and its parts for programs. */
export interface ReadPage {
  readonly url: string
  readonly title: string
  readonly markdown: string
  readonly links: readonly { text: string; url: string }[]
}

/**
 * HTTP from the agent. Each address (literal, or each one a name resolves to) and each redirect is checked: private,
 * loopback, link-local and reserved addresses only where `allowedHosts` names exactly that host and port; a redirect
 * that leaves its host for one that is not allowed is refused and said. The connection is made to the address that was
 * checked. A body is read up to 10 MiB, a call takes at most 20 s. Throws ToolError: 'bad-address', 'own-api',
 * 'private-address', 'redirect-refused', 'too-many-redirects', 'host-not-found', 'connection-failed',
 * 'connection-lost', 'timeout', 'too-large', 'http-status', 'not-html', 'aborted'.
 */
export interface WebPort {
  /** Any status is a response. After a method other than GET, a redirect that may not be followed is one too. */
  request(request: WebRequest, allowance: WebAllowance): Promise<WebResponse>
  /** GET and turn to Markdown; a status of 400 or above is an error. */
  readPage(url: string, allowance: WebAllowance): Promise<ReadPage>
}
