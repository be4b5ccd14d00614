import { Worker } from 'node:worker_threads'
import { threadFile } from '../../vocabulary/thread-file.ts'
import type { ReadDocument } from './read-attachment.ts'

const WORKER = threadFile('document-worker', import.meta.url)
/** A document that takes longer is made to. */
const LONGEST_MS = 30_000
const MEMORY_MB = 512

/** Reads a document in a thread of its own: nobody waits for a large one, and a malicious one ends with its thread. */
export const readDocument: ReadDocument = (kind, bytes) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: { kind, bytes },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const late = setTimeout(() => {
      reject(new Error(`it took longer than ${LONGEST_MS / 1000} s`))
      void worker.terminate()
    }, LONGEST_MS)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(late)
      reject(new Error('its reader ended without a word'))
    })
  })
