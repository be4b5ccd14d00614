import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentUnderTest } from './testing/agent-under-test.ts'

/** An agent that has written a note. */
async function wrote() {
  const agent = await agentUnderTest()
  const path = join(agent.home, 'notes', 'a.md')
  const { id } = await agent.ended((await agent.start(`write hello to ${path}`)).id)
  return { agent, path, id, call: agent.agent.operator.call }
}

describe('a run at one of its steps', () => {
  it('is what it was after it: first queued with nothing done, at last as it is now', async () => {
    const { id, call } = await wrote()
    const steps = await call('runs.steps', { id })
    const at = (seq: number) => call('runs.at', { id, seq })
    expect(await at(1)).toMatchObject({ effects: [], evidence: [], answer: '' })
    expect(await at(steps.length)).toEqual(await call('runs.get', { id }))
    const dispatched = steps.find(({ type }) => type === 'effect.dispatched')
    expect((await at(dispatched?.seq ?? 0)).effects).toMatchObject([
      { tool: 'files.write', status: 'running', evidence: [] },
    ])
  })

  it('that it does not have is said', async () => {
    const { id, call } = await wrote()
    await expect(call('runs.at', { id, seq: 999 })).rejects.toMatchObject({ code: 'no-step' })
    await expect(call('runs.at', { id, seq: 0 })).rejects.toMatchObject({ code: 'bad-request' })
  })
})

describe('what a run wrote', () => {
  it('is told with whether it is as it was written, and shown', async () => {
    const { id, path, call } = await wrote()
    const [artifact] = await call('runs.artifacts', { id })
    expect(artifact).toMatchObject({ path, kind: 'file', state: 'as-written' })
    expect(await call('runs.artifact', { id, path })).toEqual({ text: 'hello\n', whole: true })
    writeFileSync(path, 'other')
    expect(await call('runs.artifacts', { id })).toMatchObject([{ state: 'changed' }])
    rmSync(path)
    expect(await call('runs.artifacts', { id })).toMatchObject([{ state: 'gone' }])
  })

  it('is all that can be read: no other file, and none behind a link in its place', async () => {
    const { agent, id, path, call } = await wrote()
    const secret = join(agent.home, 'secret.txt')
    writeFileSync(secret, 'secret')
    await expect(call('runs.artifact', { id, path: secret })).rejects.toMatchObject({ code: 'no-artifact' })
    rmSync(path)
    symlinkSync(secret, path)
    await expect(call('runs.artifact', { id, path })).rejects.toMatchObject({ code: 'no-file' })
  })
})

describe('the list of runs', () => {
  it('is narrowed by where a goal came in, and by when', async () => {
    const { id, call } = await wrote()
    const ids = async (filter: object) => (await call('runs.list', filter)).map((run) => run.id)
    expect(await ids({ channel: 'chat' })).toEqual([id])
    expect(await ids({ channel: 'schedule' })).toEqual([])
    expect(await ids({ from: '2000-01-01T00:00:00Z' })).toEqual([id])
    expect(await ids({ from: '2100-01-01T00:00:00Z' })).toEqual([])
  })
})
