import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestSite, type TestSite } from '../../testing/site/site.ts'
import { WEB_LABELS } from '../../vocabulary/labels.ts'
import type { ToolCall } from '../tool.ts'
import { createWeb } from '../web/create-web.ts'
import { httpGet } from './http-get.ts'
import { httpPost } from './http-post.ts'
import { webRead } from './web-read.ts'

let site: TestSite
beforeEach(async () => {
  site = await startTestSite()
})
afterEach(() => site.close())

const ports = { web: createWeb({ timeoutMs: 2_000 }) }
const call = (): ToolCall => ({
  runId: 'run_1',
  conversationId: 'c_1',
  principal: 'operator',
  labels: WEB_LABELS,
  idempotencyKey: 'effect_1',
  allowedHosts: [site.host],
  signal: new AbortController().signal,
})

describe('reading a page', () => {
  it('gives its text and links to model and program, marked as from the web', async () => {
    const result = await webRead.run({ url: `${site.origin}/news` }, ports, call())
    expect(result.text).toContain('Night train to the coast returns')
    expect(result.data).toMatchObject({ url: `${site.origin}/news`, title: 'The Harbour Courier' })
    expect(result.labels).toEqual(WEB_LABELS)
    expect(result.links).toContain(`${site.origin}/news/chess-final`)
    expect(result.evidence).toEqual([
      {
        kind: 'page',
        what: `${site.origin}/news`,
        summary: 'Read "The Harbour Courier"',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ])
  })

  it('shows a model at most about 12,000 characters, and says so, but keeps all', async () => {
    const long = await startTestSite({
      '/long': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/plain' })
        response.end('All work and no play.\n'.repeat(2_000))
      },
    })
    const result = await webRead.run({ url: `${long.origin}/long` }, ports, {
      ...call(),
      allowedHosts: [long.host],
    })
    expect(result.text.length).toBeLessThan(12_500)
    expect(result.text).toMatch(/\[Cut here: 1\d,\d{3} of 43,999 characters are shown\.\]/)
    expect((result.data as { markdown: string }).markdown).toHaveLength(43_999)
    await long.close()
  })

  it('reaches no private host that was not allowed', async () => {
    const outside = { ...call(), allowedHosts: [] }
    await expect(webRead.run({ url: `${site.origin}/` }, ports, outside)).rejects.toMatchObject({
      code: 'private-address',
      fix: `Allow ${site.host} in Settings > Hosts.`,
    })
  })
})

describe('an HTTP request', () => {
  it('gives JSON as JSON', async () => {
    const result = await httpGet.run({ url: `${site.origin}/api/departures` }, ports, call())
    expect(result.data).toMatchObject({ status: 200, contentType: 'application/json', json: { count: 3 } })
    expect(result.evidence).toMatchObject([
      { kind: 'http', summary: expect.stringContaining('answered 200 OK') },
    ])
  })

  it('that is refused is no success, and tells what the server said', async () => {
    await expect(httpGet.run({ url: `${site.origin}/api/broken` }, ports, call())).rejects.toMatchObject({
      code: 'http-status',
      message: expect.stringMatching(/answered 500 Internal Server Error\. It says: .*the database is away/),
    })
  })

  it('posts JSON under the key of its effect', async () => {
    const input = { url: `${site.origin}/api/echo`, json: { name: 'Ann', list: [1, null] } }
    const result = await httpPost.run(input, ports, call())
    expect(result.data).toMatchObject({
      status: 200,
      json: { method: 'POST', body: '{"name":"Ann","list":[1,null]}' },
    })
    expect(site.requests[0]?.headers['idempotency-key']).toBe('effect_1')
  })

  it('shows method, address and body before it is sent', async () => {
    const input = { url: 'https://example.com/api', json: { a: 1 }, headers: { accept: 'text/plain' } }
    expect(await httpPost.preview?.(input, ports, { conversationId: 'c_1' })).toEqual({
      kind: 'fields',
      title: 'Send an HTTP request',
      fields: [
        { name: 'Request', value: 'POST https://example.com/api' },
        { name: 'Header accept', value: 'text/plain' },
        { name: 'Body', value: '{\n  "a": 1\n}' },
      ],
    })
  })

  it.each([
    ['/slow', true],
    ['/drop', true],
    ['/api/broken', false],
  ])(
    'that fails is in doubt only where it may have been carried out: %s %s',
    async (path, effectUncertain) => {
      const posting = httpPost.run({ url: `${site.origin}${path}`, json: {} }, ports, call())
      await expect(posting).rejects.toMatchObject({ effectUncertain })
    },
  )
})
