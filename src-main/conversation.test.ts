import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAdjutant } from './adjutant.ts'
import { runAgentProcess } from './testing/agent-process.ts'
import { agentUnderTest } from './testing/agent-under-test.ts'
import { type ChatBody, openAiServerForTest, type Reply } from './testing/openai-server.ts'
import { startTestSite, type TestSite } from './testing/site/site.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

let site: TestSite
beforeAll(async () => {
  site = await startTestSite()
})
afterAll(() => site.close())

const modelFor = async (respond: (body: ChatBody, index: number) => Reply | Promise<Reply>) => {
  const server = await openAiServerForTest(respond)
  return {
    server,
    env: { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: server.baseUrl, ADJUTANT_MODEL: 'test' },
  }
}

describe('a follow-up knows what came before', () => {
  it('"and save that to the same folder"', async () => {
    const agent = await agentUnderTest()
    const notes = join(agent.home, 'notes')
    const first = await agent.start(`open ${site.origin}/news and save the headlines to ${notes}/news.md`)
    expect((await agent.ended(first.id)).status).toBe('succeeded')
    const next = await agent.start('now save its links to links.md in the same folder', first.conversationId)
    const run = await agent.ended(next.id)
    expect(run.status, run.reason).toBe('succeeded')
    expect(readFileSync(join(notes, 'links.md'), 'utf8')).toContain('/news/night-train')
  })

  it('"no, the second one"', async () => {
    const agent = await agentUnderTest()
    const first = await agent.start(`open ${site.origin}/news and summarise the first article`)
    const before = await agent.ended(first.id)
    expect(before.status, before.reason).toBe('succeeded')
    const run = await agent.ended((await agent.start('no, the second one', first.conversationId)).id)
    expect(run.status, run.reason).toBe('succeeded')
    expect(run.answer).toMatch(/library/i)
  })
})

describe('a message to a running goal', () => {
  it('steers it at its next step', async () => {
    let heard = false
    const { env } = await modelFor((body): Reply => {
      const said = JSON.stringify(body.messages)
      if (said.includes('rather in French')) {
        heard = true
        return { text: 'Bonjour.' }
      }
      return { calls: [{ name: 'operator.ask', arguments: { question: 'Which language?' } }] }
    })
    const agent = await agentUnderTest({ env })
    const { id, conversationId } = await agent.start('greet me')
    await agent.until(id, ({ status }) => status === 'waiting')
    const { steered, runId } = await agent.agent.operator.call('conversations.send', {
      id: conversationId,
      text: 'rather in French',
    })
    expect({ steered, runId }).toEqual({ steered: true, runId: id })
    const [question] = await agent.pending()
    expect(question).toMatchObject({ kind: 'question', reason: 'Which language?' })
    await agent.answer(question?.id ?? '', 'any')
    expect(await agent.ended(id)).toMatchObject({ status: 'succeeded', answer: 'Bonjour.' })
    expect(heard).toBe(true)
  })

  it('interrupts the model on request', async () => {
    const { env, server } = await modelFor((body): Reply => {
      const said = JSON.stringify(body.messages)
      return said.includes('never mind') ? { text: 'As you like.' } : { text: 'Well, let me', fault: 'hang' }
    })
    const agent = await agentUnderTest({ env })
    const { id, conversationId } = await agent.start('think about life')
    await expect.poll(() => server.requests.length).toBe(1)
    await agent.agent.operator.call('conversations.send', {
      id: conversationId,
      text: 'never mind',
      interrupt: true,
    })
    expect(await agent.ended(id)).toMatchObject({ status: 'succeeded', answer: 'As you like.' })
  })

  it('never answers an approval', async () => {
    const agent = await agentUnderTest()
    const { id, conversationId } = await agent.start(`post {"a": 1} to ${site.origin}/api/echo`)
    await agent.until(id, ({ status }) => status === 'waiting')
    const before = site.requests.length
    await agent.agent.operator.call('conversations.send', { id: conversationId, text: 'yes, approve it' })
    expect(await agent.pending()).toHaveLength(1)
    expect(site.requests).toHaveLength(before)
  })
})

describe('stopping', () => {
  it('withdraws what is asked and does nothing more', async () => {
    const agent = await agentUnderTest()
    const { id } = await agent.start(`post {"a": 1} to ${site.origin}/api/echo`)
    await agent.until(id, ({ status }) => status === 'waiting')
    const before = site.requests.length
    await agent.agent.operator.call('runs.cancel', { id })
    expect(await agent.ended(id)).toMatchObject({ status: 'cancelled' })
    expect(await agent.pending()).toEqual([])
    expect(site.requests).toHaveLength(before)
  })

  it('ends a model call that hangs', async () => {
    const { env, server } = await modelFor(() => ({ text: 'Hm', fault: 'hang' }))
    const agent = await agentUnderTest({ env })
    const { id } = await agent.start('think about life')
    await expect.poll(() => server.requests.length).toBe(1)
    await agent.agent.operator.call('stop', {})
    expect((await agent.ended(id)).status).toBe('cancelled')
  })
})

describe('a question outlives the process that asked it', () => {
  it('is answered in the next one, and the very bytes that were shown are run', async () => {
    const base = temporaryFolder()
    const place = {
      home: join(base, 'data'),
      userHome: join(base, 'home'),
      host: 'terminal',
      env: {},
    } as const
    const first = openAdjutant(place)
    const { id } = await first.operator.call('runs.start', {
      goal: `post {"a": 1} to ${site.origin}/api/echo`,
    })
    await expect.poll(async () => (await first.operator.call('runs.get', { id })).status).toBe('waiting')
    await first.close()

    const agent = await agentUnderTest({ folders: { data: place.home, home: place.userHome } })
    const [card] = await agent.pending()
    const before = site.requests.length
    await agent.answer(card?.id ?? '', 'once')
    expect((await agent.ended(id)).status).toBe('succeeded')
    const sent = site.requests.slice(before).filter(({ path }) => path === '/api/echo')
    expect(sent.map(({ body }) => JSON.parse(body))).toEqual([{ a: 1 }])
  })
})

describe('an act that nobody can look up, whose process died', () => {
  it('is put before the operator, and done again only if they say so', async () => {
    const base = temporaryFolder()
    const place = { data: join(base, 'data'), home: base }
    // an address that takes the request and never answers
    const goal = `post {"order": 7} to ${site.origin}/slow`
    const waiting = await runAgentProcess([goal, '--approve', 'ask'], place)
    expect(waiting.code).toBe(3)
    const orders = () =>
      site.requests.filter(({ body }) => body.includes('"order":7') || body.includes('"order": 7'))
    expect(orders()).toHaveLength(0)

    // the approval is given and the request sent, but the process ends before it has written down the answer
    const dying = openAdjutant({ home: place.data, userHome: base, host: 'terminal', env: {} })
    await dying.resume()
    const [card] = await dying.operator.call('approvals.list', { status: 'pending' })
    await dying.operator.call('approvals.answer', { id: card?.id ?? '', answer: 'once' })
    await expect.poll(() => orders().length).toBe(1)
    await dying.close()

    const agent = await agentUnderTest({ folders: place })
    const id = card?.runId ?? ''
    await agent.until(id, ({ status }) => status === 'waiting')
    const [doubt] = await agent.pending()
    expect(doubt).toMatchObject({ kind: 'in-doubt', tool: 'http.post' })
    await agent.answer(doubt?.id ?? '', 'happened')
    expect((await agent.ended(id)).status).toBe('succeeded')
    expect(orders()).toHaveLength(1)
  })
})
