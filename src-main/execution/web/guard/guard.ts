import { ToolError } from '../../../vocabulary/errors.ts'
import { type AddressKind, addressKind } from './address-kind.ts'
import {
  isLiteral,
  isLocalName,
  isSameSite,
  namesAuthority,
  namesHost,
  namesPrivateHost,
  portOf,
} from './host-rules.ts'
import type { ResolveHost } from './resolve-host.ts'

/** A URL that may be reached, and the addresses a connection must be made to: nothing else was checked. */
export interface CheckedTarget {
  readonly url: URL
  readonly addresses: readonly string[]
}

/**
 * Says which URLs may be reached. Public addresses may; private, loopback, link-local and reserved ones only where
 * `allowedHosts` names that host and port (and, for a name that anyone could register, that address and port too);
 * the agent's own API never. Throws ToolError: 'bad-address', 'own-api', 'private-address', 'redirect-refused',
 * 'host-not-found'.
 */
export interface Guard {
  check(url: string | URL, allowedHosts: readonly string[]): Promise<CheckedTarget>
  /** As `check`, for a redirect: refuses one that leaves the host it came from for one that is not allowed. */
  checkRedirect(from: URL, to: URL, allowedHosts: readonly string[]): Promise<CheckedTarget>
}

export interface GuardOptions {
  readonly resolve: ResolveHost
  /** The agent's own listening addresses, `host:port`; asked at each check, for a port may be known late. */
  readonly ownAddresses: () => readonly string[]
}

export function createGuard({ resolve, ownAddresses }: GuardOptions): Guard {
  const check = async (address: string | URL, allowedHosts: readonly string[]): Promise<CheckedTarget> => {
    const url = parseAddress(address)
    refuseOwn(url, [url.hostname], ownAddresses())
    const addresses = isLiteral(url.hostname) ? [unbracketed(url.hostname)] : await resolve(url.hostname)
    refuseOwn(url, addresses, ownAddresses())
    for (const literal of addresses) {
      const kind = addressKind(literal)
      if (kind !== 'public') requireNamed(url, literal, kind, allowedHosts)
    }
    return { url, addresses }
  }
  return {
    check,
    checkRedirect: async (from, to, allowedHosts) => {
      const url = parseAddress(to)
      if (!isSameSite(from, url) && !namesHost(url, allowedHosts)) throw refusedRedirect(from, url)
      return check(url, allowedHosts)
    },
  }
}

function refusedRedirect(from: URL, to: URL): ToolError {
  const kind = isLiteral(to.hostname) ? addressKind(to.hostname) : 'public'
  const where = kind === 'public' ? 'on a host' : `a private address (${kind})`
  return new ToolError(
    kind === 'public' ? 'redirect-refused' : 'private-address',
    `${from.href} redirects to ${to.href}, ${where} that was not allowed.`,
    { fix: `Allow ${to.host} in Settings > Hosts, or ask for that address itself.` },
  )
}

/** An http or https URL without credentials. */
export function parseAddress(address: string | URL): URL {
  if (typeof address === 'string' && !URL.canParse(address)) {
    throw new ToolError('bad-address', `"${address}" is not a web address.`, {
      fix: 'Give a full address, e.g. https://example.com/page.',
    })
  }
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ToolError('bad-address', `${url.href} is not reached: only http and https addresses are.`)
  }
  if (url.username || url.password) {
    throw new ToolError('bad-address', `The address of ${url.host} holds a user name or password.`, {
      fix: 'Give the address without them.',
    })
  }
  return url
}

function refuseOwn(url: URL, addresses: readonly string[], own: readonly string[]): void {
  const reached = addresses.map((address) =>
    // `::ffff:7f00:1`, 127.0.0.2 and `::` are all this machine to the operating system
    addressKind(address) === 'this machine' ? '127.0.0.1' : bracketed(address),
  )
  if (reached.some((host) => namesAuthority(host, portOf(url), false, own))) {
    throw new ToolError('own-api', `${url.origin} is this agent's own interface, which it never calls.`)
  }
}

function requireNamed(url: URL, literal: string, kind: AddressKind, allowedHosts: readonly string[]): void {
  const port = portOf(url)
  const named = namesPrivateHost(url, allowedHosts)
  const trusted = isLiteral(url.hostname) || isLocalName(url.hostname)
  if (named && trusted) return
  // a name that anyone could register may point anywhere by tomorrow: the address must have been allowed as well
  if (named && namesAuthority(bracketed(literal), port, url.port === '', allowedHosts)) return
  // as an address is written, so that the entry says what the operator sees: a port only where it is not the usual one
  const missing = named ? `${bracketed(literal)}${url.port && `:${port}`}` : url.host
  throw new ToolError(
    'private-address',
    isLiteral(url.hostname)
      ? `${url.href} is a private address (${kind}) that was not allowed.`
      : `${url.href} leads to ${literal}, a private address (${kind}) that was not allowed.`,
    { fix: `Allow ${missing} in Settings > Hosts.` },
  )
}

const unbracketed = (host: string): string => host.replace(/^\[|\]$/g, '')
const bracketed = (host: string): string => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host)
