import { describe, expect, it } from 'vitest'
import { addressKind } from './address-kind.ts'

describe('an address is what it really leads to', () => {
  it.each([
    ['93.184.215.14', 'public'],
    ['2606:4700:4700::1111', 'public'],
    ['127.0.0.1', 'this machine'],
    ['127.8.9.10', 'this machine'],
    ['0.0.0.0', 'this machine'],
    ['::1', 'this machine'],
    ['[::1]', 'this machine'],
    ['::', 'this machine'],
    ['10.0.0.5', 'private network'],
    ['172.31.255.255', 'private network'],
    ['192.168.1.1', 'private network'],
    ['fd12:3456:789a::1', 'private network'],
    ['fec0::1', 'private network'],
    ['169.254.169.254', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['100.64.0.1', 'carrier network'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'multicast'],
    ['ff02::1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['192.0.2.1', 'reserved'],
    ['198.18.0.1', 'reserved'],
    ['2001:db8::1', 'reserved'],
    ['::ffff:10.0.0.5', 'private network'],
    ['::ffff:7f00:1', 'this machine'],
    ['::ffff:93.184.215.14', 'public'],
    ['::127.0.0.1', 'this machine'],
    ['64:ff9b::a00:5', 'private network'],
    ['64:ff9b::5db8:d70e', 'public'],
    ['64:ff9b:1::a00:5', 'reserved'],
    ['2002:7f00:1::', 'reserved'],
    ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'reserved'],
    ['not an address', 'reserved'],
  ] as const)('%s: %s', (address, kind) => {
    expect(addressKind(address)).toBe(kind)
  })
})
