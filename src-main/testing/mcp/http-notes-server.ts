import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMcpHandler } from '@modelcontextprotocol/server'
import { createNotesServer } from './notes.ts'

export interface HttpNotesServer {
  readonly url: string
  /** The value of the header "Authorization" in each request. */
  readonly authorizations: (string | undefined)[]
  close(): Promise<void>
}

/**
 * The notes server at an address of this computer. `/mcp` is the server, wanting `token` where one is given; `/away`
 * redirects to another host, `/silent` never answers.
 */
export async function startHttpNotes(token?: string): Promise<HttpNotesServer> {
  const notes: string[] = []
  const handler = createMcpHandler(() => createNotesServer(notes))
  const authorizations: (string | undefined)[] = []
  const server = createServer(async (request, response) => {
    authorizations.push(request.headers.authorization)
    if (request.url === '/silent') return
    if (request.url === '/away') {
      response
        .writeHead(307, { location: `http://localhost:${(server.address() as AddressInfo).port}/mcp` })
        .end()
      return
    }
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`) {
      response.writeHead(401).end('no')
      return
    }
    const answer = await handler.fetch(await toRequest(request))
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    for await (const chunk of answer.body ?? []) response.write(chunk)
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    authorizations,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function toRequest(message: IncomingMessage): Promise<Request> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  const headers = Object.entries(message.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  )
  return new Request(`http://${message.headers.host}${message.url}`, {
    method: message.method ?? 'GET',
    headers,
    ...(message.method === 'POST' ? { body: Buffer.concat(parts) } : {}),
  })
}
