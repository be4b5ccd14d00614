import { prepareRuntime } from './runtime/prepare-runtime.ts'

// prints the path of an Electron that can run here; what it does on the way goes to stderr
try {
  process.stdout.write(`${await prepareRuntime((line) => process.stderr.write(`${line}\n`))}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
