import { nativeTheme } from 'electron'
import type { SettingsView } from '../../src-preload/contract.ts'
import type { AgentLink } from './agent-link.ts'

/** Tells of the settings once they are known, and after each change. */
export function followSettings(
  link: AgentLink,
  changed: (settings: SettingsView) => void,
  report: (what: string, error: unknown) => void,
): void {
  const take = (settings: SettingsView) => {
    nativeTheme.themeSource = settings.ui.theme
    changed(settings)
  }
  link.operator.subscribe((event) => {
    if (event.type === 'settings.changed') take(event.settings)
  })
  link.operator
    .call('settings.get', {})
    .then(take, (error) => report('the settings could not be read', error))
}
