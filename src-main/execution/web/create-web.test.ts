import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestSite, type TestSite } from '../../testing/site/site.ts'
import { createWeb, type WebOptions } from './create-web.ts'
import type { WebAllowance } from './web.ts'

let site: TestSite
beforeEach(async () => {
  site = await startTestSite()
})
afterEach(() => site.close())

const allowing = (...allowedHosts: string[]): WebAllowance => ({
  allowedHosts,
  signal: new AbortController().signal,
})
const read = (path: string, options: WebOptions = {}) =>
  createWeb(options).readPage(`${site.origin}${path}`, allowing(site.host))

describe('a page that is read', () => {
  it('becomes Markdown, without the furniture around it', async () => {
    const page = await read('/news/night-train')
    expect(page.title).toBe('Night train to the coast returns after eleven years - The Harbour Courier')
    expect(page.markdown).toMatch(/^# Night train to the coast returns after eleven years\n/)
    expect(page.markdown).toContain('A bed in a shared cabin starts at 49 euros')
    expect(page.markdown).not.toMatch(/Newsletter|Imprint|Subscribe/)
  })

  it('keeps a list of news whole, each with its absolute link', async () => {
    const page = await read('/news')
    expect(page.markdown.match(/^## \[/gm)).toHaveLength(10)
    expect(page.markdown).toContain(`](${site.origin}/news/chess-final)`)
    expect(page.links).toContainEqual({ text: 'Shop', url: `${site.origin}/shop` })
  })

  it('keeps tables', async () => {
    expect((await read('/hours')).markdown).toContain('| Saturday | 10:00 | 16:00 |')
  })

  it('is decoded by the charset it declares itself', async () => {
    expect((await read('/latin1')).markdown).toContain('Crème brûlée à la carte')
  })

  it('is shown as data where it is data', async () => {
    expect((await read('/api/departures')).markdown).toMatch(/^```json\n\{"next":"Ferry/)
  })

  it('is followed over a redirect on its host', async () => {
    expect((await read('/redirect/news')).url).toBe(`${site.origin}/news`)
  })
})

describe('a page that cannot be read says why', () => {
  it.each([
    ['/nowhere', 'http-status', '404 Not Found'],
    ['/api/broken', 'http-status', '500 Internal Server Error'],
    ['/redirect/private', 'private-address', 'redirects to http://10.0.0.5:8080/admin'],
    ['/redirect/metadata', 'private-address', 'redirects to http://169.254.169.254/latest/meta-data'],
    ['/redirect/elsewhere', 'redirect-refused', 'redirects to https://elsewhere.example/landing'],
    ['/redirect/file', 'bad-address', 'file:///etc/passwd'],
    ['/redirect/loop', 'too-many-redirects', 'more than 5 times'],
    ['/big', 'too-large', 'is larger than 10 MiB'],
    ['/bomb', 'too-large', 'is larger than 10 MiB'],
    ['/slow', 'timeout', 'took longer than 0.3 s'],
    ['/drop', 'connection-lost', 'ended the connection early'],
  ])('%s: %s', async (path, code, words) => {
    const patience = path === '/slow' ? { timeoutMs: 300 } : {}
    await expect(read(path, patience)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    })
  })

  it('stops reading a page of 50 MB long before its end', async () => {
    let written = 0
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const chunk = Buffer.alloc(1_048_576, 'x')
      const more = () => {
        while (written < 50 && !response.destroyed) {
          written++
          if (!response.write(chunk)) return response.once('drain', more)
        }
        return response.end()
      }
      more()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    await expect(createWeb().readPage(`http://${host}/`, allowing(host))).rejects.toMatchObject({
      code: 'too-large',
    })
    expect(written).toBeLessThan(30)
    server.closeAllConnections()
    server.close()
  })

  it('gives up when it is told to', async () => {
    const controller = new AbortController()
    const reading = createWeb().readPage(`${site.origin}/slow`, {
      allowedHosts: [site.host],
      signal: controller.signal,
    })
    controller.abort()
    await expect(reading).rejects.toMatchObject({ code: 'aborted', effectUncertain: false })
  })
})

describe('a connection', () => {
  it('is made to the address that was checked, however the name resolves later', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.5']]
    const web = createWeb({ resolve: async () => answers.shift() ?? [] })
    const { port } = new URL(site.origin)
    const page = await web.readPage(`http://site.test:${port}/hours`, allowing(`site.test:${port}`))
    expect(page.title).toBe('Opening hours')
    expect(site.requests[0]?.headers.host).toBe(`site.test:${port}`)
    expect(answers).toEqual([['10.0.0.5']])
  })

  it('is checked anew for every redirect', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.5']]
    const web = createWeb({ resolve: async () => answers.shift() ?? [] })
    const { port } = new URL(site.origin)
    const reading = web.readPage(
      `http://site.example:${port}/redirect/news`,
      allowing(`site.example:${port}`, site.host),
    )
    await expect(reading).rejects.toMatchObject({ code: 'private-address' })
    expect(site.requests.map(({ path }) => path)).toEqual(['/redirect/news'])
  })

  it('is never made to its own API', async () => {
    const web = createWeb({ ownAddresses: () => [site.host] })
    await expect(web.readPage(`${site.origin}/`, allowing(site.host))).rejects.toMatchObject({
      code: 'own-api',
    })
    expect(site.requests).toEqual([])
  })

  it('that nobody accepts had no effect', async () => {
    const { origin, host } = site
    await site.close()
    const posting = createWeb().request(
      { method: 'POST', url: `${origin}/api/echo`, body: '{}' },
      allowing(host),
    )
    await expect(posting).rejects.toMatchObject({ code: 'connection-failed', effectUncertain: false })
  })
})

