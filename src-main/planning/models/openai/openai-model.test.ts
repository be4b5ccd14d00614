import { describe, expect, it } from 'vitest'
import { modelRequest, resultForModel, toolDescriptor } from '../../../testing/model-request.ts'
import { openAiServerForTest, type Reply } from '../../../testing/openai-server.ts'
import { ModelError, type ModelEvent, type ModelRequest } from '../../model.ts'
import { createOpenAiModel, type OpenAiOptions } from './openai-model.ts'

async function ask(
  reply: Reply,
  request: ModelRequest = modelRequest(),
  options: Partial<OpenAiOptions> = {},
) {
  const server = await openAiServerForTest(() => reply)
  const model = createOpenAiModel({ baseUrl: server.baseUrl, model: 'm-1', apiKey: 'sk-test', ...options })
  const events: ModelEvent[] = []
  for await (const event of model.respond(request, new AbortController().signal)) events.push(event)
  return { events, request: server.requests[0] }
}

async function failure(
  reply: Reply,
  options: Partial<OpenAiOptions> = {},
  request: ModelRequest = modelRequest(),
): Promise<ModelError> {
  const error = await ask(reply, request, options).then(
    ({ events }) => new Error(`it answered: ${JSON.stringify(events)}`),
    (thrown: unknown) => thrown,
  )
  if (error instanceof ModelError) return error
  throw error
}

describe('an answer of an OpenAI-compatible endpoint', () => {
  it('comes as words while they stream, and ends with what it cost', async () => {
    const { events, request } = await ask({
      text: 'The first headline is about rain.',
      usage: { prompt: 321, completion: 12 },
    })
    const words = events.flatMap((event) => (event.type === 'text' ? event.delta : []))
    expect(words.length).toBeGreaterThan(1)
    expect(words.join('')).toBe('The first headline is about rain.')
    expect(events.at(-1)).toEqual({ type: 'usage', inputTokens: 321, outputTokens: 12 })
    expect(request?.authorization).toBe('Bearer sk-test')
    expect(request?.body.model).toBe('m-1')
  })

  it('may hold several calls, whose tools are named as the agent names them', async () => {
    const { events } = await ask({
      calls: [
        { id: 'a', name: 'web.fetch', arguments: { url: 'http://127.0.0.1/news' } },
        { id: 'b', name: 'files.write', arguments: { path: '~/n.md', text: 'x' } },
      ],
    })
    expect(events.filter(({ type }) => type === 'call')).toEqual([
      { type: 'call', id: 'a', tool: 'web.fetch', arguments: '{"url":"http://127.0.0.1/news"}' },
      { type: 'call', id: 'b', tool: 'files.write', arguments: '{"path":"~/n.md","text":"x"}' },
    ])
  })

  it('passes malformed arguments on as they came, for the loop to answer', async () => {
    const { events } = await ask({ calls: [{ name: 'web.fetch', arguments: '{"url": "http://' }] })
    expect(events).toContainEqual(
      expect.objectContaining({ tool: 'web.fetch', arguments: '{"url": "http://' }),
    )
  })

  it('passes a call of a tool that does not exist on under the name the model used', async () => {
    const { events } = await ask({ calls: [{ name: 'teleport_me', arguments: {} }] })
    expect(events).toContainEqual(expect.objectContaining({ tool: 'teleport_me' }))
  })

  it('gives each call an id of its own where the endpoint gives them all the same', async () => {
    const { events } = await ask({
      calls: [
        { id: 'same', name: 'web.fetch', arguments: { n: 1 } },
        { id: 'same', name: 'web.fetch', arguments: { n: 2 } },
      ],
    })
    const ids = events.flatMap((event) => (event.type === 'call' ? event.id : []))
    expect(new Set(ids).size).toBe(2)
  })

  it('turns make_plan into a plan, with the tools named as the agent names them', async () => {
    const tasks = [
      { id: 'read', title: 'Read', instruction: 'read the news', tools: ['web_fetch'] },
      { id: 'save', title: 'Save', instruction: 'save it', dependsOn: ['read'] },
    ]
    const { events } = await ask({ calls: [{ name: 'make_plan', arguments: { tasks } }] })
    expect(events.find(({ type }) => type === 'plan')).toEqual({
      type: 'plan',
      tasks: [
        { id: 'read', title: 'Read', instruction: 'read the news', dependsOn: [], tools: ['web.fetch'] },
        { id: 'save', title: 'Save', instruction: 'save it', dependsOn: ['read'], tools: [] },
      ],
    })
  })

  it('is cut off visibly where the model ran into its length limit', async () => {
    const { events } = await ask({ text: 'The list is 1, 2', finish: 'length' })
    const text = events.flatMap((event) => (event.type === 'text' ? event.delta : [])).join('')
    expect(text).toContain('The list is 1, 2')
    expect(text).toContain('cut at the length limit')
  })
})

describe('what an endpoint is sent', () => {
  it('offers a plan to the root thread only', async () => {
    const named = async (canPlan: boolean) => {
      const { request } = await ask({ text: 'ok' }, modelRequest({ canPlan }))
      return request?.body.tools?.map((tool) => tool.type === 'function' && tool.function.name)
    }
    expect(await named(true)).toEqual(['make_plan', 'files_write', 'web_fetch'])
    expect(await named(false)).toEqual(['files_write', 'web_fetch'])
  })

  it('starts the same for every call of a run, so that the endpoint can cache it', async () => {
    const first = await ask({ text: 'ok' })
    const thread = [
      { type: 'response' as const, text: '', calls: [{ id: 'c1', tool: 'web.fetch', arguments: {} }] },
      { type: 'result' as const, ...resultForModel() },
    ]
    const later = await ask({ text: 'ok' }, modelRequest({ thread, now: '2026-03-02T09:00:00.000Z' }))
    const tools = [toolDescriptor('files.write'), toolDescriptor('web.fetch')]
    const reordered = await ask({ text: 'ok' }, modelRequest({ tools }))
    expect(later.request?.body.messages.slice(0, 2)).toEqual(first.request?.body.messages.slice(0, 2))
    expect(later.request?.body.tools).toEqual(first.request?.body.tools)
    expect(reordered.request?.body).toEqual(first.request?.body)
  })
})

