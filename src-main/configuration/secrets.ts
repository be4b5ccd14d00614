import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ConfigError, messageOf } from '../vocabulary/errors.ts'
import { writePrivately } from './save-config.ts'

/** How a host keeps secrets from other readers of the disk: the system's keychain in Electron. */
export interface SecretStore {
  /** Stable word written beside what it encrypted, such as 'keychain'. */
  readonly name: string
  /** For the settings: how secrets are kept, in words. */
  readonly inWords: string
  encrypt(text: string): string
  /** Throws where it cannot. */
  decrypt(sealed: string): string
}

/** For hosts without a keychain: only the file's mode protects what is in it, and the settings say so. */
export const plainStore: SecretStore = {
  name: 'plain',
  inWords: 'In a file that only your user may read, without encryption: this host has no keychain.',
  encrypt: (text) => text,
  decrypt: (sealed) => sealed,
}

export type SecretName =
  | 'model.apiKey'
  | 'memory.embedderKey'
  | 'memory.storeSecret'
  | 'voice.transcriberKey'
  /** A value of a tool server's environment or headers. */
  | `mcp:${string}`

export interface Secrets {
  readonly inWords: string
  /** Whether they are encrypted on the disk. */
  readonly sealed: boolean
  has(name: SecretName): boolean
  /** Throws ConfigError where it was sealed by another store or cannot be opened; the message holds no secret. */
  get(name: SecretName): string | undefined
  /** Undefined removes it. */
  set(name: SecretName, value: string | undefined): void
}

const fileSchema = z.record(z.string(), z.strictObject({ store: z.string(), sealed: z.string() }))

/** Secrets of a data directory, in secrets.json, readable by its owner alone. */
export function createSecrets(home: string, store: SecretStore): Secrets {
  const file = join(home, 'secrets.json')
  const read = () => readSecrets(file)
  return {
    inWords: store.inWords,
    sealed: store.name !== plainStore.name,
    has: (name) => read()[name] !== undefined,
    get(name) {
      const kept = read()[name]
      if (!kept) return undefined
      const opener = [store, plainStore].find((each) => each.name === kept.store)
      try {
        if (opener) return opener.decrypt(kept.sealed)
      } catch (cause) {
        throw sealedElsewhere(name, file, cause)
      }
      throw sealedElsewhere(name, file, new Error(`it was sealed by "${kept.store}"`))
    },
    set(name, value) {
      const { [name]: _gone, ...others } = read()
      const sealed =
        value === undefined ? {} : { [name]: { store: store.name, sealed: store.encrypt(value) } }
      writePrivately(file, `${JSON.stringify({ ...others, ...sealed }, null, 2)}\n`)
    },
  }
}

function readSecrets(file: string): z.infer<typeof fileSchema> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {}
    // the cause would quote the file
    throw new ConfigError('secrets-unreadable', `${file} cannot be read or is damaged`, {
      fix: 'Remove it and enter the secrets again in Settings.',
    })
  }
}

const sealedElsewhere = (name: SecretName, file: string, cause: unknown) =>
  new ConfigError(
    'secret-sealed',
    `The secret "${name}" in ${file} cannot be opened here: ${messageOf(cause)}`,
    {
      fix: 'Enter it again in Settings, or start the host that kept it.',
    },
  )
