import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Embedder } from '../src-main/memory/embedding/embedder.ts'
import { randomsOf, sentence } from './memory-sentences.ts'

const BATCH = 64

/** Vectors of the first sentences. Making 50,000 takes minutes, so they are kept in the OS's temporary folder. */
export async function embedSentences(embedder: Embedder, count: number): Promise<Float32Array[]> {
  const folder = join(tmpdir(), 'adjutant-bench-embeddings')
  const file = join(folder, `${embedder.id.replaceAll('/', '-')}-${count}.f32`)
  if (!existsSync(file)) {
    const all = new Float32Array(count * embedder.dimension)
    for (let at = 0; at < count; at += BATCH) {
      const texts = Array.from({ length: Math.min(BATCH, count - at) }, (_, n) => sentence(at + n))
      const vectors = await embedder.embed(texts)
      for (const [n, vector] of vectors.entries()) all.set(vector, (at + n) * embedder.dimension)
    }
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, Buffer.from(all.buffer))
  }
  const all = new Float32Array(new Uint8Array(readFileSync(file)).buffer)
  return Array.from({ length: count }, (_, at) =>
    all.subarray(at * embedder.dimension, (at + 1) * embedder.dimension),
  )
}

/** A vector near another one, as a text that says nearly the same has: cosine around 0.9. */
export function perturbed(vector: Float32Array, seed: number): Float32Array {
  const random = randomsOf(seed)
  // a uniform number of this width has a variance of 1/d, so that the whole shift has a length of about `SHIFT`
  const width = SHIFT * Math.sqrt(12 / vector.length)
  const moved = vector.map((value) => value + (random() - 0.5) * width)
  const length = Math.hypot(...moved)
  return moved.map((value) => value / length)
}

const SHIFT = 0.48
