import type { SettingsView } from '../../src-preload/contract.ts'
import { t } from '../words.ts'

/** Why a setting cannot be changed here: the environment's variable that fixes it. Undefined where it can. */
export function fixedBy({ fixed }: Pick<SettingsView, 'fixed'>, path: string): string | undefined {
  const variable = fixed[path]
  return variable && t('Fixed by {variable} in the environment.', { variable })
}
