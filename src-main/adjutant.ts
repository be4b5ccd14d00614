// over 300 lines: the composition root names every part once, in the order in which they need each other
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { AgentEvent, HostView, MessageView, RunSummary } from '../src-preload/contract.ts'
import { loadConfig } from './configuration/load-config.ts'
import { readConfigFile } from './configuration/read-config-file.ts'
import { problemOf, resetConfig, setPaths } from './configuration/reset-config.ts'
import { loadSafely } from './configuration/safe-mode.ts'
import { saveConfig } from './configuration/save-config.ts'
import { createSecrets, plainStore, type SecretStore } from './configuration/secrets.ts'
import { createBrowser } from './execution/browser/create-browser.ts'
import { createFiles } from './execution/files/disk/create-files.ts'
import { createMcpServers } from './execution/mcp/mcp-servers.ts'
import { createProcessRecord } from './execution/mcp/transport/process-record.ts'
import type { ToolPorts } from './execution/ports.ts'
import { createRegistry } from './execution/registry.ts'
import { createToolRunner } from './execution/run-tool.ts'
import { browserTools } from './execution/tools/browser-tools.ts'
import { fileTools } from './execution/tools/files-tools.ts'
import { memoryTools } from './execution/tools/memory-tools.ts'
import { operatorTools } from './execution/tools/operator-tools.ts'
import { reminderTools } from './execution/tools/reminders-tools.ts'
import { resultTools } from './execution/tools/results-tools.ts'
import { runTools } from './execution/tools/runs-tools.ts'
import { webTools } from './execution/tools/web-tools.ts'
import { createWeb } from './execution/web/create-web.ts'
import { readDocument } from './ingestion/attachments/read-document.ts'
import { readIntent } from './ingestion/language/read-intent.ts'
import type { Schedule } from './ingestion/reminders.ts'
import { createScheduler } from './ingestion/scheduler.ts'
import { createAutomations } from './ingestion/sqlite/automations.ts'
import { createReminders } from './ingestion/sqlite/sqlite-reminders.ts'
import type { Trigger } from './ingestion/trigger.ts'
import { keepTranscriber } from './ingestion/voice/keep-transcriber.ts'
import type { Transcriber } from './ingestion/voice/transcriber.ts'
import { startMemory } from './memory/worker/memory-client.ts'
import { createActivity } from './observability/activity/read-activity.ts'
import { createHealthMethods } from './observability/health/health-methods.ts'
import type { Log } from './observability/log/log.ts'
import { openObservability } from './observability/observability.ts'
import { startLogged } from './observability/start-log.ts'
import { createAnnounce } from './operator/announce.ts'
import { createApprovals } from './operator/approvals.ts'
import { showAttachment } from './operator/attachments.ts'
import { createConnectionMethods, resolveServers } from './operator/connection-methods.ts'
import { createConversationMethods } from './operator/conversations.ts'
import { fetchFromHub } from './operator/fetch-speech-model.ts'
import { createForgetting } from './operator/forget-memory.ts'
import { historyOf } from './operator/history.ts'
import { createImports } from './operator/import-memory.ts'
import { keepKnownNames } from './operator/known-names.ts'
import { createLearner } from './operator/learn.ts'
import { createMemoryMethods } from './operator/memory-methods.ts'
import { memoryOptions } from './operator/memory-options.ts'
import { createEventHub, createOperatorApi, type OperatorApi } from './operator/operator.ts'
import { createPause } from './operator/pause.ts'
import { createResults } from './operator/read-result.ts'
import { createRecordings } from './operator/recordings.ts'
import { createRunReadings } from './operator/run-readings.ts'
import { createRuns } from './operator/runs.ts'
import { createScheduleMethods, viewSchedule } from './operator/schedule-methods.ts'
import { createSettings } from './operator/settings.ts'
import { situationOf } from './operator/situation.ts'
import { createSpeechModels } from './operator/speech-models.ts'
import { createSpokenAnswers, explainApproval } from './operator/spoken-answers.ts'
import { createToolMethods } from './operator/tool-methods.ts'
import { createVocabularyMethods } from './operator/vocabulary-methods.ts'
import { createVoiceMethods } from './operator/voice-methods.ts'
import { listeningOptions, transcriberChoice } from './operator/voice-options.ts'
import { createWelcomeMethods } from './operator/welcome-methods.ts'
import { createPerform } from './perform.ts'
import { askOnce } from './planning/ask-once.ts'
import { createModelCaller } from './planning/call-model.ts'
import { decide } from './planning/decide.ts'
import type { Model } from './planning/model.ts'
import { createModel, testModel } from './planning/models/create-model.ts'
import { type Advancer, type Arrival, createAdvancer } from './state/advance.ts'
import { faultFrom } from './state/fault-injection.ts'
import type { RunState } from './state/run-state.ts'
import { createConversations } from './state/sqlite/conversations.ts'
import { createCorrections } from './state/sqlite/corrections.ts'
import { createKnownTools } from './state/sqlite/known-tools.ts'
import { createSqliteJournal } from './state/sqlite/sqlite-journal.ts'
import { createStanding } from './state/sqlite/standing.ts'
import { createToolCalls } from './state/sqlite/tool-calls.ts'
import { keepDailyBackups } from './storage/backups/daily-backups.ts'
import { type Database, openDatabase } from './storage/database.ts'
import { type Beat, type Clock, type NewId, randomId, systemBeat, systemClock } from './vocabulary/clock.ts'
import { isOperators, type Labels } from './vocabulary/labels.ts'
import type { Principal } from './vocabulary/principal.ts'

