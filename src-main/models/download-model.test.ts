import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { checkModel } from './check-model.ts'
import { downloadModel } from './download-model.ts'
import { findModel } from './find-model.ts'

const NAME = 'all-minilm-l6-v2'
const CONTENT = Buffer.from('weights '.repeat(20_000))
const sha256 = createHash('sha256').update(CONTENT).digest('hex')
const MODEL = {
  name: NAME,
  hub: 'http://models.example/',
  files: [{ path: 'onnx/weights.onnx', bytes: CONTENT.length, sha256 }],
  setting: 'memory.models',
}

/** A server of files that knows ranges. After `cutAfter` bytes the first answer stops, until it is cut. */
async function hub({ content = CONTENT, cutAfter = Number.POSITIVE_INFINITY, status = 200 } = {}) {
  const ranges: (string | undefined)[] = []
  let breaks = Number.isFinite(cutAfter)
  let cut = () => {}
  const server = createServer((request, response) => {
    ranges.push(request.headers.range)
    if (status !== 200) return response.writeHead(status).end()
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
    if (from >= content.length) return response.writeHead(416).end()
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': content.length - from })
    if (!breaks) return response.end(content.subarray(from))
    breaks = false
    cut = () => response.destroy()
    response.write(content.subarray(from, cutAfter))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, ranges, cut: () => cut() }
}

describe('downloading a model', () => {
  it('puts it into the cache, checked, and tells how far it is', async () => {
    const cache = temporaryFolder()
    const { base } = await hub()
    const told: [number, number][] = []
    await downloadModel(MODEL, cache, { base, progress: (done, total) => told.push([done, total]) })
    expect(readFileSync(join(cache, NAME, 'onnx/weights.onnx'))).toEqual(CONTENT)
    expect(told.at(-1)).toEqual([CONTENT.length, CONTENT.length])
    await expect(checkModel(cache, NAME)).resolves.toBeUndefined()
  })

  it('goes on where a connection broke off', async () => {
    const cache = temporaryFolder()
    const { base, ranges, cut } = await hub({ cutAfter: 50_000 })
    // the connection breaks once something has arrived
    await expect(downloadModel(MODEL, cache, { base, progress: cut })).rejects.toMatchObject({
      code: 'download-failed',
      passing: true,
      message: expect.stringContaining('weights.onnx'),
    })
    await downloadModel(MODEL, cache, { base })
    expect(ranges[1]).toMatch(/^bytes=[1-9]\d*-$/)
    expect(readFileSync(join(cache, NAME, 'onnx/weights.onnx'))).toEqual(CONTENT)
  })

  it('asks for nothing that is there', async () => {
    const cache = temporaryFolder()
    const { base, ranges } = await hub()
    await downloadModel(MODEL, cache, { base })
    await downloadModel(MODEL, cache, { base })
    expect(ranges).toHaveLength(1)
  })

  it('throws away what is not the file it should be', async () => {
    const cache = temporaryFolder()
    const { base } = await hub({ content: Buffer.from('something else') })
    await expect(downloadModel(MODEL, cache, { base })).rejects.toMatchObject({
      code: 'damaged-download',
      passing: false,
    })
    expect(existsSync(join(cache, NAME, 'onnx/weights.onnx'))).toBe(false)
    expect(existsSync(join(cache, NAME, 'onnx/weights.onnx.part'))).toBe(false)
  })

  it.each([
    [404, false],
    [500, true],
  ])('says what a server that answers %i answered', async (status, passing) => {
    const { base } = await hub({ status })
    await expect(downloadModel(MODEL, temporaryFolder(), { base })).rejects.toMatchObject({
      message: expect.stringContaining(`answered ${status}`),
      passing,
    })
  })

  it('needs no more than the check where all of it had arrived before the end came', async () => {
    const cache = temporaryFolder()
    const { base, ranges } = await hub()
    mkdirSync(join(cache, NAME, 'onnx'), { recursive: true })
    writeFileSync(join(cache, NAME, 'onnx/weights.onnx.part'), CONTENT)
    await downloadModel(MODEL, cache, { base })
    expect(ranges).toEqual([`bytes=${CONTENT.length}-`])
    expect(readFileSync(join(cache, NAME, 'onnx/weights.onnx'))).toEqual(CONTENT)
  })

  it('begins anew with a server that knows no ranges', async () => {
    const cache = temporaryFolder()
    mkdirSync(join(cache, NAME, 'onnx'), { recursive: true })
    writeFileSync(join(cache, NAME, 'onnx/weights.onnx.part'), 'weights of another day')
    await downloadModel(MODEL, cache, { fetch: async () => new Response(CONTENT) })
    expect(readFileSync(join(cache, NAME, 'onnx/weights.onnx'))).toEqual(CONTENT)
  })

  it('stops when it is not wanted any more, and keeps what it has', async () => {
    const cache = temporaryFolder()
    const { base } = await hub({ cutAfter: 50_000 })
    const controller = new AbortController()
    const progress = () => controller.abort(new Error('not wanted'))
    const { signal } = controller
    await expect(downloadModel(MODEL, cache, { base, progress, signal })).rejects.toThrow('not wanted')
    expect(existsSync(join(cache, NAME, 'onnx/weights.onnx.part'))).toBe(true)
  })

  it('says where it cannot be put', async () => {
    const cache = join(temporaryFolder(), 'file')
    writeFileSync(cache, '')
    await expect(downloadModel(MODEL, cache)).rejects.toMatchObject({
      code: 'no-place',
      message: expect.stringContaining(cache),
    })
  })
})

describe('a model is looked for', () => {
  const inCache = (cache: string) => findModel(NAME, { cache, bundled: temporaryFolder() })
  const withModel = () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, NAME))
    writeFileSync(join(folder, NAME, 'config.json'), '{}')
    return folder
  }
  it("in the operator's folder first, then among the product's, then in the cache", () => {
    const own = withModel()
    const cache = withModel()
    expect(findModel(NAME, { folder: own, cache })).toBe(own)
    expect(findModel(NAME, { cache })).toMatch(/resources.models$/)
    expect(findModel(NAME, { folder: temporaryFolder(), cache })).toMatch(/resources.models$/)
    expect(findModel('unheard-of', { folder: own, cache })).toBeUndefined()
  })

  it('in the cache only where its download was completed', async () => {
    const cache = temporaryFolder()
    const files = ['config.json', 'onnx/weights.onnx'].map((path) => ({
      path,
      bytes: CONTENT.length,
      sha256,
    }))
    const { base } = await hub()
    const fetch: typeof globalThis.fetch = async (url, init) => {
      if (String(url).endsWith('.onnx')) throw new Error('cut')
      return globalThis.fetch(url, init)
    }
    await expect(downloadModel({ ...MODEL, files }, cache, { base, fetch })).rejects.toThrow('cut')
    expect(existsSync(join(cache, NAME, 'config.json'))).toBe(true)
    expect(inCache(cache)).toBeUndefined()
    await downloadModel({ ...MODEL, files }, cache, { base })
    expect(inCache(cache)).toBe(cache)
  })
})
