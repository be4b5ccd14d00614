import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { readIntent } from '../../../ingestion/language/language.ts'
import { createWorld, HOME, NOW, pursue, SITE } from '../../../testing/pretend-world.ts'
import type { Intent } from '../../../vocabulary/entity.ts'
import { TOOL_LABELS } from '../../../vocabulary/labels.ts'
import { ModelError, type ModelEvent, type ModelRequest, type ThreadItem } from '../../model.ts'
import { createOfflinePlanner } from './offline-planner.ts'

const planner = createOfflinePlanner()
const place = { now: NOW, timeZone: 'Europe/Berlin', home: HOME }
const TOOLS =
  'browser.open browser.extract browser.fill web.read files.read files.write files.append files.list files.make_folder files.move files.trash memory.remember memory.recall reminders.create reminders.list http.get'
    .split(' ')
    .map((name) => ({ name, title: name, description: '', effect: 'read', schema: {} }))

const requestFor = (goal: string, changes: Partial<ModelRequest> = {}): ModelRequest => ({
  ...place,
  call: { runId: 'run_1', taskId: 'root', callId: 'call_1', attempt: 1 },
  goal,
  intent: readIntent(goal, place),
  canPlan: true,
  plan: [],
  history: [],
  inputs: [],
  memory: [],
  thread: [],
  tools: TOOLS,
  ...changes,
})

async function answerTo(request: ModelRequest): Promise<ModelEvent[]> {
  const events: ModelEvent[] = []
  for await (const event of planner.respond(request, new AbortController().signal)) events.push(event)
  return events
}

const planOf = async (goal: string) =>
  (await answerTo(requestFor(goal))).flatMap((event) => (event.type === 'plan' ? event.tasks : []))

describe('a goal of several parts becomes a plan', () => {
  it.each([
    [
      'open x.com, save the headlines to ~/a.md, then remember that I read this site, and remind me at 9 to read the first article',
      't2<t1 t3<t1 t4<t2',
    ],
    ['get the headlines of x.com and get the prices on y.com', 'all at once'],
    ['save the headlines of x.com to ~/a.md and save the headlines of y.com to ~/b.md', 'all at once'],
    ['make a folder ~/n, save the headlines of x.com to ~/n/a.md and list ~/m', 't2<t1'],
    ['write "x" to ~/a.md, then append "y" to ~/a.md', 't2<t1'],
    ['read ~/a.md and read ~/b.md, then save both to ~/c.md', 't3<t1 t3<t2'],
    ['remember that tea is out and tell me what you know about tea', 't2<t1'],
    ['remember that tea is out and remember that milk is out', 'all at once'],
    ['remind me at 9 to go and show my reminders', 't2<t1'],
    ['open x.com; summarise it; save the summary to ~/s.md', 't2<t1 t3<t2'],
    ['list ~/a and list ~/b', 'all at once'],
    ['POST {"a": 1} to https://x.com/api, then write "sent" to ~/a.md', 't2<t1'],
    ['POST {"a": 1} to https://x.com/api and write "x" to ~/a.md', 'all at once'],
  ])('%s: %s', async (goal, expected) => {
    const tasks = await planOf(goal)
    const edges = tasks.flatMap(({ id, dependsOn }) => dependsOn.map((other) => `${id}<${other}`))
    expect(edges.join(' ') || 'all at once').toBe(expected)
  })

  it('with the operator’s own words, and the tools it expects to use', async () => {
    const [, save] = await planOf('please open x.com and save the headlines to ~/a.md')
    expect(save).toEqual({
      id: 't2',
      title: 'Save the headlines to ~/a.md',
      instruction: 'save the headlines to ~/a.md',
      dependsOn: ['t1'],
      tools: ['browser.extract', 'files.write'],
    })
  })

  it('and a goal of one part is done without one', async () => {
    expect(await answerTo(requestFor('read ~/a.md'))).toEqual([
      { type: 'call', id: 'c1', tool: 'files.read', arguments: `{"path":"${HOME}/a.md"}` },
    ])
  })
})

