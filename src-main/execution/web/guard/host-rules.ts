import ipaddr from 'ipaddr.js'

/** Names that public DNS never delegates: a private address behind one is what its owner meant. */
const LOCAL_SUFFIXES = [
  'local',
  'lan',
  'internal',
  'home',
  'home.arpa',
  'intranet',
  'private',
  'corp',
  'test',
]

export const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? 443 : 80))

/** A host in one spelling: lower-case, without a last dot, every name of the loopback address as 127.0.0.1. */
export function canonicalHost(hostname: string): string {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  const loopback =
    host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host === '0.0.0.0'
  return loopback || /^127\.\d+\.\d+\.\d+$/.test(host) ? '127.0.0.1' : host
}

export const isLiteral = (hostname: string): boolean => ipaddr.isValid(hostname.replace(/^\[|\]$/g, ''))

/** A name nobody can register: one label, or under a suffix that is kept for local use. */
export function isLocalName(hostname: string): boolean {
  const host = canonicalHost(hostname)
  return !host.includes('.') || LOCAL_SUFFIXES.some((suffix) => host.endsWith(`.${suffix}`))
}

/** Whether an entry names this URL's host: `host:port` that very port, `host` any port. */
export const namesHost = (url: URL, allowedHosts: readonly string[]): boolean =>
  allowedHosts.some((entry) => {
    const { host, port } = parseEntry(entry)
    return host === canonicalHost(url.hostname) && (port === undefined || port === portOf(url))
  })

/**
 * Whether an entry names this URL's host strictly enough for a private address: `host:port` that very port, `host` only
 * the scheme's own port (80 for http, 443 for https).
 */
export const namesPrivateHost = (url: URL, allowedHosts: readonly string[]): boolean =>
  namesAuthority(url.hostname, portOf(url), url.port === '', allowedHosts)

export const namesAuthority = (
  hostname: string,
  port: number,
  defaultPort: boolean,
  allowedHosts: readonly string[],
): boolean =>
  allowedHosts.some((entry) => {
    const named = parseEntry(entry)
    return (
      named.host === canonicalHost(hostname) &&
      (named.port === port || (named.port === undefined && defaultPort))
    )
  })

/** Same host, give or take `www.`, or one a subdomain of the other; never so for literal addresses. */
export function isSameSite(a: URL, b: URL): boolean {
  const [one, other] = [siteHost(a), siteHost(b)]
  if (one === other) return true
  if (isLiteral(one) || isLiteral(other)) return false
  return isUnder(one, other) || isUnder(other, one)
}

const siteHost = (url: URL): string => canonicalHost(url.hostname).replace(/^www\./, '')
const isUnder = (child: string, parent: string): boolean =>
  parent.includes('.') && child.endsWith(`.${parent}`)

function parseEntry(entry: string): { host: string; port: number | undefined } {
  const [, host = entry, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(entry.trim()) ?? []
  const spelled = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
  // WHATWG parsing gives one spelling to decimal, octal and international hosts
  const address = `http://${spelled}`
  const canonical = URL.canParse(address) ? new URL(address).hostname : spelled
  return { host: canonicalHost(canonical), port: port === undefined ? undefined : Number(port) }
}
