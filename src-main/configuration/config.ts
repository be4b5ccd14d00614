import { z } from 'zod'
import { EFFECT_CLASSES, type EffectClass } from '../vocabulary/effect.ts'
import { SPEECH_MODEL_NAMES, type SpeechModelName } from '../vocabulary/speech-model.ts'
import { type McpServerFile, mcpServersSchema } from './mcp-servers.ts'

/** A host name, IPv4 or bracketed IPv6 address, with or without a port. */
const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?)(?::\d{1,5})?$/

/** A chord that the desktop app hears while another program has the focus: what is typed must not be one. */
const globalKey = z
  .string()
  .regex(
    /^(?:none|F\d{1,2}|(?:(?:Ctrl|Alt|Shift|Meta)\+)+[A-Z][A-Za-z0-9]*)$/,
    'must be a key such as "Ctrl+Alt+Space", or "none"',
  )

const limit = z.number().min(0).max(1e9).optional()

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
  memory: z
    .strictObject({
      /** What turns texts into vectors: the bundled model, or any OpenAI-compatible endpoint. */
      embedder: z
        .strictObject({
          provider: z.enum(['bundled', 'openai']).optional(),
          baseUrl: z.url({ protocol: /^https?$/ }).optional(),
          name: z.string().trim().min(1).optional(),
        })
        .optional(),
      /** Where vectors are kept. `url` is the server's; `index` the name of the index or collection. */
      store: z
        .strictObject({
          kind: z.enum(['sqlite', 'pgvector', 'pinecone', 'milvus']).optional(),
          url: z.string().trim().max(500).optional(),
          index: z.string().trim().max(100).optional(),
        })
        .optional(),
      /** What draws facts from runs: a connected model where there is one, only plain rules, or nothing. */
      learn: z.enum(['model', 'plain', 'off']).optional(),
      /** A folder with models of the operator's own, looked into before the bundled ones. */
      models: z.string().trim().optional(),
    })
    .optional(),
  voice: z
    .strictObject({
      /** What understands speech: the bundled model, or an OpenAI-compatible endpoint, to which speech is then sent. */
      transcriber: z
        .strictObject({
          provider: z.enum(['bundled', 'openai']).optional(),
          /** What understands it on this machine. */
          model: z.enum(SPEECH_MODEL_NAMES).optional(),
          baseUrl: z.url({ protocol: /^https?$/ }).optional(),
          name: z.string().trim().min(1).optional(),
        })
        .optional(),
      /** ISO 639-1, or 'auto': heard from the speech. */
      language: z
        .string()
        .regex(/^(?:auto|[a-z]{2,3})$/, 'must be "auto" or a language such as "de"')
        .optional(),
      /** Names and words of the operator's own, spelled as they should be. */
      vocabulary: z.array(z.string().trim().min(1).max(100)).max(200).optional(),
      /** Whether names of people that memory knows are spelled as it knows them. */
      namesFromMemory: z.boolean().optional(),
      /** A folder with models of the operator's own, looked into before the bundled ones. */
      models: z.string().trim().optional(),
      /** How long a spoken message can be stopped before it is sent, in ms. */
      sendAfterMs: z.union([z.int().min(0).max(60_000), z.literal('never')]).optional(),
      /** What is held in the window to speak: modifiers and one key, as `KeyboardEvent.code` names it. */
      key: z
        .string()
        .regex(
          /^(?:(?:Ctrl|Alt|Shift|Meta)\+)*[A-Z][A-Za-z0-9]*$/,
          'must be a key such as "Ctrl+Space" or "F8"',
        )
        .optional(),
      /** Whether a tick says that listening begins and ends. */
      sounds: z.boolean().optional(),
      /** Whether answers to spoken messages are spoken. */
      speakAnswers: z.boolean().optional(),
      /** Whether the microphone stays open between two messages. */
      keepOpen: z.boolean().optional(),
      /** What is held to speak, heard by the desktop app while another program has the focus. */
      globalKey: globalKey.optional(),
      /** Whether what is spoken is kept as files. */
      keepRecordings: z.boolean().optional(),
    })
    .optional(),
  ui: z
    .strictObject({
      theme: z.enum(['system', 'light', 'dark']).optional(),
      language: z.enum(['system', 'en', 'de']).optional(),
      closeToTray: z.boolean().optional(),
      /** Opens the quick window while another program has the focus. */
      quickKey: globalKey.optional(),
      /** When no notification makes itself seen. */
      quietHours: z
        .string()
        .regex(
          /^(?:off|(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d)$/,
          'must be two times such as "22:00-07:00", or "off"',
        )
        .optional(),
      /** Whether the desktop app starts when the operator logs in. */
      startAtLogin: z.boolean().optional(),
      /** Whether the screens of the first start were gone through. */
      welcomed: z.boolean().optional(),
    })
    .optional(),
  updates: z
    .strictObject({
      /** Where the desktop app asks for newer versions: an https address, or one on this computer. */
      feed: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]).optional(),
    })
    .optional(),
  log: z
    .strictObject({
      /** Lines below it are not written. */
      level: z.enum(['debug', 'info', 'warn', 'error']).optional(),
    })
    .optional(),
  /** From which value on something is worth a word; 0: never. Latencies are 95th percentiles of the last minute, in ms. */
  alerts: z
    .strictObject({
      /** Runs that are queued or running. */
      queueDepth: limit,
      pendingApprovals: limit,
      stepMs: limit,
      modelMs: limit,
      toolMs: limit,
      /** How long the main thread was held up. */
      loopDelayMs: limit,
    })
    .optional(),
  tools: z
    .strictObject({
      /** Names of tools that the model is not told of and that are not run. */
      off: z.array(z.string().trim().min(1).max(200)).max(1000).optional(),
      /** What the operator says that a connected server's tool does, by its name. Others are taken to execute. */
      effects: z.record(z.string().max(200), z.enum(EFFECT_CLASSES)).optional(),
    })
    .optional(),
  /** Tool servers, by name, as other clients write them. */
  mcpServers: mcpServersSchema.optional(),
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
  readonly memory: {
    readonly embedder: {
      readonly provider: 'bundled' | 'openai'
      readonly baseUrl: string
      readonly name: string
    }
    readonly store: {
      readonly kind: 'sqlite' | 'pgvector' | 'pinecone' | 'milvus'
      readonly url: string
      readonly index: string
    }
    readonly learn: 'model' | 'plain' | 'off'
    /** Absolute, or undefined. */
    readonly models: string | undefined
  }
  readonly voice: {
    readonly transcriber: {
      readonly provider: 'bundled' | 'openai'
      readonly model: SpeechModelName
      readonly baseUrl: string
      readonly name: string
    }
    /** ISO 639-1, or 'auto'. */
    readonly language: string
    readonly vocabulary: readonly string[]
    readonly namesFromMemory: boolean
    /** Absolute, or undefined. */
    readonly models: string | undefined
    readonly sendAfterMs: number | 'never'
    readonly key: string
    readonly sounds: boolean
    readonly speakAnswers: boolean
    readonly keepOpen: boolean
    readonly keepRecordings: boolean
    /** A chord, or 'none'. */
    readonly globalKey: string
  }
  readonly ui: {
    readonly theme: 'system' | 'light' | 'dark'
    readonly language: 'system' | 'en' | 'de'
    readonly closeToTray: boolean
    /** A chord, or 'none'. */
    readonly quickKey: string
    /** 'HH:MM-HH:MM', or 'off'. */
    readonly quietHours: string
    readonly startAtLogin: boolean
    readonly welcomed: boolean
  }
  readonly updates: { readonly feed: string }
  readonly log: { readonly level: 'debug' | 'info' | 'warn' | 'error' }
  readonly alerts: {
    readonly queueDepth: number
    readonly pendingApprovals: number
    readonly stepMs: number
    readonly modelMs: number
    readonly toolMs: number
    readonly loopDelayMs: number
  }
  readonly tools: {
    readonly off: readonly string[]
    readonly effects: Readonly<Record<string, EffectClass>>
  }
  readonly mcpServers: Readonly<Record<string, McpServerFile>>
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
