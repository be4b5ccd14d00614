import { visibleText } from '../../web/page/parse-page.ts'

export interface Price {
  readonly item: string
  readonly price: string
}

const CURRENCY = String.raw`(?:[€$£¥₹₽₺₩]|(?:US|CA|A|NZ|HK)\$|CHF|Fr\.|EUR|USD|GBP|JPY|SEK|NOK|DKK|PLN|CZK|AUD|CAD|kr\.?|zł|Kč)`
const NUMBER = String.raw`\d{1,3}(?:[.,'’ \u00a0]\d{3})*(?:[.,]\d{1,2}|[.,][-–]+)?|\d+(?:[.,]\d{1,2})?`
const PRICE = new RegExp(
  `${CURRENCY}\\s?(?:${NUMBER})(?!\\d)|(?<![\\d.,])(?:${NUMBER})\\s?${CURRENCY}(?!\\w)`,
  'u',
)

/** What no longer holds: struck through, or said to be the former price. */
const FORMER = 'del, s, strike, [class*=old-price], [class*=was-price], [class*=strike]'
const ITEM =
  'li, article, tr, dd, [itemtype*=Product], [class*=product], [class*=item], [class*=card], [class*=offer]'
const NAME =
  'h1, h2, h3, h4, h5, h6, [itemprop=name], [class*=title], [class*=name], th, dt, a[href], strong, b, td'
/** More words around a price than this are a sentence, and no item. */
const MAX_NAME = 120

/**
 * Prices with the item each belongs to: the name (heading, first link, first cell) in the nearest product, list item,
 * row or card around the price; else the rest of the price's own short line. Struck-out prices are left out.
 */
export function pricesOf(document: Document): Price[] {
  const prices = new Map<string, Price>()
  for (const element of document.querySelectorAll('body *')) {
    const price = ownPrice(element)
    if (price === undefined || element.closest(FORMER)) continue
    const item = itemOf(element, price)
    if (item !== undefined) prices.set(`${item}\n${price}`, { item, price })
  }
  return [...prices.values()]
}

/** A price in an element's own text, or in that of an element which splits it into currency and amount. */
function ownPrice(element: Element): string | undefined {
  if (['script', 'style', 'option', 'noscript'].includes(element.localName)) return undefined
  const text = visibleText(element)
  if (text.length > MAX_NAME * 2 || !PRICE.test(text)) return undefined
  const deeper = [...element.children].some((child) => PRICE.test(visibleText(child)))
  return deeper ? undefined : PRICE.exec(text)?.[0]?.trim()
}

function itemOf(element: Element, price: string): string | undefined {
  const container = element.closest(ITEM)
  const around = container ?? element
  const name = nameIn(around, element)
  if (name !== undefined) return name
  const above = container?.parentElement?.closest(ITEM)
  const nameAbove = above ? nameIn(above, element) : undefined
  return nameAbove ?? restOfLine(container ?? element, price) ?? termBefore(around)
}

function nameIn(container: Element, priced: Element): string | undefined {
  const row = container.localName === 'tr'
  for (const candidate of container.querySelectorAll(row ? 'th, td' : NAME)) {
    if (candidate.contains(priced) && !/^h[1-6]$/.test(candidate.localName)) continue
    const text = visibleText(candidate).replace(PRICE, '').trim()
    if (text !== '' && text.length <= MAX_NAME && !PRICE.test(visibleText(candidate))) return text
  }
  return undefined
}

/** 'Coffee - €3.50' is coffee. */
function restOfLine(element: Element, price: string): string | undefined {
  const text = visibleText(element)
  const rest = text
    .replace(price, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—:|.,]+|[\s\-–—:|.,]+$/gu, '')
  return rest !== '' && rest.length <= MAX_NAME && !PRICE.test(rest) && !/[.!?]\s/.test(rest)
    ? rest
    : undefined
}

const termBefore = (element: Element): string | undefined => {
  const before = element.localName === 'dd' ? element.previousElementSibling : null
  return before?.localName === 'dt' ? visibleText(before) : undefined
}
