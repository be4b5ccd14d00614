import { z } from 'zod'
import type { DesktopMethodName, DesktopMethods } from '../../src-preload/contract.ts'

const none = z.strictObject({})
const id = z.string().min(1).max(200)

/** What each method of the desktop takes. */
export const DESKTOP_REQUESTS: {
  readonly [Name in DesktopMethodName]: z.ZodType<DesktopMethods[Name]['input']>
} = {
  listen: none,
  microphone: z.strictObject({ open: z.boolean() }),
  'quick.hide': none,
  'quick.fit': z.strictObject({ height: z.number().min(0).max(10_000) }),
  'window.open': z.strictObject({
    pane: z.string().min(1).max(40),
    id: id.exactOptional(),
    approvalId: id.exactOptional(),
    draft: z.string().max(20_000).exactOptional(),
  }),
  'updates.check': none,
  'updates.download': none,
  'updates.cancel': none,
  'updates.show': none,
  'artifact.open': z.strictObject({
    runId: id,
    path: z.string().min(1).max(5_000),
    how: z.enum(['open', 'reveal']),
  }),
  'notices.how': none,
  'app.restart': z.strictObject({ safe: z.boolean() }),
  'clipboard.read': z.strictObject({ from: z.enum(['clipboard', 'selection']) }),
  'folder.choose': none,
}
