import { describe, expect, it } from 'vitest'
import { baseUrlProblem, changeOf, draftOf, type ModelDraft } from './model-draft.ts'

const model = {
  provider: 'offline',
  name: 'gpt-5-mini',
  baseUrl: 'https://api.openai.com/v1',
  hasKey: true,
} as const

describe('what saving the model form changes', () => {
  it.each([
    [{}, {}],
    [{ provider: 'openai' }, { provider: 'openai' }],
    [{ name: ' llama3.3 ' }, { name: 'llama3.3' }],
    [{ name: '   ' }, {}],
    [{ baseUrl: 'http://localhost:11434/v1' }, { baseUrl: 'http://localhost:11434/v1' }],
    [{ apiKey: ' key ' }, { apiKey: 'key' }],
    [{ apiKey: '' }, {}],
  ] satisfies [Partial<ModelDraft>, object][])('%j: %j', (typed, change) => {
    expect(changeOf({ ...draftOf(model), ...typed }, { model, fixed: {} })).toEqual(change)
  })

  it('what the environment fixes is never sent', () => {
    const typed = { provider: 'openai', name: 'x', baseUrl: 'http://x/v1', apiKey: 'y' } as const
    const fixed = { 'model.name': 'ADJUTANT_MODEL', 'model.apiKey': 'OPENAI_API_KEY' }
    expect(changeOf(typed, { model, fixed })).toEqual({ provider: 'openai', baseUrl: 'http://x/v1' })
  })
})

describe("an endpoint's address", () => {
  it.each([
    ['http://localhost:11434/v1', true],
    [' https://api.openai.com/v1 ', true],
    ['localhost:11434', false],
    ['ftp://example.org', false],
    ['', false],
  ])('%j: %s', (address, good) => {
    expect(baseUrlProblem(address) === undefined).toBe(good)
  })
})
