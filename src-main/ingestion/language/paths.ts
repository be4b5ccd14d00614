import { posix } from 'node:path'
import type { FindRegions, Region } from './regions.ts'
import { withoutSentenceEnd } from './urls.ts'

const FILE_ENDINGS =
  'md|markdown|txt|text|csv|tsv|json|jsonl|yaml|yml|toml|xml|html?|pdf|docx?|xlsx?|pptx?|odt|rtf|log|ini|cfg|conf|png|jpe?g|gif|svg|webp|zip|tar|gz|mp3|wav|mp4|js|ts|tsx|jsx|py|rs|go|java|c|h|cpp|sh|sql|css|ics|eml|bak|org'

const WINDOWS = /(?<![\w])(?:[A-Za-z]:\\|\\\\)[^\s"'“”]*/g
const WRITTEN =
  /(?<=^|[\s("'“‘«`=:,[])(?:~(?=[\s/,.;:!?)"']|$)|~\/|\.{1,2}\/|\/)(?:\\ |[^\s"“”'«»`<>|*?⟦⟧])*/gm
const BARE_NAME = new RegExp(
  `(?<=^|[\\s("'“‘«\`=])(?:[\\w.-]+/)*[\\w][\\w.-]*\\.(?:${FILE_ENDINGS})(?![\\w/@-])`,
  'gim',
)

/**
 * Absolute and normalised, without a trailing slash; `~` is the home directory, and what is relative is relative to it.
 */
export function canonicalPath(text: string, home: string): string {
  const written = text.replaceAll('\\ ', ' ')
  const from =
    written === '~' ? home : written.startsWith('~/') ? posix.join(home, written.slice(2)) : written
  const absolute = posix.normalize(posix.isAbsolute(from) ? from : posix.join(home, from))
  return absolute.length > 1 ? absolute.replace(/\/+$/, '') : absolute
}

const looksLikePath = (content: string) => /^(?:~$|~\/|\.{1,2}\/|\/[^/\s])/.test(content)
const looksLikeName = (content: string) =>
  new RegExp(`^(?:[^/\n]+/)*[^/\n]+\\.(?:${FILE_ENDINGS})$`, 'i').test(content)

/** The path or bare file name that a quotation holds as a whole, spaces and all. */
export function pathInQuotes(content: string, home: string): Pick<Region, 'kind' | 'value'> | undefined {
  if (looksLikePath(content)) return { kind: 'path', value: canonicalPath(content, home) }
  return looksLikeName(content) && content.length <= 80 && content.trim().split(' ').length <= 6
    ? { kind: 'name', value: content }
    : undefined
}

/** Windows paths: left alone, and nothing inside them is anything else. */
export const findWindowsPaths: FindRegions = (blanked) =>
  [...blanked.matchAll(WINDOWS)].map((match) => ({
    kind: 'other',
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    value: match[0],
  }))

/** Paths that begin with `~`, `/`, `./` or `../`. */
export const findPaths =
  (home: string): FindRegions =>
  (blanked) =>
    [...blanked.matchAll(WRITTEN)].flatMap((match) => {
      const ended = withoutSentenceEnd(match[0])
      const text = ended === '.' || ended === '' || ended === '~' ? match[0].replace(/[,;:!?)]+$/, '') : ended
      if (text === '' || /^\/\/|^\/$/.test(text.trim()) || /^\.+\/?$/.test(text)) return []
      return [
        {
          kind: 'path',
          start: match.index,
          end: match.index + text.length,
          text,
          value: canonicalPath(text, home),
        },
      ]
    })

/** File names without a written root (`todo.txt`, `notes/a.md`): the clause decides which folder they are in. */
export const findBareNames: FindRegions = (blanked) =>
  [...blanked.matchAll(BARE_NAME)].map((match) => ({
    kind: 'name',
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    value: match[0],
  }))
