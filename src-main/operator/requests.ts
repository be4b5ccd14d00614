import { z } from 'zod'
import type { MethodName, Methods } from '../../src-preload/contract.ts'
import {
  ATTACHMENT_BYTES_MOST,
  ATTACHMENTS_BYTES_MOST,
  ATTACHMENTS_MOST,
} from '../../src-preload/contract.ts'
import { isSetting } from '../configuration/reset-config.ts'
import { SPEECH_MODEL_NAMES } from '../vocabulary/speech-model.ts'
import { CONNECTION_REQUESTS } from './connection-requests.ts'
import { DIAGNOSTIC_REQUESTS } from './diagnostic-requests.ts'

const id = z.string().min(1).max(200)
const words = z.string().trim().min(1, 'must not be empty').max(100_000)
const when = z.string().trim().min(1, 'must not be empty').max(300)
const none = z.strictObject({})
const kind = z.enum(['episode', 'fact', 'rule', 'procedure'])
const scope = z.string().min(1).max(200)
const time = z.iso.datetime({ offset: true })
const hosts = z.array(z.string().min(1).max(300)).max(500)

const path = z.string().max(100).refine(isSetting, 'must be a setting such as "ui.theme"')

const model = z.strictObject({
  provider: z.enum(['offline', 'openai']).optional(),
  name: z.string().max(200).optional(),
  baseUrl: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]).optional(),
  apiKey: z.string().max(1000).optional(),
})

const memory = z.strictObject({
  embedder: z
    .strictObject({
      provider: z.enum(['bundled', 'openai']).optional(),
      baseUrl: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]).optional(),
      name: z.string().max(200).optional(),
      apiKey: z.string().max(1000).optional(),
    })
    .optional(),
  store: z
    .strictObject({
      kind: z.enum(['sqlite', 'pgvector', 'pinecone', 'milvus']).optional(),
      url: z.string().max(500).optional(),
      index: z.string().max(100).optional(),
      secret: z.string().max(1000).optional(),
    })
    .optional(),
  models: z.string().max(1000).optional(),
})

const language = z.string().regex(/^(?:auto|[a-z]{2,3})$/, 'must be "auto" or a language such as "de"')

const voice = z.strictObject({
  transcriber: z
    .strictObject({
      provider: z.enum(['bundled', 'openai']).optional(),
      model: z.enum(SPEECH_MODEL_NAMES).optional(),
      baseUrl: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]).optional(),
      name: z.string().max(200).optional(),
      apiKey: z.string().max(1000).optional(),
    })
    .optional(),
  language: language.optional(),
  vocabulary: z.array(z.string().trim().min(1).max(100)).max(200).optional(),
  models: z.string().max(1000).optional(),
  sendAfterMs: z.union([z.int().min(0).max(60_000), z.literal('never')]).optional(),
  key: z.string().max(100).optional(),
  sounds: z.boolean().optional(),
  speakAnswers: z.boolean().optional(),
  keepOpen: z.boolean().optional(),
  namesFromMemory: z.boolean().optional(),
  keepRecordings: z.boolean().optional(),
  globalKey: z.string().max(100).optional(),
})

const level = z.enum(['debug', 'info', 'warn', 'error'])
const limit = z.number().min(0).max(1e9).optional()

const spoken = z.strictObject({
  confidence: z.number().min(0).max(1),
  doubtful: z.array(z.string().min(1).max(200)).max(2_000),
})

/** Base64 is a third longer than what it stands for; a little over the limit is refused in words, by size. */
const attachments = z
  .array(
    z.union([
      z.strictObject({
        name: z.string().trim().min(1).max(255),
        base64: z.string().max(Math.ceil(ATTACHMENT_BYTES_MOST * 1.4)),
      }),
      z.strictObject({ handle: z.string().min(1).max(200) }),
    ]),
  )
  .max(ATTACHMENTS_MOST, `at most ${ATTACHMENTS_MOST} files go with one message`)
  .refine(
    (all) =>
      all.reduce((sum, each) => sum + ('base64' in each ? each.base64.length * 0.75 : 0), 0) <=
      ATTACHMENTS_BYTES_MOST * 1.05,
    `at most ${ATTACHMENTS_BYTES_MOST / 1e6} MB go with one message`,
  )

