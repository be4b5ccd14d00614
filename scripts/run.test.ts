import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './build-when-stale.ts'

const RUN = join(ROOT, 'scripts', 'run.mjs')
/** A Node that a system may have beside the one of node_modules. */
const OLD = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
  const version = existsSync(path) && spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout
  return version && Number(version.slice(1).split('.')[0]) < 24
})

describe('a command', () => {
  it.skipIf(!OLD)('under a Node that is too old says which one it needs, and how to get it', () => {
    const { status, stderr } = spawnSync(OLD ?? '', [RUN, 'agent', 'hello'], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toMatch(/need Node 24 or later; this is v\d+.*\n.*npm/)
  })

  it('that does not exist is answered with those that do', () => {
    const { status, stderr } = spawnSync(process.execPath, [RUN, 'strat'], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toMatch(/no command "strat": start, .*agent/)
  })
})
