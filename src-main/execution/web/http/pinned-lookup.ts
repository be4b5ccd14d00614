import type { LookupFunction } from 'node:net'

/** Answers every question for an address with those that were checked: a name is never resolved a second time. */
export function pinnedLookup(addresses: readonly string[]): LookupFunction {
  const pinned = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  return (_host, options, callback) => {
    const [first] = pinned
    if (options.all || !first) callback(null, pinned)
    else callback(null, first.address, first.family)
  }
}
