import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentUnderTest } from './testing/agent-under-test.ts'
import { type ChatBody, openAiServerForTest, type Reply } from './testing/openai-server.ts'

async function agentWithModel(respond: (body: ChatBody, index: number) => Reply) {
  const server = await openAiServerForTest(respond)
  const env = { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: server.baseUrl, ADJUTANT_MODEL: 'test' }
  const agent = await agentUnderTest({ env })
  const { call } = agent.agent.operator
  return { ...agent, server, call }
}
const textOf = ({ messages }: ChatBody): string => JSON.stringify(messages)

describe('a run of ten steps with a connected model', () => {
  it('sends each time what it sent before, byte by byte, and only then what is new', async () => {
    const { start, ended, home, server, call } = await agentWithModel((_, index) =>
      index < 10
        ? { calls: [{ id: `c${index}`, name: 'files.read', arguments: { path: `~/notes/${index}.md` } }] }
        : { text: 'Read them all.' },
    )
    for (let n = 0; n < 10; n += 1) writeFileSync(join(home, 'notes', `${n}.md`), `note ${n} `.repeat(60))
    const { id } = await start('read the notes in ~/notes')
    expect(await ended(id)).toMatchObject({ status: 'succeeded' })
    const heads = server.requests.map(({ body }) => JSON.stringify(body.messages.slice(0, -1)).slice(0, -1))
    expect(heads).toHaveLength(11)
    for (const [index, head] of heads.entries())
      if (index > 0) expect(head.startsWith(heads[index - 1] as string), `request ${index}`).toBe(true)
    const tools = new Set(server.requests.map(({ body }) => JSON.stringify(body.tools)))
    expect(tools.size).toBe(1)
    const shares = server.requests.slice(1).map(({ body }, index) => {
      return sharedStart(textOf(body), textOf(server.requests[index]?.body as ChatBody))
    })
    expect(Math.min(...shares)).toBeGreaterThan(0.9)
    expect((await call('runs.context', { id })).length).toBe(11)
    expect((await call('runs.verify', { id })).problems).toEqual([])
  })
})

/** Share of the earlier text that the later one begins with. */
function sharedStart(later: string, earlier: string): number {
  let same = 0
  while (same < earlier.length && later[same] === earlier[same]) same += 1
  return same / earlier.length
}

describe('a result too long to be shown whole', () => {
  it('is shown by its beginning, read on by its handle, and stays whole in the journal', async () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `line ${n}: nothing of note`)
    lines[15_000] = 'line 15000: the code is 4482'
    let from = 0
    const { start, ended, home, server, call } = await agentWithModel((body, index) => {
      if (index === 0)
        return { calls: [{ id: 'c0', name: 'files.read', arguments: { path: '~/notes/long.txt' } }] }
      const handle = /results\.read \{\\*"handle\\*":\\*"([^"\\]+)/.exec(textOf(body))?.[1]
      if (textOf(body).includes('4482')) return { text: 'The code is 4482.' }
      from = lines.slice(0, 15_000).join('\n').length
      return { calls: [{ id: `c${index}`, name: 'results.read', arguments: { handle, from, length: 200 } }] }
    })
    writeFileSync(join(home, 'notes', 'long.txt'), lines.join('\n'))
    const { id } = await start('read ~/notes/long.txt and tell me the code')
    const run = await ended(id)
    expect(run).toMatchObject({ status: 'succeeded', answer: 'The code is 4482.' })
    expect(run.effects.map(({ tool, status }) => `${tool} ${status}`)).toEqual([
      'files.read succeeded',
      'results.read succeeded',
    ])
    expect(run.effects[0]?.resultText?.length).toBe(lines.join('\n').length)
    expect(run.effects[1]).toMatchObject({ trust: 'untrusted' })
    expect(textOf(server.requests[1]?.body as ChatBody).length).toBeLessThan(60_000)
    const shown = (await call('runs.context', { id }))[1]
    expect(shown?.usedTokens).toBeLessThanOrEqual(shown?.budgetTokens ?? 0)
    expect(shown?.parts.find(({ ref }) => ref === run.effects[0]?.id)?.why).toContain(
      'can be read by its handle',
    )
  })
})

describe('a conversation too long to be shown whole', () => {
  it('still holds the numbers, addresses and names of its beginning as they were written', async () => {
    const long = 'And then nothing more was said about it for a long time. '.repeat(40)
    const { start, ended, server } = await agentWithModel((_, index) => ({
      text: index === 0 ? 'Noted: kim.o@example.org is right.' : `Nothing to add. ${long}`,
    }))
    const first = await start(
      `what do you think of invoice INV-20931 over EUR 1,204.50 of Harbour Roastery? ${long}`,
    )
    await ended(first.id)
    for (let n = 0; n < 24; n += 1)
      await ended((await start(`what else is there to say of day ${n}? ${long}`, first.conversationId)).id)
    const last = textOf(server.requests.at(-1)?.body as ChatBody)
    expect(last).toContain('Earlier goals of this conversation, shortened')
    for (const kept of ['INV-20931', 'EUR 1,204.50', 'Harbour Roastery', 'kim.o@example.org'])
      expect(last).toContain(kept)
    expect(last.length).toBeLessThan(60_000)
  }, 60_000)
})

describe('what memory gave a step', () => {
  it('is shown with its source and its reason, and is gone from there once it is forgotten', async () => {
    const { start, ended, server, call } = await agentWithModel(() => ({ text: 'From Acme.' }))
    // words that other rows hold too are not erased with this one
    await call('memory.add', { text: 'the paper comes from a shop in town' })
    const row = await call('memory.add', { text: 'the toner comes from Zyxeldorf' })
    // the first question to memory waits for its model; a step does not
    await call('memory.search', { q: 'toner' })
    const { id } = await start('where does the toner come from?')
    await ended(id)
    expect(textOf(server.requests[0]?.body as ChatBody)).toContain('the toner comes from Zyxeldorf')
    const partOf = async () =>
      (await call('runs.context', { id }))[0]?.parts.find(({ ref }) => ref === row.id)
    expect(await partOf()).toMatchObject({ kind: 'memory', included: true, text: row.text })
    expect((await partOf())?.why).toMatch(/^Recalled: ./)
    await call('memory.forget', { id: row.id })
    expect(await partOf()).toMatchObject({ kind: 'memory', text: '(forgotten)' })
    expect(JSON.stringify(await call('runs.context', { id }))).not.toContain('Zyxeldorf')
  })

  it("is not a rule: those stand among the instructions as the operator's own", async () => {
    const { start, ended, server, call } = await agentWithModel(() => ({ text: 'Done.' }))
    const rule = await call('memory.add', { text: 'always answer in French', kind: 'rule' })
    await call('memory.activate', { id: rule.id, active: true })
    await ended((await start('greet me')).id)
    const [system] = server.requests[0]?.body.messages ?? []
    expect(system).toMatchObject({ role: 'system' })
    expect(system?.content).toContain(`The operator's standing rules`)
    expect(system?.content).toContain(`- [${rule.id}] always answer in French`)
  })
})
