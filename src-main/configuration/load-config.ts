import { statSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, resolve } from 'node:path'
import { ConfigError } from '../vocabulary/errors.ts'
import { BUNDLED_SPEECH_MODEL } from '../vocabulary/speech-model.ts'
import type { Config, ConfigFile } from './config.ts'
import { expandHome } from './home.ts'
import { checkConfig, configPath, readConfigFile } from './read-config-file.ts'

export type Environment = Readonly<Record<string, string | undefined>>

const DEFAULT_MODEL = 'gpt-5-mini'
const DEFAULT_EMBEDDER = 'text-embedding-3-small'
const DEFAULT_TRANSCRIBER = 'whisper-1'
/** Name of the index or collection in a store that serves many. */
export const DEFAULT_INDEX = 'adjutant'
const DEFAULT_BASE_URL = 'https://api.openai.com/v1'

export interface LoadOptions {
  /** Whether a model's key is kept among the secrets: then the model is used where nothing else is said. */
  readonly hasKey?: boolean
  /** The operator's home folder, for `~`. */
  readonly userHome?: string
}

/** Settings of a data directory as they hold now. Throws ConfigError. Reads only. */
export function loadConfig(home: string, env: Environment = process.env, options: LoadOptions = {}): Config {
  return settle(readConfigFile(home), home, env, options)
}

/** The settings that a config file's content comes to. */
export function settle(read: ConfigFile, home: string, env: Environment, options: LoadOptions = {}): Config {
  const { hasKey = false, userHome = homedir() } = options
  const fixed = fixedByEnvironment(env)
  const system = Intl.DateTimeFormat().resolvedOptions()
  const withKey = hasKey || Boolean(env.OPENAI_API_KEY)
  const file = configPath(home)
  const model = checkConfig(
    {
      model: {
        ...read.model,
        ...named('name', env.ADJUTANT_MODEL),
        ...named('baseUrl', env.OPENAI_BASE_URL),
      },
    },
    'the environment (ADJUTANT_MODEL, OPENAI_BASE_URL)',
  ).model
  return {
    home,
    file,
    files: { roots: (read.files?.roots ?? []).map((root, index) => folderOf(root, index, userHome)) },
    network: { allow: read.network?.allow ?? [] },
    model: {
      provider: model?.provider ?? (withKey ? 'openai' : 'offline'),
      name: model?.name ?? DEFAULT_MODEL,
      baseUrl: model?.baseUrl ?? DEFAULT_BASE_URL,
    },
    memory: {
      embedder: {
        provider: read.memory?.embedder?.provider ?? 'bundled',
        baseUrl: read.memory?.embedder?.baseUrl ?? DEFAULT_BASE_URL,
        name: read.memory?.embedder?.name ?? DEFAULT_EMBEDDER,
      },
      store: {
        kind: read.memory?.store?.kind ?? 'sqlite',
        url: read.memory?.store?.url ?? '',
        index: read.memory?.store?.index || DEFAULT_INDEX,
      },
      learn: read.memory?.learn ?? 'model',
      models: read.memory?.models ? resolve(expandHome(read.memory.models, userHome)) : undefined,
    },
    voice: {
      transcriber: {
        provider: read.voice?.transcriber?.provider ?? 'bundled',
        model: read.voice?.transcriber?.model ?? BUNDLED_SPEECH_MODEL,
        baseUrl: read.voice?.transcriber?.baseUrl ?? DEFAULT_BASE_URL,
        name: read.voice?.transcriber?.name ?? DEFAULT_TRANSCRIBER,
      },
      language: read.voice?.language ?? 'auto',
      vocabulary: read.voice?.vocabulary ?? [],
      namesFromMemory: read.voice?.namesFromMemory ?? true,
      models: read.voice?.models ? resolve(expandHome(read.voice.models, userHome)) : undefined,
      sendAfterMs: read.voice?.sendAfterMs ?? 2_000,
      key: read.voice?.key ?? 'Ctrl+Space',
      sounds: read.voice?.sounds ?? true,
      speakAnswers: read.voice?.speakAnswers ?? false,
      keepOpen: read.voice?.keepOpen ?? false,
      keepRecordings: read.voice?.keepRecordings ?? false,
      globalKey: read.voice?.globalKey ?? 'Ctrl+Alt+Space',
    },
    ui: {
      theme: read.ui?.theme ?? 'system',
      language: read.ui?.language ?? 'system',
      closeToTray: read.ui?.closeToTray ?? true,
      quickKey: read.ui?.quickKey ?? 'Ctrl+Shift+Space',
      quietHours: read.ui?.quietHours ?? 'off',
      startAtLogin: read.ui?.startAtLogin ?? false,
      welcomed: read.ui?.welcomed ?? false,
    },
    updates: { feed: read.updates?.feed ?? '' },
    log: { level: read.log?.level ?? 'info' },
    alerts: {
      queueDepth: read.alerts?.queueDepth ?? 20,
      pendingApprovals: read.alerts?.pendingApprovals ?? 20,
      stepMs: read.alerts?.stepMs ?? 1_000,
      modelMs: read.alerts?.modelMs ?? 60_000,
      toolMs: read.alerts?.toolMs ?? 45_000,
      loopDelayMs: read.alerts?.loopDelayMs ?? 1_000,
    },
    tools: { off: read.tools?.off ?? [], effects: read.tools?.effects ?? {} },
    mcpServers: read.mcpServers ?? {},
    approvals: { mode: read.approvals?.mode ?? 'ask' },
    timeZone: read.timeZone ?? system.timeZone,
    region: read.region ?? new Intl.Locale(system.locale).maximize().region ?? 'US',
    fixed,
  }
}

function fixedByEnvironment(env: Environment): Record<string, string> {
  return {
    ...(env.ADJUTANT_MODEL ? { 'model.name': 'ADJUTANT_MODEL' } : {}),
    ...(env.OPENAI_BASE_URL ? { 'model.baseUrl': 'OPENAI_BASE_URL' } : {}),
    ...(env.OPENAI_API_KEY ? { 'model.apiKey': 'OPENAI_API_KEY' } : {}),
  }
}

const named = (key: string, value: string | undefined) => (value ? { [key]: value } : {})

function folderOf(root: string, index: number, userHome: string): string {
  const path = expandHome(root, userHome)
  const where = `files.roots[${index}]: "${root}"`
  if (!isAbsolute(path)) {
    throw new ConfigError('config-invalid', `${where} is not an absolute path`, {
      fix: 'Begin it with / or ~.',
    })
  }
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ConfigError('config-invalid', `${where} is not a folder`, {
      fix: 'Create it, or remove it in Settings > Folders.',
    })
  }
  return resolve(path)
}
