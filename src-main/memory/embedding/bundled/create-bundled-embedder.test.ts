import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { bundledModels } from '../../../models/find-model.ts'
import { createManualClock } from '../../../testing/manual-clock.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { BUNDLED_MODEL, createBundledEmbedder } from './create-bundled-embedder.ts'

const MODELS = bundledModels() as string

const embedder = (models = MODELS) => {
  const made = createBundledEmbedder({ models })
  onTestFinished(() => made.close())
  return made
}
const cosine = (a: Float32Array | undefined, b: Float32Array | undefined): number =>
  [...(a ?? [])].reduce((sum, value, index) => sum + value * (b?.[index] ?? 0), 0)

/** The next thread that this process starts. */
const nextThread = () => new Promise<Worker>((resolve) => void process.once('worker', resolve))

/** A program of its own that makes one vector, and says how long it is. */
const PROGRAM = `
  const { createBundledEmbedder } = await import(${JSON.stringify(new URL('./create-bundled-embedder.ts', import.meta.url).href)})
  const embedder = createBundledEmbedder({ models: ${JSON.stringify(MODELS)} })
  const [vector] = await embedder.embed(['a'])
`

/** A copy of the model in which one byte of a file is another. */
function damagedModels(file: string): string {
  const models = temporaryFolder()
  cpSync(join(MODELS, BUNDLED_MODEL), join(models, BUNDLED_MODEL), { recursive: true })
  cpSync(join(MODELS, 'SHA256SUMS'), join(models, 'SHA256SUMS'))
  const path = join(models, BUNDLED_MODEL, file)
  const bytes = readFileSync(path)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  writeFileSync(path, bytes)
  return models
}

