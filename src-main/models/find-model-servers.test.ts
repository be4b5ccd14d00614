import { describe, expect, it } from 'vitest'
import { findModelServers } from './find-model-servers.ts'

const answering = (answers: Readonly<Record<string, () => Response | Promise<Response>>>) => {
  const asked: string[] = []
  const ask = (async (url, init) => {
    asked.push(String(url))
    const answer = answers[new URL(String(url)).port]
    if (!answer) throw new TypeError('fetch failed')
    init?.signal?.throwIfAborted()
    return Promise.race([
      answer(),
      new Promise<never>((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('too late')))
      }),
    ])
  }) as typeof fetch
  return { ask, asked }
}

const models = (...ids: string[]) => Response.json({ object: 'list', data: ids.map((id) => ({ id })) })

describe('local model servers', () => {
  it('are found at their usual ports with the models they have', async () => {
    const { ask } = answering({ 11434: () => models('qwen3:8b', 'llama3.2'), 8000: () => models('mistral') })
    expect(await findModelServers(ask)).toEqual([
      { name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1', models: ['qwen3:8b', 'llama3.2'] },
      { name: 'vLLM', baseUrl: 'http://127.0.0.1:8000/v1', models: ['mistral'] },
    ])
  })

  it.each([
    ['nothing listens', {}],
    ['something else listens', { 8000: () => new Response('<h1>It works</h1>') }],
    ['its answer is of another shape', { 8000: () => Response.json({ data: 'none' }) }],
    ['it wants a key', { 8000: () => new Response('{}', { status: 401 }) }],
    ['it never answers', { 8000: () => new Promise<Response>(() => {}) }],
  ])('are none where %s', async (_, answers) => {
    const { ask } = answering(answers)
    expect(await findModelServers(ask, 50)).toEqual([])
  })

  it('are looked for on this machine alone', async () => {
    const { ask, asked } = answering({})
    await findModelServers(ask)
    expect([...new Set(asked.map((url) => new URL(url).hostname))]).toEqual(['127.0.0.1'])
  })
})
