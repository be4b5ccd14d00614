import type { Clock } from '../vocabulary/clock.ts'
import type { Action } from './actions.ts'
import { evolve, foldRun, initialRun } from './evolve.ts'
import type { Fact, FactBody } from './facts.ts'
import { type Journal, type NewContent, numberFacts, SequenceConflict } from './journal.ts'
import type { RunState } from './run-state.ts'

/** Facts with the contents they refer to. */
export interface Written {
  readonly facts: readonly FactBody[]
  readonly contents?: readonly NewContent[]
}

/** What an action comes to: facts to commit and, once they are on disk, work to start. Its end arrives as facts. */
export interface Performed extends Written {
  readonly start?: () => void
}

/** Carries an action out. Never throws for what the outside world does: that becomes facts. */
export type Perform = (run: RunState, action: Action) => Promise<Performed>

/** Facts that came from outside, given the state they meet; undefined where they no longer matter. */
export type Arrival = (run: RunState) => Written | undefined

export interface AdvanceDeps {
  readonly journal: Journal
  readonly clock: Clock
  readonly decide: (run: RunState) => Action[]
  readonly perform: Perform
  /** Facts that come before all others in a run another process left, whoever is the first to advance it. */
  readonly takeUp?: (run: RunState) => Written | undefined
  /** Whether this run makes no step of its own now: what arrives is kept, and nothing follows from it yet. */
  readonly held?: (run: RunState) => boolean
  /** Told after each commit; `ms`: how long its step took. */
  readonly committed: (run: RunState, facts: readonly Fact[], ms: number) => void
}

export interface Advancer {
  /** Commits what arrived (if it still matters) and all that follows from it at once, as one step; starts the work. */
  advance(runId: string, arrival?: Arrival): Promise<RunState>
  /** The state as far as it is committed. */
  state(runId: string): RunState
  /** Resolves when no step of any run is being made. */
  settled(): Promise<void>
}

/** Steps of one run are made one after the other; a state is kept in memory while its run has not ended. */
export function createAdvancer(deps: AdvanceDeps): Advancer {
  const { journal, clock, decide, perform, takeUp, held = () => false, committed } = deps
  const known = new Map<string, RunState>()
  const queues = new Map<string, Promise<unknown>>()

  const load = (runId: string): RunState =>
    known.get(runId) ?? foldRun(runId, journal.facts(runId), initialRun(runId))

  const step = async (runId: string, arrival?: Arrival): Promise<RunState> => {
    const began = performance.now()
    const before = load(runId)
    const facts: Fact[] = []
    const contents: NewContent[] = []
    const starts: (() => void)[] = []
    const unstage: (() => void)[] = []
    let run = before
    const add = (written: Performed | undefined): void => {
      if (!written) return
      const at = new Date(clock.now()).toISOString()
      const numbered = numberFacts(runId, run.seq, at, written.facts)
      run = numbered.reduce(evolve, run)
      facts.push(...numbered)
      contents.push(...(written.contents ?? []))
      unstage.push(journal.stage(written.contents ?? []))
      if (written.start) starts.push(written.start)
    }
    try {
      add(takeUp?.(run))
      add(arrival?.(run))
      for (let moved = true; moved && !held(run); ) {
        const seq = run.seq
        for (const action of decide(run)) add(await perform(run, action))
        moved = run.seq > seq
      }
      if (facts.length > 0) journal.commit({ runId, expectedSeq: before.seq, facts, contents, state: run })
    } finally {
      for (const takeBack of unstage) takeBack()
    }
    try {
      if (facts.length > 0) {
        if (run.ended) known.delete(runId)
        else known.set(runId, run)
        committed(run, facts, performance.now() - began)
      }
    } finally {
      // the journal says that this work is under way: whatever a listener does, it must be
      for (const start of starts) start()
    }
    return run
  }

  const stepOrFoldAgain = async (runId: string, arrival?: Arrival): Promise<RunState> => {
    for (;;) {
      try {
        return await step(runId, arrival)
      } catch (error) {
        known.delete(runId)
        if (!(error instanceof SequenceConflict)) throw error
      }
    }
  }

  return {
    advance: (runId, arrival) => {
      const turn = (queues.get(runId) ?? Promise.resolve()).then(
        () => stepOrFoldAgain(runId, arrival),
        () => stepOrFoldAgain(runId, arrival),
      )
      queues.set(runId, turn)
      const done = () => {
        if (queues.get(runId) === turn) queues.delete(runId)
      }
      turn.then(done, done)
      return turn
    },
    state: load,
    settled: async () => {
      while (queues.size > 0) await Promise.allSettled(queues.values())
    },
  }
}
