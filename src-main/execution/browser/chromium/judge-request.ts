import { ToolError } from '../../../vocabulary/errors.ts'
import { type CheckedTarget, type Guard, parseAddress } from '../../web/guard/guard.ts'
import { canonicalHost, isSameSite, namesHost } from '../../web/guard/host-rules.ts'
import type { PageWatch } from './page-watch.ts'

export interface PageRequest {
  readonly url: string
  readonly method: string
  /** Whether it would take the whole page elsewhere. */
  readonly main: boolean
  /** The address that redirected here. */
  readonly from: string | undefined
}

type JudgedPage = Pick<PageWatch, 'page' | 'opening' | 'heading' | 'allowance'>

/**
 * Whether a page may make a request: what the agent opens must be reachable; where the page itself goes, and what it
 * loads or sends, must stay on the page's own site or on an allowed host. Gives the target to connect to, or undefined
 * for what never leaves the browser. Throws ToolError.
 */
export async function judgeRequest(
  guard: Guard,
  { page, opening, heading, allowance: { allowedHosts } }: JudgedPage,
  { url: address, method, main, from }: PageRequest,
): Promise<CheckedTarget | undefined> {
  if (/^(data|blob|about):/.test(address)) return undefined
  const url = parseAddress(address)
  if (main && from !== undefined) return guard.checkRedirect(new URL(from), url, allowedHosts)
  if (main && opening !== undefined && address === opening) return guard.check(url, allowedHosts)
  const reading = method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
  // what a page loads may be asked for before the browser says that it has arrived there
  const homes = [page.url(), ...(main || heading === undefined ? [] : [heading])].map((home) => new URL(home))
  const stays = homes.some((home) =>
    main || reading ? isSameSite(home, url) : canonicalHost(home.hostname) === canonicalHost(url.hostname),
  )
  if (!stays && !namesHost(url, allowedHosts)) {
    throw new ToolError(
      'host-not-allowed',
      main
        ? `The page leads to ${url.href}, on a host that was not allowed.`
        : `The page asks for something from ${url.host}, a host that was not allowed.`,
      { fix: `Open that address itself, or allow ${url.host} in Settings > Hosts.` },
    )
  }
  return guard.check(url, allowedHosts)
}
