// over 300 lines: the composition root names every part once, in the order in which they need each other
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { HostView, MemoryView, MessageView, RunSummary, ScheduleView } from '../src-preload/contract.ts'
import { loadConfig } from './configuration/load-config.ts'
import { saveConfig } from './configuration/save-config.ts'
import { createSecrets, plainStore, type SecretStore } from './configuration/secrets.ts'
import { createBrowser } from './execution/browser/create-browser.ts'
import { createFiles } from './execution/files/disk/create-files.ts'
import type { ToolPorts } from './execution/ports.ts'
import { createRegistry } from './execution/registry.ts'
import { createToolRunner } from './execution/run-tool.ts'
import { browserTools } from './execution/tools/browser-tools.ts'
import { fileTools } from './execution/tools/files-tools.ts'
import { memoryTools } from './execution/tools/memory-tools.ts'
import { operatorTools } from './execution/tools/operator-tools.ts'
import { reminderTools } from './execution/tools/reminders-tools.ts'
import { runTools } from './execution/tools/runs-tools.ts'
import { webTools } from './execution/tools/web-tools.ts'
import { createWeb } from './execution/web/create-web.ts'
import type { Schedule } from './ingestion/reminders.ts'
import { createScheduler } from './ingestion/scheduler.ts'
import { createReminders } from './ingestion/sqlite/sqlite-reminders.ts'
import type { Trigger } from './ingestion/trigger.ts'
import type { MemoryRow } from './memory/memory.ts'
import { createSqliteMemory } from './memory/sqlite/sqlite-memory.ts'
import { createAnnounce } from './operator/announce.ts'
import { createApprovals } from './operator/approvals.ts'
import { createConversationMethods } from './operator/conversations.ts'
import { historyOf } from './operator/history.ts'
import { createEventHub, createOperatorApi, type OperatorApi } from './operator/operator.ts'
import { createRuns } from './operator/runs.ts'
import { createSettings } from './operator/settings.ts'
import { situationOf } from './operator/situation.ts'
import { viewSteps } from './operator/view-run.ts'
import { createPerform } from './perform.ts'
import { createModelCaller } from './planning/call-model.ts'
import { decide } from './planning/decide.ts'
import type { Model } from './planning/model.ts'
import { createModel, testModel } from './planning/models/create-model.ts'
import { type Advancer, type Arrival, createAdvancer } from './state/advance.ts'
import { faultFrom } from './state/fault-injection.ts'
import type { RunState } from './state/run-state.ts'
import { createConversations } from './state/sqlite/conversations.ts'
import { createSqliteJournal } from './state/sqlite/sqlite-journal.ts'
import { type Database, openDatabase } from './storage/database.ts'
import { type Clock, type NewId, randomId, systemClock } from './vocabulary/clock.ts'
import { RequestError } from './vocabulary/errors.ts'
import { isOperators, type Labels } from './vocabulary/labels.ts'

/** Version of the product; the packages' version. */
const VERSION = '0.1.0'

/** How often an outcome that could not be written is tried again, in ms. */
const ARRIVE_AGAIN_MS = 2_000

export interface AdjutantOptions {
  /** ADJUTANT_HOME, absolute; this process must be its owner. */
  readonly home: string
  readonly host: HostView['host']
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The operator's home directory, for `~`. */
  readonly userHome?: string
  readonly secretStore?: SecretStore
  /** One that is open already, in place of the one in `home`; it is closed with the agent. */
  readonly database?: Database
  /** A build of the SQLite addon for this runtime, where the packaged one does not fit. */
  readonly nativeBinding?: string
  readonly clock?: Clock
  readonly newId?: NewId
  /** Instead of the one the settings choose. */
  readonly model?: Model
  readonly staysInTray?: boolean
  /** Told of what went wrong where nobody waits for an answer. */
  readonly report?: (what: string, error: unknown) => void
  readonly browser?: { readonly executablePath?: string; readonly launchArgs?: readonly string[] }
}

export interface Adjutant {
  readonly operator: OperatorApi
  /** Takes up unfinished runs and the schedules. Called once, when the faces are ready to hear. */
  resume(): Promise<void>
  /** The agent's own listening address (`host:port`), which no tool may reach. */
  ownAddress(address: string): void
  /** Hash chains and contents of a run; what is wrong with them, in words. */
  verify(runId: string): string[]
  close(): Promise<void>
}

