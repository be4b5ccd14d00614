import { describe, expect, it } from 'vitest'
import { agentUnderTest } from './testing/agent-under-test.ts'
import { call, say, scriptedModel } from './testing/scripted-model.ts'

const toolOf = async (agent: Awaited<ReturnType<typeof agentUnderTest>>, name: string) =>
  (await agent.agent.operator.call('tools.list', {})).find((tool) => tool.name === name)

describe('a tool that the operator has switched off', () => {
  it('is not described to the model, and a call of it is refused with the reason', async () => {
    const model = scriptedModel({
      root: [[call('memory.remember', { text: 'tea' })], [say('It is switched off.')]],
    })
    const agent = await agentUnderTest({ model, config: { tools: { off: ['memory.remember'] } } })
    const { id } = await agent.start('What is there?')
    const run = await agent.ended(id)
    expect(model.requests[0]?.tools.map(({ name }) => name)).not.toContain('memory.remember')
    expect(run.effects[0]).toMatchObject({
      status: 'failed',
      resultText: expect.stringContaining('The operator has switched off "Remember" (memory.remember).'),
    })
    expect(await agent.agent.operator.call('memory.list', {})).toEqual([])
    expect(await toolOf(agent, 'memory.remember')).toMatchObject({
      off: true,
      uses: { today: 0, total: 0 },
      lastError: { runId: id, text: expect.stringContaining('switched off') },
    })
  })

  it('is not run either where it was approved before', async () => {
    const model = scriptedModel({
      root: [[call('memory.remember', { text: 'tea' })], [say('It is switched off.')]],
    })
    const agent = await agentUnderTest({ model })
    const { id } = await agent.start('What is there?')
    await agent.until(id, ({ status }) => status === 'waiting')
    const [approval] = await agent.pending()
    await agent.agent.operator.call('settings.change', { tools: { off: ['memory.remember'] } })
    await agent.answer(approval?.id ?? '', 'once')
    const run = await agent.ended(id)
    expect(run.effects[0]).toMatchObject({ status: 'failed' })
    expect(await agent.agent.operator.call('memory.list', {})).toEqual([])
  })
})

it('a tool tells how often it was used, and forgets nothing of it over a restart', async () => {
  const script = { root: [[call('memory.recall', { query: 'tea' })], [say('Nothing.')]] }
  const first = await agentUnderTest({ model: scriptedModel(script) })
  await first.ended((await first.start('What is there?')).id)
  await first.agent.close()
  const { data, home } = first
  const second = await agentUnderTest({ model: scriptedModel(script), folders: { data, home } })
  await second.ended((await second.start('What is there?')).id)
  const tool = await toolOf(second, 'memory.recall')
  expect(tool?.uses).toMatchObject({ today: 2, total: 2 })
  expect(tool?.lastError).toBeUndefined()
})
