import { z } from 'zod'
import { ACTIVITY_KINDS } from '../../src-preload/contract.ts'

const none = z.strictObject({})
const time = z.iso.datetime({ offset: true })

/** What the methods take that tell how the agent is and what happened. */
export const DIAGNOSTIC_REQUESTS = {
  'activity.list': z.strictObject({
    kinds: z.array(z.enum(ACTIVITY_KINDS)).max(20).optional(),
    from: time.optional(),
    until: time.optional(),
    limit: z.int().min(1).max(500).optional(),
  }),
  'diagnostics.log': z.strictObject({
    level: z.enum(['debug', 'info', 'warn', 'error']).optional(),
    part: z.string().min(1).max(40).optional(),
    words: z.string().max(500).optional(),
    limit: z.int().min(1).max(2_000).optional(),
    since: z.string().max(100).optional(),
  }),
  'diagnostics.metrics': z.strictObject({ span: z.enum(['hour', 'day', 'week']) }),
  'diagnostics.alerts': none,
  'diagnostics.prometheus': none,
  'diagnostics.health': none,
  'diagnostics.bundle': none,
  'diagnostics.backups': none,
  'diagnostics.backUp': none,
}
