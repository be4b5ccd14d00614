import type { Entity, EntityType } from '../../vocabulary/entity.ts'

/**
 * A stretch of the operator's words that is read as one thing. Beyond entities: 'foreign' is text of a third party,
 * 'quote' a literal between quotation marks, 'json' a body, 'recurrence' words like "every Monday at 9",
 * 'name' a bare file name whose folder the clause tells, 'other' what must be left alone (a Windows path).
 */
export type RegionKind =
  | EntityType
  | 'foreign'
  | 'quote'
  | 'json'
  | 'recurrence'
  | 'name'
  | 'literal'
  | 'other'

export interface Region {
  readonly kind: RegionKind
  readonly start: number
  readonly end: number
  readonly text: string
  /** Canonical for entities; the bare content for quotes, literals and foreign text. */
  readonly value: string
}

/** Finds regions of one kind in text where what is taken already has been blanked out by spaces. */
export type FindRegions = (blanked: string, text: string) => Region[]

/** Text of the same length in which the regions are spaces (line breaks stay). */
export function blank(text: string, regions: readonly Region[]): string {
  let out = text
  for (const { start, end } of regions)
    out = out.slice(0, start) + out.slice(start, end).replace(/[^\n]/g, ' ') + out.slice(end)
  return out
}

/** Regions of all finders, each finder seeing only what those before it left; in order of appearance. */
export function findAll(text: string, finders: readonly FindRegions[]): Region[] {
  const found: Region[] = []
  let left = text
  for (const find of finders) {
    const more = find(left, text).filter((region) => region.end > region.start)
    if (more.length === 0) continue
    found.push(...more)
    left = blank(left, more)
  }
  return found.sort((a, b) => a.start - b.start)
}

export const isEntityKind = (kind: RegionKind): kind is EntityType =>
  ['email', 'url', 'path', 'phone', 'amount', 'date', 'person', 'folder-reference'].includes(kind)

export const entityOf = (region: Region): Entity => ({
  type: region.kind as EntityType,
  text: region.text,
  value: region.value,
  start: region.start,
  end: region.end,
  how: 'named',
})

const LETTER: Partial<Record<RegionKind, string>> = {
  url: 'U',
  path: 'P',
  name: 'N',
  email: 'E',
  phone: 'T',
  amount: 'A',
  date: 'D',
  recurrence: 'R',
  quote: 'Q',
  json: 'J',
  foreign: 'X',
  literal: 'L',
  other: 'O',
}

/**
 * Text in which each region is a mark such as `⟦U3⟧` (its kind's letter and its index): patterns over it cannot stumble
 * over what stands inside an address or a quotation. People stay as words.
 */
export interface Masked {
  readonly text: string
  readonly regions: readonly Region[]
}

export function mask(text: string, regions: readonly Region[]): Masked {
  const marked = regions.filter((region) => LETTER[region.kind])
  let out = ''
  let at = 0
  marked.forEach((region, index) => {
    out += `${text.slice(at, region.start)}⟦${LETTER[region.kind]}${index}⟧`
    at = region.end
  })
  return { text: out + text.slice(at), regions: marked }
}

const MARK = /⟦([A-Z])(\d+)⟧/g

/** The words behind marks: as they were written, or (`bare`) quotations without their marks. */
export const unmask = (text: string, masked: Masked, bare = false): string =>
  text.replace(MARK, (mark, _letter, index) => {
    const region = masked.regions[Number(index)]
    if (!region) return mark
    return bare && (region.kind === 'quote' || region.kind === 'literal') ? region.value : region.text
  })

/** Regions whose marks stand in the text, in order. */
export const regionsIn = (text: string, masked: Masked): Region[] =>
  [...text.matchAll(MARK)].flatMap((match) => masked.regions[Number(match[2])] ?? [])
