import { createLearner } from '../operator/learn.ts'
import { askOnce } from '../planning/ask-once.ts'
import type { RunState } from '../state/run-state.ts'
import type { Base } from './base.ts'
import type { JournalParts } from './journal.ts'
import type { MemoryParts } from './memory.ts'
import type { SettingParts } from './settings.ts'
import type { ToolParts } from './tools.ts'

export interface LearningNeeds
  extends JournalParts,
    MemoryParts,
    Pick<ToolParts, 'registry'>,
    Pick<SettingParts, 'model'> {
  readonly state: (runId: string) => RunState
}

/** What goes on when a run has ended and nobody waits for it; closing does. */
export interface Learning {
  ended(run: RunState): void
  /** Ends what a process before this one had begun to forget, then learns from the runs that it left. */
  resume(): void
  settled(): Promise<void>
  /** Of what goes on at this moment. */
  closed(): Promise<void>
}

export function openLearning({ userHome, clock, config }: Base, needs: LearningNeeds): Learning {
  const { journal, registry, conversations, hub, report, memory, forgetting, state } = needs
  const learner = createLearner({
    content: journal.content,
    registry,
    conversations,
    state,
    memory,
    extract: () => {
      const model = needs.model()
      if (config().memory.learn !== 'model' || model.id === 'offline') return undefined
      const place = { timeZone: config().timeZone, home: userHome }
      return (prompt) => askOnce(model, prompt, { now: new Date(clock.now()).toISOString(), ...place })
    },
    clock,
    report,
  })
  /** From one run, or from those that an earlier process left. */
  const learn = async (runId?: string): Promise<void> => {
    if (config().memory.learn === 'off') return
    await (runId === undefined ? learner.catchUp() : learner.runEnded(runId))
    hub.emit({ type: 'memory.changed' })
  }
  const background = new Set<Promise<void>>()
  const inBackground = (work: Promise<void>): void => {
    const settled = work
      .catch((error) => report('what was being forgotten is not gone yet', error))
      .finally(() => background.delete(settled))
    background.add(settled)
  }
  return {
    ended: ({ id }) => inBackground(forgetting.runEnded(id).then(() => learn(id))),
    resume: () => inBackground(forgetting.resume().then(() => learn())),
    settled: async () => {
      while (background.size > 0) await Promise.all(background)
    },
    closed: async () => void (await Promise.all(background)),
  }
}
