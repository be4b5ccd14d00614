import { z } from 'zod'
import { messageOf } from '../vocabulary/errors.ts'
import type { Fetch } from './download-model.ts'
import { ModelError } from './model-error.ts'
import type { ModelFile, PublishedModel } from './published-model.ts'

/** Where models are published, unless the operator names a mirror of it. */
export const HUB = 'https://huggingface.co/'

const info = z.object({ sha: z.string().regex(/^[0-9a-f]{40}$/) })
const tree = z.array(
  z.object({
    type: z.string(),
    path: z.string(),
    size: z.int(),
    oid: z.string(),
    lfs: z.object({ oid: z.string().regex(/^[0-9a-f]{64}$/), size: z.int() }).optional(),
  }),
)

export interface HubModel {
  /** `owner/name` */
  readonly id: string
  /** Its folder here. */
  readonly name: string
  /** Paths of the files that are wanted. */
  readonly files: readonly string[]
  readonly setting: string
}

/**
 * Asks the hub for the newest version of a model: sizes and checksums of its files, and an address that stays that
 * version's. Large files (LFS) have a SHA-256, small ones the name git gives them. https://huggingface.co/docs/hub/api
 * Throws ModelError.
 */
export async function askHub(
  model: HubModel,
  { hub = HUB, fetch: get = globalThis.fetch, signal }: { hub?: string; fetch?: Fetch; signal?: AbortSignal },
): Promise<PublishedModel> {
  if (!URL.canParse(hub))
    throw new ModelError('hub-failed', `"${hub}" is no address of a hub`, {
      passing: false,
      fix: 'Correct ADJUTANT_MODEL_HUB, or leave it out.',
    })
  const ask = async (path: string) => {
    const url = new URL(path, hub)
    const failed = (what: string, passing: boolean, cause?: unknown) =>
      new ModelError('hub-failed', `${url.href} ${what}`, {
        passing,
        fix: 'Check the connection, or name a mirror of the hub (ADJUTANT_MODEL_HUB).',
        cause,
      })
    const response = await get(url, signal ? { signal } : {}).catch((cause) => {
      if (signal?.aborted) throw signal.reason
      throw failed(`cannot be reached: ${messageOf(cause)}`, true, cause)
    })
    if (!response.ok) throw failed(`answered ${response.status}`, response.status >= 500)
    return response.json().catch((cause: unknown) => {
      throw failed('answered something that is no list of files', false, cause)
    })
  }
  const shaped = <Shape>(shape: z.ZodType<Shape>, answer: unknown): Shape => {
    const read = shape.safeParse(answer)
    if (read.success) return read.data
    throw new ModelError('hub-failed', `The hub's answer about ${model.id} is not as expected`, {
      passing: false,
      fix: 'Check the mirror of the hub (ADJUTANT_MODEL_HUB), if one is named.',
    })
  }
  const { sha } = shaped(info, await ask(`api/models/${model.id}`))
  const there = shaped(tree, await ask(`api/models/${model.id}/tree/${sha}?recursive=true`))
  const files = model.files.map((path): ModelFile => {
    const file = there.find((each) => each.type === 'file' && each.path === path)
    if (!file)
      throw new ModelError('hub-failed', `${model.id} has no file ${path}`, {
        passing: false,
        fix: 'Choose another model.',
      })
    return file.lfs
      ? { path, bytes: file.lfs.size, sha256: file.lfs.oid }
      : { path, bytes: file.size, gitBlob: file.oid }
  })
  const { name, setting } = model
  return { name, setting, files, hub: new URL(`${model.id}/resolve/${sha}/`, hub).href }
}
