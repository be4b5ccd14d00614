import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ModelError } from './model-error.ts'
import type { ModelFile } from './published-model.ts'

/** SHA-256 of a file, in hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

/** Whether a file is there, and the one that was published. */
export async function isPublished(path: string, file: ModelFile): Promise<boolean> {
  const size = await stat(path).then(
    (found) => found.size,
    () => undefined,
  )
  if (size === undefined) return false
  if ('sha256' in file) return (await sha256Of(path)) === file.sha256
  const hash = createHash('sha1').update(`blob ${size}\0`)
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex') === file.gitBlob
}

/** Checks a model's files against SHA256SUMS beside its folder. Throws ModelError naming the file. */
export async function checkModel(models: string, name: string): Promise<void> {
  const damaged = (file: string, what: string, cause?: unknown) =>
    new ModelError('damaged-model', `The model file ${join(models, file)} ${what}`, {
      passing: false,
      fix: `Delete ${join(models, name)}: another one is used or downloaded. Or install Adjutant again.`,
      ...(cause === undefined ? {} : { cause }),
    })
  let sums: string
  try {
    sums = await readFile(join(models, 'SHA256SUMS'), 'utf8')
  } catch (cause) {
    throw damaged('SHA256SUMS', 'cannot be read, so the model beside it cannot be checked', cause)
  }
  const files = sums.split('\n').flatMap((line) => {
    const [, sum, file] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line.trim()) ?? []
    return sum && file?.startsWith(`${name}/`) ? [{ sum, file }] : []
  })
  if (files.length === 0) throw damaged('SHA256SUMS', `says nothing of ${name}`)
  for (const { sum, file } of files) {
    const found = await sha256Of(join(models, file)).catch((cause) => {
      throw damaged(file, 'cannot be read', cause)
    })
    if (found !== sum) throw damaged(file, 'is damaged: its checksum is not the one it was published with')
  }
}
