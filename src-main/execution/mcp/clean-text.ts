/** Control characters, and such as are not seen: marks of direction, joiners, tags, private use. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]+/gu

/** A text of others in one line that shows all there is of it, at most so long. */
export function cleanText(text: unknown, most: number): string {
  if (typeof text !== 'string') return ''
  // cut first: what is cleaned may be as long as a server likes
  const clean = text
    .slice(0, most * 4)
    .normalize('NFC')
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return clean.length > most ? `${clean.slice(0, most - 1)}…` : clean
}

/** A name out of letters, digits, `_` and `-`. */
export const safeName = (name: string, most: number): string =>
  name.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, most) || 'unnamed'

/** The same for many: those that would be spelled alike get a number, always the same for the same names. */
export function safeNames(names: readonly string[], most: number): ReadonlyMap<string, string> {
  const safe = new Map<string, string>()
  const taken = new Set<string>()
  for (const name of [...new Set(names)].sort()) {
    let spelled = safeName(name, most)
    for (let number = 2; taken.has(spelled); number += 1) spelled = `${safeName(name, most - 4)}_${number}`
    taken.add(spelled)
    safe.set(name, spelled)
  }
  return safe
}
