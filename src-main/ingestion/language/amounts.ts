import type { FindRegions } from './regions.ts'

const SIGNS: Record<string, string> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  US$: 'USD',
}
const WORDS: Record<string, string> = {
  dollar: 'USD',
  dollars: 'USD',
  buck: 'USD',
  bucks: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  yen: 'JPY',
  rupee: 'INR',
  rupees: 'INR',
  franc: 'CHF',
  francs: 'CHF',
}
const CODES =
  'USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|CNY|KRW|BRL|MXN|ZAR|TRY|ILS|SGD|HKD'
const NUMBER = '\\d{1,3}(?:[,.\\u00a0 ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?'
const BEFORE = new RegExp(`(?<![\\w.])(?:(US\\$|[$€£¥₹₩])\\s?|(${CODES})\\s)(${NUMBER})(?![\\d])`, 'g')
const AFTER = new RegExp(
  `(?<![\\w.,])(${NUMBER})\\s?(?:([$€£¥₹₩])|(${CODES})\\b|(${Object.keys(WORDS).join('|')})\\b)`,
  'g',
)

/** The number with two decimals: the last separator followed by one or two digits is the decimal one. */
function canonicalNumber(text: string): string {
  const decimals = /[.,](\d{1,2})$/.exec(text)
  const whole = (decimals ? text.slice(0, decimals.index) : text).replace(/\D/g, '').replace(/^0+(?=\d)/, '')
  return `${whole}.${(decimals?.[1] ?? '').padEnd(2, '0')}`
}

/** Sums of money as `CUR 12.50`. */
export const findAmounts: FindRegions = (blanked) => {
  const found = [...blanked.matchAll(BEFORE)].map((match) => ({
    match,
    currency: match[1] ? SIGNS[match[1]] : match[2],
    number: match[3] as string,
  }))
  for (const match of blanked.matchAll(AFTER))
    if (
      !found.some(
        (other) =>
          match.index < other.match.index + other.match[0].length &&
          match.index + match[0].length > other.match.index,
      )
    )
      found.push({
        match,
        currency: match[2] ? SIGNS[match[2]] : (match[3] ?? WORDS[match[4] ?? '']),
        number: match[1] as string,
      })
  return found.map(({ match, currency, number }) => ({
    kind: 'amount',
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    value: `${currency} ${canonicalNumber(number)}`,
  }))
}