describe('an endpoint that fails', () => {
  it.each([
    ['a key that is not accepted', { status: 401, error: 'bad key' }, 'unauthorised', false],
    ['a key without the right', { status: 403, error: 'no' }, 'unauthorised', false],
    ['a model that is not there', { status: 404, error: 'no such model' }, 'model-unknown', false],
    ['too many requests', { status: 429, error: 'slow down' }, 'rate-limited', true],
    ['an empty account', { status: 429, error: 'quota', code: 'insufficient_quota' }, 'no-quota', false],
    ['a server error', { status: 500, error: 'oops' }, 'model-unavailable', true],
    ['an overload', { status: 503, error: 'busy' }, 'model-unavailable', true],
    [
      'a goal that is too long',
      { status: 400, error: 'x', code: 'context_length_exceeded' },
      'context-too-long',
      false,
    ],
    ['a request that it does not take', { status: 400, error: 'no tools here' }, 'bad-request', false],
    ['a stream cut in the middle', { text: 'The first headline is', fault: 'cut' }, 'stream-cut', true],
    ['a stream without an end', { text: 'The first', fault: 'unfinished' }, 'stream-cut', true],
    [
      'a call cut in the middle',
      { calls: [{ name: 'web.fetch', arguments: { url: 'http://127.0.0.1:1/news' } }], fault: 'cut' },
      'stream-cut',
      true,
    ],
    ['an empty answer', { text: '' }, 'empty-response', true],
    ['an answer held back', { text: 'x', finish: 'content_filter' }, 'filtered', false],
    [
      'a plan that is no plan',
      { calls: [{ name: 'make_plan', arguments: { tasks: 'all' } }] },
      'bad-plan',
      true,
    ],
    [
      'a plan in malformed JSON',
      { calls: [{ name: 'make_plan', arguments: '{"tasks": [' }] },
      'bad-plan',
      true,
    ],
  ] as const satisfies readonly (readonly [string, Reply, string, boolean])[])(
    '%s is told as such, and whether to ask again',
    async (_what, reply, code, retryable) => {
      expect(await failure(reply)).toMatchObject({ code, retryable })
    },
  )

  it.each([
    ['seconds', '7', 7_000],
    ['a date', 'Mon, 02 Mar 2026 08:30:30 GMT', 30_000],
    ['a date that has passed', 'Mon, 02 Mar 2026 08:29:00 GMT', 0],
  ])('is asked again when it says: Retry-After in %s', async (_how, header, expected) => {
    const clock = { now: () => Date.parse('2026-03-02T08:30:00Z'), after: () => () => undefined }
    const error = await failure({ status: 429, error: 'slow', headers: { 'retry-after': header } }, { clock })
    expect(error.retryAfterMs).toBe(expected)
  })

  it('says where to mend a key', async () => {
    expect((await failure({ status: 401, error: 'bad key' })).fix).toBe('Check the key in Settings > Model.')
  })

  it('says where it looked when nothing listens there', async () => {
    const server = await openAiServerForTest(() => ({ text: 'never' }))
    await server.close()
    const error = await failure({ text: 'never' }, { baseUrl: server.baseUrl })
    expect(error).toMatchObject({ code: 'connection', retryable: true })
    expect(error.message).toContain('ECONNREFUSED')
    expect(error.fix).toContain(server.baseUrl)
  })

  it.each([
    ['from the start', ''],
    ['in the middle of its answer', 'The first headline'],
  ])('by falling silent %s is given up after the time allowed', async (_when, text) => {
    const error = await failure({ text, fault: 'hang' }, { timeoutMs: 100 })
    expect(error).toMatchObject({ code: 'timeout', retryable: true })
  })
})

describe('an abort', () => {
  it.each(['', 'The first headline'])('ends a call that has said "%s"', async (text) => {
    const server = await openAiServerForTest(() => ({ text, fault: 'hang' }))
    const model = createOpenAiModel({ baseUrl: server.baseUrl, model: 'm-1' })
    const controller = new AbortController()
    const consume = async () => {
      const events = model.respond(modelRequest(), controller.signal)[Symbol.asyncIterator]()
      let heard = 0
      while (true) {
        const next = events.next()
        if (heard * 12 >= text.length) await untilAsked(server).then(() => controller.abort())
        heard += 1
        if ((await next).done) return
      }
    }
    await expect(consume()).rejects.toMatchObject({ code: 'aborted', retryable: false })
  })

  it('before the call means that nothing is sent', async () => {
    const server = await openAiServerForTest(() => ({ text: 'never' }))
    const model = createOpenAiModel({ baseUrl: server.baseUrl, model: 'm-1' })
    const events = model.respond(modelRequest(), AbortSignal.abort())[Symbol.asyncIterator]()
    await expect(events.next()).rejects.toMatchObject({ code: 'aborted' })
    expect(server.requests).toHaveLength(0)
  })
})

async function untilAsked({ requests }: { requests: readonly unknown[] }): Promise<void> {
  while (requests.length === 0) await new Promise((resolve) => setImmediate(resolve))
}
