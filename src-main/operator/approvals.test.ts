import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentUnderTest } from '../testing/agent-under-test.ts'
import { call, say, scriptedModel } from '../testing/scripted-model.ts'

/** A run that asks before it writes a file that nobody named. */
async function askingRun(operatorRejects: boolean) {
  const path = { value: '' }
  const agent = await agentUnderTest({
    model: scriptedModel({
      root: [
        () => [call('files.write', { path: path.value, text: 'a line' })],
        [say(operatorRejects ? 'I leave it.' : 'Written.')],
      ],
    }),
  })
  path.value = join(agent.home, 'notes', 'plan.md')
  const { id } = await agent.start('Make a plan')
  await agent.until(id, ({ status }) => status === 'waiting')
  const [card] = await agent.pending()
  if (!card) throw new Error('nothing was asked')
  return { ...agent, card, runId: id }
}

describe('an approval that was answered', () => {
  it('keeps what the operator said with it, and when', async () => {
    const { agent, card, answer, ended, runId, events } = await askingRun(true)
    const answered = await answer(card.id, 'reject', 'not this week')
    expect(answered).toMatchObject({ status: 'answered', answer: 'reject', said: 'not this week' })
    expect(Date.parse(answered.answeredAt ?? '')).toBeGreaterThanOrEqual(Date.parse(card.createdAt))
    await ended(runId)
    expect(await agent.operator.call('approvals.list', { status: 'answered' })).toEqual([answered])
    const closed = events.find((event) => event.type === 'approval.closed')
    expect(closed).toEqual({ type: 'approval.closed', approval: answered })
  })

  it.each(['window', 'desktop', 'api', 'terminal'] as const)('keeps where that was: %s', async (via) => {
    const { agent, card, ended, runId } = await askingRun(false)
    await agent.operator.call('approvals.answer', { id: card.id, answer: 'once', via })
    await ended(runId)
    expect(await agent.operator.call('approvals.list', { status: 'answered' })).toMatchObject([{ via }])
    expect(agent.verify(runId)).toEqual([])
  })

  it('holds the answer to a question in the words it was given', async () => {
    const agent = await agentUnderTest({
      model: scriptedModel({
        root: [[call('operator.ask', { question: 'Which Anna?', choices: ['A', 'B'] })], [say('Noted.')]],
      }),
    })
    const { id } = await agent.start('Call Anna')
    await agent.until(id, ({ status }) => status === 'waiting')
    const [question] = await agent.pending()
    expect(question).toMatchObject({ kind: 'question', reason: 'Which Anna?', choices: ['A', 'B'] })
    expect(await agent.answer(question?.id ?? '', 'the other one')).toMatchObject({ said: 'the other one' })
    await agent.ended(id)
  })

  it('says nothing where the operator said nothing', async () => {
    const { card, answer, ended, runId } = await askingRun(false)
    expect(await answer(card.id, 'once')).not.toHaveProperty('said')
    await ended(runId)
  })
})
