import type { OpenPlace } from '../../../src-preload/contract.ts'

const SCHEME = 'adjutant:'
const LONGEST = 8_000
const LONGEST_TEXT = 4_000

/** What a link leads to, or why it leads nowhere, in words that are shown. */
export type DeepLink = { readonly place: OpenPlace } | { readonly refused: string }

/** The link among the arguments of a start, if there is one. */
export const linkAmong = (argv: readonly string[]): string | undefined =>
  argv.slice(1).find((argument) => argument.toLowerCase().startsWith(SCHEME))

/**
 * Where an `adjutant:` link leads. Anybody can make one, so it only ever shows something:
 *
 *   adjutant://open                      the window
 *   adjutant://PANE, adjutant://PANE/ID  a pane, and a conversation, run or memory in it
 *   adjutant://write?text=WORDS          words in the message box, which nobody has sent
 */
export function readDeepLink(address: string): DeepLink {
  if (address.length > LONGEST) return refused('The link is too long.')
  if (!URL.canParse(address)) return refused('The link cannot be read.')
  const url = new URL(address)
  if (url.protocol !== SCHEME) return refused('The link is for another program.')
  if (url.username || url.password || url.port || url.hash)
    return refused('The link holds more than a place.')
  return url.host === 'write' ? readDraft(url) : readPlace(url)
}

function readPlace(url: URL): DeepLink {
  if (url.search) return refused('The link asks for more than a place to be shown.')
  const [, id = '', ...more] = url.pathname.split('/')
  const pane = url.host === 'open' && !id ? 'chat' : url.host
  if (!/^[a-z][a-z-]{0,30}$/.test(pane) || pane === 'open' || more.some((part) => part !== ''))
    return refused('The link leads to no place here.')
  if (id && !/^[\w:.-]{1,120}$/.test(id)) return refused('The link leads to no place here.')
  return { place: { pane, ...(id ? { id } : {}) } }
}

function readDraft(url: URL): DeepLink {
  const names = [...url.searchParams.keys()]
  const text = url.searchParams.get('text')?.trim() ?? ''
  if (names.length !== 1 || !text || !['', '/'].includes(url.pathname))
    return refused('The link asks for more than words in the message box.')
  if (text.length > LONGEST_TEXT) return refused('The link is too long.')
  // what is in the box must be what is seen there
  if (/[^\P{C}\n\t]/u.test(text)) return refused('The link holds characters that cannot be seen.')
  return { place: { pane: 'chat', draft: text } }
}

const refused = (why: string): DeepLink => ({ refused: why })
