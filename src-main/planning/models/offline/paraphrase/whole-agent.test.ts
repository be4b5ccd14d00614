import { describe, expect, it } from 'vitest'
import { agentUnderTest } from '../../../../testing/agent-under-test.ts'
import { sharedEmbedder } from '../../../../testing/memory-under-test.ts'
import { createOfflinePlanner } from '../offline-planner.ts'

const agent = () =>
  agentUnderTest({
    model: createOfflinePlanner({ embed: async (texts) => (await sharedEmbedder()).embed(texts) }),
  })

describe('over the whole agent', { timeout: 60_000 }, () => {
  it('a question finds what was remembered in other words', async () => {
    const { start, ended } = await agent()
    await ended((await start('remember that our printer supplier is Kowalski GmbH')).id)
    await ended((await start('remember that the pool is closed on Mondays')).id)
    const { status, answer } = await ended((await start('who sells us toner?')).id)
    expect(status, answer).toBe('succeeded')
    expect(answer).toContain('Our printer supplier is Kowalski GmbH')
    expect(answer).toMatch(/remembered \d+ \w+ \d{4}/)
    expect(answer).not.toContain('pool')
  })

  it('what only its meaning says is not done before the operator agrees', async () => {
    const { start, until, pending, answer, ended } = await agent()
    const { id } = await start('let the record show that Maria owns the north wing')
    await until(id, ({ waiting }) => waiting.length > 0)
    const [approval] = await pending()
    expect(approval).toMatchObject({ runId: id, tool: 'memory.remember' })
    await answer(approval?.id ?? '', 'once')
    expect((await ended(id)).status).toBe('succeeded')
  })

  it('a rule is noted as a proposal without a question', async () => {
    const { start, ended, agent: adjutant } = await agent()
    const run = await ended((await start('always ask before mailing clients')).id)
    expect(run.answer).toContain('It holds once you activate it in Memory')
    const items = await adjutant.operator.call('memory.list', { kind: 'rule' })
    expect(items).toMatchObject([{ text: 'Always ask before mailing clients', status: 'proposed' }])
  })
})
