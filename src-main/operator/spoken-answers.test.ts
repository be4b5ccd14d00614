import { describe, expect, it } from 'vitest'
import { agentUnderTest } from '../testing/agent-under-test.ts'
import { call, say, scriptedModel } from '../testing/scripted-model.ts'
import { actToConfirm } from './spoken-answers.ts'

const heard = (text: string) => ({ text, language: 'en', confidence: 0.9 })

/** A run that waits for leave to do this. */
async function asking(tool: string, input: Record<string, string>) {
  const model = scriptedModel({ root: [() => [call(tool, input)], () => [say('over')]] })
  const agent = await agentUnderTest({ model })
  const { id } = await agent.start('see to it')
  const run = await agent.until(id, ({ status }) => status === 'waiting')
  const [approval] = await agent.pending()
  if (!approval) throw new Error('nothing was asked')
  const answer = (text: string) =>
    agent.agent.operator.call('approvals.say', { id: approval.id, ...heard(text) })
  /** Still nothing was done: it is rejected, and the run goes on to its end. */
  const stillWaits = async () => {
    expect(await agent.pending()).toHaveLength(1)
    await agent.answer(approval.id, 'reject')
    await agent.ended(run.id)
  }
  return { agent, run, approval, answer, stillWaits }
}

const posting = ['http.post', { url: 'http://example.com/orders', json: 'Maria says yes' }] as const

describe('a spoken answer', () => {
  it('allows what can be undone by a yes', async () => {
    const { agent, run, answer } = await asking('memory.remember', { text: 'the toner is low' })
    expect(await answer('Yes, please.')).toMatchObject({ answer: 'approve', approval: { answer: 'once' } })
    await agent.ended(run.id)
  })

  it('rejects with the reason that was given', async () => {
    const { answer } = await asking(...posting)
    expect(await answer('No, because it is too early.')).toMatchObject({
      answer: 'reject',
      approval: { answer: 'reject', said: 'it is too early' },
    })
  })

  it('that does not name an act that reaches others leaves it waiting, and says how to allow it', async () => {
    const { answer, stillWaits } = await asking(...posting)
    for (const said of ['Yes.', 'Approve it.', 'Send it.', 'Send it to Maria.', 'Remind me at nine.', '']) {
      expect(await answer(said)).toMatchObject({
        answer: 'none',
        words: expect.stringContaining('send it to example'),
      })
    }
    await stillWaits()
  })

  it('tells what it is about, and does nothing', async () => {
    const { answer, stillWaits } = await asking(...posting)
    const { words } = await answer('What is it?')
    expect(words).toMatch(/^HTTP POST\. Request: POST http:\/\/example\.com\/orders/)
    await stillWaits()
  })

  it('is refused to one that was answered meanwhile', async () => {
    const { agent, approval, answer } = await asking('memory.remember', { text: 'the toner is low' })
    await agent.answer(approval.id, 'reject')
    await expect(answer('Yes.')).rejects.toMatchObject({ code: 'already-answered' })
  })

  it('must name the place, and no word of what is carried there counts', async () => {
    const { approval, stillWaits } = await asking(...posting)
    expect(actToConfirm(approval)).toEqual({
      weighty: true,
      verbs: ['send', 'submit', 'post', 'http'],
      names: ['example', 'com', 'orders'],
    })
    await stillWaits()
  })
})

it('what is asked can be spoken: the act, all it is done to, and how to allow it', async () => {
  const { agent, approval, stillWaits } = await asking(...posting)
  const { words } = await agent.agent.operator.call('approvals.explain', { id: approval.id })
  expect(words).toContain('http://example.com/orders')
  expect(words).toMatch(/Say “.+” or “reject”\.$/)
  await stillWaits()
})
