import { describe, expect, it } from 'vitest'
import type { Expectation, GoalCase } from '../../../testing/goals/goal-case.ts'
import { GOALS } from '../../../testing/goals/goals.ts'
import { sharedEmbedder } from '../../../testing/memory-under-test.ts'
import { createWorld, HOME, pursue, type Ran, SITE, type World } from '../../../testing/pretend-world.ts'
import { canonicalJson } from '../../../vocabulary/json.ts'
import type { Turn } from '../../model.ts'
import { createOfflinePlanner } from './offline-planner.ts'

const planner = createOfflinePlanner({ embed: async (texts) => (await sharedEmbedder()).embed(texts) })
const here = (text: string): string => text.replaceAll('{site}', SITE)
const atHome = (text: string): string => here(text).replaceAll('~', HOME)

async function run(goal: GoalCase, phrasing: string): Promise<{ ran: Ran; world: World }> {
  const world = createWorld({ answers: goal.answer ? [goal.answer] : [] })
  const history: Turn[] = []
  for (const earlier of goal.before ?? [])
    history.push((await pursue(planner, here(earlier), world, history)).turn)
  return { ran: await pursue(planner, here(phrasing), world, history), world }
}

function expectAsPromised({ ran, world }: { ran: Ran; world: World }, expected: Expectation): void {
  expect(ran.ok ? 'succeeded' : 'failed', ran.answer).toBe(expected.status ?? 'succeeded')
  for (const { tool, arguments: wanted = {} } of expected.calls ?? []) {
    const fits = ran.calls.some(
      (call) =>
        call.tool === tool &&
        Object.entries(wanted).every(([name, words]) =>
          spelled(call.arguments[name]).includes(name === 'text' ? here(words) : atHome(words)),
        ),
    )
    expect(fits, `${tool} ${JSON.stringify(wanted)} among ${JSON.stringify(ran.calls)}`).toBe(true)
  }
  const called = ran.calls.map(({ tool }) => tool)
  for (const tool of expected.never ?? []) expect(called).not.toContain(tool)
  for (const words of expected.says ?? []) expect(ran.answer).toContain(here(words))
  for (const [path, parts] of Object.entries(expected.files ?? {})) {
    const text = world.files.get(`${HOME}/${path}`)
    if (parts === null) expect(text).toBeUndefined()
    else for (const part of parts) expect(text).toContain(here(part))
  }
}

const spelled = (value: unknown): string => (typeof value === 'string' ? value : canonicalJson(value))

describe.each(GOALS)('$name', (goal) => {
  it.each(goal.phrasings)('%s', async (phrasing) => {
    expectAsPromised(await run(goal, phrasing), goal.expect)
  })
})

describe('the table of goals', () => {
  it('holds at least forty, each in at least five phrasings', () => {
    expect(GOALS.length).toBeGreaterThanOrEqual(40)
    expect(GOALS.filter(({ phrasings }) => phrasings.length < 5)).toEqual([])
  })
})
