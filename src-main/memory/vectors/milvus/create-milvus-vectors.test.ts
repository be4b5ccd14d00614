import { afterAll, beforeAll, it } from 'vitest'
import { type MilvusServer, startMilvusServer } from '../../../testing/vector-servers/milvus-server.ts'
import { createMilvusVectors } from './create-milvus-vectors.ts'

let server: MilvusServer
beforeAll(async () => {
  server = await startMilvusServer()
})
afterAll(() => server.stop())

it('works', async () => {
  const v = createMilvusVectors({
    address: server.address,
    token: server.token,
    model: 'm',
    dimension: 3,
    namespace: 'n',
  })
  await v.put([
    {
      id: 'a',
      vector: Float32Array.of(1, 0, 0),
      scope: 'p\'"\\é',
      kind: 'fact',
      thread: undefined,
      at: 5,
      trusted: true,
    },
    {
      id: 'b',
      vector: Float32Array.of(0.6, 0.8, 0),
      scope: 'p',
      kind: 'fact',
      thread: 't',
      at: 5,
      trusted: false,
    },
  ])
  console.log(
    await v.count(),
    await v.fetch(['a', 'b']),
    await v.search(Float32Array.of(1, 0, 0), { scopes: ['p\'"\\é', 'p'] }, 1),
  )
  await server.stop()
  console.log(await v.count().catch((e) => e))
  await server.start()
  console.log(await v.count())
  await v.clear()
  console.log(await v.count(), server.calls)
  const bad = createMilvusVectors({
    address: server.address,
    token: 'nokey',
    model: 'm',
    dimension: 3,
    namespace: 'n',
  })
  console.log(await bad.count().catch((e) => e))
  await v.close()
  await bad.close()
})