describe('the bundled model', () => {
  it('puts what is meant alike near each other, in vectors of length 1', async () => {
    const [toner, printer, dog] = await embedder().embed([
      'Who sells us toner?',
      'Our printer supplier is Kowalski GmbH',
      'Rex is our dog',
    ])
    expect(toner).toHaveLength(384)
    expect(cosine(toner, toner)).toBeCloseTo(1, 4)
    expect(cosine(toner, printer)).toBeGreaterThan(cosine(toner, dog) + 0.1)
  })

  it('keeps the order of many texts, of any length', async () => {
    const texts = Array.from({ length: 40 }, (_, index) => `${'very '.repeat(index % 7)}long number ${index}`)
    const made = embedder()
    const vectors = await made.embed(texts)
    const [seventh] = await made.embed([texts[7] as string])
    const likest = vectors.map((vector) => cosine(vector, seventh))
    expect(likest.indexOf(Math.max(...likest))).toBe(7)
    await expect(made.embed(['a word '.repeat(20_000)])).resolves.toHaveLength(1)
    await expect(made.embed([])).resolves.toEqual([])
  })

  it('gives a text the same vector in any company', async () => {
    const made = embedder()
    const [alone] = await made.embed(['Rex is our dog'])
    const [among] = await made.embed([
      'Rex is our dog',
      'a much longer text about something else entirely',
      'x',
    ])
    expect(among).toEqual(alone)
  })

  it('answers a question before the rows that were there first', async () => {
    const made = embedder()
    const ended: string[] = []
    const rows = made
      .embed(Array.from({ length: 200 }, (_, index) => `row ${index}`))
      .then(() => ended.push('rows'))
    const question = made.embed(['a question'], { query: true }).then(() => ended.push('question'))
    await Promise.all([rows, question])
    expect(ended).toEqual(['question', 'rows'])
  })

  it('stops what nobody waits for any more', async () => {
    const made = embedder()
    const controller = new AbortController()
    const given = made.embed(
      Array.from({ length: 500 }, (_, index) => `row ${index}`),
      {
        signal: controller.signal,
      },
    )
    controller.abort(new Error('not wanted'))
    await expect(given).rejects.toThrow('not wanted')
    await expect(made.embed(['still there'])).resolves.toHaveLength(1)
  })

  it.each(['onnx/model_quantized.onnx', 'tokenizer.json'])(
    'is not loaded where %s is damaged, and says which file',
    async (file) => {
      await expect(embedder(damagedModels(file)).embed(['a'])).rejects.toMatchObject({
        code: 'damaged-model',
        message: expect.stringContaining(file),
        passing: false,
        fix: expect.any(String),
      })
    },
  )

  it('is not loaded unchecked', async () => {
    const models = temporaryFolder()
    cpSync(join(MODELS, BUNDLED_MODEL), join(models, BUNDLED_MODEL), { recursive: true })
    expect(existsSync(join(models, 'SHA256SUMS'))).toBe(false)
    await expect(embedder(models).embed(['a'])).rejects.toMatchObject({ code: 'damaged-model' })
  })

  it('that is closed refuses what waits', async () => {
    const made = createBundledEmbedder({ models: MODELS })
    const given = made.embed(['a'])
    await Promise.all([expect(given).rejects.toMatchObject({ code: 'embedder-closed' }), made.close()])
  })

  it('reads no more of a text than it was made to', async () => {
    const made = embedder()
    const read = 'word '.repeat(300)
    const [longer, other] = await made.embed([`${read} and a dog`, `${read} and a printer`])
    expect(longer).toEqual(other)
  })

  it('makes vectors of what is no text at all', async () => {
    const texts = ['', ' ', '\u0000', 'half a \ud83d', '日'.repeat(3_000)]
    for (const vector of await embedder().embed(texts)) expect(cosine(vector, vector)).toBeCloseTo(1, 4)
  })

  it.each(['before its model is loaded', 'in the middle of its work'])(
    'goes on in another thread where its own is killed %s',
    async (when) => {
      const made = embedder()
      const first = nextThread()
      if (when === 'in the middle of its work') await made.embed(['a'])
      const given = made.embed(Array.from({ length: 40 }, (_, index) => `row ${index}`))
      const second = first.then(async (thread) => {
        const another = nextThread()
        await thread.terminate()
        return another
      })
      expect(await given).toHaveLength(40)
      expect(await second).not.toBe(await first)
    },
  )

  it('gives its memory back when it is idle, and goes on when it is wanted again', async () => {
    const clock = createManualClock(0)
    const made = createBundledEmbedder({ models: MODELS, clock })
    onTestFinished(() => made.close())
    const first = nextThread()
    await made.embed(['a'])
    const thread = await first
    const gone = once(thread, 'exit')
    const second = nextThread()
    clock.advance(5 * 60_000)
    await gone
    expect(await made.embed(['b'])).toHaveLength(1)
    expect(await second).not.toBe(thread)
  })

  it('whose thread dies twice over the same texts gives up on these alone', async () => {
    const made = embedder()
    let deaths = 0
    const kill = (thread: Worker) => {
      deaths += 1
      void thread.terminate()
    }
    process.on('worker', kill)
    onTestFinished(() => void process.off('worker', kill))
    await expect(made.embed(['a'])).rejects.toMatchObject({ code: 'embedder-died', passing: true })
    expect(deaths).toBe(2)
    process.off('worker', kill)
    await expect(made.embed(['b'])).resolves.toHaveLength(1)
  })

  it('that cannot be loaded is no fault of the text, and is loaded once it is mended', async () => {
    const file = 'onnx/model_quantized.onnx'
    const models = damagedModels(file)
    const path = join(models, BUNDLED_MODEL, file)
    const sums = join(models, 'SHA256SUMS')
    const right = readFileSync(sums, 'utf8')
    writeFileSync(path, 'no model')
    const sha256 = createHash('sha256').update('no model').digest('hex')
    writeFileSync(sums, right.replace(new RegExp(`^\\w+(?=  ${BUNDLED_MODEL}/${file}$)`, 'm'), sha256))
    const made = embedder(models)
    await expect(made.embed(['a'])).rejects.toMatchObject({ code: 'model-not-loaded', passing: false })
    cpSync(join(MODELS, BUNDLED_MODEL, file), path)
    writeFileSync(sums, right)
    await expect(made.embed(['a'])).resolves.toHaveLength(1)
  })

  it('works inside another thread', async () => {
    const program = `${PROGRAM}; await embedder.close(); (await import('node:worker_threads')).parentPort.postMessage(vector.length)`
    const thread = new Worker(`(async () => {${program}})()`, { eval: true })
    // both at once: the thread may say its last word and be gone in the same turn
    const [said] = await Promise.all([once(thread, 'message'), once(thread, 'exit')])
    expect(said).toEqual([384])
  })

  it('does not keep a process that has nothing else to do', async () => {
    const script = join(temporaryFolder(), 'one-vector.mjs')
    writeFileSync(script, `${PROGRAM}; console.log(vector.length)`)
    const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 15_000 })
    expect(stdout).toBe('384\n')
  })
})