/** The composition root: the one place where the parts are made and joined. */
export function openAdjutant(options: AdjutantOptions): Adjutant {
  const { home, env = process.env, userHome = homedir(), clock = systemClock, newId = randomId } = options
  const report = options.report ?? (() => {})
  const secrets = createSecrets(home, options.secretStore ?? plainStore)
  const loadOptions = () => ({ hasKey: secrets.has('model.apiKey'), userHome })
  let config = loadConfig(home, env, loadOptions())
  const db =
    options.database ??
    openDatabase(
      join(home, 'adjutant.sqlite'),
      options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding },
    )
  const hub = createEventHub((error) => report('a listener failed', error))
  const journal = createSqliteJournal(db, faultFrom(env))
  const conversations = createConversations(db)
  // only what another process left has lost its work; what this one starts has not
  const leftBehind = new Set(journal.unfinished())
  const memory = createSqliteMemory({ db, clock, newId })
  const ownAddresses: string[] = []
  const timeZone = () => config.timeZone

  const { standing, forCall } = createFiles({
    roots: () => config.files.roots,
    home: userHome,
    ownData: home,
    trashDir: join(home, 'trash'),
  })
  const ground = { standing, forCall }
  const web = createWeb({ ownAddresses: () => ownAddresses })
  const browser = createBrowser({
    profileDir: join(home, 'browser'),
    web,
    clock,
    ...options.browser,
  })
  const reminders = createReminders({
    db,
    clock,
    newId,
    timeZone,
    emit: (schedule) => {
      hub.emit({ type: 'schedule.changed', schedule: viewSchedule(schedule) })
      scheduler.wake()
    },
  })
  /** Labels of a goal that came from elsewhere than the operator's own mouth. */
  const goalLabels = ({ id, channel }: RunSummary): { labels?: Labels } => {
    if (channel !== 'schedule' && channel !== 'webhook' && channel !== 'event') return {}
    const trigger = journal.content(advancer.state(id).triggerRef) as unknown as Trigger | undefined
    return trigger ? { labels: trigger.labels } : {}
  }
  const registry = createRegistry([
    ...fileTools,
    ...webTools,
    ...browserTools,
    ...memoryTools,
    ...reminderTools,
    ...runTools,
    ...operatorTools,
  ])
  const ports: Omit<ToolPorts, 'files'> = {
    web,
    browser,
    memory: {
      ...memory,
      remember: async (...row) => {
        const kept = await memory.remember(...row)
        hub.emit({ type: 'memory.changed', id: kept.id })
        return kept
      },
      forget: async (principal, id) => {
        const gone = await memory.forget(principal, id)
        hub.emit({ type: 'memory.changed', id })
        return gone
      },
    },
    reminders,
    runs: {
      list: async () => runs.list({ limit: 50 }).map((run) => ({ ...run, ...goalLabels(run) })),
      cancel: async (id) => void (await runs.cancel(id)),
    },
    clock,
    newId,
    place: {
      get timeZone() {
        return config.timeZone
      },
      home: userHome,
    },
  }

  let closing = false
  const arrive = (runId: string, arrival: Arrival): void => {
    // what ends while the process closes is taken up by the next one, like after a crash
    if (closing) return
    advancer.advance(runId, arrival).catch((error) => {
      // an outcome must not be lost while the process lives: the disk may have space again
      report(`an outcome of ${runId} could not be written; it will be tried again`, error)
      clock.after(ARRIVE_AGAIN_MS, () => arrive(runId, arrival))
    })
  }
  const situation = (run: Parameters<typeof situationOf>[1]) =>
    situationOf(
      {
        journal,
        conversations,
        state: (id) => advancer.state(id),
        allowedHosts: () => config.network.allow,
        ownAddresses: () => ownAddresses,
      },
      run,
    )
  const prepare = { registry, ports, ground, home: userHome, content: journal.content, situation }
  const tools = createToolRunner({ ...prepare, arrive })
  const settings = createSettings({
    config: () => config,
    save: (change) => {
      config = saveConfig(change, home, env, loadOptions())
    },
    secrets,
    environmentKey: env.OPENAI_API_KEY || undefined,
    testModel,
    changed: (view) => {
      config = loadConfig(home, env, loadOptions())
      model = options.model ?? createModel(settings.modelChoice())
      hub.emit({ type: 'settings.changed', settings: view })
    },
  })
  let model = options.model ?? createModel(settings.modelChoice())
  const models = createModelCaller({
    model: () => model,
    clock,
    arrive,
    delta: (delta) => hub.emit({ type: 'model.delta', ...delta }),
    content: journal.content,
    tools: registry.descriptors(),
    history: (run) => historyOf({ journal, conversations, state: advancer.state }, run),
    memory: async (run, words) =>
      (await memory.recall(run.principal, words, { k: 5 })).map(({ id, text, at, labels }) => ({
        id,
        text,
        at,
        labels,
      })),
    timeZone: config.timeZone,
    home: userHome,
  })
  const armed = new Set<string>()
  const armTimer = (runId: string, taskId: string, at: string) => {
    const key = `${runId} ${taskId} ${at}`
    if (armed.has(key)) return
    armed.add(key)
    clock.after(Date.parse(at) - clock.now(), () => {
      armed.delete(key)
      arrive(runId, (run) => {
        const call = run.tasks.find(({ id }) => id === taskId)?.modelCall
        return call?.retryAt === at ? { facts: [{ type: 'timer.fired', taskId }] } : undefined
      })
    })
  }
  const announce = createAnnounce({
    content: journal.content,
    registry,
    journal,
    conversations,
    emit: hub.emit,
  })
  const advancer: Advancer = createAdvancer({
    journal,
    clock,
    decide,
    perform: createPerform({ models, tools, prepare, armTimer }),
    takeUp: (run) =>
      leftBehind.has(run.id) && hasLostWork(run) ? { facts: [{ type: 'run.recovered' }] } : undefined,
    committed: (run, facts) => {
      leftBehind.delete(run.id)
      // what was still under way when its conversation was deleted leaves nothing behind either
      if (run.ended && !conversations.get(run.conversationId)) journal.forgetContents(run.id)
      if (facts.some((fact) => fact.type === 'steering.received' && fact.interrupt)) models.abort(run.id)
      announce(run, facts)
    },
  })
  const runs = createRuns({
    content: journal.content,
    registry,
    journal,
    conversations,
    advancer,
    triggers: {
      clock,
      newId,
      place: () => ({ timeZone: config.timeZone, home: userHome, region: config.region }),
      before: (id) =>
        (conversations.triggers(id) as unknown as Trigger[])
          .filter(({ labels }) => isOperators(labels))
          .map(({ intent }) => intent),
    },
    clock,
    newId,
    timeZone,
    abortModel: models.abort,
    abortTools: tools.abort,
  })
  const notices = (conversationId: string): MessageView[] =>
    (
      db
        .prepare(
          `SELECT f.schedule_id || '@' || f.due_at AS id, f.text, f.missed, f.fired_at AS at, f.due_at AS dueAt
           FROM firings f JOIN schedules s ON s.id = f.schedule_id
           WHERE s.conversation_id = ? AND s.kind = 'reminder' ORDER BY f.fired_at`,
        )
        .all(conversationId) as { id: string; text: string; missed: number; at: string; dueAt: string }[]
    ).map(({ id, text, missed, at, dueAt }) => ({
      id,
      role: 'notice',
      text: noticeText(text, missed, dueAt),
      at,
    }))
  const scheduler = createScheduler({
    db,
    clock,
    fire: async (schedule, firing) => {
      const missed = firing.missed > 0
      if (schedule.kind === 'reminder') {
        hub.emit({ type: 'reminder.due', schedule: viewSchedule(schedule), dueAt: firing.dueAt, missed })
        hub.emit({
          type: 'message.added',
          conversationId: schedule.conversationId,
          message: {
            id: firing.key,
            role: 'notice',
            text: noticeText(schedule.text, firing.missed, firing.dueAt),
            at: new Date(clock.now()).toISOString(),
          },
        })
        if (hub.heard()) scheduler.seen(firing.key)
        return undefined
      }
      const started = await runs.start({
        goal: schedule.text,
        channel: 'schedule',
        principal: `schedule:${schedule.id}`,
        labels: schedule.labels,
        conversationId: schedule.conversationId,
        runId: `run_${schedule.id}_${Date.parse(firing.dueAt)}`,
      })
      hub.emit({ type: 'schedule.changed', schedule: viewSchedule(schedule) })
      return { runId: started.id }
    },
    onError: (error, schedule) => report(`a ${schedule?.kind ?? 'schedule'} could not be fired`, error),
  })
  const conversationMethods = createConversationMethods({
    content: journal.content,
    registry,
    journal,
    conversations,
    runs,
    state: advancer.state,
    notices,
  })
  const approvals = createApprovals({ journal, conversations, advancer })
  const startedAt = new Date(clock.now()).toISOString()

  const operator = createOperatorApi(
    {
      'host.get': () => ({
        host: options.host,
        version: VERSION,
        home,
        staysInTray: options.staysInTray ?? false,
        ...(browser.executable() ? { browser: browser.executable() as string } : {}),
        model: model.id,
        startedAt,
      }),
      'runs.start': ({ goal, conversationId, channel = 'chat' }) =>
        runs.start({ goal, conversationId, channel }),
      'runs.list': (filter) => runs.list(filter),
      'runs.get': ({ id }) => runs.get(id),
      'runs.steps': ({ id }) => {
        runs.get(id)
        return viewSteps(journal.facts(id))
      },
      'runs.verify': ({ id }) => {
        runs.get(id)
        return { id, problems: journal.verify(id) }
      },
      'runs.cancel': ({ id }) => runs.cancel(id),
      'runs.retry': ({ id }) => runs.retry(id),
      'conversations.list': ({ query }) => conversationMethods.list(query),
      'conversations.get': ({ id }) => conversationMethods.get(id),
      'conversations.rename': ({ id, title }) => {
        const conversation = conversationMethods.rename(id, title)
        hub.emit({ type: 'conversation.changed', conversation })
        return conversation
      },
      'conversations.delete': async ({ id }) => {
        await conversationMethods.delete(id)
        hub.emit({ type: 'conversation.deleted', id })
        return { id }
      },
      'conversations.send': (message) => runs.send(message),
      'approvals.list': ({ status }) => approvals.list(status),
      'approvals.answer': ({ id, answer, reason }) => approvals.answer(id, answer, reason),
      'schedules.list': async () => (await reminders.list()).map(viewSchedule),
      'schedules.cancel': async ({ id }) => viewSchedule(await reminders.cancel(id)),
      'memory.list': async ({ limit, offset }) =>
        (await memory.list('operator', { ...(limit ? { limit } : {}), ...(offset ? { offset } : {}) })).map(
          viewMemory,
        ),
      'memory.search': async ({ q, k, scope }) => {
        const began = performance.now()
        const hits = await memory.recall('operator', q, { ...(k ? { k } : {}), ...(scope ? { scope } : {}) })
        const views = hits.map((hit) => ({ ...viewMemory(hit), score: hit.score, why: hit.why }))
        return { hits: views, elapsedMs: performance.now() - began }
      },
      'memory.add': async (row) => {
        const kept = await ports.memory.remember('operator', {
          text: row.text,
          ...(row.kind ? { kind: row.kind } : {}),
          ...(row.scope ? { scope: row.scope } : {}),
          ...(row.at ? { at: row.at } : {}),
          labels: { origins: ['operator'], trust: 'trusted', sensitivity: 'personal' },
          source: { kind: 'api', ref: 'operator' },
        })
        return viewMemory(kept)
      },
      'memory.forget': async ({ id }) => {
        if (!(await ports.memory.forget('operator', id)))
          throw new RequestError('no-memory', `There is no memory ${id}.`)
        return { id }
      },
      'tools.list': () =>
        registry.all().map(({ name, title, description, effect }) => ({ name, title, description, effect })),
      'settings.get': () => settings.get(),
      'settings.change': (change) => settings.change(change),
      'settings.testModel': (choice) => settings.test(choice),
      stop: async () => ({ cancelled: await runs.stopAll() }),
    },
    hub,
  )

  return {
    operator,
    resume: async () => {
      for (const id of leftBehind) await advancer.advance(id)
      for (const id of conversations.deletedRuns()) journal.forgetContents(id)
      await scheduler.start()
    },
    ownAddress: (address) => void ownAddresses.push(address),
    verify: journal.verify,
    close: async () => {
      closing = true
      await scheduler.stop()
      for (const id of journal.unfinished()) models.abort(id)
      await advancer.settled()
      await browser.close()
      db.close()
    },
  }
}

/** Whether something was under way when the process before this one ended. */
const hasLostWork = (run: RunState): boolean =>
  run.tasks.some(({ modelCall }) => modelCall?.status === 'requested') ||
  run.effects.some(({ status }) => status === 'running')

const viewSchedule = (schedule: Schedule): ScheduleView => {
  const { labels: _, timeZone: __, ...view } = schedule
  return view
}

const viewMemory = (row: MemoryRow): MemoryView => ({
  id: row.id,
  kind: row.kind,
  text: row.text,
  source: { ...row.source },
  trust: row.labels.trust,
  origins: [...row.labels.origins],
  scope: row.scope,
  at: row.at,
  createdAt: row.createdAt,
})

function noticeText(text: string, missed: number, dueAt: string): string {
  return missed > 0
    ? `Reminder: ${text} (it was due ${dueAt}, while Adjutant was not running)`
    : `Reminder: ${text}`
}
