import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { takeOwnership } from './owner-lock.ts'

/** Another process that takes the folder, says so, and keeps it until it is ended. */
async function ownerProcess(home: string) {
  const script = `
    import { takeOwnership } from ${JSON.stringify(new URL('./owner-lock.ts', import.meta.url).href)}
    console.log(takeOwnership(${JSON.stringify(home)}) ? 'taken' : 'refused')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    said: said.toString().trim(),
    kill: async () => void (child.kill('SIGKILL') && (await once(child, 'exit'))),
  }
}

describe('a data directory', () => {
  it('has one owner at a time, among processes', async () => {
    const home = temporaryFolder()
    const other = await ownerProcess(home)
    expect(other.said).toBe('taken')
    expect(takeOwnership(home)).toBeUndefined()
  })

  it('is free as soon as its owner is killed', async () => {
    const home = temporaryFolder()
    const other = await ownerProcess(home)
    await other.kill()
    const lock = takeOwnership(home)
    expect(lock).toBeDefined()
    lock?.release()
  })

  it('is free when its owner lets it go', () => {
    const home = temporaryFolder()
    takeOwnership(home)?.release()
    const lock = takeOwnership(home)
    expect(lock).toBeDefined()
    lock?.release()
  })

  it('that cannot be written to is said by name', () => {
    const file = join(temporaryFolder(), 'notes.txt')
    writeFileSync(file, 'no folder')
    expect(() => takeOwnership(file)).toThrow(`The data directory ${file} cannot be used`)
  })
})
