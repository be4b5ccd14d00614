import { nounChain, subjectOf } from './noun-chain.ts'
import { bareValue, isValue } from './property-values.ts'
import { actor, type Form, isEvent, property, tell, WHO } from './tell.ts'

const SOMEBODY = String.raw`(?:I|[Ww]e|(?:[Mm]y|[Oo]ur) \p{L}+|\p{Lu}\p{L}+)`
const COUNTED = '(?:an?|one|two|three|four|five|\\d+)'
const BELONGING =
  '(?:child|children|kids?|sons?|daughters?|sisters?|brothers?|cats?|dogs?|pets?|horses?|cars?|employees|offices)'

/** Ways to say what the property of something is, the most particular first. */
export const PROPERTY_FORMS: readonly Form[] = [
  {
    pattern: new RegExp(
      String.raw`^${WHO}(?<now> now)? (?<verb>costs?|opens? at|closes? at)(?<then> now)? (?<value>.*\d.*)$`,
      'i',
    ),
    read: ({ who, verb = '', value = '', now, then }) => {
      const attribute = /^cost/i.test(verb) ? 'price' : /^open/i.test(verb) ? 'opening time' : 'closing time'
      return tell(
        who,
        attribute,
        bareValue(value),
        now !== undefined || then !== undefined || /\bnow$/.test(value),
      )
    },
  },
  {
    pattern: new RegExp(
      String.raw`^${WHO} (?:have|has) (?:got )?a new (?<what>[\w-]+(?: [\w-]+)?)(?::|,| -| –|, it is) (?<value>.+)$`,
      'i',
    ),
    read: ({ who, what, value }) => {
      const owner = { i: 'my', we: 'our' }[(who ?? '').toLowerCase()] ?? `${who}'s`
      return property(`${owner} ${what}`, value, true)
    },
  },
  {
    pattern: /^(?<phrase>.+?) (?:is|are)(?<now> now)? (?:called|named) (?<value>.+)$/i,
    read: ({ phrase, value = '', now }) => {
      const chain = nounChain(phrase ?? '')
      if (!chain || !(chain.owned || /^the /i.test(phrase ?? ''))) return undefined
      if (
        !isValue(bareValue(value)) ||
        /^(?:sister|brother|son|daughter|child|friend|colleague|cat|dog|pet)$/.test(chain.items.at(-1) ?? '')
      )
        return {}
      const about = { subject: subjectOf(chain), attribute: 'name' }
      return { about, value: bareValue(value), ...(now ? { changed: true } : {}) }
    },
  },
  {
    // "Maria is our accountant" says who the accountant is
    pattern:
      /^(?<name>\p{Lu}[\p{L}\p{N}&.' -]*?) (?<verb>is now|is|are now|are|has become|became) (?<role>(?:my|our|\p{Lu}\p{L}*'s|the) .+)$/u,
    read: ({ name = '', role = '', verb = '' }) => {
      const chain = nounChain(role.replace(/\s+now$/, ''))
      const named = nounChain(name)
      const head = chain?.items.at(-1) ?? ''
      if (!chain?.owned || !named?.name || /^(?:my|our|the|i|we)$/i.test(name.split(' ')[0] ?? ''))
        return undefined
      return (
        property(role.replace(/\s+now$/, ''), name, /now|bec/.test(verb) || /\snow$/.test(role)) ??
        (head ? {} : undefined)
      )
    },
  },
  {
    pattern: /^(?<phrase>.+?) (?:is|are|has become|have become|became)(?<now> now)? (?:on|at) (?<value>.+)$/i,
    read: ({ phrase, value = '', now }) => {
      if (!isEvent(phrase)) return undefined
      return tell(phrase, 'time', bareValue(value), now !== undefined)
    },
  },
  {
    pattern: /^(?<phrase>.+?) (?<verb>is now|are now|is|are|has become|have become|became) (?<value>.+)$/i,
    read: ({ phrase, verb = '', value }) => property(phrase, value, /now|bec/i.test(verb)),
  },
  {
    pattern:
      /^(?<phrase>(?:my|our|(?:the )?\p{L}+'s) [^:]{2,40}|[^:]{2,40} (?:of|for) [^:]{2,30}): (?<value>\S.*)$/iu,
    read: ({ phrase, value }) => property(phrase, value, false),
  },
  // facts that need not be the only ones of their kind
  ...[
    String.raw`\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?> is (?:an? |the |[Mm]y |[Oo]ur |\p{Lu}\p{L}*'s )\p{L}.{2,80}`,
    String.raw`(?:[Mm]y|[Oo]ur) [\p{L}' -]{2,40}?> (?:is|are) (?:an? |called |named |\p{Lu}).{1,80}`,
    String.raw`${SOMEBODY}> (?:speaks?|plays?|owns?|drives?|studies|study|teach(?:es)?|collects?) \p{L}.{1,60}`,
    `${SOMEBODY}> works? (?:as|in) .{2,60}`,
    String.raw`${SOMEBODY}> (?:have|has) ${COUNTED} (?:\p{L}+ )?${BELONGING}`,
    String.raw`I> am (?:an? )?(?:vegetarian|vegan|left-handed|right-handed|teacher|doctor|nurse|lawyer|student|\p{L}+ist)`,
  ].map(
    (form): Form => ({
      pattern: new RegExp(`^(?<who>${form.replace('>', ')')}$`, 'u'),
      read: ({ who }) => (actor(who) ? {} : undefined),
    }),
  ),
]
