import { describe, expect, it } from 'vitest'
import { openAiServerForTest } from '../../testing/openai-server.ts'
import { createModel, testModel } from './create-model.ts'

const openai = (baseUrl: string) => ({ provider: 'openai', name: 'm-1', baseUrl, apiKey: 'sk-test' }) as const

describe('the model that the settings name', () => {
  it('is the offline planner where no other is connected', () => {
    expect(createModel({ provider: 'offline', name: 'm-1', baseUrl: '' }).id).toBe('offline')
  })

  it('is named after the endpoint kind and the model', () => {
    expect(createModel(openai('http://127.0.0.1:1/v1')).id).toBe('openai/m-1')
  })
})

describe('the live test of the settings', () => {
  it('says that the model answers, and how fast', async () => {
    const { baseUrl } = await openAiServerForTest(() => ({ text: 'ready' }))
    expect(await testModel(openai(baseUrl))).toEqual({
      ok: true,
      model: 'm-1',
      latencyMs: expect.any(Number),
    })
  })

  it('says what is wrong and what to do about it', async () => {
    const { baseUrl } = await openAiServerForTest(() => ({ status: 401, error: 'bad key' }))
    expect(await testModel(openai(baseUrl))).toMatchObject({
      ok: false,
      error: expect.stringContaining('does not accept the key'),
      fix: 'Check the key in Settings > Model.',
    })
  })

  it('needs nothing for the offline planner', async () => {
    const tested = await testModel({ provider: 'offline', name: '', baseUrl: '' })
    expect(tested).toMatchObject({ ok: true, model: 'offline' })
  })

  it('gives an endpoint that stays silent up', async () => {
    const { baseUrl } = await openAiServerForTest(() => ({ fault: 'hang' }))
    expect(await testModel({ ...openai(baseUrl), timeoutMs: 100 })).toMatchObject({
      ok: false,
      error: expect.stringContaining('was silent'),
    })
  })
})
