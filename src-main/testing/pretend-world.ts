import { posix } from 'node:path'
import { questionWords, readIntent } from '../ingestion/language/language.ts'
import type {
  Model,
  ModelEvent,
  ModelRequest,
  ProposedTask,
  ResultForModel,
  TaskInput,
  ThreadItem,
  Turn,
} from '../planning/model.ts'
import type { Intent } from '../vocabulary/entity.ts'
import type { JsonObject, JsonValue } from '../vocabulary/json.ts'
import { TOOL_LABELS } from '../vocabulary/labels.ts'
import { NOTES } from './goals/goal-case.ts'
import { STORIES } from './site/news.ts'
import { PRODUCTS } from './site/pages.ts'

/** Everything the tools of a test can see and change. */
export interface World {
  readonly files: Map<string, string>
  readonly folders: Set<string>
  readonly trash: { id: string; originalPath: string; text: string; trashedAt: string }[]
  readonly pages: Record<string, JsonObject>
  readonly memories: { id: string; text: string; at: string }[]
  readonly reminders: JsonObject[]
  readonly runs: JsonObject[]
  readonly sent: JsonObject[]
  /** Rows that the loop adds to each request. */
  readonly known: ModelRequest['memory']
  /** What memory answers to every question, instead of finding rows by their words. */
  readonly recalled?: JsonObject
  /** What the operator answers to questions, in order. */
  readonly answers: string[]
  /** Tools whose calls fail, with the reason. */
  readonly failing: Record<string, string>
  /** Names of tools that are not there. */
  readonly without: string[]
}

export const HOME = '/home/ada'
export const NOW = '2026-11-22T10:00:00Z'
export const SITE = 'http://127.0.0.1:4000'
const ZONE = 'Europe/Berlin'

const page = (path: string, title: string, parts: JsonObject = {}): JsonObject => ({
  url: `${SITE}${path}`,
  title,
  markdown: `# ${title}`,
  headlines: [],
  headings: [{ level: 1, text: title }],
  links: [],
  tables: [],
  prices: [],
  forms: [],
  ...parts,
})

const stories = STORIES.map(({ slug, title, paragraphs }) =>
  page(`/news/${slug}`, title, { markdown: [`# ${title}`, ...paragraphs].join('\n\n') }),
)

/** The test site as the tools would read it. */
const PAGES = [
  ...stories,
  page('/', 'Harbour Town', {
    links: ['news', 'hours', 'shop'].map((name) => ({ text: name, url: `${SITE}/${name}` })),
  }),
  page('/news', 'The Harbour Post', {
    headlines: STORIES.map(({ slug, title }) => ({ text: title, url: `${SITE}/news/${slug}` })),
    links: STORIES.map(({ slug, title }) => ({ text: title, url: `${SITE}/news/${slug}` })),
  }),
  page('/shop', 'Harbour Roastery', {
    prices: PRODUCTS.map(({ name, price }) => ({ item: name, price })),
  }),
  page('/hours', 'Opening hours', {
    headings: [
      { level: 1, text: 'Opening hours' },
      { level: 2, text: 'Swimming pool' },
    ],
    tables: [
      { caption: 'City library', header: ['Day', 'Opens', 'Closes'], rows: [['Saturday', '10:00', '16:00']] },
    ],
  }),
  page('/contact', 'Contact', {
    forms: [
      {
        name: 'contact',
        action: '/contact',
        method: 'post',
        fields: [
          { name: 'name', label: 'Your name', type: 'text', value: '', required: true },
          { name: 'email', label: 'E-mail', type: 'email', value: '', required: true },
          { name: 'message', label: 'Message', type: 'textarea', value: '', required: false },
        ],
      },
    ],
  }),
]

export const createWorld = (changes: Partial<World> = {}): World => ({
  files: new Map(Object.entries(NOTES).map(([path, text]) => [`${HOME}/${path}`, text])),
  folders: new Set([`${HOME}/notes`, `${HOME}/notes/archive`]),
  trash: [],
  pages: Object.fromEntries(PAGES.map((each) => [String(each.url), each])),
  memories: [],
  reminders: [],
  runs: [],
  sent: [],
  known: [],
  answers: [],
  failing: {},
  without: [],
  ...changes,
})

