import type { Evidence } from '../../vocabulary/effect.ts'
import type { JsonObject } from '../../vocabulary/json.ts'
import { WEB_LABELS } from '../../vocabulary/labels.ts'
import type { PageSnapshot } from '../browser/browser.ts'
import type { ToolResult } from '../tool.ts'
import { excerpt, excerptLines } from './web-excerpt.ts'

/** A page as it stands, as a result. `done` says in a sentence what led to it. */
export function snapshotResult(done: string, page: PageSnapshot, evidence: readonly Evidence[]): ToolResult {
  const blocked =
    page.blocked.length === 0
      ? []
      : [
          `Blocked:\n${excerptLines(
            page.blocked.map((line) => `- ${line}`),
            10,
          )}`,
        ]
  return {
    text: [`${done}\n${page.title}\n${page.url}`, ...blocked, excerpt(page.tree)].join('\n\n'),
    data: asData(page),
    labels: WEB_LABELS,
    links: page.links,
    evidence,
  }
}

const asData = (page: PageSnapshot): JsonObject => ({
  ...page,
  elements: page.elements.map((element) => ({ ...element })),
  links: [...page.links],
  blocked: [...page.blocked],
})
