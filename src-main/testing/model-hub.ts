import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SPEECH_MODELS } from '../ingestion/voice/whisper/speech-models.ts'

export interface ModelHub {
  /** For ADJUTANT_MODEL_HUB. */
  readonly address: string
  /** Files that were asked for, with the range. */
  readonly requests: readonly string[]
  /** The next weights stop after half of them, until they are asked for again. */
  stopHalfway(): void
  /** From now on this file has another content than the checksums say. */
  damage(path: string): void
  mend(): void
  close(): Promise<void>
}

const VERSION = '0123456789abcdef0123456789abcdef01234567'
/** As on the hub itself, where larger files are kept with LFS. */
const LARGE = 1_000_000
/** What takes long enough to be paused. */
const WEIGHTS = 10_000_000
const PIECE = 500_000

/**
 * A hub on this machine that publishes the files of one folder as every speech model: the protocol and the weights are
 * real, only the names are not.
 */
export async function startModelHub(folder: string): Promise<ModelHub> {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        return [path.slice(folder.length + 1), readFileSync(path)] as const
      }),
  )
  const requests: string[] = []
  const damaged = new Set<string>()
  let halfway = false
  const list = () =>
    [...files].map(([path, content]) => ({
      type: 'file',
      path,
      size: content.length,
      oid: createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex'),
      ...(content.length > LARGE
        ? { lfs: { oid: createHash('sha256').update(content).digest('hex'), size: content.length } }
        : {}),
    }))
  const send = async (response: ServerResponse, path: string, from: number) => {
    const content = files.get(path) as Buffer
    const given = damaged.has(path) ? Buffer.alloc(content.length) : content
    if (from >= given.length) return response.writeHead(416).end()
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': given.length - from })
    const isHalf = halfway && content.length > WEIGHTS
    const stops = isHalf ? given.length / 2 : given.length
    if (isHalf) halfway = false
    for (let at = from; at < stops; at += PIECE)
      if (!response.write(given.subarray(at, Math.min(at + PIECE, stops)))) await once(response, 'drain')
    if (stops === given.length) response.end()
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://hub')
    const model = SPEECH_MODELS.find(({ hubId }) => `${pathname}/`.includes(`/${hubId}/`))
    const json = (answer: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    if (!model) return response.writeHead(404).end()
    if (pathname === `/api/models/${model.hubId}`) return json({ id: model.hubId, sha: VERSION })
    if (pathname === `/api/models/${model.hubId}/tree/${VERSION}`) return json(list())
    const path = pathname.slice(`/${model.hubId}/resolve/${VERSION}/`.length)
    if (!files.has(path)) return response.writeHead(404).end()
    const { range } = request.headers
    requests.push(range ? `${path} ${range}` : path)
    // whoever pauses leaves
    response.on('error', () => {})
    return void send(response, path, Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0)).catch(() => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    stopHalfway: () => {
      halfway = true
    },
    damage: (path) => damaged.add(path),
    mend: () => damaged.clear(),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
