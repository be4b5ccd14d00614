import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openAdjutant } from './adjutant.ts'
import { evolve, initialRun } from './state/evolve.ts'
import type { FactBody } from './state/facts.ts'
import { newContent, numberFacts } from './state/journal.ts'
import { createSqliteJournal } from './state/sqlite/sqlite-journal.ts'
import { openDatabase } from './storage/database.ts'
import { agentUnderTest } from './testing/agent-under-test.ts'
import { created } from './testing/journals.ts'
import { call, say, scriptedModel } from './testing/scripted-model.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

/** A server that keeps every request waiting, and says when one has come. */
async function slowServer(): Promise<{ origin: string; asked: Promise<void> }> {
  let heard = () => {}
  const asked = new Promise<void>((resolve) => {
    heard = resolve
  })
  const server = createServer(() => heard())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

describe('a run that another process left', () => {
  it('loses nothing that this process began before it took up the rest', async () => {
    const { origin, asked } = await slowServer()
    const base = temporaryFolder()
    const place = { home: join(base, 'data'), userHome: base, host: 'terminal' as const, env: {} }
    const model = scriptedModel({ root: [[call('http.post', { url: origin, json: { order: 7 } })]] })
    const before = openAdjutant({ ...place, model })
    await before.resume()
    const { id } = await before.operator.call('runs.start', { goal: `post it to ${origin}` })
    await expect.poll(async () => (await before.operator.call('runs.get', { id })).status).toBe('waiting')
    await before.close()

    const agent = openAdjutant({ ...place, model })
    onTestFinished(() => agent.close())
    const [card] = await agent.operator.call('approvals.list', { status: 'pending' })
    await agent.operator.call('approvals.answer', { id: card?.id ?? '', answer: 'once' })
    await asked
    await agent.resume()
    const run = await agent.operator.call('runs.get', { id })
    expect(run.effects.map(({ status }) => status)).toEqual(['running'])
    expect(await agent.operator.call('approvals.list', { status: 'pending' })).toEqual([])
  })
})

describe('a deleted conversation', () => {
  it('leaves nothing behind of what was under way when it was deleted', async () => {
    const { origin, asked } = await slowServer()
    const path = join(temporaryFolder(), 'adjutant.sqlite')
    const database = openDatabase(path)
    const model = scriptedModel({ root: [[call('http.get', { url: `${origin}/secret` })]] })
    const agent = await agentUnderTest({ database, model })
    const { id, conversationId } = await agent.start(`get ${origin}/secret`)
    await asked
    await agent.agent.operator.call('conversations.delete', { id: conversationId })
    await agent.ended(id)
    const left = database.prepare('SELECT count(*) AS n FROM contents WHERE body IS NOT NULL').get()
    expect(left).toEqual({ n: 0 })
    expect(agent.agent.verify(id)).toEqual([])
  })
})

describe('a message to a conversation whose run was just told to stop', () => {
  it('is not lost with it', async () => {
    const { origin, asked } = await slowServer()
    const model = scriptedModel({
      root: [({ goal }) => (goal === 'and now?' ? [say('hello')] : [call('http.get', { url: origin })])],
    })
    const agent = await agentUnderTest({ model })
    const { id, conversationId } = await agent.start(`get ${origin}`)
    await asked
    const { call: tell } = agent.agent.operator
    const stopping = tell('runs.cancel', { id })
    const sent = await tell('conversations.send', { id: conversationId, text: 'and now?' })
    await stopping
    expect(sent.steered).toBe(false)
    expect(await agent.ended(sent.runId)).toMatchObject({ status: 'succeeded', answer: 'hello' })
    expect(await agent.ended(id)).toMatchObject({ status: 'cancelled' })
  })
})

describe('a run with facts of a newer version', () => {
  it('is left as it is, and its conversation goes on', async () => {
    const database = openDatabase(join(temporaryFolder(), 'adjutant.sqlite'))
    const trigger = newContent({
      text: 'hello',
      intent: { clauses: [] },
      entities: [],
      labels: { origins: ['operator'], trust: 'trusted', sensitivity: 'personal' },
    })
    const bodies = [
      { ...created(), triggerRef: trigger.ref },
      { type: 'from.the.future' },
    ] as unknown as FactBody[]
    const facts = numberFacts('run_1', 0, '2026-01-05T09:00:00.000Z', bodies)
    const state = facts.reduce(evolve, initialRun('run_1'))
    database.prepare(`INSERT INTO conversations VALUES ('c', 'hello', '2026', '2026')`).run()
    createSqliteJournal(database).commit({
      runId: 'run_1',
      expectedSeq: 0,
      facts,
      contents: [trigger],
      state,
    })
    const agent = await agentUnderTest({ database, model: scriptedModel({ root: [[say('hello to you')]] }) })
    expect(await agent.run('run_1')).toMatchObject({ status: 'waiting' })
    const sent = await agent.agent.operator.call('conversations.send', { id: 'c', text: 'and now?' })
    expect(sent.steered).toBe(false)
    expect(await agent.ended(sent.runId)).toMatchObject({ answer: 'hello to you' })
    expect(await agent.run('run_1')).toMatchObject({ status: 'waiting' })
  })
})
