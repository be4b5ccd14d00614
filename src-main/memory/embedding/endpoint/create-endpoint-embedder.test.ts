import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createEndpointEmbedder } from './create-endpoint-embedder.ts'

interface Asked {
  readonly model: string
  readonly input: readonly string[]
}
type Answer = { readonly status?: number; readonly body: unknown }

/** An OpenAI-compatible endpoint that answers as the test says. */
async function endpoint(answer: (asked: Asked, index: number) => Answer) {
  const asked: (Asked & { authorization: string | undefined })[] = []
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request)) as Asked
    asked.push({ ...body, authorization: request.headers.authorization })
    const { status = 200, body: said } = answer(body, asked.length - 1)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(typeof said === 'string' ? said : JSON.stringify(said))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

const vectors = (asked: Asked, numbers: (text: string, index: number) => unknown): Answer => ({
  body: {
    object: 'list',
    data: asked.input.map((each, index) => ({ object: 'embedding', index, embedding: numbers(each, index) })),
  },
})
const open = (baseUrl: string) => createEndpointEmbedder({ baseUrl, name: 'embed-1', apiKey: 'sk-test' })

describe('an OpenAI-compatible endpoint', () => {
  it('gives vectors of length 1, and its name and dimension are learnt', async () => {
    const { baseUrl, asked } = await endpoint((each) => vectors(each, (_, index) => [3 + index, 4, 0]))
    const embedder = await open(baseUrl)
    expect(embedder).toMatchObject({ id: 'openai/embed-1', dimension: 3 })
    const [first] = await embedder.embed(['a', 'b'])
    expect([...(first ?? [])]).toEqual([0.6, 0.8, 0].map((value) => Math.fround(value)))
    expect(asked[1]).toMatchObject({ model: 'embed-1', input: ['a', 'b'], authorization: 'Bearer sk-test' })
  })

  it('is asked again where it is busy', async () => {
    const { baseUrl } = await endpoint((each, index) =>
      index === 1 ? { status: 429, body: { error: { message: 'slow down' } } } : vectors(each, () => [1, 0]),
    )
    await expect((await open(baseUrl)).embed(['a'])).resolves.toHaveLength(1)
  })

  it.each<[string, (asked: Asked, index: number) => Answer]>([
    ['fewer vectors than texts', () => ({ body: { data: [] } })],
    ['words for numbers', (each) => vectors(each, () => ['a', 'b'])],
    ['nothing for a vector', (each) => vectors(each, () => null)],
    ['not numbers', (each) => vectors(each, () => [1, null])],
    ['vectors of length 0', (each) => vectors(each, () => [0, 0])],
    [
      'another dimension than before',
      (each, index) => vectors(each, () => (index === 0 ? [1, 0] : [1, 0, 0])),
    ],
    ['null', () => ({ body: null })],
    ['nulls for vectors', (each) => ({ body: { data: each.input.map(() => null) } })],
    [
      'a vector for a text nobody sent',
      (each) => ({ body: { data: each.input.map(() => ({ index: 7, embedding: [1] })) } }),
    ],
    ['nothing of the kind', () => ({ body: { hello: 'world' } })],
  ])('that answers with %s is refused with its address', async (_, answer) => {
    const { baseUrl } = await endpoint(answer)
    await expect(open(baseUrl).then((embedder) => embedder.embed(['a', 'b']))).rejects.toMatchObject({
      code: 'bad-embeddings',
      message: expect.stringContaining(baseUrl),
      passing: false,
    })
  })

  it('that refuses the key says so, and is not waited for', async () => {
    const { baseUrl } = await endpoint(() => ({ status: 401, body: { error: { message: 'bad key' } } }))
    await expect(open(baseUrl)).rejects.toMatchObject({ code: 'embeddings-refused', passing: false })
  })

  it('that is down is waited for, and named', async () => {
    const { baseUrl, stop } = await endpoint(() => ({ body: {} }))
    await stop()
    await expect(open(baseUrl)).rejects.toMatchObject({
      code: 'embeddings-refused',
      passing: true,
      message: expect.stringMatching(`${baseUrl}.*ECONNREFUSED`),
    })
  })

  it('is asked for many texts in several questions, and each text gets its own vector', async () => {
    const { baseUrl, asked } = await endpoint((each) => vectors(each, (text) => [Number(text) || 0, 1]))
    const embedder = await open(baseUrl)
    const texts = Array.from({ length: 150 }, (_, index) => String(index))
    const given = await embedder.embed(texts)
    expect(asked.length).toBeGreaterThan(2)
    given.forEach(([x = 0, y = 1], index) => {
      expect(x / y).toBeCloseTo(index, 3)
    })
  })

  it('of another dimension than the settings say is refused', async () => {
    const { baseUrl, asked } = await endpoint((each) => vectors(each, () => [1, 0, 0]))
    await expect(
      createEndpointEmbedder({ baseUrl, name: 'embed-1', apiKey: '', dimension: 2 }),
    ).rejects.toMatchObject({ code: 'bad-embeddings', message: expect.stringContaining('3 numbers') })
    expect(asked[0]).toMatchObject({ dimensions: 2 })
  })

  it('that is closed refuses what comes', async () => {
    const { baseUrl } = await endpoint((each) => vectors(each, () => [1]))
    const embedder = await open(baseUrl)
    await embedder.close()
    await expect(embedder.embed(['a'])).rejects.toMatchObject({ code: 'embedder-closed' })
  })
})
