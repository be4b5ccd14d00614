import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentUnderTest } from '../testing/agent-under-test.ts'

/** Names of the files under a folder that hold a word, in any case. */
function filesWith(folder: string, word: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).toString('latin1').toLowerCase().includes(word.toLowerCase()))
}

const agent = () => agentUnderTest({ config: { model: { provider: 'offline' } } })
type Agent = Awaited<ReturnType<typeof agent>>

const search = async ({ agent: { operator } }: Agent, q: string) =>
  (await operator.call('memory.search', { q })).hits

describe('what was said in a conversation and remembered', () => {
  it('leaves no trace in the data directory once it is forgotten in the memory pane', async () => {
    const under = await agent()
    const told = await under.start('remember that our printer supplier is Zwirbelinski GmbH')
    await under.ended(told.id)
    const asked = await under.start('who is our printer supplier?', told.conversationId)
    expect((await under.ended(asked.id)).answer).toContain('Zwirbelinski')
    expect(filesWith(under.data, 'zwirbelinski')).not.toEqual([])
    await under.agent.operator.call('diagnostics.backUp', {})
    expect(filesWith(join(under.data, 'backups'), 'zwirbelinski')).not.toEqual([])

    for (const { id } of await search(under, 'Zwirbelinski'))
      await under.agent.operator.call('memory.forget', { id }).catch(() => undefined)
    expect(filesWith(under.data, 'zwirbelinski')).toEqual([])
    expect(await search(under, 'Zwirbelinski')).not.toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('Zwirbelinski') }),
    )
    const conversation = await under.agent.operator.call('conversations.get', { id: told.conversationId })
    expect(JSON.stringify(conversation)).not.toContain('Zwirbelinski')
    expect(await under.agent.operator.call('runs.verify', { id: told.id })).toMatchObject({ problems: [] })
  })

  it('leaves none either where a goal asked for it', async () => {
    const under = await agent()
    const told = await under.start('remember that the vault code is Quastenflosser')
    await under.ended(told.id)
    const forgetting = await under.start('forget the vault code', told.conversationId)
    const run = await under.until(forgetting.id, ({ status }) =>
      ['succeeded', 'waiting', 'failed'].includes(status),
    )
    expect(run.status).toBe('succeeded')
    await under.agent.settled()
    expect(filesWith(under.data, 'quastenflosser')).toEqual([])
  })

  it('is gone from all runs that were shown it, and from those alone', async () => {
    const under = await agent()
    await under.ended((await under.start('remember that the wifi password is Kruzipuzi')).id)
    const other = await under.start('remember that the parking lot is number 7')
    await under.ended(other.id)
    const [row] = await search(under, 'wifi password')
    await under.agent.operator.call('memory.forget', { id: row?.id as string })
    expect((await under.run(other.id)).goal).toContain('parking lot')
    expect((await search(under, 'parking lot'))[0]?.text).toContain('number 7')
    expect(filesWith(under.data, 'kruzipuzi')).toEqual([])
  })
})

describe('what is forgotten', () => {
  it('that is not there is said', async () => {
    const under = await agent()
    await expect(under.agent.operator.call('memory.forget', { id: 'mem_none' })).rejects.toMatchObject({
      code: 'no-memory',
      message: expect.stringContaining('mem_none'),
    })
  })

  it('may be forgotten twice', async () => {
    const under = await agent()
    const { id } = await under.agent.operator.call('memory.add', { text: 'Rex is our dog' })
    await under.agent.operator.call('memory.forget', { id })
    await expect(under.agent.operator.call('memory.forget', { id })).resolves.toEqual({ id })
  })
})
