import { dirname, parse } from 'node:path'
import { AdjutantError } from '../vocabulary/errors.ts'
import type { Remedy } from './call-content.ts'

/** What to offer the operator where a call failed for want of something they can give. */
export function remedyFor(error: unknown): Remedy | undefined {
  if (!(error instanceof AdjutantError)) return undefined
  switch (error.code) {
    case 'outside-roots': {
      const path = /"([^"]+)"|(\/\S+)/.exec(error.message)
      const named = path?.[1] ?? path?.[2]
      const folder = named && (dirname(named) === parse(named).root ? named : dirname(named))
      // the whole disk is never what is wanted
      return folder && folder !== parse(folder).root ? { kind: 'allow-folder', value: folder } : undefined
    }
    case 'host-not-allowed':
    case 'private-address':
    case 'redirect-refused': {
      const host = /((?:\[[0-9a-f:]+\]|[\w.-]+):\d+|[\w-]+(?:\.[\w-]+)+)/i.exec(
        error.fix ?? error.message,
      )?.[1]
      return host ? { kind: 'allow-host', value: host } : undefined
    }
    case 'no-browser':
      return { kind: 'install', value: 'browser' }
    default:
      return undefined
  }
}
