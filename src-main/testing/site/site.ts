import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { newsPage, STORIES, storyPage } from './news.ts'
import {
  contactPage,
  homePage,
  hoursPage,
  injectionPage,
  livePage,
  loginPage,
  shopPage,
  thanksPage,
} from './pages.ts'

/** A request as the site received it. `body` is the text of its body. */
interface ReceivedRequest {
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export interface TestSite {
  /** e.g. 'http://127.0.0.1:40123'. */
  readonly origin: string
  /** `host:port`, as an allowed host is written. */
  readonly host: string
  /** All requests so far, in order. */
  readonly requests: readonly ReceivedRequest[]
  close(): Promise<void>
}

const HTML: Readonly<Record<string, () => string>> = {
  '/': homePage,
  '/news': newsPage,
  '/shop': shopPage,
  '/hours': hoursPage,
  '/contact': contactPage,
  '/login': loginPage,
  '/recipe': injectionPage,
  '/departures': livePage,
}

type Answer = (request: ReceivedRequest, response: ServerResponse) => void

/** A small town's web site on a free port of 127.0.0.1: pages for people, an API, and pages that misbehave. */
export async function startTestSite(extra: Readonly<Record<string, Answer>> = {}): Promise<TestSite> {
  const requests: ReceivedRequest[] = []
  const server = createServer(async (incoming, response) => {
    const request = await received(incoming)
    requests.push(request)
    const path = request.path.split('?')[0] ?? '/'
    const answer = extra[path] ?? SPECIAL[path] ?? page
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin: `http://${host}`,
    host,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function received(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '/',
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString(),
  }
}

const page: Answer = ({ path }, response) => {
  const bare = path.split('?')[0] ?? '/'
  const story = STORIES.find(({ slug }) => bare === `/news/${slug}`)
  const html = story ? storyPage(story) : HTML[bare]?.()
  send(
    response,
    html === undefined ? 404 : 200,
    'text/html; charset=utf-8',
    html ?? '<h1>Page not found</h1>',
  )
}

const SPECIAL: Readonly<Record<string, Answer>> = {
  '/contact': form('Your message has arrived.', contactPage),
  '/newsletter': form('You are on the list.', contactPage),
  '/login': form('You are signed in.', loginPage),
  '/api/departures': (_request, response) =>
    json(response, 200, { next: 'Ferry to Gull Island at 14:20 from pier 2', count: 3 }),
  '/api/echo': ({ method, headers, body }, response) =>
    json(response, 200, { method, contentType: headers['content-type'] ?? '', body }),
  '/api/broken': (_request, response) => json(response, 500, { error: 'the database is away' }),
  '/redirect/news': redirect(302, '/news'),
  '/redirect/private': redirect(302, 'http://10.0.0.5:8080/admin'),
  '/redirect/metadata': redirect(307, 'http://169.254.169.254/latest/meta-data'),
  '/redirect/elsewhere': redirect(301, 'https://elsewhere.example/landing'),
  '/redirect/loop': redirect(302, '/redirect/loop'),
  '/redirect/file': redirect(302, 'file:///etc/passwd'),
  '/big': (_request, response) => endless(response, 50 * 1_048_576),
  '/bomb': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
    response.end(gzipSync(Buffer.alloc(50 * 1_048_576, ' ')))
  },
  // never answered: only the caller's patience ends it
  '/slow': () => undefined,
  '/drop': (_request, response) => response.socket?.destroy(),
  '/latin1': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(
      Buffer.from('<meta charset="iso-8859-1"><title>Café</title><p>Crème brûlée à la carte</p>', 'latin1'),
    )
  },
  '/files/timetable.csv': (_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/csv',
      'content-disposition': 'attachment; filename="timetable 2026.csv"',
    })
    response.end('line,from,to\n1,Harbour,Station\n2,Harbour,Lighthouse\n')
  },
  '/tracker': (_request, response) =>
    send(
      response,
      200,
      'text/html',
      '<h1>Tracked</h1><img src="http://tracker.example/pixel.gif"><img src="http://10.0.0.5/secret.png"><script>new WebSocket("ws://" + location.host + "/socket").onclose = () => { document.title = "socket refused" }; open("/news")</script>',
    ),
}

function form(thanks: string, shown: () => string): Answer {
  return ({ method, body }, response) => {
    const html =
      method === 'POST' ? thanksPage(thanks, Object.fromEntries(new URLSearchParams(body))) : shown()
    send(response, 200, 'text/html; charset=utf-8', html)
  }
}

function redirect(status: number, location: string): Answer {
  return (_request, response) => {
    response.writeHead(status, { location })
    response.end()
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type })
  response.end(body)
}

const json = (response: ServerResponse, status: number, value: unknown): void =>
  send(response, status, 'application/json', JSON.stringify(value))

/** Writes as fast as it is read, and no further: what the reader never takes is never made. */
function endless(response: ServerResponse, bytes: number): void {
  response.writeHead(200, { 'content-type': 'text/html' })
  const chunk = Buffer.alloc(65_536, 'lorem ')
  let left = bytes
  const write = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length
      if (!response.write(chunk)) {
        response.once('drain', write)
        return
      }
    }
    response.end()
  }
  write()
}
