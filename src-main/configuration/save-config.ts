import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ConfigError, messageOf } from '../vocabulary/errors.ts'
import type { Config, ConfigFile } from './config.ts'
import { type Environment, type LoadOptions, settle } from './load-config.ts'
import { checkConfig, configPath, readConfigFile } from './read-config-file.ts'

/**
 * Changes config.json and gives the settings that hold then. Lists are replaced, groups merged. What would not load is
 * refused and nothing is written; a crash leaves the old file or the new one. Throws ConfigError.
 */
export function saveConfig(
  change: ConfigFile,
  home: string,
  env: Environment = process.env,
  options: LoadOptions = {},
): Config {
  const file = configPath(home)
  const before = readConfigFile(home)
  const after = checkConfig(mergeConfig(before, change), file)
  const config = settle(after, home, env, options)
  writePrivately(file, `${JSON.stringify(after, null, 2)}\n`)
  return config
}

/** Lists are replaced, groups merged. */
export function mergeConfig(before: ConfigFile, change: ConfigFile): unknown {
  const merged = { ...before, ...change }
  return {
    ...merged,
    ...(change.files ? { files: { ...before.files, ...change.files } } : {}),
    ...(change.network ? { network: { ...before.network, ...change.network } } : {}),
    ...(change.model ? { model: { ...before.model, ...change.model } } : {}),
    ...(change.memory
      ? {
          memory: {
            ...before.memory,
            ...change.memory,
            embedder: { ...before.memory?.embedder, ...change.memory.embedder },
            store: { ...before.memory?.store, ...change.memory.store },
          },
        }
      : {}),
    ...(change.voice
      ? {
          voice: {
            ...before.voice,
            ...change.voice,
            transcriber: { ...before.voice?.transcriber, ...change.voice.transcriber },
          },
        }
      : {}),
    ...(change.ui ? { ui: { ...before.ui, ...change.ui } } : {}),
    ...(change.log ? { log: { ...before.log, ...change.log } } : {}),
    ...(change.alerts ? { alerts: { ...before.alerts, ...change.alerts } } : {}),
    ...(change.tools ? { tools: { ...before.tools, ...change.tools } } : {}),
    ...(change.approvals ? { approvals: { ...before.approvals, ...change.approvals } } : {}),
  }
}

/** Writes a whole file that only its owner may read, or leaves the old one. Throws ConfigError. */
export function writePrivately(file: string, text: string): void {
  const part = `${file}.part`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    rmSync(part, { force: true })
    const handle = openSync(part, 'wx', 0o600)
    try {
      writeFileSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(part, file)
  } catch (cause) {
    rmSync(part, { force: true })
    throw new ConfigError('config-unwritable', `${file} cannot be written: ${messageOf(cause)}`, {
      fix: 'Check the permissions of its folder and the space on its disk.',
      cause,
    })
  }
}
