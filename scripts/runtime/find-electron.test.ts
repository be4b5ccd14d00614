import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../src-main/testing/temporary-folder.ts'
import { findElectron } from './find-electron.ts'

describe('the Electron that is used', () => {
  it('is the one that ELECTRON_EXEC_PATH names', () => {
    const path = join(temporaryFolder(), 'electron')
    writeFileSync(path, '')
    expect(findElectron({ ELECTRON_EXEC_PATH: path })).toEqual({ path, from: 'ELECTRON_EXEC_PATH' })
  })

  it('is never silently another one where that file is missing', () => {
    const path = join(temporaryFolder(), 'gone')
    expect(() => findElectron({ ELECTRON_EXEC_PATH: path })).toThrow(
      `ELECTRON_EXEC_PATH: there is no file ${path}`,
    )
  })
})
