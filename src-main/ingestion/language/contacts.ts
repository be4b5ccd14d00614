import { type CountryCode, findPhoneNumbersInText, getCountries, isSupportedCountry } from 'libphonenumber-js'
import type { Place } from './place.ts'
import type { FindRegions } from './regions.ts'

const EMAIL = /(?<![\w.+-])[\w.+%-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?![\w-])/gi

/** Email addresses, lower-case. */
export const findEmails: FindRegions = (blanked) =>
  [...blanked.matchAll(EMAIL)].map((match) => ({
    kind: 'email',
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    value: match[0].toLowerCase(),
  }))

const countries = new Map<string, CountryCode | undefined>()

/** The country a zone lies in, where it lies in one; national phone numbers are read as that country's. */
function countryOf(timeZone: string): CountryCode | undefined {
  if (countries.has(timeZone)) return countries.get(timeZone)
  const zonesOf = (region: string): readonly string[] => {
    const locale = new Intl.Locale('und', { region }) as Intl.Locale & {
      getTimeZones?: () => string[] | undefined
      timeZones?: string[]
    }
    return locale.getTimeZones?.() ?? locale.timeZones ?? []
  }
  const country = getCountries().find((code) => zonesOf(code).includes(timeZone))
  countries.set(timeZone, country)
  return country
}

const regionOf = (region: string | undefined): CountryCode | undefined =>
  region !== undefined && isSupportedCountry(region) ? region : undefined

/** Phone numbers as E.164; numbers without a country code are read as the time zone's country. */
export const findPhones =
  ({ timeZone, region }: Place): FindRegions =>
  (blanked) => {
    if (!/(?:\d[\s().-]*){7,}/.test(blanked)) return []
    return findPhoneNumbersInText(blanked, regionOf(region) ?? countryOf(timeZone)).map(
      ({ number, startsAt, endsAt }) => ({
        kind: 'phone',
        start: startsAt,
        end: endsAt,
        text: blanked.slice(startsAt, endsAt),
        value: number.number,
      }),
    )
  }
