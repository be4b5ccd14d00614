import { parentPort, workerData } from 'node:worker_threads'
import { type BackupJob, copyVerified } from './copy-verified.ts'

parentPort?.postMessage(await copyVerified(workerData as BackupJob))
