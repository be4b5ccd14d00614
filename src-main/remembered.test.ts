import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runAgentProcess } from './testing/agent-process.ts'
import { type AgentUnderTest, agentUnderTest } from './testing/agent-under-test.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const REFUSE = join(dirname(fileURLToPath(import.meta.url)), 'testing', 'refuse-network.mjs')
const env = { NODE_OPTIONS: `--import=${pathToFileURL(REFUSE).href}` }

interface Finished {
  readonly status: string
  readonly evidence: readonly { readonly kind: string; readonly what: string; readonly summary: string }[]
  readonly answer?: string
}

describe('with no network at all, what one process was told', () => {
  it('the next one answers from, in other words, with the row it rests on', async () => {
    const base = temporaryFolder()
    const place = { data: join(base, 'data'), home: join(base, 'home'), env }
    mkdirSync(place.home, { recursive: true })
    const told = await runAgentProcess(['remember that our printer supplier is Kowalski GmbH'], place)
    expect(told, told.stderr).toMatchObject({ code: 0 })
    const asked = await runAgentProcess(['who sells us toner?'], place)
    expect(asked, asked.stderr).toMatchObject({ code: 0 })
    const finished = asked.events.at(-1) as unknown as Finished
    expect(finished).toMatchObject({ type: 'run.finished', status: 'succeeded' })
    expect(finished.evidence).toContainEqual(
      expect.objectContaining({ kind: 'source', summary: expect.stringContaining('Kowalski GmbH') }),
    )
    expect(JSON.stringify(asked.events)).toContain('Kowalski GmbH')
  })
})

describe('what the operator says in passing', () => {
  const told = async (agent: AgentUnderTest, ...goals: string[]) => {
    let run = await agent.ended((await agent.start(goals[0] ?? '')).id)
    for (const goal of goals.slice(1)) run = await agent.ended((await agent.start(goal)).id)
    return run
  }
  const sources = ({ evidence }: Awaited<ReturnType<AgentUnderTest['run']>>) =>
    evidence.filter(({ kind }) => kind === 'source').map(({ summary }) => summary)

  it.each([
    ['where does Grete live?', 'Grete lives in Berlin', 'Grete moved to Kiel'],
    ["what is Maria's phone number?", "Maria's phone is 0151 123456", "Maria's phone is now 0170 999999"],
    [
      'who supplies our printers?',
      'our printer supplier is Acme',
      'Kowalski GmbH is now our printer supplier',
    ],
  ])('is remembered, and "%s" is answered by what holds now alone', async (question, before, after) => {
    const agent = await agentUnderTest()
    const { status, answer } = await told(agent, before, after, question)
    expect(status).toBe('succeeded')
    expect(answer).toContain(`**${after}**`)
    expect(answer?.toLowerCase()).not.toContain(before.toLowerCase())
  })

  it('is told with how long it held, where that is asked', async () => {
    const agent = await agentUnderTest()
    const asked = ['Grete lives in Berlin', 'Grete moved to Kiel', 'where did Grete live before?']
    const { answer } = await told(agent, ...asked)
    expect(answer).toMatch(/Grete lives in Berlin\*\* \(remembered .*, held until .*\)/)
  })

  it('is no source of an answer that it has no part in', async () => {
    const agent = await agentUnderTest()
    const said = ['our printer supplier is Kowalski GmbH', 'I prefer tea to coffee']
    const known = await told(agent, ...said, 'what do I prefer to drink?')
    expect(sources(known)).toEqual([expect.stringContaining('I prefer tea to coffee')])
    const unknown = await told(agent, 'what is the capital of Peru?')
    expect(unknown.answer).toContain('I know nothing about')
    expect(sources(unknown)).toEqual([])
  })

  it('is forgotten only when it is what was meant, or after a question', async () => {
    const agent = await agentUnderTest()
    await told(agent, 'Grete lives in Berlin')
    const { id } = await agent.start('forget where my sister lives')
    await agent.until(id, ({ status }) => status === 'waiting')
    const [card] = await agent.pending()
    expect(card).toMatchObject({ kind: 'question', reason: expect.stringContaining('forget') })
    await agent.answer(card?.id ?? '', 'None of them')
    expect((await agent.ended(id)).answer).toContain('Nothing was forgotten')
    const facts = await agent.agent.operator.call('memory.list', { kind: 'fact' })
    expect(facts.map(({ text }) => text)).toEqual(['Grete lives in Berlin'])
  })
})