describe('it is a function of the request alone', () => {
  it('asked twice, it says the same', async () => {
    const request = requestFor('save the headlines of x.com to ~/a.md')
    expect(await answerTo(request)).toEqual(await answerTo(request))
  })

  it('after a restart it goes on from what the thread holds', async () => {
    const first = await answerTo(requestFor('copy ~/a.md to ~/b.md'))
    const thread: ThreadItem[] = [
      {
        type: 'response',
        text: '',
        calls: [{ id: 'c1', tool: 'files.read', arguments: { path: `${HOME}/a.md` } }],
      },
      {
        type: 'result',
        callId: 'c1',
        tool: 'files.read',
        arguments: {},
        ok: true,
        text: '',
        data: { path: `${HOME}/a.md`, text: 'hello' },
        labels: TOOL_LABELS,
        evidence: [],
      },
    ]
    expect(first).toMatchObject([{ tool: 'files.read' }])
    expect(await answerTo(requestFor('copy ~/a.md to ~/b.md', { thread }))).toMatchObject([
      { id: 'c2', tool: 'files.write', arguments: `{"path":"${HOME}/b.md","text":"hello"}` },
    ])
  })

  it('in under five milliseconds', async () => {
    const goal =
      'open http://127.0.0.1:4000/news, save the headlines to ~/notes/news.md, then remember that I read the news on this site, and remind me tomorrow at 9 to read the first article'
    const times: number[] = []
    for (let round = 0; round < 60; round++) {
      const request = requestFor(goal)
      const start = performance.now()
      await answerTo(request)
      times.push(performance.now() - start)
    }
    // the median of what comes after warming up: other work on the machine is not the planner's
    expect(times.slice(20).sort((a, b) => a - b)[20]).toBeLessThan(5)
  })
})

describe('what fails is said', () => {
  it('with the tool’s own reason, as a failure of the task', async () => {
    const { ok, answer, calls } = await pursue(planner, 'read ~/notes/nothing.md', createWorld())
    expect({ ok, calls: calls.length }).toEqual({ ok: false, calls: 1 })
    expect(answer).toContain('I could not read ~/notes/nothing.md: ')
    expect(answer).toContain('does not exist')
  })

  it('and what leaned on it is not done, while the rest is', async () => {
    const world = createWorld()
    const { ok, answer } = await pursue(
      planner,
      `save the headlines of ${SITE}/nothing to ~/notes/x.md, append "tick" to ~/notes/list.txt, and then read ~/notes/x.md`,
      world,
    )
    expect(ok).toBe(false)
    expect(answer).toContain('Not done:')
    expect(answer).toContain('it needs "Save the headlines of')
    expect(world.files.get(`${HOME}/notes/list.txt`)).toContain('tick')
  })

  it('when the operator says no, with their reason', async () => {
    const failing = { 'files.write': 'The operator said no: wrong file.' }
    const { ok, answer } = await pursue(planner, 'write "x" to ~/notes/x.md', createWorld({ failing }))
    expect({ ok, said: answer.includes('wrong file') }).toEqual({ ok: false, said: true })
  })

  it('and nothing is made up where a page has none of what was asked for', async () => {
    const world = createWorld()
    const { ok, answer } = await pursue(
      planner,
      `save the prices on ${SITE}/news to ~/notes/prices.csv`,
      world,
    )
    expect({ ok, written: world.files.has(`${HOME}/notes/prices.csv`) }).toEqual({
      ok: false,
      written: false,
    })
    expect(answer).toContain('found no prices')
  })

  it('what it cannot do is a ModelError that is not worth a second try, and says how to connect a model', async () => {
    const asked = answerTo(requestFor('order me a pizza'))
    await expect(asked).rejects.toThrowError(ModelError)
    await expect(asked).rejects.toMatchObject({
      retryable: false,
      fix: expect.stringContaining('OPENAI_API_KEY'),
    })
  })
})

