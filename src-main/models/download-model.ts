import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { messageOf } from '../vocabulary/errors.ts'
import { writeSums } from './cached-models.ts'
import { isPublished } from './check-model.ts'
import { ModelError } from './model-error.ts'
import type { ModelFile, PublishedModel } from './published-model.ts'

export interface DownloadOptions {
  /** Instead of the model's hub. */
  readonly base?: string
  /** Bytes of all files so far, and in all where the server says so. */
  readonly progress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
  readonly fetch?: Fetch
}

/** What a download needs of the network. */
export type Fetch = (
  url: URL,
  init: { readonly headers?: Record<string, string>; readonly signal?: AbortSignal },
) => Promise<Response>

/**
 * Downloads a model into a folder and gives that folder. A file that broke off is gone on with where it
 * ended; one whose checksum does not fit is thrown away. Throws ModelError.
 */
export async function downloadModel(
  model: PublishedModel,
  cache: string,
  options: DownloadOptions = {},
): Promise<string> {
  const { files } = model
  const { base = model.hub, progress = () => {}, signal, fetch: get = globalThis.fetch } = options
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let before = 0
  for (const file of files) {
    const path = join(cache, model.name, file.path)
    if (!(await isPublished(path, file)))
      await download(
        new URL(file.path, base),
        path,
        file,
        model.setting,
        (done) => progress(before + done, total),
        get,
        signal,
      )
    before += file.bytes
    progress(before, total)
  }
  await writeSums(cache, model)
  return cache
}

async function download(
  url: URL,
  path: string,
  file: ModelFile,
  setting: string | undefined,
  progress: (done: number) => void,
  get: Fetch,
  signal: AbortSignal | undefined,
): Promise<void> {
  const part = `${path}.part`
  const failed = (what: string, cause?: unknown) =>
    new ModelError('download-failed', `${url.href} ${what}`, {
      passing: true,
      fix: 'Check the connection; what has arrived is kept, and the rest is asked for again.',
      cause,
    })
  await mkdir(dirname(path), { recursive: true }).catch((cause) => {
    throw new ModelError('no-place', `${dirname(path)} cannot be made: ${messageOf(cause)}`, {
      passing: false,
      fix: 'The model is downloaded to there: check the disk and who may write to it.',
      cause,
    })
  })
  const begun = await stat(part).then(
    ({ size }) => size,
    () => 0,
  )
  try {
    const response = await get(url, {
      ...(begun > 0 ? { headers: { range: `bytes=${begun}-` } } : {}),
      ...(signal ? { signal } : {}),
    })
    // 416: all of it is there already
    if (!response.ok && response.status !== 416) throw refused(url, response.status, setting)
    if (response.body && response.status !== 416) {
      const goesOn = response.status === 206
      let done = goesOn ? begun : 0
      // what has arrived is on disk before the next is asked for, so that a break loses none of it
      const opened = await open(part, goesOn ? 'a' : 'w')
      try {
        for await (const chunk of Readable.fromWeb(response.body as WebStream)) {
          await opened.write(chunk as Uint8Array)
          done += (chunk as Uint8Array).length
          progress(done)
        }
      } finally {
        await opened.close()
      }
    }
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    throw error instanceof ModelError ? error : failed(`broke off: ${messageOf(error)}`, error)
  }
  if (!(await isPublished(part, file))) {
    await rm(part)
    throw new ModelError(
      'damaged-download',
      `${file.path} from ${url.host} is not the file it should be: its checksum differs`,
      {
        passing: false,
        fix: elsewise(setting, 'Nothing of it was kept: try again.'),
      },
    )
  }
  await rename(part, path)
}

/** Too many requests, a timeout and what a server says of itself pass; what it says of the request does not. */
const refused = (url: URL, status: number, setting: string | undefined) =>
  new ModelError('download-refused', `${url.href} answered ${status}`, {
    passing: status === 408 || status === 429 || status >= 500,
    fix: elsewise(setting, 'Try again later, or choose another model.'),
  })

/** A model that comes along need not be downloaded. */
const elsewise = (setting: string | undefined, otherwise: string) =>
  setting === undefined
    ? otherwise
    : `Install Adjutant again, or put the model into a folder of your own (${setting}).`
