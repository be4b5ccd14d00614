import { z } from 'zod'

/** A host name, IPv4 or bracketed IPv6 address, with or without a port. */
const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?)(?::\d{1,5})?$/

/** What config.json may hold. Every key may be left out; keys that are not here are refused. */
export const configFileSchema = z.strictObject({
  files: z
    .strictObject({
      /** Folders the agent may touch; `~` is the home folder. */
      roots: z.array(z.string().trim().min(1)).optional(),
    })
    .optional(),
  network: z
    .strictObject({
      /** `host` or `host:port` that the agent may reach, private ones included. */
      allow: z.array(z.string().trim().toLowerCase().regex(HOST, 'must be a host or host:port')).optional(),
    })
    .optional(),
  model: z
    .strictObject({
      provider: z.enum(['offline', 'openai']).optional(),
      name: z.string().trim().min(1).optional(),
      baseUrl: z.url({ protocol: /^https?$/ }).optional(),
    })
    .optional(),
  ui: z
    .strictObject({
      theme: z.enum(['system', 'light', 'dark']).optional(),
      closeToTray: z.boolean().optional(),
    })
    .optional(),
  approvals: z
    .strictObject({
      /** What answers approvals of runs from the terminal where the command line does not say. */
      mode: z.enum(['ask', 'deny', 'all-in-sandbox']).optional(),
    })
    .optional(),
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone, such as "Europe/Berlin"').optional(),
  /** Two letters: how phone numbers and dates without a country are read. */
  region: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters, such as "DE"')
    .optional(),
})
export type ConfigFile = z.infer<typeof configFileSchema>

/** Settings as they hold: config.json, over it what the environment fixes, under it the defaults. */
export interface Config {
  /** ADJUTANT_HOME, absolute. */
  readonly home: string
  /** Path of config.json. */
  readonly file: string
  readonly files: { readonly roots: readonly string[] }
  readonly network: { readonly allow: readonly string[] }
  readonly model: { readonly provider: 'offline' | 'openai'; readonly name: string; readonly baseUrl: string }
  readonly ui: { readonly theme: 'system' | 'light' | 'dark'; readonly closeToTray: boolean }
  readonly approvals: { readonly mode: 'ask' | 'deny' | 'all-in-sandbox' }
  readonly timeZone: string
  readonly region: string
  /** Settings that the environment fixes, by path, with the variable's name. */
  readonly fixed: Readonly<Record<string, string>>
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