describe('without a browser', () => {
  const without = [
    'browser.open',
    'browser.extract',
    'browser.screenshot',
    'browser.fill',
    'browser.download',
  ]

  it('pages are read all the same', async () => {
    const { ok, calls } = await pursue(
      planner,
      `save the headlines of ${SITE}/news to ~/notes/news.md`,
      createWorld({ without }),
    )
    expect({ ok, tools: calls.map(({ tool }) => tool) }).toEqual({
      ok: true,
      tools: ['web.read', 'files.write'],
    })
  })

  it('and what needs one says so', async () => {
    const { ok, answer } = await pursue(
      planner,
      `screenshot ${SITE}/news to ~/notes/a.png`,
      createWorld({ without }),
    )
    expect({ ok, said: /needs a browser/.test(answer) }).toEqual({ ok: false, said: true })
  })
})

describe('words to a running goal', () => {
  const steering = (text: string, before: Intent): ThreadItem => ({
    type: 'steering',
    text,
    intent: readIntent(text, { ...place, before: [before] }),
  })
  const goal = 'open x.com and save the headlines to ~/a.md'
  const request = requestFor(goal)
  const planned = async () => (await planOf(goal)).map((task) => ({ ...task, status: 'pending' }))

  it('add tasks to the plan, and keep those that have not started', async () => {
    const thread: ThreadItem[] = [
      { type: 'response', text: '', calls: [] },
      steering('and remind me in 20 minutes to read it', request.intent),
    ]
    const plan = (await planned()).map((task, index) => ({
      ...task,
      status: index === 0 ? 'running' : 'pending',
    }))
    const [event] = await answerTo({ ...request, thread, plan })
    expect(event).toMatchObject({
      type: 'plan',
      tasks: [{ id: 't2' }, { id: 's1-1', title: 'Remind me in 20 minutes to read it' }],
    })
    const added = event?.type === 'plan' ? event.tasks[1] : undefined
    // the time is the one that was meant when it was said, however late the task starts
    const later = requestFor(goal, {
      now: '2026-11-22T11:00:00Z',
      task: { id: 's1-1', title: added?.title ?? '', instruction: added?.instruction ?? '' },
      canPlan: false,
    })
    expect(await answerTo(later)).toMatchObject([
      { tool: 'reminders.create', arguments: expect.stringContaining('2026-11-22T11:20:00+01:00') },
    ])
  })

  it('are planned once', async () => {
    const thread: ThreadItem[] = [
      { type: 'response', text: '', calls: [] },
      steering('list ~/notes', request.intent),
    ]
    const [first] = await answerTo({ ...request, thread, plan: await planned() })
    const tasks = first?.type === 'plan' ? first.tasks : []
    const again = await answerTo({
      ...request,
      thread: [...thread, { type: 'response', text: '', calls: [] }],
      plan: tasks.map((task) => ({ ...task, status: 'succeeded', outcome: 'Done.' })),
    })
    expect(again).toMatchObject([{ type: 'text' }])
  })

  it('are done in the same thread where there is no plan', async () => {
    const single = requestFor('read ~/a.md')
    const thread: ThreadItem[] = [
      { type: 'response', text: '', calls: [{ id: 'c1', tool: 'files.read', arguments: {} }] },
      {
        type: 'result',
        callId: 'c1',
        tool: 'files.read',
        arguments: {},
        ok: true,
        text: '',
        data: { path: `${HOME}/a.md`, text: 'hello' },
        labels: TOOL_LABELS,
        evidence: [],
      },
      steering('and append "x" to it', single.intent),
    ]
    expect(await answerTo({ ...single, thread })).toMatchObject([{ type: 'call', tool: 'files.append' }])
  })
})

describe('the report of a plan', () => {
  const line = (id: string, status: string, outcome: string, dependsOn: string[] = []) => ({
    id,
    title: `Task ${id}`,
    instruction: '',
    dependsOn,
    status,
    outcome,
  })

  it('says what was done, and what was not and why', async () => {
    const plan = [
      line('t1', 'succeeded', 'Saved 3 headlines.'),
      line('t2', 'failed', 'I could not open x.com: timed out'),
      line('t3', 'failed', 'dependency-failed', ['t2']),
    ]
    const [event] = await answerTo(requestFor('a, b', { plan }))
    expect(event).toEqual({
      type: 'text',
      delta:
        'Not done:\n\n- Task t2: I could not open x.com: timed out\n- Task t3: it needs "Task t2", which was not done.\n\nDone:\n\n- Saved 3 headlines.',
    })
  })
})
