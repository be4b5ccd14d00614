import ipaddr from 'ipaddr.js'

/** Where an address leads, in words an operator knows. Only 'public' may be reached without being named. */
export type AddressKind =
  | 'public'
  | 'this machine'
  | 'private network'
  | 'link-local'
  | 'carrier network'
  | 'multicast'
  | 'reserved'

const KINDS: Readonly<Record<string, AddressKind>> = {
  unicast: 'public',
  loopback: 'this machine',
  unspecified: 'this machine',
  private: 'private network',
  uniqueLocal: 'private network',
  deprecatedSiteLocal: 'private network',
  linkLocal: 'link-local',
  carrierGradeNat: 'carrier network',
  multicast: 'multicast',
  broadcast: 'multicast',
}

/** The well-known NAT64 prefix of RFC 6052; its local-use sibling 64:ff9b:1::/48 is never public. */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96')
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3')

/**
 * Classifies a literal IPv4 or IPv6 address, with or without brackets and zone. An IPv6 address that stands for an IPv4
 * one (mapped, compatible, NAT64) is what that one is; tunnels (6to4, Teredo) and anything unknown are 'reserved'.
 */
export function addressKind(literal: string): AddressKind {
  const bare = literal.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return 'reserved'
  const address = ipaddr.parse(bare)
  if (address.kind() === 'ipv4') return KINDS[address.range()] ?? 'reserved'
  const v6 = address as ipaddr.IPv6
  const range = v6.range()
  if (range === 'ipv4Mapped' || v6.match(NAT64)) return addressKind(embeddedIpv4(v6))
  if (range === 'unicast') return v6.match(GLOBAL_UNICAST) ? 'public' : 'reserved'
  return KINDS[range] ?? 'reserved'
}

const embeddedIpv4 = (address: ipaddr.IPv6): string => address.toByteArray().slice(12).join('.')