/** What each method takes. Unknown members are refused, so that a misspelt one is never silently ignored. */
export const REQUESTS: { readonly [Name in MethodName]: z.ZodType<Methods[Name]['input']> } = {
  'host.get': none,
  'runs.start': z.strictObject({
    goal: words,
    conversationId: id.optional(),
    channel: z.enum(['chat', 'api', 'voice']).optional(),
    spoken: spoken.optional(),
    attachments: attachments.optional(),
  }),
  'runs.list': z.strictObject({
    limit: z.int().min(1).max(1000).optional(),
    status: z.enum(['queued', 'running', 'waiting', 'succeeded', 'failed', 'cancelled']).optional(),
    query: z.string().max(500).optional(),
    channel: z.string().min(1).max(40).optional(),
    from: time.optional(),
  }),
  'runs.get': z.strictObject({ id }),
  'runs.steps': z.strictObject({ id }),
  'runs.at': z.strictObject({ id, seq: z.int().min(1).max(1_000_000) }),
  'runs.artifacts': z.strictObject({ id }),
  'runs.artifact': z.strictObject({ id, path: z.string().min(1).max(5_000) }),
  'runs.context': z.strictObject({ id }),
  'runs.verify': z.strictObject({ id }),
  'runs.cancel': z.strictObject({ id }),
  'runs.retry': z.strictObject({ id }),
  'conversations.list': z.strictObject({ query: z.string().max(500).optional() }),
  'conversations.get': z.strictObject({ id }),
  'conversations.rename': z.strictObject({ id, title: words }),
  'conversations.delete': z.strictObject({ id }),
  'conversations.send': z.strictObject({
    id,
    text: words,
    interrupt: z.boolean().optional(),
    spoken: spoken.optional(),
    attachments: attachments.optional(),
  }),
  'attachments.get': z.strictObject({ handle: z.string().min(1).max(200) }),
  'approvals.list': z.strictObject({ status: z.enum(['pending', 'answered', 'withdrawn']).optional() }),
  'approvals.answer': z.strictObject({
    id,
    answer: z.string().min(1).max(100_000),
    reason: z.string().max(10_000).optional(),
    via: z.enum(['window', 'desktop', 'voice', 'api', 'terminal']).optional(),
  }),
  'approvals.explain': z.strictObject({ id }),
  'approvals.say': z.strictObject({
    id,
    text: z.string().max(10_000),
    language: z.string().max(10),
    confidence: z.number().min(0).max(1),
    words: z
      .array(z.object({ confidence: z.number().min(0).max(1) }))
      .max(10_000)
      .optional(),
  }),
  'schedules.list': none,
  'schedules.get': z.strictObject({ id }),
  'schedules.read': z.strictObject({ when }),
  'schedules.create': z.strictObject({ when, text: words.max(2_000) }),
  'schedules.cancel': z.strictObject({ id }),
  'schedules.pause': z.strictObject({ id }),
  'schedules.resume': z.strictObject({ id }),
  'schedules.run': z.strictObject({ id }),
  'schedules.snooze': z.strictObject({ id, minutes: z.int().min(1).max(527_040) }),
  'schedules.delete': z.strictObject({ id }),
  'memory.list': z.strictObject({
    limit: z.int().min(1).max(1000).optional(),
    offset: z.int().min(0).optional(),
    kind: kind.optional(),
    scope: scope.optional(),
    thread: z.string().max(500).optional(),
    source: z.enum(['run', 'conversation', 'import', 'api', 'page', 'file', 'mail']).optional(),
    status: z.enum(['proposed', 'active']).optional(),
    from: time.optional(),
    to: time.optional(),
    person: z.string().min(1).max(200).optional(),
  }),
  'memory.search': z.strictObject({
    q: z.string().max(2000),
    k: z.int().min(1).max(100).optional(),
    scope: scope.optional(),
    thread: z.string().max(500).optional(),
    kind: kind.optional(),
  }),
  'memory.add': z.strictObject({
    text: words,
    kind: kind.optional(),
    scope: scope.optional(),
    at: time.optional(),
  }),
  'memory.get': z.strictObject({ id }),
  'memory.facets': none,
  'memory.status': none,
  'memory.edit': z.strictObject({ id, text: words }),
  'memory.activate': z.strictObject({ id, active: z.boolean() }),
  'memory.page': z.strictObject({ after: id.optional(), limit: z.int().min(1).max(1000).optional() }),
  'memory.import': z.strictObject({
    importId: id.optional(),
    firstLine: z.int().min(1).optional(),
    lines: z.array(z.string().max(1_000_000)).max(5000),
    last: z.boolean().optional(),
    mine: z.boolean().optional(),
  }),
  'memory.imported': z.strictObject({ importId: id, wait: z.boolean().optional() }),
  'memory.move': z.strictObject({
    kind: z.enum(['sqlite', 'pgvector', 'pinecone', 'milvus']),
    url: z.string().max(500).optional(),
    index: z.string().max(100).optional(),
    secret: z.string().max(1000).optional(),
  }),
  'memory.reindex': none,
  'memory.forget': z.strictObject({ id }),
  'voice.warm': none,
  'voice.begin': z.strictObject({
    language: language.optional(),
    handsFree: z.boolean().optional(),
    partials: z.boolean().optional(),
  }),
  'voice.push': z.strictObject({ id, pcm: z.base64().max(2_000_000) }),
  'voice.finish': z.strictObject({ id }),
  'voice.cancel': z.strictObject({ id }),
  'voice.corrected': z.strictObject({ heard: z.string().max(100_000), sent: z.string().max(100_000) }),
  'voice.recordings': none,
  'voice.deleteRecordings': none,
  'voice.models': none,
  'voice.download': z.strictObject({ name: id }),
  'voice.pauseDownload': z.strictObject({ name: id }),
  'voice.removeModel': z.strictObject({ name: id }),
  'voice.learn': z.strictObject({
    heard: z.string().trim().min(1).max(200),
    meant: z.string().trim().min(1).max(100),
    answer: z.enum(['add', 'never']),
  }),
  'tools.list': none,
  ...CONNECTION_REQUESTS,
  'settings.get': none,
  'settings.change': z.strictObject({
    files: z.strictObject({ roots: z.array(z.string().min(1)).max(500) }).optional(),
    network: z.strictObject({ allow: hosts }).optional(),
    model: model.optional(),
    memory: memory.optional(),
    voice: voice.optional(),
    ui: z
      .strictObject({
        theme: z.enum(['system', 'light', 'dark']).optional(),
        language: z.enum(['system', 'en', 'de']).optional(),
        closeToTray: z.boolean().optional(),
        quickKey: z.string().max(60).optional(),
        quietHours: z.string().max(20).optional(),
        startAtLogin: z.boolean().optional(),
        welcomed: z.boolean().optional(),
      })
      .optional(),
    updates: z
      .strictObject({ feed: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]).optional() })
      .optional(),
    log: z.strictObject({ level: level.optional() }).optional(),
    alerts: z
      .strictObject({
        queueDepth: limit,
        pendingApprovals: limit,
        stepMs: limit,
        modelMs: limit,
        toolMs: limit,
        loopDelayMs: limit,
      })
      .optional(),
    tools: z.strictObject({ off: z.array(z.string().min(1).max(200)).max(1000).optional() }).optional(),
    timeZone: z.string().max(100).optional(),
  }),
  'settings.check': z.strictObject({
    path,
    value: z.union([z.string().max(1_000), z.number(), z.boolean(), z.array(z.string().max(1_000)).max(500)]),
  }),
  'settings.reset': z.strictObject({ path: path.optional() }),
  'settings.testModel': model,
  'welcome.folders': none,
  'welcome.models': none,
  ...DIAGNOSTIC_REQUESTS,
  'pause.get': none,
  'pause.begin': none,
  'pause.end': none,
  stop: none,
}
