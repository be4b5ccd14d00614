import { describe, expect, it } from 'vitest'
import { memoryUnderTest } from '../../testing/memory-under-test.ts'
import { joinLabels, type Labels, OPERATOR_LABELS, WEB_LABELS } from '../../vocabulary/labels.ts'
import type { ToolPorts } from '../ports.ts'
import type { ToolCall } from '../tool.ts'
import { memoryProposeRule } from './memory-propose-rule.ts'

const proposed = async (labels: Labels) => {
  const { memory } = await memoryUnderTest()
  const call: ToolCall = {
    runId: 'run_1',
    conversationId: 'cnv_1',
    principal: 'operator',
    labels,
    idempotencyKey: 'run_1:e1',
    allowedHosts: [],
    signal: new AbortController().signal,
  }
  const run = () =>
    memoryProposeRule.run(
      { text: 'Always ask before mailing clients' },
      { memory } as unknown as ToolPorts,
      call,
    )
  const result = await run()
  const { id } = result.data as { id: string }
  return { memory, run, result, id }
}

describe('a rule that the agent proposes', () => {
  it('does not hold until the operator activates it, and says so', async () => {
    const { memory, result, id } = await proposed(OPERATOR_LABELS)
    expect(result.text).toContain('only once you activate it in Memory')
    expect(await memory.get('operator', id)).toMatchObject({ kind: 'rule', status: 'proposed' })
    expect(await memory.rules('operator')).toEqual([])
    await memory.setActive('operator', id, true)
    expect((await memory.rules('operator')).map(({ text }) => text)).toEqual([
      'Always ask before mailing clients',
    ])
  })

  it('after reading what others wrote can never be activated', async () => {
    const { memory, result, id } = await proposed(joinLabels(OPERATOR_LABELS, WEB_LABELS))
    expect(result.text).toContain('cannot be activated')
    await expect(memory.setActive('operator', id, true)).rejects.toThrow('cannot be activated')
    expect(await memory.rules('operator')).toEqual([])
  })

  it('is one rule, however often the same effect is made', async () => {
    const { memory, run } = await proposed(OPERATOR_LABELS)
    await run()
    expect(await memory.list('operator', { kind: 'rule' })).toHaveLength(1)
  })
})