describe('a request that sends something', () => {
  const post = (path: string, options: WebOptions = {}) =>
    createWeb(options).request(
      { method: 'POST', url: `${site.origin}${path}`, body: '{"a":1}', idempotencyKey: 'key-1' },
      allowing(site.host),
    )

  it('arrives as JSON with its key', async () => {
    const response = await post('/api/echo')
    expect(response).toMatchObject({ status: 200, contentType: 'application/json' })
    expect(site.requests[0]).toMatchObject({ method: 'POST', body: '{"a":1}' })
    expect(site.requests[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': 'key-1',
    })
  })

  it.each([
    ['/slow', 'timeout'],
    ['/drop', 'connection-lost'],
    ['/big', 'too-large'],
  ])('may have had its effect where no answer could be read (%s)', async (path, code) => {
    await expect(post(path, { timeoutMs: 1_000 })).rejects.toMatchObject({ code, effectUncertain: true })
  })

  it('has had its effect where only the redirect after it was refused', async () => {
    expect(await post('/redirect/elsewhere')).toMatchObject({
      status: 301,
      url: `${site.origin}/redirect/elsewhere`,
    })
  })

  it('may not set the headers of the connection', async () => {
    const request = createWeb().request(
      { method: 'GET', url: site.origin, headers: { Host: 'elsewhere.example' } },
      allowing(site.host),
    )
    await expect(request).rejects.toMatchObject({ code: 'bad-argument' })
  })

  it('keeps what identifies the caller on its own host', async () => {
    const other = await startTestSite()
    const hop = await startTestSite({
      '/go': (_request, response) => {
        response.writeHead(302, { location: `${other.origin}/hours` })
        response.end()
      },
    })
    await createWeb().request(
      {
        method: 'GET',
        url: `${hop.origin}/go`,
        headers: { Authorization: 'Bearer x', Cookie: 'a=b', 'X-Plain': 'c' },
      },
      allowing(hop.host, other.host),
    )
    expect(hop.requests[0]?.headers.authorization).toBe('Bearer x')
    expect(other.requests[0]?.headers).not.toHaveProperty('authorization')
    expect(other.requests[0]?.headers).not.toHaveProperty('cookie')
    expect(other.requests[0]?.headers['x-plain']).toBe('c')
    await hop.close()
    await other.close()
  })
})

describe('a file that is downloaded', () => {
  it('comes whole, under the name its server gives it', async () => {
    const file = await createWeb().download(`${site.origin}/files/timetable.csv`, allowing(site.host))
    expect(file).toMatchObject({ contentType: 'text/csv', suggestedName: 'timetable 2026.csv' })
    expect(Buffer.from(file.bytes).toString()).toContain('2,Harbour,Lighthouse')
  })
})
