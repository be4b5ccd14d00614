import type { ModelTest, SettingsChange, SettingsView } from '../../src-preload/contract.ts'
import type { Config, ConfigFile } from '../configuration/config.ts'
import type { Secrets } from '../configuration/secrets.ts'

/** What the model is made from. */
export interface ModelChoice {
  readonly provider: 'offline' | 'openai'
  readonly name: string
  readonly baseUrl: string
  readonly apiKey: string | undefined
}

export interface SettingsDeps {
  readonly config: () => Config
  readonly save: (change: ConfigFile) => void
  /** Removes a setting, or all. */
  readonly reset: (path: string | undefined) => void
  /** Why a value would be refused. */
  readonly check: (path: string, value: unknown) => string | undefined
  /** Settings that config.json holds, by path. */
  readonly set: () => string[]
  readonly secrets: Secrets
  /** A key that the environment gives wins over a kept one. */
  readonly environmentKey: string | undefined
  readonly testModel: (choice: ModelChoice) => Promise<ModelTest>
  /** Told after each change, with the paths of what was given a value: 'model.apiKey'. */
  readonly changed: (settings: SettingsView, paths: readonly string[]) => void
}

/** The operator's settings. Secrets go in, and never come out. */
export function createSettings(deps: SettingsDeps) {
  const apiKey = () => deps.environmentKey ?? deps.secrets.get('model.apiKey')

  const get = (): SettingsView => {
    const { files, network, model, memory, voice, ui, updates, log, alerts, tools, timeZone, file, fixed } =
      deps.config()
    return {
      files: { roots: [...files.roots] },
      network: { allow: [...network.allow] },
      model: { ...model, hasKey: deps.environmentKey !== undefined || deps.secrets.has('model.apiKey') },
      memory: {
        embedder: { ...memory.embedder, hasKey: deps.secrets.has('memory.embedderKey') },
        store: { ...memory.store, hasSecret: deps.secrets.has('memory.storeSecret') },
        models: memory.models ?? '',
      },
      voice: {
        ...voice,
        transcriber: { ...voice.transcriber, hasKey: deps.secrets.has('voice.transcriberKey') },
        vocabulary: [...voice.vocabulary],
        models: voice.models ?? '',
      },
      ui: { ...ui },
      updates: { ...updates },
      log: { ...log },
      alerts: { ...alerts },
      tools: { off: [...tools.off] },
      timeZone,
      file,
      fixed: { ...fixed },
      set: deps.set(),
      secrets: deps.secrets.inWords,
    }
  }

  return {
    get,
    modelChoice: (): ModelChoice => ({ ...deps.config().model, apiKey: apiKey() }),
    change: (change: SettingsChange): SettingsView => {
      const { model, memory, voice, ...rest } = change
      const { apiKey: embedderKey, ...embedder } = memory?.embedder ?? {}
      const { secret, ...store } = memory?.store ?? {}
      const { apiKey: transcriberKey, ...transcriber } = voice?.transcriber ?? {}
      const { apiKey: newKey, ...modelChange } = model ?? {}
      const chosen = given(modelChange)
      deps.save({
        ...rest,
        ...(Object.keys(chosen).length > 0 ? { model: chosen } : {}),
        ...(memory
          ? {
              memory: {
                embedder: given(embedder),
                store,
                ...(memory.models === undefined ? {} : { models: memory.models }),
              },
            }
          : {}),
        ...(voice ? { voice: { ...voice, transcriber: given(transcriber) } } : {}),
      } as ConfigFile)
      if (newKey !== undefined) deps.secrets.set('model.apiKey', newKey === '' ? undefined : newKey)
      if (embedderKey !== undefined) deps.secrets.set('memory.embedderKey', embedderKey || undefined)
      if (transcriberKey !== undefined) deps.secrets.set('voice.transcriberKey', transcriberKey || undefined)
      if (secret !== undefined) deps.secrets.set('memory.storeSecret', secret || undefined)
      const settings = get()
      deps.changed(settings, pathsOf(change))
      return settings
    },
    /** A change that is not in the settings' own form. */
    save: (change: ConfigFile): void => {
      deps.save(change)
      deps.changed(get(), Object.keys(change))
    },
    check: (path: string, value: unknown): { problem?: string } => {
      const problem = deps.check(path, value)
      return problem === undefined ? {} : { problem }
    },
    reset: (path: string | undefined): SettingsView => {
      deps.reset(path)
      const settings = get()
      deps.changed(settings, [path ?? 'all'])
      return settings
    },
    test: (model: NonNullable<SettingsChange['model']>): Promise<ModelTest> => {
      const now = deps.config().model
      return deps.testModel({
        provider: model.provider ?? now.provider,
        name: model.name || now.name,
        baseUrl: model.baseUrl || now.baseUrl,
        apiKey: model.apiKey || apiKey(),
      })
    },
  }
}

/** What was chosen: an empty field leaves what holds. */
const given = <Fields extends object>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<Fields>

/** Which settings a change gives a value, never the value. */
const pathsOf = (change: SettingsChange): string[] =>
  Object.entries(change).flatMap(([group, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [`${group}.${key}`]))
      : value === undefined
        ? []
        : [group],
  )
