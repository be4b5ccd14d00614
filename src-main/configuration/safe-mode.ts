import { ConfigError } from '../vocabulary/errors.ts'
import type { Config } from './config.ts'
import { type Environment, type LoadOptions, loadConfig, settle } from './load-config.ts'

export interface SafeConfig {
  readonly config: Config
  /** Why config.json is not used: a broken one is left as it is, and everything stands at its default. */
  readonly problem?: string
}

/** Settings that can always be had. */
export function loadSafely(home: string, env: Environment, options: () => LoadOptions): SafeConfig {
  try {
    return { config: loadConfig(home, env, options()) }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const config = settle({}, home, {})
    // who comes here has been through the first start
    return { config: { ...config, ui: { ...config.ui, welcomed: true } }, problem: error.message }
  }
}
