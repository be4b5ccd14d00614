import { createSettings } from '../operator/settings.ts'
import { createModel, testModel } from '../planning/models/create-model.ts'
import { systemClock } from '../vocabulary/clock.ts'
import type { Base } from './base.ts'
import type { JournalParts } from './journal.ts'
import type { MemoryParts } from './memory.ts'
import type { ToolParts } from './tools.ts'

export interface SettingNeeds extends JournalParts, MemoryParts, ToolParts {}

export type SettingParts = ReturnType<typeof openSettings>

/** The operator's settings, the model that they choose, and whoever has to follow them when they change. */
export function openSettings(
  { options, env, secrets, safe, config, configFile }: Base,
  { observability, hub, memory, reopen, useServers }: SettingNeeds,
) {
  /** The planner's sense of what is near was measured with the bundled model; another one leaves it its grammar. */
  const embedForPlanner = async (texts: readonly string[]): Promise<Float32Array[]> => {
    if (config().memory.embedder.provider !== 'bundled') throw new Error('another embedder is in use')
    return memory.embed(texts)
  }
  const settings = createSettings({
    config,
    save: configFile.save,
    reset: configFile.reset,
    check: configFile.check,
    set: configFile.set,
    secrets,
    environmentKey: env.OPENAI_API_KEY || undefined,
    testModel,
    changed: (view, paths) => {
      configFile.reload()
      model = chosenModel()
      reopen()
      useServers()
      observability.settingsChanged(paths)
      hub.emit({ type: 'settings.changed', settings: view })
    },
  })
  const chosenModel = () => {
    const offline = { provider: 'offline', name: '', baseUrl: '', apiKey: undefined } as const
    return options.model ?? createModel(safe ? offline : settings.modelChoice(), systemClock, embedForPlanner)
  }
  let model = chosenModel()
  return { settings, model: () => model }
}
