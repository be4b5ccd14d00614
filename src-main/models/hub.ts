import { z } from 'zod'
import { messageOf } from '../vocabulary/errors.ts'
import type { Fetch } from './download-model.ts'
import { ModelError } from './model-error.ts'
import type { ModelFile, PublishedModel } from './published-model.ts'

/** Where models are published, unless the operator names a mirror of it. */
const HUB = 'https://huggingface.co/'

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
}

/** The hub answers at once or not at all. */
const PATIENCE_MS = 30_000

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
  // a mirror may lie below a path
  const base = hub.endsWith('/') ? hub : `${hub}/`
  const ask = async (path: string) => {
    const url = new URL(path, base)
    const patience = AbortSignal.timeout(PATIENCE_MS)
    const failed = (what: string, passing: boolean, fix: string, cause?: unknown) => {
      if (signal?.aborted) throw signal.reason
      return new ModelError('hub-failed', `${url.href} ${what}`, { passing, fix, cause })
    }
    const response = await get(url, {
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    }).catch((cause) => {
      throw failed(`cannot be reached: ${reasonOf(cause)}`, true, CHECK, cause)
    })
    // the hub says 401 of what it does not have, too
    if ([401, 403, 404].includes(response.status))
      throw failed(`answered ${response.status}: ${model.id} is not published there`, false, CHOOSE)
    if (!response.ok) throw failed(`answered ${response.status}`, response.status >= 500, CHECK)
    return response.json().catch((cause: unknown) => {
      throw failed('answered something that is no list of files', false, CHECK, cause)
    })
  }
  const shaped = <Shape>(shape: z.ZodType<Shape>, answer: unknown): Shape => {
    const read = shape.safeParse(answer)
    if (read.success) return read.data
    throw new ModelError('hub-failed', `The hub's answer about ${model.id} is not as expected`, {
      passing: false,
      fix: CHECK,
    })
  }
  const { sha } = shaped(info, await ask(`api/models/${model.id}`))
  const there = shaped(tree, await ask(`api/models/${model.id}/tree/${sha}?recursive=true`))
  const files = model.files.map((path): ModelFile => {
    const file = there.find((each) => each.type === 'file' && each.path === path)
    if (!file)
      throw new ModelError('hub-failed', `${model.id} has no file ${path}`, {
        passing: false,
        fix: CHOOSE,
      })
    return file.lfs
      ? { path, bytes: file.lfs.size, sha256: file.lfs.oid }
      : { path, bytes: file.size, gitBlob: file.oid }
  })
  return { name: model.name, files, hub: new URL(`${model.id}/resolve/${sha}/`, base).href }
}

const CHECK = 'Check the connection, or name a mirror of the hub (ADJUTANT_MODEL_HUB).'
const CHOOSE = 'Choose another model.'

/** `fetch` says only that it failed; why stands in its cause. */
const reasonOf = (error: unknown): string =>
  messageOf(error instanceof Error && error.cause instanceof Error ? error.cause : error)