/** Version of the product; the packages' version. */
const VERSION = '0.1.0'

/** How long after the faces are ready tool servers are connected to, in ms; a call does not wait for it. */
const SERVERS_AFTER_MS = 1_000

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
  readonly beat?: Beat
  readonly newId?: NewId
  /** Instead of the one the settings choose. */
  readonly model?: Model
  /** Instead of the one the settings choose; it is closed with the agent. */
  readonly transcriber?: Transcriber
  /** How memory is opened: in a thread of its own, unless a test says otherwise. */
  readonly openMemory?: typeof startMemory
  readonly staysInTray?: boolean
  /** Nothing happens by itself: no run is taken up, no schedule fires, and a broken config.json is left aside. */
  readonly safeMode?: boolean
  /** Told of what went wrong where nobody waits for an answer. */
  readonly report?: (what: string, error: unknown) => void
  readonly browser?: { readonly executablePath?: string; readonly launchArgs?: readonly string[] }
}

export interface Adjutant {
  readonly operator: OperatorApi
  /** Takes up unfinished runs and the schedules. Called once, when the faces are ready to hear. */
  resume(): Promise<void>
  /** The machine was asleep: what came due meanwhile is looked for at once. */
  wake(): void
  /** The agent's own listening address (`host:port`), which no tool may reach. */
  ownAddress(address: string): void
  /** Of a part of the host: for what went wrong where nobody waits for an answer. */
  report(part: 'desktop' | 'server' | 'agent'): (what: string, error: unknown) => void
  /** Hash chains and contents of a run; what is wrong with them, in words. */
  verify(runId: string): string[]
  /** Settles when nothing goes on in the background. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** The composition root: the one place where the parts are made and joined. */
export const openAdjutant = (options: AdjutantOptions): Adjutant =>
  startLogged(options, (log) => compose(options, log))

function compose(options: AdjutantOptions, log: Log): Adjutant {
  const { home, env = process.env, userHome = homedir(), clock = systemClock, newId = randomId } = options
  const secrets = createSecrets(home, options.secretStore ?? plainStore)
  const loadOptions = () => ({ hasKey: secrets.has('model.apiKey'), userHome })
  const safe = options.safeMode ? loadSafely(home, env, loadOptions) : undefined
  let config = safe?.config ?? loadConfig(home, env, loadOptions())
  const db =
    options.database ??
    openDatabase(
      join(home, 'adjutant.sqlite'),
      options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding },
    )
  /** In safe mode what was left behind stays so. */
  const heldBack = new Set<string>()
  const observability = openObservability({
    ...{ home, db, clock, log, version: VERSION, host: options.host, beat: options.beat },
    settings: () => ({ level: config.log.level, alerts: config.alerts }),
    isTool: (name) => registry.find(name) !== undefined,
    emit: (event) => hub.emit(event),
    report: options.report ?? (() => {}),
  })
  const report = observability.reporter('agent')
  // neither of these is a person whom a reminder has reached
  const noted = (event: AgentEvent) => {
    observability.heard(event)
    if (event.type === 'memory.changed') names.changed()
  }
  const hub = createEventHub((error) => report('a listener failed', error), noted)
  const journal = createSqliteJournal(db, faultFrom(env))
  const conversations = createConversations(db)
  // only what another process left has lost its work; what this one starts has not
  const leftBehind = new Set(journal.unfinished())
  if (safe) for (const id of leftBehind) heldBack.add(id)
  const whereMemoryIs = () =>
    memoryOptions({ home, config, secrets, nativeBinding: options.nativeBinding, env })
  const memory = (options.openMemory ?? startMemory)(whereMemoryIs(), {
    clock,
    report: observability.reporter('memory'),
    tookOver: () => dropOlderMemory(db),
  })
  const backups = keepDailyBackups({
    ...{ home, clock, nativeBinding: options.nativeBinding, beat: options.beat ?? systemBeat },
    byItself: !safe,
    made: (bytes) => observability.happened('backed-up', { bytes }),
    report: observability.reporter('storage'),
  })
  const forgetting = createForgetting({
    memory,
    db,
    erased: backups.erased,
    underWay: journal.unfinished,
    askedBy: (memoryId) =>
      journal
        .unfinished()
        .find((runId) =>
          advancer
            .state(runId)
            .effects.some(
              ({ tool, argumentsRef }) =>
                tool === 'memory.forget' &&
                (journal.content(argumentsRef) as { id?: string })?.id === memoryId,
            ),
        ),
    changed: (id) => {
      const conversation = conversationMethods.list(undefined).find((each) => each.id === id)
      if (conversation) hub.emit({ type: 'conversation.changed', conversation })
    },
  })
  const forget = async (principal: Principal, id: string, runId?: string): Promise<boolean> => {
    const gone = await forgetting.forget(principal, id, runId)
    hub.emit({ type: 'memory.changed' })
    return gone
  }
  let openedWith = JSON.stringify(whereMemoryIs())
  let reopened = Promise.resolve()
  const reopenMemory = () => {
    const wanted = whereMemoryIs()
    if (JSON.stringify(wanted) === openedWith) return
    openedWith = JSON.stringify(wanted)
    reopened = memory.reopen(wanted)
    reopened.catch((error) => report('memory could not be opened with the new settings', error))
  }
  const ownAddresses: string[] = []
  const timeZone = () => config.timeZone
  const place = () => ({ timeZone: config.timeZone, home: userHome, region: config.region })

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
    emit: (schedule) => scheduleChanged(schedule),
  })
  const scheduleChanged = (schedule: Schedule) => {
    hub.emit({ type: 'schedule.changed', schedule: viewSchedule(schedule) })
    scheduler.wake()
  }
  /** Labels of a goal that came from elsewhere than the operator's own mouth. */
  const goalLabels = ({ id, channel }: RunSummary): { labels?: Labels } => {
    if (channel !== 'schedule' && channel !== 'webhook' && channel !== 'event') return {}
    const trigger = journal.content(advancer.state(id).triggerRef) as unknown as Trigger | undefined
    return trigger ? { labels: trigger.labels } : {}
  }
  const mcp = createMcpServers({
    clock,
    guard: web.guard,
    allowedHosts: () => config.network.allow,
    environment: env,
    known: createKnownTools(db),
    effectOf: (name) => config.tools.effects[name],
    pictures: join(home, 'pictures'),
    processes: createProcessRecord(join(home, 'tool-servers.json')),
    changed: () => {
      observability.servers(serverStates())
      hub.emit({ type: 'tools.changed' })
    },
  })
  const serverStates = () =>
    Object.entries(config.mcpServers).map(([name, { disabled }]) =>
      disabled ? 'off' : (mcp.status(name)?.state ?? 'idle'),
    )
  /** Whether a run's conversation was not deleted. */
  const isKept = (runId: string) => {
    const run = conversations.run(runId)
    return run !== undefined && conversations.get(run.conversationId) !== undefined
  }
  const useServers = () =>
    mcp.use(safe ? [] : resolveServers({ config: () => config, secrets, environment: env, userHome }))
  useServers()
  const ownTools = [
    ...fileTools,
    ...webTools,
    ...browserTools,
    ...memoryTools,
    ...reminderTools,
    ...runTools,
    ...resultTools,
    ...operatorTools,
  ]
  const registry = createRegistry(ownTools, { off: () => config.tools.off, connected: mcp.tools })
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
      forget,
    },
    reminders,
    results: createResults({ journal, conversations }),
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
  let closed: Promise<void> | undefined
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
  /** The planner's sense of what is near was measured with the bundled model; another one leaves it its grammar. */
  const embedForPlanner = async (texts: readonly string[]): Promise<Float32Array[]> => {
    if (config.memory.embedder.provider !== 'bundled') throw new Error('another embedder is in use')
    return memory.embed(texts)
  }
  const settings = createSettings({
    config: () => config,
    save: (change) => {
      config = saveConfig(change, home, env, loadOptions())
    },
    reset: (path) => {
      config = resetConfig(path, home, env, loadOptions())
    },
    check: (path, value) => problemOf(path, value, home, env, loadOptions()),
    set: () => (safe?.problem === undefined ? setPaths(readConfigFile(home)) : []),
    secrets,
    environmentKey: env.OPENAI_API_KEY || undefined,
    testModel,
    changed: (view, paths) => {
      config = loadConfig(home, env, loadOptions())
      model = chosenModel()
      reopenMemory()
      useServers()
      observability.settingsChanged(paths)
      hub.emit({ type: 'settings.changed', settings: view })
    },
  })
  const chosenModel = () => {
    const offline = { provider: 'offline', name: '', baseUrl: '', apiKey: undefined } as const
    return options.model ?? createModel(safe ? offline : settings.modelChoice(), systemClock, embedForPlanner)
  }
  let model = chosenModel()
  const models = createModelCaller({
    model: () => model,
    clock,
    arrive,
    delta: (delta) => hub.emit({ type: 'model.delta', ...delta }),
    content: journal.content,
    tools: async () => {
      // the offline planner has no use for what servers have
      if (options.model || config.model.provider !== 'offline') await mcp.firstTold()
      return registry.descriptors()
    },
    history: (run) => historyOf({ journal, conversations, state: advancer.state }, run),
    rules: async (run) =>
      (await memory.rules(run.principal)).map(({ id, text, labels }) => ({ id, text, labels })),
    memory: async (run, words) =>
      (await memory.recall(run.principal, words, { k: 5 })).map(
        ({ id, text, at, labels, source, why, kind }) => ({ id, text, at, labels, source, why, kind }),
      ),
    timeZone: config.timeZone,
    home: userHome,
  })
  const standingPause = createStanding(db, 'paused')
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
    // what was told to stop comes to its end
    held: (run) => (standingPause.since() !== undefined || heldBack.has(run.id)) && !run.cancelRequested,
    takeUp: (run) =>
      leftBehind.has(run.id) && hasLostWork(run) ? { facts: [{ type: 'run.recovered' }] } : undefined,
    committed: (run, facts, ms) => {
      observability.committed(run, facts, ms)
      leftBehind.delete(run.id)
      // what was still under way when its conversation was deleted leaves nothing behind either
      if (run.ended && !conversations.get(run.conversationId)) {
        journal.forgetContents(run.id)
        backups.erased()
      }
      if (facts.some((fact) => fact.type === 'steering.received' && fact.interrupt)) models.abort(run.id)
      announce(run, facts)
      if (run.ended) ended(run)
    },
  })
  /** What goes on when a run has ended and nobody waits for it; closing does. */
  const background = new Set<Promise<void>>()
  const inBackground = (what: string, work: Promise<void>): void => {
    const settled = work.catch((error) => report(what, error)).finally(() => background.delete(settled))
    background.add(settled)
  }
  const learner = createLearner({
    content: journal.content,
    registry,
    conversations,
    state: (id) => advancer.state(id),
    memory,
    extract: () => {
      if (config.memory.learn !== 'model' || model.id === 'offline') return undefined
      const place = { timeZone: config.timeZone, home: userHome }
      return (prompt) => askOnce(model, prompt, { now: new Date(clock.now()).toISOString(), ...place })
    },
    clock,
    report,
  })
  /** From one run, or from those that an earlier process left. */
  const learn = async (runId?: string): Promise<void> => {
    if (config.memory.learn === 'off') return
    await (runId === undefined ? learner.catchUp() : learner.runEnded(runId))
    hub.emit({ type: 'memory.changed' })
  }
  const ended = (run: RunState) => {
    inBackground(
      'what was being forgotten is not gone yet',
      forgetting.runEnded(run.id).then(() => learn(run.id)),
    )
  }
  const runs = createRuns({
    content: journal.content,
    readDocument,
    registry,
    journal,
    conversations,
    advancer,
    triggers: {
      clock,
      newId,
      place,
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
      observability.happened('schedule-fired', { scheduleId: schedule.id, kind: schedule.kind })
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
    onError: (error, schedule) =>
      observability.reporter('schedules')(`a ${schedule?.kind ?? 'schedule'} could not be fired`, error),
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
  const scheduleMethods = createScheduleMethods({
    reminders,
    automations: createAutomations({ db, clock, changed: scheduleChanged }),
    scheduler,
    conversations,
    place,
    clock,
    newId,
    emit: hub.emit,
  })
  const memoryMethods = createMemoryMethods({
    memory,
    imports: createImports({ memory, newId, emit: hub.emit }),
    forget: (id) => forget('operator', id),
    chooseStore: async (store) => {
      settings.change({ memory: { store } })
      await reopened
    },
    emit: hub.emit,
  })
  const transcribers = keepTranscriber(
    () => transcriberChoice(config, secrets),
    ...(options.transcriber ? [async () => options.transcriber as Transcriber] : []),
  )
  const names = keepKnownNames(() => memory.ownNames('operator'), clock, report)
  names.changed()
  const vocabularyMethods = createVocabularyMethods({
    corrections: createCorrections(db),
    vocabulary: () => config.voice.vocabulary,
    change: (vocabulary) => void settings.change({ voice: { vocabulary } }),
    clock,
  })
  const speechModels = createSpeechModels({
    cache: join(home, 'models'),
    folder: () => config.voice.models,
    inUse: () =>
      config.voice.transcriber.provider === 'bundled' ? config.voice.transcriber.model : undefined,
    fetchModel: fetchFromHub(env.ADJUTANT_MODEL_HUB),
    clock,
    emit: hub.emit,
  })
  const recordingsFolder = join(home, 'recordings')
  const recordings = createRecordings({
    folder: recordingsFolder,
    clock,
    report: observability.reporter('voice'),
  })
  const viewRecordings = async () => ({ ...(await recordings.list()), folder: recordingsFolder })
  const voiceMethods = createVoiceMethods({
    recordings: () => (config.voice.keepRecordings ? recordings : undefined),
    transcriber: transcribers.current,
    options: () => listeningOptions(config, names.current()),
    actsOf: (message) =>
      readIntent(message, { now: new Date(clock.now()).toISOString(), ...place() }).clauses.flatMap(
        ({ acts }) => acts,
      ),
    newId,
    clock,
    emit: hub.emit,
  })
  const pause = createPause({
    standing: standingPause,
    clock,
    emit: hub.emit,
    goOn: async () => {
      for (const id of journal.unfinished()) await advancer.advance(id)
    },
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
        ...(safe ? { safeMode: safe.problem === undefined ? {} : { problem: safe.problem } } : {}),
      }),
      'runs.start': ({ spoken, channel = spoken ? 'voice' : 'chat', ...run }) =>
        runs.start({ ...run, channel, spoken }),
      'runs.list': (filter) => runs.list(filter),
      'runs.get': ({ id }) => runs.get(id),
      ...createRunReadings({
        runs,
        journal,
        state: advancer.state,
        content: journal.content,
        registry,
      }),
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
        await mcp.forgetPictures(isKept)
        backups.erased()
        hub.emit({ type: 'conversation.deleted', id })
        return { id }
      },
      'conversations.send': (message) => runs.send(message),
      'attachments.get': ({ handle }) => showAttachment(journal, handle),
      'approvals.list': ({ status }) => approvals.list(status),
      'approvals.answer': ({ id, answer, reason, via }) => approvals.answer(id, answer, reason, via),
      'approvals.explain': ({ id }) => ({ words: explainApproval(approvals.get(id)) }),
      'approvals.say': createSpokenAnswers(approvals),
      ...scheduleMethods,
      ...memoryMethods,
      ...voiceMethods,
      ...vocabularyMethods,
      ...speechModels.methods,
      ...pause.methods,
      ...observability.methods,
      'activity.list': createActivity({
        db,
        goalOf: (ref) => (journal.content(ref) as { text?: string } | undefined)?.text,
        titleOf: (tool) => registry.find(tool)?.title,
      }),
      ...createHealthMethods({
        ...{ home, db, clock, host: options.host, version: VERSION, safeMode: safe !== undefined },
        sealed: () => secrets.sealed,
        settings: settings.get,
        memory: memory.status,
        speechModels: () => speechModels.methods['voice.models']({}),
        servers: serverStates,
        backups: backups.state,
        lastModelCall: observability.lastModelCall,
        alerts: observability.alerts,
        methods: observability.methods,
        isOwnTool: (name) => ownTools.some((tool) => tool.name === name),
      }),
      'diagnostics.backups': backups.state,
      'diagnostics.backUp': backups.make,
      ...createWelcomeMethods(userHome),
      'voice.recordings': viewRecordings,
      'voice.deleteRecordings': async () => {
        await recordings.deleteAll()
        return viewRecordings()
      },
      ...createToolMethods({
        registry,
        calls: createToolCalls(db),
        content: journal.content,
        clock,
        timeZone,
        servers: mcp,
        effects: () => config.tools.effects,
        saveEffects: (effects) => settings.save({ tools: { effects } }),
      }),
      ...createConnectionMethods({
        config: () => config,
        save: settings.save,
        secrets,
        servers: mcp,
        environment: env,
        userHome,
      }),
      'settings.get': () => settings.get(),
      'settings.change': (change) => settings.change(change),
      'settings.check': ({ path, value }) => settings.check(path, value),
      'settings.reset': ({ path }) => settings.reset(path),
      'settings.testModel': (choice) => settings.test(choice),
      stop: async () => ({ cancelled: await runs.stopAll() }),
    },
    hub,
  )

  return {
    operator,
    resume: async () => {
      if (safe) return observability.happened('safe-mode', { count: leftBehind.size })
      for (const id of leftBehind) await advancer.advance(id)
      for (const id of conversations.deletedRuns()) journal.forgetContents(id)
      await mcp.forgetPictures(isKept)
      await scheduler.start()
      // a window that is being drawn needs the processor more
      clock.after(SERVERS_AFTER_MS, mcp.start)
      inBackground(
        'what was being forgotten is not gone yet',
        forgetting.resume().then(() => learn()),
      )
    },
    wake: scheduler.wake,
    ownAddress: (address) => void ownAddresses.push(address),
    verify: journal.verify,
    report: observability.reporter,
    settled: async () => {
      while (background.size > 0) await Promise.all(background)
    },
    close: () => {
      closed ??= closeAll()
      return closed
    },
  }

  async function closeAll(): Promise<void> {
    closing = true
    await scheduler.stop()
    for (const id of journal.unfinished()) models.abort(id)
    await advancer.settled()
    await Promise.all(background)
    await browser.close()
    await mcp.close()
    await speechModels.close()
    await transcribers.close()
    await recordings.settled()
    await backups.close()
    await memory.close()
    observability.close()
    db.close()
  }
}

/** Whether something was under way when the process before this one ended. */
const hasLostWork = (run: RunState): boolean =>
  run.tasks.some(({ modelCall }) => modelCall?.status === 'requested') ||
  run.effects.some(({ status }) => status === 'running')

/** Rows of before memory had a database of its own: once they are there, nothing of them stays here. */
function dropOlderMemory(db: Database): void {
  db.exec(`INSERT INTO memory_words (memory_words) VALUES ('delete-all'); DELETE FROM memory`)
  db.pragma('wal_checkpoint(TRUNCATE)')
}

function noticeText(text: string, missed: number, dueAt: string): string {
  return missed > 0
    ? `Reminder: ${text} (it was due ${dueAt}, while Adjutant was not running)`
    : `Reminder: ${text}`
}
