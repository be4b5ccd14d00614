import type { SettingsChange, SettingsView } from '../../src-preload/contract.ts'
import { t } from '../words.ts'

type ModelView = SettingsView['model']

/** What is typed in the form. An empty key leaves the kept one. */
export interface ModelDraft {
  provider: ModelView['provider']
  name: string
  baseUrl: string
  apiKey: string
}

export const draftOf = ({ provider, name, baseUrl }: ModelView): ModelDraft => ({
  provider,
  name,
  baseUrl,
  apiKey: '',
})

/** What differs from the settings that hold, leaving out what the environment fixes. */
export function changeOf(
  draft: ModelDraft,
  { model, fixed }: Pick<SettingsView, 'model' | 'fixed'>,
): NonNullable<SettingsChange['model']> {
  const differs = (key: 'provider' | 'name' | 'baseUrl') =>
    fixed[`model.${key}`] === undefined && draft[key].trim() !== '' && draft[key].trim() !== model[key]
  return {
    ...(differs('provider') ? { provider: draft.provider } : {}),
    ...(differs('name') ? { name: draft.name.trim() } : {}),
    ...(differs('baseUrl') ? { baseUrl: draft.baseUrl.trim() } : {}),
    ...(draft.apiKey.trim() !== '' && fixed['model.apiKey'] === undefined
      ? { apiKey: draft.apiKey.trim() }
      : {}),
  }
}

/** What can be said about an endpoint's address before it is tried; undefined where nothing is wrong with it. */
export function baseUrlProblem(baseUrl: string): string | undefined {
  const url = URL.canParse(baseUrl.trim()) ? new URL(baseUrl.trim()) : undefined
  return url?.protocol === 'http:' || url?.protocol === 'https:'
    ? undefined
    : t('Not an address. Write it whole, such as http://localhost:11434/v1.')
}
