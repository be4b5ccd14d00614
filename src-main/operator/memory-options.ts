import { join } from 'node:path'
import type { Config } from '../configuration/config.ts'
import type { Secrets } from '../configuration/secrets.ts'
import type { EmbedderChoice } from '../memory/embedding/create-embedder.ts'
import type { VectorStoreChoice } from '../memory/vectors/create-vector-store.ts'
import type { OpenMemoryOptions } from '../memory/worker/open-memory.ts'

/** What memory is opened with, as the settings have it. */
export function memoryOptions({
  home,
  config,
  secrets,
  nativeBinding,
  env,
}: {
  home: string
  config: Config
  secrets: Secrets
  nativeBinding: string | undefined
  env: Readonly<Record<string, string | undefined>>
}): OpenMemoryOptions {
  return {
    path: join(home, 'memory.sqlite'),
    olderRows: join(home, 'adjutant.sqlite'),
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
    embedder: embedderChoice(home, config, secrets),
    store: storeChoice(config, secrets),
    timeZone: config.timeZone,
    ...(env.ADJUTANT_MEMORY_FAULT ? { fault: env.ADJUTANT_MEMORY_FAULT } : {}),
  }
}

function embedderChoice(home: string, { memory }: Config, secrets: Secrets): EmbedderChoice {
  const { provider, baseUrl, name } = memory.embedder
  if (provider === 'bundled')
    return { provider, cache: join(home, 'models'), ...(memory.models ? { folder: memory.models } : {}) }
  return { provider, baseUrl, name, apiKey: secrets.get('memory.embedderKey') ?? '' }
}

const storeChoice = ({ memory }: Config, secrets: Secrets): VectorStoreChoice =>
  storeOf(memory.store, secrets.get('memory.storeSecret'))

/** A store as it is opened, of what the operator chose. */
export function storeOf(
  { kind, url, index }: Config['memory']['store'],
  secret: string | undefined,
): VectorStoreChoice {
  switch (kind) {
    case 'sqlite':
      return { kind }
    case 'pgvector':
      return { kind, url: withPassword(url, secret) }
    case 'pinecone':
      return { kind, index, apiKey: secret ?? '', ...(url ? { controllerUrl: url } : {}) }
    case 'milvus':
      return { kind, address: url, ...(secret ? { token: secret } : {}) }
  }
}

/** The password is kept with the secrets, not in the settings' address. */
function withPassword(url: string, secret: string | undefined): string {
  if (!secret || !URL.canParse(url)) return url
  const parsed = new URL(url)
  parsed.password = encodeURIComponent(secret)
  return parsed.href
}
