import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { messageOf } from '../../../vocabulary/errors.ts'
import type { CheckedTarget } from '../../web/guard/guard.ts'
import { portOf } from '../../web/guard/host-rules.ts'
import { pinnedLookup } from '../../web/http/pinned-lookup.ts'

/**
 * The only way out of the browser. It connects to hosts whose addresses were checked, and to those addresses alone, so
 * that neither the browser's own resolver nor its background traffic reaches anything that nobody looked at.
 */
export interface CheckedProxy {
  /** `http://127.0.0.1:port`. */
  readonly address: string
  /** Opens the way to a checked target's host and port. */
  admit(target: CheckedTarget): void
  /** Why the last connection to a host and port failed, if it did. */
  failure(url: URL): string | undefined
  close(): Promise<void>
}

export async function startCheckedProxy(): Promise<CheckedProxy> {
  const admitted = new Map<string, readonly string[]>()
  const failures = new Map<string, string>()
  const tunnels = new Set<Socket>()

  const relay = (incoming: IncomingMessage, response: ServerResponse): void => {
    const url = URL.canParse(incoming.url ?? '') ? new URL(incoming.url ?? '') : undefined
    const addresses = url && admitted.get(keyOf(url.hostname, portOf(url)))
    if (url?.protocol !== 'http:' || !addresses) {
      response.destroy()
      return
    }
    const { 'proxy-connection': _own, ...headers } = incoming.headers
    const outgoing = request({
      host: unbracketed(url.hostname),
      port: portOf(url),
      method: incoming.method,
      path: `${url.pathname}${url.search}`,
      headers,
      setHost: false,
      agent: false,
      lookup: pinnedLookup(addresses),
    })
    outgoing.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
      answer.on('error', () => response.destroy())
    })
    outgoing.on('error', (error) => {
      failures.set(keyOf(url.hostname, portOf(url)), messageOf(error))
      response.destroy()
    })
    response.on('close', () => outgoing.destroy())
    incoming.pipe(outgoing)
  }

  const tunnel = (incoming: IncomingMessage, client: Duplex, head: Buffer): void => {
    const url = new URL(`https://${incoming.url}`)
    const key = keyOf(url.hostname, portOf(url))
    const addresses = admitted.get(key)
    client.on('error', () => client.destroy())
    if (!addresses) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    const server = connect({
      host: unbracketed(url.hostname),
      port: portOf(url),
      lookup: pinnedLookup(addresses),
    })
    tunnels.add(server)
    server.once('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      if (head.length > 0) server.write(head)
      server.pipe(client).pipe(server)
    })
    server.on('error', (error) => {
      failures.set(key, messageOf(error))
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    })
    server.on('close', () => {
      tunnels.delete(server)
      client.destroy()
    })
    client.on('close', () => server.destroy())
  }

  const server = createServer(relay)
  server.on('connect', tunnel)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    admit: ({ url, addresses }) => void admitted.set(keyOf(url.hostname, portOf(url)), addresses),
    failure: (url) => failures.get(keyOf(url.hostname, portOf(url))),
    close: () =>
      new Promise((resolve) => {
        for (const open of tunnels) open.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const keyOf = (hostname: string, port: number): string => `${hostname.toLowerCase()}:${port}`
const unbracketed = (host: string): string => host.replace(/^\[|\]$/g, '')
