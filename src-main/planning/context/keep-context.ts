import { type NewContent, newContent } from '../../state/journal.ts'
import {
  asJson,
  type ContextContent,
  type ContextPart,
  type FittedRequest,
  type KeptPart,
} from './fitted-request.ts'

/** Runs whose texts are at hand. */
const RUNS_MOST = 50

export interface ContextKeeper {
  /** The manifest of a call as contents of the journal: the first is what `contextRef` refers to. */
  keep(runId: string, model: string, fitted: FittedRequest): readonly [NewContent, ...NewContent[]]
}

/**
 * Puts manifests into contents. What stands in the journal already is referred to; what does not (rules, recalled
 * rows, summaries, the plan's state) is kept in contents of its own, the same text once a run, so that forgetting a
 * row takes that text alone.
 */
export function createContextKeeper(): ContextKeeper {
  const ofRuns = new Map<string, Map<string, NewContent>>()

  const textsOf = (runId: string): Map<string, NewContent> => {
    const texts = ofRuns.get(runId) ?? new Map<string, NewContent>()
    ofRuns.delete(runId)
    ofRuns.set(runId, texts)
    for (const oldest of ofRuns.keys()) {
      if (ofRuns.size <= RUNS_MOST) break
      ofRuns.delete(oldest)
    }
    return texts
  }

  return {
    keep: (runId, model, { budgetTokens, usedTokens, parts }) => {
      const texts = textsOf(runId)
      const used = new Set<NewContent>()
      const contentOf = (at: Extract<ContextPart['at'], { text: string }>): string => {
        const key = JSON.stringify(at)
        // written again with each call under its first hash: the journal keeps it once
        const content = texts.get(key) ?? newContent(asJson(at))
        texts.set(key, content)
        used.add(content)
        return content.ref
      }
      const kept = parts.map(
        ({ at, labels, ...part }): KeptPart => ({
          ...part,
          at: 'text' in at ? { content: contentOf(at) } : at,
          ...(labels ? { trust: labels.trust } : {}),
        }),
      )
      const manifest: ContextContent = { model, budgetTokens, usedTokens, parts: kept }
      return [newContent(asJson(manifest)), ...used]
    },
  }
}
