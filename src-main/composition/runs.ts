import { createToolRunner } from '../execution/run-tool.ts'
import { readDocument } from '../ingestion/attachments/read-document.ts'
import type { Trigger } from '../ingestion/trigger.ts'
import { createAnnounce } from '../operator/announce.ts'
import { historyOf } from '../operator/history.ts'
import { createRuns } from '../operator/runs.ts'
import { situationOf } from '../operator/situation.ts'
import { createPerform } from '../perform.ts'
import { createModelCaller } from '../planning/call-model.ts'
import { decide } from '../planning/decide.ts'
import { type Advancer, createAdvancer } from '../state/advance.ts'
import type { RunState } from '../state/run-state.ts'
import { createStanding } from '../state/sqlite/standing.ts'
import { isOperators } from '../vocabulary/labels.ts'
import { createArrivals } from './arrivals.ts'
import type { Base } from './base.ts'
import type { JournalParts } from './journal.ts'
import type { MemoryParts } from './memory.ts'
import type { SettingParts } from './settings.ts'
import type { ToolParts } from './tools.ts'

export interface RunNeeds extends JournalParts, MemoryParts, ToolParts, Pick<SettingParts, 'model'> {
  readonly ended: (run: RunState) => void
}

export type RunParts = ReturnType<typeof openRuns>

/** What drives the runs: the model and the tools that carry out what is decided, and who tells what came of it. */
export function openRuns(
  { options, userHome, clock, newId, config, timeZone, place }: Base,
  needs: RunNeeds,
) {
  const { db, observability, report, hub, journal, conversations, leftBehind, heldBack } = needs
  const { memory, backups, registry, ports, ground, mcp, ownAddresses, ended } = needs
  const arrivals = createArrivals({
    clock,
    report,
    advance: (runId, arrival) => advancer.advance(runId, arrival),
  })
  const { arrive, armTimer } = arrivals
  const situation = (run: RunState) =>
    situationOf(
      {
        journal,
        conversations,
        state: (id) => advancer.state(id),
        allowedHosts: () => config().network.allow,
        ownAddresses: () => ownAddresses,
      },
      run,
    )
  const prepare = { registry, ports, ground, home: userHome, content: journal.content, situation }
  const tools = createToolRunner({ ...prepare, arrive })
  const models = createModelCaller({
    model: needs.model,
    clock,
    arrive,
    delta: (delta) => hub.emit({ type: 'model.delta', ...delta }),
    content: journal.content,
    tools: async () => {
      // the offline planner has no use for what servers have
      if (options.model || config().model.provider !== 'offline') await mcp.firstTold()
      return registry.descriptors()
    },
    history: (run) => historyOf({ journal, conversations, state: advancer.state }, run),
    rules: async (run) =>
      (await memory.rules(run.principal)).map(({ id, text, labels }) => ({ id, text, labels })),
    memory: async (run, words) =>
      (await memory.recall(run.principal, words, { k: 5 })).map(
        ({ id, text, at, labels, source, why, kind }) => ({ id, text, at, labels, source, why, kind }),
      ),
    timeZone: timeZone(),
    home: userHome,
  })
  const pause = createStanding(db, 'paused')
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
    held: (run) => (pause.since() !== undefined || heldBack.has(run.id)) && !run.cancelRequested,
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
  const before = (conversationId: string) =>
    (conversations.triggers(conversationId) as unknown as Trigger[])
      .filter(({ labels }) => isOperators(labels))
      .map(({ intent }) => intent)
  const runs = createRuns({
    content: journal.content,
    readDocument,
    registry,
    journal,
    conversations,
    advancer,
    triggers: { clock, newId, place, before },
    clock,
    newId,
    timeZone,
    abortModel: models.abort,
    abortTools: tools.abort,
  })
  return { runs, advancer, arrivals, pause, abortModel: models.abort }
}

/** Whether something was under way when the process before this one ended. */
const hasLostWork = (run: RunState): boolean =>
  run.tasks.some(({ modelCall }) => modelCall?.status === 'requested') ||
  run.effects.some(({ status }) => status === 'running')
