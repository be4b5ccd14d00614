import type { FindRegions, Region } from './regions.ts'

// Top-level domains that are not also the endings of files people name without a folder
const DOMAINS =
  'com|org|net|io|dev|app|ai|edu|gov|mil|int|info|biz|co|me|tv|uk|de|fr|es|it|nl|be|ch|at|se|no|dk|fi|pt|ie|eu|ru|cn|jp|kr|in|br|au|nz|ca|us|mx|ar|za|pl|cz|gr|hu|ro|ua|il|sg|hk|tw|tr|blog|shop|store|online|site|news|wiki|cloud|tech|xyz|example|test|local|internal|lan'
const ANY_PORT = '(?::\\d{1,5})'
const TAIL = '(?:[/?#][^\\s<>"“”«»`]*)?'
const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const HOST_LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'

const WITH_SCHEME = /\bhttps?:\/\/[^\s<>"“”«»`]+/gi
const BARE = new RegExp(
  `(?<![\\w@./~-])(?:` +
    `localhost${ANY_PORT}?|` +
    `${OCTET}(?:\\.${OCTET}){3}${ANY_PORT}?|` +
    `\\[[0-9a-f:]*:[0-9a-f:]*\\]${ANY_PORT}?|` +
    `www\\.(?:${HOST_LABEL}\\.)+[a-z]{2,}${ANY_PORT}?|` +
    `(?:${HOST_LABEL}\\.)+[a-z]{2,}${ANY_PORT}|` +
    `${HOST_LABEL}${ANY_PORT}(?=/)|` +
    `(?:${HOST_LABEL}\\.)+(?:${DOMAINS})(?![\\w-]|\\.\\w)` +
    `)${TAIL}`,
  'gi',
)

/** Drops what belongs to the sentence: full stops, commas, closing brackets that were not opened inside. */
export function withoutSentenceEnd(text: string): string {
  let end = text.length
  for (;;) {
    const last = text[end - 1]
    if (last === undefined) break
    if ('.,;:!?…*'.includes(last) || last === "'" || last === '’') end--
    else if (')]}'.includes(last)) {
      const open = '([{'[')]}'.indexOf(last)] as string
      const inside = text.slice(0, end)
      if (inside.split(open).length >= inside.split(last).length) break
      end--
    } else break
  }
  return text.slice(0, end)
}

/**
 * The URL as WHATWG serialises it. A bare address gets `http` where it names a port, a literal address or localhost,
 * `https` where it is a domain. Undefined where it is no http(s) URL.
 */
export function canonicalUrl(text: string): string | undefined {
  const plain = /^(?:localhost\b|\d+\.\d+\.\d+\.\d+|\[)|^[^/?#]+:\d/i.test(text)
  const full = /^https?:\/\//i.test(text) ? text : `${plain ? 'http' : 'https'}://${text}`
  if (!URL.canParse(full)) return undefined
  const url = new URL(full)
  return url.hostname === '' ? undefined : url.href
}

/** http(s) URLs, bare hosts and domains, host:port, localhost, literal addresses. */
export const findUrls: FindRegions = (blanked) => {
  const regions: Region[] = []
  for (const pattern of [WITH_SCHEME, BARE])
    for (const match of blanked.matchAll(pattern)) {
      const text = withoutSentenceEnd(match[0])
      const start = match.index
      const value = canonicalUrl(text)
      const taken = regions.some((region) => start < region.end && start + text.length > region.start)
      if (value && !taken) regions.push({ kind: 'url', start, end: start + text.length, text, value })
    }
  return regions
}

/** A quotation that holds exactly one URL. */
export const urlInQuotes = (content: string): string | undefined => {
  const [only] = findUrls(content, content)
  return only && only.start === 0 && only.end === content.length ? only.value : undefined
}
