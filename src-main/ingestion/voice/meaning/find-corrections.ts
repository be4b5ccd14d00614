import { diffArrays } from 'diff'
import { soundsAlike } from '../local/spell-names.ts'

/** Words of a name, at most. */
const MOST_WORDS = 3

const bare = (words: readonly string[]) =>
  words.join(' ').replace(/^[^\p{L}\p{N}]+|(?:['’]s)?[^\p{L}\p{N}]*$/gu, '')

/**
 * Words of what was heard that somebody wrote differently, though they sound much the same: what was misheard. What was
 * said otherwise, added or taken away is none.
 */
export function findCorrections(
  heard: string,
  sent: string,
): { readonly heard: string; readonly meant: string }[] {
  const split = (text: string) => text.split(/\s+/).filter(Boolean)
  const changes = diffArrays(split(heard), split(sent))
  return changes.flatMap((change, at) => {
    const next = changes[at + 1]
    if (!change.removed || !next?.added) return []
    if (change.value.length > MOST_WORDS || next.value.length > MOST_WORDS) return []
    const [was, meant] = [bare(change.value), bare(next.value)]
    // a number or a lower-case beginning is written differently, not heard differently
    const isName = /^\p{L}.{2,}/su.test(meant) && was !== '' && was.toLowerCase() !== meant.toLowerCase()
    return isName && soundsAlike(was, meant) ? [{ heard: was, meant }] : []
  })
}
