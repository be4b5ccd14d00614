import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundledModels } from '../../../models/find-model.ts'
import { fixedLength } from '../../../testing/fixed-length.ts'
import { speechSamples } from '../../../testing/speech/speech.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { loadWhisper } from './load-whisper.ts'

const NAME = 'whisper-small'
const hearing = { language: undefined, throwIfUnwanted: () => {} }

/** The bundled model under another name, after a change to its files; the checksums are those of what it is then. */
function changedModel(change: (folder: string) => void): string {
  const models = temporaryFolder()
  const folder = join(models, NAME)
  cpSync(join(bundledModels() as string, 'whisper-base'), folder, { recursive: true })
  change(folder)
  const sums = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map(
      (path) =>
        `${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${path.slice(models.length + 1)}\n`,
    )
  writeFileSync(join(models, 'SHA256SUMS'), sums.join(''))
  return models
}
const withConfig = (folder: string, name: string, change: object) => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }))
}

describe('a Whisper as others export it', () => {
  it('whose encoder takes 30 s and nothing else, hears in that window', async () => {
    const models = changedModel((folder) =>
      appendFileSync(join(folder, 'onnx/encoder_model_quantized.onnx'), fixedLength('input_features', 3000)),
    )
    const hear = await loadWhisper(models, NAME, 2)
    const heard = await hear(await speechSamples('command-01'), hearing)
    expect(heard).toMatchObject({ language: 'en', text: expect.stringMatching(/quarterly invoice/i) })
  })

  it('is driven as its config says that it is made', async () => {
    const models = changedModel((folder) => withConfig(folder, 'config.json', { decoder_attention_heads: 4 }))
    const hear = await loadWhisper(models, NAME, 2)
    await expect(hear(await speechSamples('command-01'), hearing)).rejects.toThrow(/past_key_values/)
  })

  it('that knows English alone writes English, and is asked for no other language', async () => {
    const models = changedModel((folder) =>
      withConfig(folder, 'generation_config.json', { lang_to_id: undefined, task_to_id: undefined }),
    )
    const hear = await loadWhisper(models, NAME, 2)
    const heard = await hear(await speechSamples('command-01'), { ...hearing, language: 'de' })
    expect(heard.language).toBe('en')
  })
})
