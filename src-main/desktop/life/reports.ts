type Report = (what: string, error: unknown) => void

export interface Reports {
  readonly report: Report
  /** From now on the agent's log is told as well; of what came before, too. */
  agentIs<Agent extends { readonly report: Report }>(agent: Agent): Agent
}

/** As many as are kept for a log that is not there yet. */
const KEPT_MOST = 50

/** What goes wrong on the desktop is said at once where the app was started, and in the agent's log. */
export function createReports(say: Report): Reports {
  let early: Parameters<Report>[] | undefined = []
  let log: Report | undefined
  return {
    report: (...failure) => {
      say(...failure)
      if (log) log(...failure)
      else if (early && early.length < KEPT_MOST) early.push(failure)
    },
    agentIs: (agent) => {
      log = agent.report
      for (const failure of early ?? []) log(...failure)
      early = undefined
      return agent
    },
  }
}
