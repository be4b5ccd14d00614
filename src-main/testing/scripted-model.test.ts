import { describe, expect, it } from 'vitest'
import type { ModelRequest } from '../planning/model.ts'
import { modelRequest } from './model-request.ts'
import { call, type ModelScript, say, scriptedModel } from './scripted-model.ts'

async function play(script: ModelScript, requests: readonly ModelRequest[]) {
  let check: () => void = () => undefined
  const model = scriptedModel(script, (given) => {
    check = given
  })
  const heard: unknown[] = []
  for (const request of requests) {
    try {
      for await (const event of model.respond(request, new AbortController().signal)) heard.push(event)
    } catch (error) {
      heard.push(error)
    }
  }
  return { heard, check }
}
const response = { type: 'response' as const, text: 'x', calls: [] }

describe('the scripted model', () => {
  it('says at each step of each task what its script holds', async () => {
    const script = { root: [[call('files.read', { path: '/a' })], [say('done')]] }
    const { heard, check } = await play(script, [modelRequest(), modelRequest({ thread: [response] })])
    expect(heard).toEqual([
      { type: 'call', id: 'root[0].0', tool: 'files.read', arguments: '{"path":"/a"}' },
      { type: 'text', delta: 'done' },
    ])
    expect(check).not.toThrow()
  })

  it('says the same again when a step is repeated', async () => {
    const { heard } = await play({ root: [[say('one')]] }, [modelRequest(), modelRequest()])
    expect(heard).toEqual([say('one'), say('one')])
  })

  it('fails the test on a call that is not in its script', async () => {
    const { heard, check } = await play({}, [modelRequest()])
    expect(heard[0]).toMatchObject({ code: 'off-script' })
    expect(check).toThrow('the model was asked for root[0]')
  })

  it('fails the test on a step that was never asked for', async () => {
    const { check } = await play({ root: [[say('one')]], news: [[say('two')]] }, [modelRequest()])
    expect(check).toThrow('the model was never asked for news[0]')
  })
})
