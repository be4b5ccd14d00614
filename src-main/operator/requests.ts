import { z } from 'zod'
import type { MethodName, Methods } from '../../src-preload/contract.ts'

const id = z.string().min(1).max(200)
const words = z.string().trim().min(1, 'must not be empty').max(100_000)
const none = z.strictObject({})
const hosts = z.array(z.string().min(1).max(300)).max(500)

const model = z.strictObject({
  provider: z.enum(['offline', 'openai']).optional(),
  name: z.string().max(200).optional(),
  baseUrl: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]).optional(),
  apiKey: z.string().max(1000).optional(),
})

/** What each method takes. Unknown members are refused, so that a misspelt one is never silently ignored. */
export const REQUESTS: { readonly [Name in MethodName]: z.ZodType<Methods[Name]['input']> } = {
  'host.get': none,
  'runs.start': z.strictObject({
    goal: words,
    conversationId: id.optional(),
    channel: z.enum(['chat', 'api']).optional(),
  }),
  'runs.list': z.strictObject({
    limit: z.int().min(1).max(1000).optional(),
    status: z.enum(['queued', 'running', 'waiting', 'succeeded', 'failed', 'cancelled']).optional(),
    query: z.string().max(500).optional(),
  }),
  'runs.get': z.strictObject({ id }),
  'runs.steps': z.strictObject({ id }),
  'runs.verify': z.strictObject({ id }),
  'runs.cancel': z.strictObject({ id }),
  'runs.retry': z.strictObject({ id }),
  'conversations.list': z.strictObject({ query: z.string().max(500).optional() }),
  'conversations.get': z.strictObject({ id }),
  'conversations.rename': z.strictObject({ id, title: words }),
  'conversations.delete': z.strictObject({ id }),
  'conversations.send': z.strictObject({ id, text: words, interrupt: z.boolean().optional() }),
  'approvals.list': z.strictObject({ status: z.enum(['pending', 'answered', 'withdrawn']).optional() }),
  'approvals.answer': z.strictObject({
    id,
    answer: z.string().min(1).max(100_000),
    reason: z.string().max(10_000).optional(),
  }),
  'schedules.list': none,
  'schedules.cancel': z.strictObject({ id }),
  'memory.list': z.strictObject({
    limit: z.int().min(1).max(1000).optional(),
    offset: z.int().min(0).optional(),
  }),
  'memory.search': z.strictObject({
    q: z.string().max(2000),
    k: z.int().min(1).max(100).optional(),
    scope: z.string().max(200).optional(),
  }),
  'memory.add': z.strictObject({
    text: words,
    kind: z.enum(['episode', 'fact', 'rule', 'procedure']).optional(),
    scope: z.string().max(200).optional(),
    at: z.iso.datetime({ offset: true }).optional(),
  }),
  'memory.forget': z.strictObject({ id }),
  'tools.list': none,
  'settings.get': none,
  'settings.change': z.strictObject({
    files: z.strictObject({ roots: z.array(z.string().min(1)).max(500) }).optional(),
    network: z.strictObject({ allow: hosts }).optional(),
    model: model.optional(),
    ui: z
      .strictObject({
        theme: z.enum(['system', 'light', 'dark']).optional(),
        closeToTray: z.boolean().optional(),
      })
      .optional(),
    timeZone: z.string().max(100).optional(),
  }),
  'settings.testModel': model,
  stop: none,
}
