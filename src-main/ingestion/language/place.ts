/** Where and when words were written: what "tomorrow", "~" and a number without a country code depend on. */
export interface Place {
  /** The moment, as a Date or ISO 8601 with offset. */
  readonly now: Date | string
  /** IANA name. */
  readonly timeZone: string
  /** The operator's home directory, absolute. */
  readonly home: string
  /** ISO 3166 country for phone numbers without a country code; else the time zone's. */
  readonly region?: string
}

export const momentOf = (now: Date | string): Date => (typeof now === 'string' ? new Date(now) : now)
