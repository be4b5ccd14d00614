import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Of } from './check-model.ts'
import type { PublishedModel } from './published-model.ts'

/** Writes the checksums that a model is checked by when it is loaded: with them its download is complete. */
export async function writeSums(cache: string, { name, files }: PublishedModel): Promise<void> {
  const sums = files.map(async (file) => {
    const sum = 'sha256' in file ? file.sha256 : await sha256Of(join(cache, name, file.path))
    return `${sum}  ${name}/${file.path}`
  })
  keepSums(cache, name, await Promise.all(sums))
}

/** Takes a model out of the cache, whole or begun. */
export async function removeModel(name: string, cache: string): Promise<void> {
  keepSums(cache, name, [])
  await rm(join(cache, name), { recursive: true, force: true })
}

/** Those of other models stay. At one go, so that two models that change at once lose nothing of each other. */
function keepSums(cache: string, name: string, own: readonly string[]): void {
  const path = join(cache, 'SHA256SUMS')
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const others = before.split('\n').filter((line) => line !== '' && !line.includes(`  ${name}/`))
  const after = [...others, ...own].map((line) => `${line}\n`).join('')
  if (after !== before) writeFileSync(path, after)
}
