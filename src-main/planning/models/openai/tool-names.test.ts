import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapToolNames } from './tool-names.ts'

describe('tool names in the protocol', () => {
  it('use its letters, and come back as they were', () => {
    const names = mapToolNames(['files.write'])
    expect(names.toWire('files.write')).toBe('files_write')
    expect(names.fromWire('files_write')).toBe('files.write')
  })

  it('come back as they were where a model copies the true name', () => {
    expect(mapToolNames(['files.write']).fromWire('files.write')).toBe('files.write')
  })

  it('are told apart, allowed and reversible, whatever they are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 80 }), { maxLength: 30 }), (all) => {
        const names = mapToolNames(all)
        const wires = all.map(names.toWire)
        return (
          new Set(wires).size === all.length &&
          wires.every((wire) => /^[\w-]{1,64}$/.test(wire)) &&
          wires.every((wire, index) => names.fromWire(wire) === all[index])
        )
      }),
    )
  })
})
