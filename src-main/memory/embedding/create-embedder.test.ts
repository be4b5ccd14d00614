import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createEmbedder } from './create-embedder.ts'

describe('the chosen embedder', () => {
  it('is the one that comes with the product', async () => {
    const embedder = await createEmbedder({ provider: 'bundled', cache: temporaryFolder() })
    expect(embedder).toMatchObject({ id: 'all-minilm-l6-v2', dimension: 384 })
    await embedder.close()
  })

  it('is an endpoint, where one is named', async () => {
    const nobody = 'http://127.0.0.1:1/v1'
    await expect(
      createEmbedder({ provider: 'openai', baseUrl: nobody, name: 'embed-1', apiKey: 'sk-test' }),
    ).rejects.toMatchObject({ code: 'embeddings-refused', message: expect.stringContaining(nobody) })
  })
})
