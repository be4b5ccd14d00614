import type { InquiryDetail, ResultContent } from '../execution/call-content.ts'
import type { Trigger } from '../ingestion/trigger.ts'
import type { GateSituation } from '../security/gate.ts'
import type { Journal } from '../state/journal.ts'
import type { RunState } from '../state/run-state.ts'
import type { Conversations } from '../state/sqlite/conversations.ts'
import { isOperators } from '../vocabulary/labels.ts'

/** Runs of a conversation whose pages a follow-up may follow links of. */
const RUNS_WITH_PAGES = 6

export interface SituationDeps {
  readonly journal: Journal
  readonly conversations: Conversations
  readonly state: (runId: string) => RunState
  readonly allowedHosts: () => readonly string[]
  readonly ownAddresses: () => readonly string[]
}

/** What the gate may rest on at this moment: the operator's own words, what they allowed, and the pages that were read. */
export function situationOf(deps: SituationDeps, run: RunState): GateSituation {
  const { journal, conversations } = deps
  const content = <Shape>(ref: string) => journal.content(ref) as unknown as Shape | undefined
  const own = [run.triggerRef, ...run.steering]
    .flatMap((ref) => content<Trigger>(ref) ?? [])
    .filter(({ labels }) => isOperators(labels))
  const inConversation = (conversations.triggers(run.conversationId) as unknown as Trigger[]).filter(
    ({ labels }) => isOperators(labels),
  )
  const earlier = conversations
    .runs({ conversationId: run.conversationId, limit: RUNS_WITH_PAGES })
    .filter(({ id }) => id !== run.id)
    .map(({ id }) => deps.state(id))
  const pages = [run, ...earlier].flatMap((one) => pagesOf(one, content))
  const runGrants = run.inquiries.flatMap((inquiry) => {
    if (inquiry.answer !== 'run') return []
    const tool = run.effects.find(({ id }) => id === inquiry.effectId)?.tool
    const places = content<InquiryDetail>(inquiry.detailRef)?.places
    return tool && places ? [{ tool, places }] : []
  })
  return {
    intents: own.map(({ intent }) => intent),
    words: own.map(({ text }) => text),
    named: inConversation.flatMap(({ entities }) => entities.filter(({ doubtful }) => !doubtful)),
    allowedHosts: deps.allowedHosts(),
    ownAddresses: deps.ownAddresses(),
    pages,
    runGrants,
  }
}

/** Pages a run read, with the links that stood in them. */
function pagesOf(
  run: RunState,
  content: <Shape>(ref: string) => Shape | undefined,
): { url: string; links: readonly string[] }[] {
  return run.effects.flatMap((effect) => {
    if (effect.status !== 'succeeded' || !effect.resultRef) return []
    const result = content<ResultContent>(effect.resultRef)
    const url = (result?.data as { url?: string } | undefined)?.url
    return result?.links && url ? [{ url, links: result.links }] : []
  })
}
