import { join } from 'node:path'
import type { RunSummary } from '../../src-preload/contract.ts'
import { createBrowser } from '../execution/browser/create-browser.ts'
import { createFiles } from '../execution/files/disk/create-files.ts'
import { createMcpServers } from '../execution/mcp/mcp-servers.ts'
import { createProcessRecord } from '../execution/mcp/transport/process-record.ts'
import type { ToolPorts } from '../execution/ports.ts'
import { createRegistry } from '../execution/registry.ts'
import { browserTools } from '../execution/tools/browser-tools.ts'
import { fileTools } from '../execution/tools/files-tools.ts'
import { memoryTools } from '../execution/tools/memory-tools.ts'
import { operatorTools } from '../execution/tools/operator-tools.ts'
import { reminderTools } from '../execution/tools/reminders-tools.ts'
import { resultTools } from '../execution/tools/results-tools.ts'
import { runTools } from '../execution/tools/runs-tools.ts'
import { webTools } from '../execution/tools/web-tools.ts'
import { createWeb } from '../execution/web/create-web.ts'
import type { Schedule } from '../ingestion/reminders.ts'
import { createReminders } from '../ingestion/sqlite/sqlite-reminders.ts'
import type { Trigger } from '../ingestion/trigger.ts'
import { resolveServers } from '../operator/connection-methods.ts'
import { createResults } from '../operator/read-result.ts'
import type { Runs } from '../operator/runs.ts'
import type { RunState } from '../state/run-state.ts'
import { createKnownTools } from '../state/sqlite/known-tools.ts'
import type { Labels } from '../vocabulary/labels.ts'
import type { Base } from './base.ts'
import type { JournalParts } from './journal.ts'
import type { MemoryParts } from './memory.ts'

const OWN_TOOLS = [
  ...fileTools,
  ...webTools,
  ...browserTools,
  ...memoryTools,
  ...reminderTools,
  ...runTools,
  ...resultTools,
  ...operatorTools,
]

export interface ToolNeeds extends JournalParts, MemoryParts {
  readonly runs: () => Runs
  readonly state: (runId: string) => RunState
  readonly scheduleChanged: (schedule: Schedule) => void
}

export type ToolParts = ReturnType<typeof openTools>

/** The catalogue of tools, and the ports through which they reach the world. */
export function openTools(base: Base, needs: ToolNeeds) {
  const { options, home, env, userHome, clock, newId, secrets, safe, config, timeZone } = base
  const { db, observability, hub, journal, conversations, memory, forget } = needs
  const { runs, state, scheduleChanged } = needs
  const ownAddresses: string[] = []
  const { standing, forCall } = createFiles({
    roots: () => config().files.roots,
    home: userHome,
    ownData: home,
    trashDir: join(home, 'trash'),
  })
  const web = createWeb({ ownAddresses: () => ownAddresses })
  const browser = createBrowser({ profileDir: join(home, 'browser'), web, clock, ...options.browser })
  const reminders = createReminders({ db, clock, newId, timeZone, emit: scheduleChanged })
  const mcp = createMcpServers({
    clock,
    guard: web.guard,
    allowedHosts: () => config().network.allow,
    environment: env,
    known: createKnownTools(db),
    effectOf: (name) => config().tools.effects[name],
    pictures: join(home, 'pictures'),
    processes: createProcessRecord(join(home, 'tool-servers.json')),
    changed: () => {
      observability.servers(serverStates())
      hub.emit({ type: 'tools.changed' })
    },
  })
  const serverStates = () =>
    Object.entries(config().mcpServers).map(([name, { disabled }]) =>
      disabled ? 'off' : (mcp.status(name)?.state ?? 'idle'),
    )
  const useServers = () =>
    mcp.use(safe ? [] : resolveServers({ config, secrets, environment: env, userHome }))
  useServers()
  const registry = createRegistry(OWN_TOOLS, { off: () => config().tools.off, connected: mcp.tools })
  /** Labels of a goal that came from elsewhere than the operator's own mouth. */
  const goalLabels = ({ id, channel }: RunSummary): { labels?: Labels } => {
    if (channel !== 'schedule' && channel !== 'webhook' && channel !== 'event') return {}
    const trigger = journal.content(state(id).triggerRef) as unknown as Trigger | undefined
    return trigger ? { labels: trigger.labels } : {}
  }
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
      list: async () =>
        runs()
          .list({ limit: 50 })
          .map((run) => ({ ...run, ...goalLabels(run) })),
      cancel: async (id) => void (await runs().cancel(id)),
    },
    clock,
    newId,
    place: {
      get timeZone() {
        return timeZone()
      },
      home: userHome,
    },
  }
  return {
    ...{ registry, ports, mcp, browser, reminders, ownAddresses, serverStates, useServers },
    ground: { standing, forCall },
    isOwnTool: (name: string) => OWN_TOOLS.some((tool) => tool.name === name),
  }
}
