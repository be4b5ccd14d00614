import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunView } from '../src-preload/contract.ts'
import { type AgentUnderTest, agentUnderTest } from './testing/agent-under-test.ts'
import { type BrowserForTests, browserForTests, whyNoBrowser } from './testing/browser-for-tests.ts'
import type { GoalCase } from './testing/goals/goal-case.ts'
import { GOALS } from './testing/goals/goals.ts'
import { startTestSite, type TestSite } from './testing/site/site.ts'
import { canonicalJson } from './vocabulary/json.ts'

let site: TestSite
let browser: BrowserForTests
const table: { goal: string; phrasings: number; as_promised: number }[] = []

beforeAll(async () => {
  site = await startTestSite()
  browser = await browserForTests()
  const missing = await whyNoBrowser(browser)
  if (missing !== undefined) throw new Error(`These goals want a browser: ${missing}`)
})

afterAll(async () => {
  await site.close()
  console.table(table)
})

const here = (text: string): string => text.replaceAll('{site}', site.origin)

/** A fresh agent for each phrasing: nothing remembered, the same files. */
async function setOut(goal: GoalCase): Promise<AgentUnderTest> {
  const under = await agentUnderTest({ browser })
  for (const [path, text] of Object.entries(goal.files ?? {})) {
    const file = join(under.home, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return under
}

/** Says yes to what is asked about, and gives the goal's answer to a question. */
async function ended(under: AgentUnderTest, id: string, goal: GoalCase): Promise<RunView> {
  const seen = new Set<string>()
  for (;;) {
    const run = await under.until(
      id,
      ({ status, waiting }) =>
        ['succeeded', 'failed', 'cancelled'].includes(status) || waiting.some((wait) => !seen.has(wait.what)),
    )
    const asked = (await under.pending()).filter(
      (approval) => approval.runId === id && !seen.has(approval.id),
    )
    if (asked.length === 0 && !run.waiting.some(({ what }) => !seen.has(what))) return run
    for (const { id: inquiry, kind } of asked) {
      seen.add(inquiry)
      await under.answer(inquiry, kind === 'question' ? (goal.answer ?? 'yes') : 'once')
    }
    for (const { what } of run.waiting) seen.add(what)
  }
}

async function pursue(goal: GoalCase, phrasing: string): Promise<{ under: AgentUnderTest; run: RunView }> {
  const under = await setOut(goal)
  let conversation: string | undefined
  for (const words of [...(goal.before ?? []), phrasing].slice(0, -1)) {
    const started = await under.start(here(words), conversation)
    conversation = started.conversationId
    const before = await ended(under, started.id, goal)
    expect(before.status, `${words}: ${before.answer} ${before.reason ?? ''}`).toBe('succeeded')
  }
  const { id } = await under.start(here(phrasing), conversation)
  return { under, run: await ended(under, id, goal) }
}

const spelled = (value: unknown): string => (typeof value === 'string' ? value : canonicalJson(value))

function expectAsPromised(goal: GoalCase, under: AgentUnderTest, run: RunView): void {
  const { status = 'succeeded', calls = [], never = [], says = [], files = {} } = goal.expect
  const told = `${run.answer} ${run.reason ?? ''}`
  expect(run.status, told).toBe(status)
  const done = run.effects.filter((effect) => effect.status === 'succeeded')
  for (const { tool, arguments: wanted = {} } of calls) {
    const fits = done.some(
      (effect) =>
        effect.tool === tool &&
        Object.entries(wanted).every(([name, words]) => {
          const value = spelled((effect.arguments as Record<string, unknown>)[name])
          return value.includes(name === 'text' ? here(words) : here(words).replaceAll('~', under.home))
        }),
    )
    expect(
      fits,
      `${tool} ${JSON.stringify(wanted)} among ${JSON.stringify(done.map((effect) => [effect.tool, effect.arguments]))}`,
    ).toBe(true)
  }
  for (const tool of never) expect(run.effects.map((effect) => effect.tool)).not.toContain(tool)
  for (const words of says) expect(told).toContain(here(words))
  for (const [path, parts] of Object.entries(files)) {
    const file = join(under.home, path)
    if (parts === null) expect(existsSync(file)).toBe(false)
    else for (const part of parts) expect(readFileSync(file, 'utf8')).toContain(here(part))
  }
  if (status === 'succeeded' && calls.length > 0) expect(run.evidence.length).toBeGreaterThan(0)
}

describe.each(GOALS)('$name', (goal) => {
  const row = { goal: goal.name, phrasings: goal.phrasings.length, as_promised: 0 }
  table.push(row)
  it.each(goal.phrasings)('%s', { timeout: 60_000 }, async (phrasing) => {
    const { under, run } = await pursue(goal, phrasing)
    expectAsPromised(goal, under, run)
    row.as_promised++
  })
})
