import { isFirstName } from './first-names.ts'
import { fold } from './split-words.ts'

/** Who or what a text names: `value` folded, so that two spellings meet; `text` as it was written. */
export interface RowEntity {
  readonly type: 'person' | 'email' | 'url' | 'phone' | 'date'
  readonly value: string
  readonly text: string
}

const ENTITIES_MOST = 40
/** Text beyond this is not looked at, so that a row never takes long. */
const LOOKED_AT = 4_000
const PEOPLE =
  /(?:\b(Dr|Prof|Mrs|Mr|Ms|Herr|Frau)\.? )?\b(\p{Lu}[\p{Ll}\p{M}]{1,20})((?: (?:(?:van|von|de|der|da|di|la) ){0,2}\p{Lu}[\p{L}\p{M}'-]{1,25}){0,2})/gu
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g
const URL = /\bhttps?:\/\/[^\s<>"')\]]{3,300}/g
const PHONE = /(?<![\w.-])\+?\d[\d\s()/.-]{6,20}\d(?![\w-])/g
const ISO_DATE = /\b(\d{4})-(\d{2})-(\d{2})\b/g
const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december'.split(
  '|',
)
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\.? (?:of )?${MONTH}\\b,?(?: (\\d{4}))?`, 'gi')
const MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?`, 'gi')

/** Who and what a row names, by its form alone; the speaker is named by saying it. */
export function entitiesOf(text: string, speaker?: string): RowEntity[] {
  const found = new Map<string, RowEntity>()
  const add = (type: RowEntity['type'], value: string, written: string) => {
    const key = `${type} ${value}`
    if (value !== '' && found.size < ENTITIES_MOST && !found.has(key))
      found.set(key, { type, value, text: written })
  }
  if (speaker?.trim()) add('person', speaker.trim().toLowerCase(), speaker.trim())
  const looked = text.slice(0, LOOKED_AT)
  addPeople(looked, add)
  if (looked.includes('@'))
    for (const [mail] of looked.matchAll(EMAIL)) add('email', mail.toLowerCase(), mail)
  if (looked.includes('://'))
    for (const [url] of looked.matchAll(URL)) add('url', url.replace(/[.,;:!?]+$/, '').toLowerCase(), url)
  if (/\d/.test(looked)) {
    addDates(looked, add)
    for (const [phone] of looked.matchAll(PHONE)) {
      const digits = phone.replace(/\D/g, '')
      if (digits.length >= 7 && digits.length <= 15 && !/^\d{4}-\d{2}-\d{2}$/.test(phone))
        add('phone', digits, phone)
    }
  }
  return [...found.values()]
}

type Add = (type: RowEntity['type'], value: string, written: string) => void

function addPeople(text: string, add: Add): void {
  for (const [, title, first = '', rest = ''] of text.matchAll(PEOPLE)) {
    if (!title && !isFirstName(fold(first))) continue
    // the first word of a sentence that follows is no surname: "with Anna. The"
    const name = `${first}${rest}`
    add('person', name.toLowerCase(), name)
  }
}

function addDates(text: string, add: Add): void {
  for (const [written] of text.matchAll(ISO_DATE)) add('date', written, written)
  for (const [written, day = '', month = '', year] of text.matchAll(DAY_FIRST))
    add('date', dateOf(day, month, year), written)
  for (const [written, month = '', day = '', year] of text.matchAll(MONTH_FIRST))
    add('date', dateOf(day, month, year), written)
}

/** `2023-05-07`, or `05-07` where no year is named. */
function dateOf(day: string, month: string, year: string | undefined): string {
  const number = MONTHS.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3))) + 1
  const monthAndDay = `${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  return Number(day) < 1 || Number(day) > 31 ? '' : year ? `${year}-${monthAndDay}` : monthAndDay
}
