import { describe, expect, it } from 'vitest'
import { ToolError } from '../../../vocabulary/errors.ts'
import { createGuard } from './guard.ts'

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'example.com': ['93.184.215.14'],
  'www.example.com': ['93.184.215.14'],
  'other.example': ['93.184.215.15'],
  'rebound.example': ['93.184.215.14', '10.0.0.5'],
  'wiki.example.com': ['10.0.0.7'],
  'nas.lan': ['192.168.1.20'],
  localhost: ['127.0.0.1', '::1'],
}

const guard = createGuard({
  resolve: async (name) => NAMES[name] ?? [],
  ownAddresses: () => ['127.0.0.1:4100', '192.168.1.5:4100'],
})

async function verdict(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'reached'
  } catch (error) {
    if (error instanceof ToolError) return error.code
    throw error
  }
}

describe('what may be reached', () => {
  it.each([
    ['a public page', 'https://example.com/a', [], 'reached'],
    ['a public literal', 'http://93.184.215.14/', [], 'reached'],
    ['this machine', 'http://127.0.0.1:8080/', [], 'private-address'],
    ['this machine by name', 'http://localhost:8080/', [], 'private-address'],
    ['this machine in decimal', 'http://2130706433/', [], 'private-address'],
    ['this machine in octal', 'http://0177.0.0.1/', [], 'private-address'],
    ['this machine in hexadecimal', 'http://0x7f.1/', [], 'private-address'],
    ['this machine as a mapped address', 'http://[::ffff:127.0.0.1]/', [], 'private-address'],
    ['this machine through NAT64', 'http://[64:ff9b::127.0.0.1]/', [], 'private-address'],
    ['the cloud metadata address', 'http://169.254.169.254/latest', [], 'private-address'],
    ['a name of which one address is private', 'http://rebound.example/', [], 'private-address'],
    ['a private port that was named', 'http://127.0.0.1:8080/', ['127.0.0.1:8080'], 'reached'],
    ['the same by its other name', 'http://localhost:8080/', ['127.0.0.1:8080'], 'reached'],
    ['another port than was named', 'http://127.0.0.1:8081/', ['127.0.0.1:8080'], 'private-address'],
    ['the default port of a named private host', 'http://10.0.0.5/', ['10.0.0.5'], 'reached'],
    ['another port of it', 'http://10.0.0.5:9200/', ['10.0.0.5'], 'private-address'],
    ['a named host in a local zone', 'http://nas.lan:5000/', ['nas.lan:5000'], 'reached'],
    [
      'a named public name that leads inside',
      'https://wiki.example.com/',
      ['wiki.example.com'],
      'private-address',
    ],
    [
      'the same with its address allowed',
      'https://wiki.example.com/',
      ['wiki.example.com', '10.0.0.7:443'],
      'reached',
    ],
    [
      'the same with its address allowed alone',
      'https://wiki.example.com/',
      ['10.0.0.7:443'],
      'private-address',
    ],
    ['its own API', 'http://127.0.0.1:4100/api/runs', ['127.0.0.1:4100'], 'own-api'],
    ['its own API by name', 'http://localhost:4100/', ['localhost:4100'], 'own-api'],
    ['its own API by another loopback address', 'http://127.0.0.2:4100/', ['127.0.0.2:4100'], 'own-api'],
    ['its own API as a mapped address', 'http://[::ffff:7f00:1]:4100/', ['[::ffff:7f00:1]:4100'], 'own-api'],
    ['its own API on the network', 'http://192.168.1.5:4100/', ['192.168.1.5:4100'], 'own-api'],
    ['a file', 'file:///etc/passwd', [], 'bad-address'],
    ['an address with a password', 'https://ann:secret@example.com/', [], 'bad-address'],
    ['no address', 'example', [], 'bad-address'],
  ] as const)('%s (%s): %s', async (_case, url, allowed, expected) => {
    expect(await verdict(guard.check(url, [...allowed]))).toBe(expected)
  })

  it('says which host to allow', async () => {
    await expect(guard.check('http://10.0.0.5:8080/x', [])).rejects.toMatchObject({
      message: 'http://10.0.0.5:8080/x is a private address (private network) that was not allowed.',
      fix: 'Allow 10.0.0.5:8080 in Settings > Hosts.',
    })
  })

  it('names the addresses to connect to', async () => {
    expect((await guard.check('http://localhost:8080/', ['localhost:8080'])).addresses).toEqual([
      '127.0.0.1',
      '::1',
    ])
  })
})

describe('where a redirect may lead', () => {
  it.each([
    ['another page of the host', 'https://example.com/a', 'https://example.com/b', [], 'reached'],
    ['from http to https', 'http://example.com/', 'https://example.com/', [], 'reached'],
    ['to www.', 'https://example.com/', 'https://www.example.com/', [], 'reached'],
    ['from www.', 'https://www.example.com/', 'https://example.com/', [], 'reached'],
    ['to a stranger', 'https://example.com/', 'https://other.example/', [], 'redirect-refused'],
    ['to an allowed host', 'https://example.com/', 'https://other.example/', ['other.example'], 'reached'],
    ['to a private address', 'https://example.com/', 'http://10.0.0.5:8080/', [], 'private-address'],
    [
      'to another port of this machine',
      'http://127.0.0.1:8080/',
      'http://127.0.0.1:9/',
      ['127.0.0.1:8080'],
      'private-address',
    ],
    ['to its own API', 'https://example.com/', 'http://127.0.0.1:4100/', ['127.0.0.1:4100'], 'own-api'],
    [
      'between literals that end alike',
      'http://1.93.184.215/',
      'http://11.93.184.215/',
      [],
      'redirect-refused',
    ],
    ['to a file', 'https://example.com/', 'file:///etc/passwd', [], 'bad-address'],
  ] as const)('%s: %s -> %s: %s', async (_case, from, to, allowed, expected) => {
    expect(await verdict(guard.checkRedirect(new URL(from), new URL(to), [...allowed]))).toBe(expected)
  })

  it('says where it wanted to go', async () => {
    await expect(
      guard.checkRedirect(new URL('https://example.com/a'), new URL('https://other.example/b'), []),
    ).rejects.toMatchObject({
      message: 'https://example.com/a redirects to https://other.example/b, on a host that was not allowed.',
      fix: 'Allow other.example in Settings > Hosts, or ask for that address itself.',
    })
  })
})
