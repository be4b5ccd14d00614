import { bareValue, isValue, pointsElsewhere } from './property-values.ts'
import { actor, type Reading } from './tell.ts'

/** Habits by one name, however much or little somebody likes it. */
export const LIKING = 'like|likes|love|loves|hate|hates|dislike|dislikes|enjoy|enjoys|adore|adores'
const HABITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:like|love|hate|dislike|enjoy|adore)/, 'likes'],
  [/^eat/, 'eats'],
  [/^drink/, 'drinks'],
  [/^smok/, 'smokes'],
  [/^us/, 'uses'],
  [/^(?:work|working)/, 'works with'],
  [/^(?:buy|order)/, 'buys from'],
]
const habitOf = (verb: string): string => HABITS.find(([pattern]) => pattern.test(verb))?.[1] ?? verb

export const folded = (text: string): string =>
  text.toLowerCase().replace(/[.,!]/g, '').replace(/\s+/g, ' ').trim()

/** Something that somebody does with a thing or not; `value` tells which, the attribute names the thing. */
export const habit = (
  who: string | undefined,
  verb: string | undefined,
  object: string | undefined,
  value: string,
  changed: boolean,
): Reading => {
  const acting = actor(who)
  const thing = bareValue((object ?? '').replace(/\s+any ?(?:more|longer)$|\s+for\s.*$/i, ''))
  if (!acting || pointsElsewhere(thing)) return undefined
  if (!isValue(thing) || thing.split(' ').length > 5 || /^to\b|ing\b/.test(thing)) return {}
  const attribute = `${habitOf((verb ?? '').toLowerCase())} ${folded(thing)}`.trim()
  return { about: { subject: acting.subject, attribute }, value, ...(changed ? { changed } : {}) }
}
