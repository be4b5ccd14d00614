import { ConfigError } from '../vocabulary/errors.ts'
import { type Config, type ConfigFile, configFileSchema } from './config.ts'
import { type Environment, type LoadOptions, settle } from './load-config.ts'
import { checkConfig, configPath, readConfigFile } from './read-config-file.ts'
import { mergeConfig, writePrivately } from './save-config.ts'

type Tree = Record<string, unknown>

/** Not a setting to go back from: it tells that somebody was asked already. */
const STAYS = 'ui.welcomed'

/** Settings whose keys are names of the operator's own: they are one setting each. */
const WHOLE: readonly string[] = ['mcpServers', 'tools.effects']

/**
 * Removes a setting from config.json, or with no path all of them, so that its default holds, and gives the settings
 * that hold then. Throws ConfigError.
 */
export function resetConfig(
  path: string | undefined,
  home: string,
  env: Environment = process.env,
  options: LoadOptions = {},
): Config {
  const before = readConfigFile(home)
  const kept = setPaths(before).filter((each) =>
    path === undefined ? each === STAYS : each !== path && !each.startsWith(`${path}.`),
  )
  const after = checkConfig(only(before, kept), configPath(home))
  const config = settle(after, home, env, options)
  writePrivately(configPath(home), `${JSON.stringify(after, null, 2)}\n`)
  return config
}

/** What config.json holds, by path: 'voice.globalKey'. */
export function setPaths(file: ConfigFile): string[] {
  const walk = (value: unknown, path: string): string[] =>
    isTree(value) && !WHOLE.includes(path)
      ? Object.entries(value).flatMap(([key, inner]) => walk(inner, path === '' ? key : `${path}.${key}`))
      : [path]
  return walk(file, '').filter((path) => path !== '')
}

/** Why this value of a setting would be refused in config.json, in its words; undefined where it would not. */
export function problemOf(
  path: string,
  value: unknown,
  home: string,
  env: Environment = process.env,
  options: LoadOptions = {},
): string | undefined {
  try {
    const change = path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)
    // the change alone first: groups that are unknown would be lost in the merge
    const checked = checkConfig(change, configPath(home))
    settle(checkConfig(mergeConfig(readConfigFile(home), checked), configPath(home)), home, env, options)
    return undefined
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
}

/** Whether config.json may hold such a setting, or group of settings. */
export function isSetting(path: string): boolean {
  let schema: unknown = configFileSchema
  for (const key of path.split('.')) {
    const shape = shapeOf(schema)
    if (!shape || !Object.hasOwn(shape, key)) return false
    schema = shape[key]
  }
  return true
}

function shapeOf(schema: unknown): Tree | undefined {
  const inner =
    isTree(schema) && 'unwrap' in schema && typeof schema.unwrap === 'function' ? schema.unwrap() : schema
  return isTree(inner) && isTree(inner.shape) ? inner.shape : undefined
}

function only(file: ConfigFile, paths: readonly string[]): Tree {
  const result: Tree = {}
  for (const path of paths) {
    const keys = path.split('.')
    const last = keys.pop() as string
    let from = file as Tree
    let to = result
    for (const key of keys) {
      from = from[key] as Tree
      to[key] ??= {}
      to = to[key] as Tree
    }
    to[last] = from[last]
  }
  return result
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
