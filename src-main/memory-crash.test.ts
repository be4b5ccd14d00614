import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { VectorStoreChoice } from './memory/vectors/create-vector-store.ts'
import { COMPILE_CACHE } from './testing/agent-process.ts'
import { type PineconeServer, startPineconeServer } from './testing/vector-servers/pinecone-server.ts'

const PROCESS = join(dirname(fileURLToPath(import.meta.url)), 'testing', 'memory-process.ts')

interface Ended {
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

const run = (path: string, fault = ''): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROCESS, path, JSON.stringify(elsewhere), fault], {
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (text) => {
      stdout += text
    })
    child.stderr.on('data', (text) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (_code, signal) => resolve({ signal, stdout, stderr }))
  })

/** What memory holds after a run that nothing disturbed. */
let whole: string
let base: string
let service: PineconeServer
let elsewhere: VectorStoreChoice
afterAll(async () => {
  await service.stop()
  rmSync(base, { recursive: true })
})
beforeAll(async () => {
  service = await startPineconeServer()
  elsewhere = { kind: 'pinecone', index: 'memories', apiKey: service.apiKey, controllerUrl: service.url }
  base = mkdtempSync(join(tmpdir(), 'adjutant-memory-'))
  const undisturbed = await run(join(base, 'whole.sqlite'))
  whole = undisturbed.stdout
  expect(JSON.parse(whole), undisturbed.stderr).toMatchObject({
    count: 21,
    embedded: 21,
    pending: 0,
    kind: 'pinecone',
  })
})

/** Commits of one run: importing, embedding, forgetting, editing, making the indexes anew, moving to another store. */
const COMMITS = 26
const POINTS = Array.from({ length: COMMITS }, (_, index) => [
  `before-commit:${index + 1}`,
  `after-commit:${index + 1}`,
]).flat()

describe('memory whose process is killed in the middle of its work', () => {
  it.concurrent.each(POINTS)(
    '%s: the next one ends it, with no row lost, doubled or half forgotten',
    async (fault) => {
      const path = join(base, `${fault.replace(':', '-')}.sqlite`)
      expect((await run(path, fault)).signal).toBe('SIGKILL')
      const next = await run(path)
      expect(next.stdout, next.stderr).toBe(whole)
      const bytes = readFileSync(path).toString('latin1')
      for (const gone of ['Keeper11', 'house number 17 belongs', 'Keeper17'])
        expect(bytes).not.toContain(gone)
    },
  )
})