interface Outcome {
  readonly ok: boolean
  readonly text: string
  readonly data?: JsonValue
  readonly evidence?: ResultForModel['evidence']
}
const done = (data: JsonObject, evidence: ResultForModel['evidence'] = []): Outcome => ({
  ok: true,
  text: 'Done.',
  data: structuredClone(data),
  evidence,
})
const refused = (text: string): Outcome => ({ ok: false, text })

type ArgumentName =
  | 'path'
  | 'text'
  | 'folder'
  | 'query'
  | 'from'
  | 'to'
  | 'id'
  | 'url'
  | 'at'
  | 'cron'
  | 'words'
type Arguments = Record<ArgumentName, string>

const TOOLS: Record<string, (world: World, args: Arguments) => Outcome> = {
  'files.list': (world, { path }) => {
    if (!world.folders.has(path)) return refused(`"${path}" is not a folder`)
    const inside = [...world.files.keys()].filter((file) => posix.dirname(file) === path)
    const entries = inside.map((file) => ({
      path: file,
      kind: 'file',
      size: world.files.get(file)?.length ?? 0,
      modifiedAt: NOW,
    }))
    return done({ path, entries })
  },
  'files.read': (world, { path }) => {
    const text = world.files.get(path)
    if (text !== undefined) return done({ path, text })
    return refused(world.folders.has(path) ? `"${path}" is a folder` : `"${path}" does not exist`)
  },
  'files.search': (world, { folder, query }) => {
    const hits = [...world.files].flatMap(([path, text]) =>
      path.startsWith(folder) && text.toLowerCase().includes(query.toLowerCase())
        ? [{ path, line: 1, excerpt: text.split('\n')[0] ?? '' }]
        : [],
    )
    return done({ folder, query, hits })
  },
  'files.write': (world, { path, text }) => {
    const previous = world.files.get(path)
    world.files.set(path, text)
    if (previous !== undefined)
      world.trash.push({ id: `previous_${path}`, originalPath: path, text: previous, trashedAt: NOW })
    return done(
      {
        path,
        bytes: Buffer.byteLength(text),
        ...(previous === undefined ? {} : { previousId: `previous_${path}` }),
      },
      [{ kind: 'file', what: path, summary: `Wrote ${path}` }],
    )
  },
  'files.append': (world, { path, text }) => {
    world.files.set(path, `${world.files.get(path) ?? ''}${text}\n`)
    return done({ path }, [{ kind: 'file', what: path, summary: `Added to ${path}` }])
  },
  'files.make_folder': (world, { path }) => {
    world.folders.add(path)
    return done({ path })
  },
  'files.move': (world, { from, to }) => {
    const text = world.files.get(from)
    if (text === undefined) return refused(`"${from}" does not exist`)
    const target = world.folders.has(to) ? posix.join(to, posix.basename(from)) : to
    world.files.delete(from)
    world.files.set(target, text)
    return done({ from, to: target })
  },
  'files.trash': (world, { path }) => {
    const text = world.files.get(path)
    if (text === undefined) return refused(`"${path}" does not exist`)
    world.files.delete(path)
    const id = `trash_${world.trash.length + 1}`
    world.trash.push({ id, originalPath: path, text, trashedAt: NOW })
    return done({ id, originalPath: path })
  },
  'files.trashed': (world) =>
    done({ items: world.trash.map(({ id, originalPath, trashedAt }) => ({ id, originalPath, trashedAt })) }),
  'files.restore': (world, { id }) => {
    const item = world.trash.find((each) => each.id === id)
    if (!item) return refused('not in the trash')
    world.files.set(item.originalPath, item.text)
    world.trash.splice(world.trash.indexOf(item), 1)
    return done({ id, originalPath: item.originalPath })
  },
  'web.read': (world, { url }) => {
    const page = world.pages[url]
    return page
      ? done({ url, title: page.title ?? '', markdown: page.markdown ?? '', links: page.links ?? [] })
      : refused(`Not done (unreachable): ${url} cannot be reached`)
  },
  'browser.open': (world, { url }) => {
    const page = world.pages[url]
    return page
      ? done({ url, title: page.title ?? '', tree: '', elements: [], links: [], blocked: [] })
      : refused(`Not done (unreachable): ${url} cannot be reached`)
  },
  'browser.extract': (world, { url }) => {
    const page = world.pages[url]
    return page ? done(page) : refused(`Not done (unreachable): ${url} cannot be reached`)
  },
  'browser.fill': (world, args) => {
    world.sent.push(args)
    return done({ url: `${SITE}/thanks`, title: 'Thank you', tree: '', elements: [], links: [], blocked: [] })
  },
  'browser.screenshot': (world, { path }) => {
    world.files.set(path, 'PNG')
    return done({ path })
  },
  'browser.download': (world, { path }) => {
    world.files.set(path, 'data')
    return done({ path, bytes: 2048 })
  },
  'http.get': (_world, { url }) =>
    done({
      url,
      status: 200,
      contentType: 'application/json',
      text: '',
      json: { next: 'Ferry to Gull Island' },
    }),
  'http.post': (world, args) => {
    world.sent.push(args)
    return done({ status: 200, contentType: 'application/json', text: '{"id":7}', json: { id: 7 } })
  },
  'memory.remember': (world, { text, at }) => {
    const row = { id: `mem_${world.memories.length + 1}`, text, at: at ?? NOW }
    world.memories.push(row)
    return done({ id: row.id, text }, [{ kind: 'memory', what: row.id, summary: `Remembered: ${text}` }])
  },
  'memory.propose_rule': (world, { text }) => {
    const row = { id: `mem_${world.memories.length + 1}`, text, at: NOW }
    world.memories.push(row)
    return done({ id: row.id, text, status: 'proposed' }, [
      { kind: 'memory', what: row.id, summary: `Proposed rule: ${text}` },
    ])
  },
  'memory.recall': (world, { query }) => {
    if (world.recalled) return done(world.recalled)
    const words = questionWords(query).toLowerCase().split(/\s+/)
    const hits = world.memories.filter(({ text }) => words.some((word) => text.toLowerCase().includes(word)))
    return done({ known: hits.length > 0, hits: hits.map((row) => ({ ...row, score: 0.6, why: 'words' })) })
  },
  'memory.list': (world) => done({ items: world.memories.map((row) => ({ ...row, kind: 'fact' })) }),
  'memory.forget': (world, { id }) => {
    const at = world.memories.findIndex((row) => row.id === id)
    if (at < 0) return refused('no such memory')
    world.memories.splice(at, 1)
    return done({ id })
  },
  'reminders.create': (world, { text, at }) => {
    const id = `rem_${world.reminders.length + 1}`
    world.reminders.push({ id, kind: 'reminder', text, at, words: at, nextAt: at, status: 'active' })
    return done({ id, text, at, words: at })
  },
  'schedules.create': (world, { text, cron, words }) => {
    const id = `sch_${world.reminders.length + 1}`
    world.reminders.push({ id, kind: 'schedule', text, cron, words, nextAt: NOW, status: 'active' })
    return done({ id, text, cron, words })
  },
  'reminders.list': (world) => done({ items: world.reminders }),
  'reminders.cancel': (world, { id }) => {
    const at = world.reminders.findIndex((each) => each.id === id)
    if (at < 0) return refused('no such reminder')
    return done({ ...(world.reminders.splice(at, 1)[0] as JsonObject) })
  },
  'runs.list': (world) => done({ items: world.runs }),
  'runs.cancel': (world, { id }) => {
    for (const run of world.runs) if (run.id === id) run.status = 'cancelled'
    return done({ id })
  },
  'operator.ask': (world) => {
    const answer = world.answers.shift()
    return answer === undefined ? refused('nobody answered') : done({ answer })
  },
}

