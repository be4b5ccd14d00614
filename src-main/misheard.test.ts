import { describe, expect, it } from 'vitest'
import { agentUnderTest } from './testing/agent-under-test.ts'

const spoken = (...doubtful: string[]) => ({ confidence: 0.8, doubtful })

describe('a spoken goal', () => {
  it('whose words are sure is done like a typed one, and known as spoken', async () => {
    const agent = await agentUnderTest()
    const goal = 'Remind me tomorrow at 9 to call Maria.'
    const { id } = await agent.agent.operator.call('runs.start', { goal, spoken: spoken() })
    const run = await agent.ended(id)
    expect([run.status, run.channel]).toEqual(['succeeded', 'voice'])
  })

  it('is put before the operator where a word that it acts on may have been misheard', async () => {
    const agent = await agentUnderTest()
    const goal = 'Remind me tomorrow at 9 to call Maria.'
    const { id } = await agent.agent.operator.call('runs.start', { goal, spoken: spoken('9') })
    await agent.until(id, ({ status }) => status === 'waiting')
    const [approval] = await agent.pending()
    expect(approval?.reason).toMatch(/misheard/)
    await agent.answer(approval?.id ?? '', 'once')
    expect((await agent.ended(id)).status).toBe('succeeded')
  })

  it('does not make a place one that the operator named, for what they type after it either', async () => {
    const agent = await agentUnderTest()
    const { call } = agent.agent.operator
    const path = `${agent.home}/elsewhere/a.md`
    const first = await call('runs.start', { goal: `Write one to ${path}`, spoken: spoken(path) })
    await agent.until(first.id, ({ status }) => status === 'waiting')
    await agent.answer((await agent.pending())[0]?.id ?? '', 'reject')
    await agent.ended(first.id)
    const { runId } = await call('conversations.send', {
      id: first.conversationId,
      text: 'Write two to the same file',
    })
    await agent.until(runId, ({ status }) => status === 'waiting')
    expect((await agent.pending())[0]?.reason).toMatch(/misheard|did not ask/)
  })
})
