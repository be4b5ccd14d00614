import { buildWhenStale } from './build-when-stale.ts'

// the agent and its API are of use without the interface too, so a build that fails is said and no more
try {
  buildWhenStale()
} catch (error) {
  process.stderr.write(`The interface could not be built: ${String(error)}\n`)
}
await import('../src-main/headless.ts')
