import { folded, habit } from './habits.ts'
import { aboutChain, nounChain } from './noun-chain.ts'
import { bareValue } from './property-values.ts'
import { type Form, HAS, isEvent, property, tell, WHO } from './tell.ts'

/** Ways to say that something has ceased, or is another than before. */
export const CHANGED_FORMS: readonly Form[] = [
  {
    pattern: /^(?<name>.{2,60}?) (?:is|are) no longer (?<role>(?:my|our|\p{Lu}\S*'s) .+|.+ of .+)$/u,
    read: ({ name = '', role = '' }) => {
      const chain = nounChain(role)
      const about = chain && aboutChain(chain)
      return about && { about, value: `not ${folded(name)}`, changed: true }
    },
  },
  {
    pattern: new RegExp(
      `^${WHO}${HAS} (?:no longer (?:live|lives)|(?:don't|doesn't|do not|does not) live) (?:in|at) (?<place>.+?)(?: any ?more| any longer)?$`,
      'i',
    ),
    read: ({ who, place = '' }) => tell(who, 'home', `not ${bareValue(place)}`, true),
  },
  {
    pattern: new RegExp(
      `^${WHO}${HAS} (?:no longer works?|(?:don't|doesn't|do not|does not) work|left|quit|stopped working) (?:at |for )(?<firm>.+?)(?: any ?more| any longer)?$`,
      'i',
    ),
    read: ({ who, firm = '' }) => tell(who, 'employer', `not ${bareValue(firm)}`, true),
  },
  {
    pattern: new RegExp(
      `^${WHO} (?:(?<over>no longer)|don't|doesn't|do not|does not) (?<verb>work|works|use|uses|buy|buys|order|orders|eat|eats|drink|drinks|smoke|smokes|like|likes)(?: with| from)?(?<object> .+?)?(?<ceased> any ?more| any longer)?$`,
      'i',
    ),
    read: ({ who, verb, object, ceased, over }) =>
      habit(who, verb, object, 'no', ceased !== undefined || over !== undefined),
  },
  {
    pattern: new RegExp(
      `^${WHO}${HAS} (?:stopped|quit|given up|gave up) (?<verb>working|using|buying|ordering|eating|drinking|smoking)(?: with| from)?(?<object> .+)?$`,
      'i',
    ),
    read: ({ who, verb, object }) => habit(who, verb, object, 'no', true),
  },
  {
    pattern: new RegExp(
      `^(?<phrase>.+?)${HAS}(?: been)? (?:changed|switched|updated|set|reset|moved over) (?:from .+? )?to (?<value>.+)$`,
      'i',
    ),
    read: ({ phrase, value }) => property(phrase, value, true),
  },
  {
    pattern: new RegExp(
      String.raw`^(?:I|we|\p{Lu}\p{L}+)${HAS} (?:changed|switched|updated|reset|set) (?<phrase>(?:my|our|the|\p{Lu}\p{L}+'s) .+?) (?:from .+? )?to (?<value>.+)$`,
      'iu',
    ),
    read: ({ phrase, value }) => property(phrase, value, true),
  },
  {
    pattern: new RegExp(
      `^${WHO}${HAS}(?: been)? (?:moved|relocated) (?:from .+? )?(?:to|into) (?<place>.+)$`,
      'i',
    ),
    read: ({ who, place = '' }) => tell(who, isEvent(who) ? 'time' : 'home', bareValue(place), true),
  },
]
