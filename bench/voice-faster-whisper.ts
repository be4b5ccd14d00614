import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface OtherWhisper {
  readonly hear: (samples: Float32Array) => Promise<string>
  readonly close: () => void
}

/** faster-whisper with the same weights, where a Python that has it and the model's folder are named. */
export async function openFasterWhisper(python: string, model: string): Promise<OtherWhisper> {
  const script = fileURLToPath(new URL('./faster_whisper_hear.py', import.meta.url))
  const child = spawn(python, [script, model], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async () => {
    const { value, done } = await lines.next()
    if (done)
      throw new Error(`${python} ended: is faster-whisper installed there, and ${model} a model of it?`)
    return JSON.parse(value) as string
  }
  const folder = mkdtempSync(join(tmpdir(), 'adjutant-bench-'))
  const file = join(folder, 'samples.f32')
  await answer()
  return {
    hear: async (samples) => {
      writeFileSync(file, new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))
      child.stdin.write(`${file}\n`)
      return answer()
    },
    close: () => {
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
