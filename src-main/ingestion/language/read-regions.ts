import { findAmounts } from './amounts.ts'
import { findEmails, findPhones } from './contacts.ts'
import { findDates } from './dates.ts'
import { findForeignText } from './foreign-text.ts'
import { findJson, findQuotes, findWrittenText } from './literals.ts'
import { findBareNames, findPaths, findWindowsPaths, pathInQuotes } from './paths.ts'
import type { Place } from './place.ts'
import { findRecurrences } from './recurrence.ts'
import { type FindRegions, findAll, type Region } from './regions.ts'
import { findUrls, urlInQuotes } from './urls.ts'

/** A quotation that holds exactly one path, file name or URL is that; any other is a literal. */
const findQuotedThings =
  (home: string): FindRegions =>
  (blanked, text) =>
    findQuotes(blanked, text).map((quote): Region => {
      const url = urlInQuotes(quote.value)
      if (url !== undefined) return { ...quote, kind: 'url', value: url }
      const path = pathInQuotes(quote.value, home)
      return path ? { ...quote, ...path } : quote
    })

/**
 * All that stands in the operator's words as one thing each: first what must not be looked into (text of third
 * parties, texts to write, JSON, quotations), then addresses and paths, then times, numbers and names.
 */
export const readRegions = (text: string, place: Place): Region[] =>
  findAll(text, [
    findForeignText,
    findWrittenText,
    findJson,
    findQuotedThings(place.home),
    findUrls,
    findEmails,
    findWindowsPaths,
    findPaths(place.home),
    findBareNames,
    findRecurrences,
    findPhones(place),
    findAmounts,
    findDates(place),
  ])
