import { folded, habit, LIKING } from './habits.ts'
import { bareValue, isValue, kindOfPreference } from './property-values.ts'
import { actor, type Form, HAS, tell, WHO } from './tell.ts'

const PLACE_VERB = `(?:live|lives|reside|resides|(?:am|is|are) (?:now )?(?:living|based|located))`
/** Ways to say how somebody lives, works, what they like and how they are reached. */
export const PERSON_FORMS: readonly Form[] = [
  {
    pattern: new RegExp(
      `^${WHO}(?<now> now| currently)? ${PLACE_VERB}(?<then> now)? (?:in|at|on|near) (?<place>.+)$`,
      'i',
    ),
    read: ({ who, place = '', now, then }) =>
      tell(who, 'home', bareValue(place), /now/.test(`${now}${then}`) || /\bnow$/.test(place)),
  },
  {
    pattern: new RegExp(
      String.raw`^${WHO}${HAS}(?: started (?:working |work )?(?:at|with)| joined| been hired by) (?<firm>\p{Lu}.+)$`,
      'u',
    ),
    read: ({ who, firm = '' }) => tell(who, 'employer', bareValue(firm), true),
  },
  {
    pattern: new RegExp(
      `^${WHO}(?<now> now| currently)? (?:work|works|(?:am|is|are)(?<then> now)? (?:working|employed)) (?:at|for|by) (?<firm>.+)$`,
      'i',
    ),
    read: ({ who, firm = '', now, then }) =>
      tell(who, 'employer', bareValue(firm), /now/.test(`${now}${then}`) || /\bnow$/.test(firm)),
  },
  {
    pattern: new RegExp(`^${WHO}(?<now> now)? (?:prefer|prefers)(?<then> now)? (?<value>.+)$`, 'i'),
    read: ({ who, value = '', now, then }) => {
      const acting = actor(who)
      const preferred = bareValue(value).replace(/\s+(?:to|over|rather than|instead of)\s.*$/i, '')
      const kind = kindOfPreference(preferred)
      if (!acting) return undefined
      if (!kind || !isValue(preferred)) return {}
      const changed = /now/.test(`${now}${then}`) || /\bnow$/.test(value)
      const about = { subject: acting.subject, attribute: `preferred ${kind}` }
      return { about, value: preferred, ...(changed ? { changed } : {}) }
    },
  },
  {
    pattern: new RegExp(`^${WHO} (?:am|is|are)(?<now> now)? allergic to (?<what>.+)$`, 'i'),
    read: ({ who, what = '', now }) =>
      tell(who, `allergic to ${folded(bareValue(what))}`, 'yes', now !== undefined),
  },
  {
    pattern: new RegExp(
      `^${WHO}(?<now> now)? (?:really |absolutely )?(?<verb>${LIKING}|eat|eats|drink|drinks|smoke|smokes)(?: (?<object>.+))?$`,
      'i',
    ),
    read: ({ who, verb = '', object, now }) =>
      habit(who, verb, object ?? '', /^(?:hate|dislike)/i.test(verb) ? 'no' : 'yes', now !== undefined),
  },
  {
    pattern: new RegExp(
      `^${WHO}(?<now> now)? (?<verb>work|works|(?:am|is|are) working|buy|buys|order|orders|use|uses)(?: with| from|(?<=use|uses))(?<object> .+)$`,
      'i',
    ),
    read: ({ who, verb = '', object, now }) =>
      habit(who, verb.replace(/^(?:am|is|are) /i, ''), object, 'yes', now !== undefined),
  },
  {
    pattern: new RegExp(`^${WHO} (?:am|is|are)(?<now> now)? married to (?<value>.+)$`, 'i'),
    read: ({ who, value = '', now }) => tell(who, 'spouse', bareValue(value), now !== undefined),
  },
  {
    pattern: new RegExp(String.raw`^${WHO} (?:was|were) born (?:on )(?<value>.*\d.*)$`, 'i'),
    read: ({ who, value = '' }) => tell(who, 'birthday', bareValue(value)),
  },
  {
    pattern: new RegExp(
      String.raw`^(?:you can reach )?${WHO} (?:can(?: now)? be reached )?(?:at|on|under|via) (?<value>\S+@\S+|[+\d][\d\s()/-]{5,})(?<now> now)?$`,
      'i',
    ),
    read: ({ who, value = '', now }) =>
      tell(who, value.includes('@') ? 'email' : 'phone', bareValue(value), now !== undefined),
  },
]
