import { homedir } from 'node:os'
import type { AdjutantOptions } from '../adjutant.ts'
import type { Config, ConfigFile } from '../configuration/config.ts'
import { type Environment, loadConfig } from '../configuration/load-config.ts'
import { readConfigFile } from '../configuration/read-config-file.ts'
import { problemOf, resetConfig, setPaths } from '../configuration/reset-config.ts'
import { loadSafely, type SafeConfig } from '../configuration/safe-mode.ts'
import { saveConfig } from '../configuration/save-config.ts'
import { createSecrets, plainStore, type Secrets } from '../configuration/secrets.ts'
import type { TriggerPlace } from '../ingestion/make-trigger.ts'
import type { Log } from '../observability/log/log.ts'
import { type Clock, type NewId, randomId, systemClock } from '../vocabulary/clock.ts'

/** Version of the product; the packages' version. */
const VERSION = '0.1.0'

/** What every part stands on: where the agent lives, its clock, and what the operator has settled. */
export interface Base {
  readonly options: AdjutantOptions
  readonly home: string
  readonly host: AdjutantOptions['host']
  readonly version: string
  readonly env: Environment
  readonly userHome: string
  readonly clock: Clock
  readonly newId: NewId
  readonly log: Log
  readonly secrets: Secrets
  /** Only in safe mode. */
  readonly safe: SafeConfig | undefined
  /** The settings as they are now. */
  config(): Config
  timeZone(): string
  place(): TriggerPlace
  readonly configFile: ConfigFileOfAgent
}

/** What may be done with config.json; what it holds then is what `config` answers. */
export interface ConfigFileOfAgent {
  save(change: ConfigFile): void
  reset(path: string | undefined): void
  check(path: string, value: unknown): string | undefined
  set(): string[]
  reload(): void
}

export function openBase(options: AdjutantOptions, log: Log): Base {
  const {
    home,
    host,
    env = process.env,
    userHome = homedir(),
    clock = systemClock,
    newId = randomId,
  } = options
  const secrets = createSecrets(home, options.secretStore ?? plainStore)
  const loadOptions = () => ({ hasKey: secrets.has('model.apiKey'), userHome })
  const safe = options.safeMode ? loadSafely(home, env, loadOptions) : undefined
  let config = safe?.config ?? loadConfig(home, env, loadOptions())
  return {
    ...{ options, home, host, version: VERSION, env, userHome, clock, newId, log, secrets, safe },
    config: () => config,
    timeZone: () => config.timeZone,
    place: () => ({ timeZone: config.timeZone, home: userHome, region: config.region }),
    configFile: {
      save: (change) => {
        config = saveConfig(change, home, env, loadOptions())
      },
      reset: (path) => {
        config = resetConfig(path, home, env, loadOptions())
      },
      check: (path, value) => problemOf(path, value, home, env, loadOptions()),
      set: () => (safe?.problem === undefined ? setPaths(readConfigFile(home)) : []),
      reload: () => {
        config = loadConfig(home, env, loadOptions())
      },
    },
  }
}