export interface Ran {
  readonly answer: string
  readonly ok: boolean
  readonly calls: readonly { tool: string; arguments: JsonObject }[]
  readonly plan: readonly ProposedTask[]
  readonly turn: Turn
}

/** Pursues a goal as the loop does: root, plan, a thread for each task when what it needs is done, the root's report. */
export async function pursue(
  model: Model,
  goal: string,
  world: World,
  history: readonly Turn[] = [],
): Promise<Ran> {
  const place = { now: NOW, timeZone: ZONE, home: HOME }
  const intent: Intent = readIntent(goal, { ...place, before: history.map((turn) => turn.intent) })
  const calls: { tool: string; arguments: JsonObject }[] = []
  const results: ResultForModel[] = []
  const tools = Object.keys(TOOLS)
    .filter((name) => !world.without.includes(name))
    .map((name) => ({ name, title: name, description: '', effect: 'read', schema: {} }))
  const base = { now: NOW, timeZone: ZONE, home: HOME, goal, intent, history, memory: world.known, tools }

  const perform = (id: string, tool: string, args: JsonObject): ResultForModel => {
    calls.push({ tool, arguments: args })
    const reason = world.failing[tool]
    const outcome = reason === undefined ? TOOLS[tool]?.(world, args as Arguments) : refused(reason)
    const result: ResultForModel = {
      callId: id,
      tool,
      arguments: args,
      ok: outcome?.ok ?? false,
      text: outcome?.text ?? 'no such tool',
      labels: TOOL_LABELS,
      evidence: outcome?.evidence ?? [],
      ...(outcome?.data === undefined ? {} : { data: outcome.data }),
    }
    results.push(result)
    return result
  }
  const ask = async (request: ModelRequest): Promise<ModelEvent[]> => {
    const events: ModelEvent[] = []
    for await (const event of model.respond(request, new AbortController().signal)) events.push(event)
    return events
  }
  const thread = async (
    task: ProposedTask | undefined,
    inputs: readonly TaskInput[],
    plan: ModelRequest['plan'],
  ) => {
    const items: ThreadItem[] = []
    const own: ResultForModel[] = []
    for (let round = 0; round < 20; round++) {
      const id = task?.id ?? 'root'
      const events = await ask({
        ...base,
        call: { runId: 'run_1', taskId: id, callId: `${id}.${round}`, attempt: 1 },
        canPlan: !task,
        plan,
        inputs,
        thread: items,
        ...(task ? { task } : {}),
      })
      const asked = events.flatMap((event) =>
        event.type === 'call'
          ? [{ id: event.id, tool: event.tool, arguments: JSON.parse(event.arguments) as JsonObject }]
          : [],
      )
      const text = events.flatMap((event) => (event.type === 'text' ? event.delta : [])).join('')
      const proposed = events.flatMap((event) => (event.type === 'plan' ? event.tasks : []))
      items.push({ type: 'response', text, calls: asked })
      if (asked.length === 0) return { text, proposed, results: own }
      for (const each of asked) {
        const result = perform(each.id, each.tool, each.arguments)
        own.push(result)
        items.push({ type: 'result', ...result })
      }
    }
    throw new Error(`The planner turns in circles on "${goal}"`)
  }
  const ended = (answer: string, ok: boolean, plan: readonly ProposedTask[]): Ran => ({
    answer,
    ok,
    calls,
    plan,
    turn: { at: NOW, goal, intent, answer, status: ok ? 'succeeded' : 'failed', results },
  })

  let first: Awaited<ReturnType<typeof thread>>
  try {
    first = await thread(undefined, [], [])
  } catch (error) {
    return ended(errorText(error), false, [])
  }
  if (first.proposed.length === 0) return ended(first.text, true, [])
  const done = new Map<string, { input: TaskInput; status: string }>()
  for (const task of first.proposed) {
    const inputs = inputsOf(task, first.proposed, done)
    const blocked = task.dependsOn.some((id) => done.get(id)?.status !== 'succeeded')
    if (blocked) {
      done.set(task.id, {
        status: 'failed',
        input: { taskId: task.id, title: task.title, answer: 'dependency-failed', results: [] },
      })
      continue
    }
    try {
      const { text, results: own } = await thread(task, inputs, [])
      done.set(task.id, {
        status: 'succeeded',
        input: { taskId: task.id, title: task.title, answer: text, results: own },
      })
    } catch (error) {
      done.set(task.id, {
        status: 'failed',
        input: { taskId: task.id, title: task.title, answer: errorText(error), results: [] },
      })
    }
  }
  const plan = first.proposed.map((task) => ({
    ...task,
    status: done.get(task.id)?.status ?? '',
    outcome: done.get(task.id)?.input.answer ?? '',
  }))
  const last = await thread(undefined, [], plan)
  return ended(
    last.text,
    plan.every(({ status }) => status === 'succeeded'),
    first.proposed,
  )
}

const errorText = (error: unknown): string => {
  const { message, fix } = error as { message: string; fix?: string }
  return [message, fix].filter(Boolean).join(' ')
}

const inputsOf = (
  task: ProposedTask,
  plan: readonly ProposedTask[],
  done: ReadonlyMap<string, { input: TaskInput }>,
): TaskInput[] =>
  task.dependsOn.flatMap((id) => {
    const before = plan.find((other) => other.id === id)
    const input = done.get(id)?.input
    return [...(before ? inputsOf(before, plan, done) : []), ...(input ? [input] : [])]
  })
