import { parentPort, workerData } from 'node:worker_threads'
import { documentText } from './document-text.ts'

const { kind, bytes } = workerData as { kind: 'pdf' | 'docx'; bytes: Uint8Array }
parentPort?.postMessage(await documentText(kind, bytes))
