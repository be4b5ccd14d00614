import { createActivity } from '../observability/activity/read-activity.ts'
import { createHealthMethods } from '../observability/health/health-methods.ts'
import { createConnectionMethods } from '../operator/connection-methods.ts'
import { createImports } from '../operator/import-memory.ts'
import { createMemoryMethods } from '../operator/memory-methods.ts'
import { createOperatorApi, type OperatorApi } from '../operator/operator.ts'
import { createToolMethods } from '../operator/tool-methods.ts'
import { createWelcomeMethods } from '../operator/welcome-methods.ts'
import { createToolCalls } from '../state/sqlite/tool-calls.ts'
import type { Base } from './base.ts'
import type { JournalParts } from './journal.ts'
import type { MemoryParts } from './memory.ts'
import type { RunHandlers } from './run-methods.ts'
import type { ScheduleParts } from './schedules.ts'
import type { SettingParts } from './settings.ts'
import type { ToolParts } from './tools.ts'
import type { VoiceParts } from './voice.ts'

export interface OperatorNeeds extends JournalParts, MemoryParts, ToolParts, SettingParts {
  readonly runHandlers: RunHandlers
  readonly scheduleHandlers: ScheduleParts['methods']
  readonly voiceHandlers: VoiceParts['methods']
}

/** The one API of all faces: every method with the part that answers it. */
export function openOperator(base: Base, needs: OperatorNeeds): OperatorApi {
  const { options, home, host, version, env, userHome, clock, newId, secrets, safe, config, timeZone } = base
  const { db, observability, hub, journal, memory, backups, forget, reopened } = needs
  const { registry, mcp, browser, serverStates, isOwnTool, settings, model } = needs
  const startedAt = new Date(clock.now()).toISOString()
  const memoryMethods = createMemoryMethods({
    memory,
    imports: createImports({ memory, newId, emit: hub.emit }),
    forget: (id) => forget('operator', id),
    chooseStore: async (store) => {
      settings.change({ memory: { store } })
      await reopened()
    },
    emit: hub.emit,
  })
  return createOperatorApi(
    {
      'host.get': () => ({
        host,
        version,
        home,
        staysInTray: options.staysInTray ?? false,
        ...(browser.executable() ? { browser: browser.executable() as string } : {}),
        model: model().id,
        startedAt,
        ...(safe ? { safeMode: safe.problem === undefined ? {} : { problem: safe.problem } } : {}),
      }),
      ...needs.runHandlers,
      ...needs.scheduleHandlers,
      ...memoryMethods,
      ...needs.voiceHandlers,
      ...observability.methods,
      'activity.list': createActivity({
        db,
        goalOf: (ref) => (journal.content(ref) as { text?: string } | undefined)?.text,
        titleOf: (tool) => registry.find(tool)?.title,
      }),
      ...createHealthMethods({
        ...{ home, db, clock, host, version, isOwnTool, safeMode: safe !== undefined },
        sealed: () => secrets.sealed,
        settings: settings.get,
        memory: memory.status,
        speechModels: () => needs.voiceHandlers['voice.models']({}),
        servers: serverStates,
        backups: backups.state,
        lastModelCall: observability.lastModelCall,
        alerts: observability.alerts,
        methods: observability.methods,
      }),
      'diagnostics.backups': backups.state,
      'diagnostics.backUp': backups.make,
      ...createWelcomeMethods(userHome),
      ...createToolMethods({
        registry,
        calls: createToolCalls(db),
        content: journal.content,
        clock,
        timeZone,
        servers: mcp,
        effects: () => config().tools.effects,
        saveEffects: (effects) => settings.save({ tools: { effects } }),
      }),
      ...createConnectionMethods({
        config,
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
    },
    hub,
  )
}
