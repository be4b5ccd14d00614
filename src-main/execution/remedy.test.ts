import { describe, expect, it } from 'vitest'
import { ToolError } from '../vocabulary/errors.ts'
import { remedyFor } from './remedy.ts'

const outside = (path: string) =>
  remedyFor(new ToolError('outside-roots', `"${path}" is outside the folders that Adjutant may touch`))

describe('what the operator is offered where a folder was not allowed', () => {
  it.each([
    ['/home/me/notes/a.md', '/home/me/notes'],
    ['/srv', '/srv'],
    ['/', undefined],
  ])('for %s: %s, and never the whole disk', (path, folder) => {
    expect(outside(path)).toEqual(folder === undefined ? undefined : { kind: 'allow-folder', value: folder })
  })
})
