import { type ClauseWords, isFilePath, pathBehind, plain } from '../clause-words.ts'
import type { Command } from '../command.ts'

/** Questions for what the files of a folder say: what is sought, and where. */
const ASKED: readonly RegExp[] = [
  /^(?:is|are|was|were|where (?:is|are)) (?:the )?(?<what>.+?) (?:mentioned|written(?: about)?|named|listed|noted)(?: (?:anywhere|somewhere))? (?:in|inside|under|within) (?<place>⟦P\d+⟧)$/i,
  /^(?:do|does|which|what|is there|are there|has|have|any|anything).*? (?:in|inside|under|within|of) (?<place>⟦P\d+⟧) (?:that )?(?:mentions?|talks? about|contains?|says? something about|(?:is|are) about|deals? with) (?:the )?(?<what>.+)$/i,
  /^(?:is|are) (?:the (?:word|name|term) )?(?<what>.+?) (?:anywhere|somewhere) (?:in|inside|under|within) (?<place>⟦P\d+⟧)$/i,
  /^where in (?<place>⟦P\d+⟧) (?:do|did|have) (?:i|we) (?:mention|mentioned|name|note|noted|write about|written about|talk about) (?:the )?(?<what>.+)$/i,
  /^(?:(?:check|scan|comb|sift|go) (?:through )?)?(?<place>⟦P\d+⟧) for (?:(?:the|any) (?:words?|term|name|mentions? of) )?(?<what>.+)$/i,
  /^(?:is there |are there |do (?:i|we) have )?(?:anything|something|notes|files|any (?:notes?|files?)) (?:about|on|mentioning|containing|with) (?:the )?(?<what>.+?) in (?<place>⟦P\d+⟧)$/i,
]

/** "is toner mentioned anywhere in ~/notes", "which files in ~/notes talk about toner". */
export function readSought(words: ClauseWords, text: string): Command | undefined {
  for (const pattern of ASKED) {
    const { what = '', place = '' } = pattern.exec(text)?.groups ?? {}
    const folder = place === '' ? undefined : pathBehind(words, place)
    const sought = plain(words, what)
    if (folder !== undefined && !isFilePath(folder) && sought !== '')
      return { do: 'search', words: sought, folder }
  }
  return undefined
}
