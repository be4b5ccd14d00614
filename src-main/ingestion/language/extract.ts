import type { Entity } from '../../vocabulary/entity.ts'
import { findPeople } from './people.ts'
import type { Place } from './place.ts'
import { readRegions } from './read-regions.ts'
import { blank, entityOf, isEntityKind } from './regions.ts'

/**
 * The typed, canonical entities that the operator named, in order of appearance. What stands in quoted or pasted text
 * of a third party, or inside a quotation that is a text to write, is not among them.
 */
export function extractEntities(text: string, place: Place): Entity[] {
  const regions = readRegions(text, place)
  const people = findPeople(blank(text, regions), text)
  return [...regions, ...people]
    .filter(({ kind }) => isEntityKind(kind))
    .sort((a, b) => a.start - b.start)
    .map(entityOf)
}
