import type { HostView } from '../src-preload/contract.ts'
import { openBase } from './composition/base.ts'
import { type JournalParts, openJournal } from './composition/journal.ts'
import { type Learning, openLearning } from './composition/learning.ts'
import { createLife } from './composition/life.ts'
import { type MemoryParts, openMemory } from './composition/memory.ts'
import { openOperator } from './composition/operator.ts'
import { createRunMethods } from './composition/run-methods.ts'
import { openRuns, type RunParts } from './composition/runs.ts'
import { openSchedules, type ScheduleParts } from './composition/schedules.ts'
import { openSettings } from './composition/settings.ts'
import { openTools, type ToolParts } from './composition/tools.ts'
import { openVoice, type VoiceParts } from './composition/voice.ts'
import type { SecretStore } from './configuration/secrets.ts'
import type { Schedule } from './ingestion/reminders.ts'
import type { Transcriber } from './ingestion/voice/transcriber.ts'
import type { startMemory } from './memory/worker/memory-client.ts'
import type { Log } from './observability/log/log.ts'
import { startLogged } from './observability/start-log.ts'
import type { OperatorApi } from './operator/operator.ts'
import { viewSchedule } from './operator/schedule-methods.ts'
import type { Model } from './planning/model.ts'
import type { RunState } from './state/run-state.ts'
import type { Database } from './storage/database.ts'
import type { Beat, Clock, NewId } from './vocabulary/clock.ts'

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

/** The parts in the order in which they need each other; what one needs of a later one it asks for when it is there. */
function compose(options: AdjutantOptions, log: Log): Adjutant {
  const base = openBase(options, log)
  const state = (runId: string): RunState => work.advancer.state(runId)
  const scheduleChanged = (schedule: Schedule): void => {
    journal.hub.emit({ type: 'schedule.changed', schedule: viewSchedule(schedule) })
    schedules.scheduler.wake()
  }

  const journal: JournalParts = openJournal(base, {
    isTool: (name) => tools.registry.find(name) !== undefined,
    memoryChanged: () => voice.names.changed(),
  })
  const memory: MemoryParts = openMemory(base, {
    ...journal,
    state,
    summaries: () => runMethods.summaries(),
  })
  const tools: ToolParts = openTools(base, {
    ...{ ...journal, ...memory, state, scheduleChanged },
    runs: () => work.runs,
  })
  const settings = openSettings(base, { ...journal, ...memory, ...tools })
  const known = { ...journal, ...memory, ...tools, ...settings }
  const work: RunParts = openRuns(base, { ...known, ended: (run) => learning.ended(run) })
  const learning: Learning = openLearning(base, { ...known, state })
  const schedules: ScheduleParts = openSchedules(base, { ...known, ...work, changed: scheduleChanged })
  const runMethods = createRunMethods(base, { ...known, ...work, notices: schedules.notices })
  const voice: VoiceParts = openVoice(base, known)
  const operator = openOperator(base, {
    ...known,
    runHandlers: runMethods.handlers,
    scheduleHandlers: schedules.methods,
    voiceHandlers: voice.methods,
  })
  const life = createLife(base, { ...known, ...work, scheduler: schedules.scheduler, learning, voice })

  return {
    operator,
    resume: life.resume,
    wake: schedules.scheduler.wake,
    ownAddress: (address) => void tools.ownAddresses.push(address),
    verify: journal.journal.verify,
    report: journal.observability.reporter,
    settled: learning.settled,
    close: life.close,
  }
}
