import type { ModelTest, SettingsChange, SettingsView } from '../../src-preload/contract.ts'
import type { ActionContext } from './actions.ts'

export interface SettingsActions {
  readonly loadSettings: () => Promise<void>
  /** Settings as they hold after a reset: what was typed and not saved goes with it. */
  readonly settingsReset: (view: SettingsView) => void
  /** Shows what has these words. */
  readonly searchSettings: (words: string) => void
  readonly loadHost: () => Promise<void>
  readonly loadSpeechModels: () => Promise<void>
  readonly changeSettings: (change: SettingsChange) => Promise<SettingsView | undefined>
  /** Tries a model that need not be saved yet. */
  readonly testModel: (model: NonNullable<SettingsChange['model']>) => Promise<ModelTest | undefined>
  /** Adds to what the settings allow. Answers whether that was saved. */
  readonly allowFolder: (path: string) => Promise<boolean>
  readonly allowHost: (host: string) => Promise<boolean>
}

export function settingsActions({ get, patch, update, attempt }: ActionContext): SettingsActions {
  const take = (view: SettingsView) =>
    update((state) => ({
      ...state,
      settings: { ...state.settings, view },
      ui: { ...state.ui, theme: view.ui.theme },
    }))

  const change = async (wanted: SettingsChange) => {
    const view = await attempt('settings.change', wanted)
    if (view) take(view)
    return view
  }

  /** The agent's own list, read afresh: another window may have changed it. */
  const current = async () => (await attempt('settings.get', {})) ?? undefined

  return {
    loadSettings: async () => {
      const view = await attempt('settings.get', {})
      if (view) take(view)
    },
    settingsReset: (view) => {
      take(view)
      patch('settings', { resets: (get().settings.resets ?? 0) + 1 })
    },
    searchSettings: (words) => patch('settings', { words }),
    loadHost: async () => {
      const host = await attempt('host.get', {})
      if (host) patch('connection', { host })
    },
    loadSpeechModels: async () => {
      const speechModels = await attempt('voice.models', {})
      if (speechModels) patch('settings', { speechModels })
    },
    changeSettings: change,
    testModel: (model) => attempt('settings.testModel', model),
    allowFolder: async (path) => {
      const view = await current()
      if (!view) return false
      return (await change({ files: { roots: [...new Set([...view.files.roots, path])] } })) !== undefined
    },
    allowHost: async (host) => {
      const view = await current()
      if (!view) return false
      return (await change({ network: { allow: [...new Set([...view.network.allow, host])] } })) !== undefined
    },
  }
}
