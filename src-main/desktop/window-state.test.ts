import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { placeWindow, readWindowState, writeWindowState } from './window-state.ts'

const left = { x: 0, y: 0, width: 1920, height: 1080 }
const right = { x: 1920, y: 200, width: 1280, height: 1024 }

describe('a window opens', () => {
  it.each([
    [
      'in the middle of the first display the first time',
      undefined,
      { x: 360, y: 140, width: 1200, height: 800 },
    ],
    ['where it was', { x: 50, y: 60, width: 900, height: 700 }, { x: 50, y: 60, width: 900, height: 700 }],
    [
      'where it was on the second display',
      { x: 2000, y: 300, width: 900, height: 700 },
      { x: 2000, y: 300, width: 900, height: 700 },
    ],
    [
      'where it was, half outside',
      { x: -600, y: 60, width: 900, height: 700 },
      { x: -600, y: 60, width: 900, height: 700 },
    ],
    [
      'in the middle where its display is gone',
      { x: 4000, y: 60, width: 900, height: 700 },
      { x: 360, y: 140, width: 1200, height: 800 },
    ],
    [
      'in the middle where its upper edge is out of reach',
      { x: 50, y: -300, width: 900, height: 700 },
      { x: 360, y: 140, width: 1200, height: 800 },
    ],
    [
      'no larger than its display',
      { x: 0, y: 0, width: 9000, height: 7000 },
      { x: 0, y: 0, width: 1920, height: 1080 },
    ],
    [
      'no smaller than usable',
      { x: 0, y: 0, width: 200, height: 100 },
      { x: 0, y: 0, width: 420, height: 480 },
    ],
  ])('%s', (_where, kept, placed) => {
    expect(placeWindow(kept, [left, right])).toEqual(placed)
  })

  it('fits a display that is smaller than usual', () => {
    expect(placeWindow(undefined, [{ x: 10, y: 20, width: 800, height: 600 }])).toEqual({
      x: 10,
      y: 20,
      width: 800,
      height: 600,
    })
  })
})

describe('the kept place', () => {
  const state = { x: 1, y: 2, width: 900, height: 700, maximised: true, toldAboutClosing: false }

  it('is read as it was written, in a folder that did not exist yet', () => {
    const file = join(temporaryFolder(), 'new', 'window.json')
    writeWindowState(file, state)
    expect(readWindowState(file)).toEqual(state)
  })

  it.each(['', '{"x": 1', '[]', '{"x": "left"}', '{"x":1,"y":2,"width":-5,"height":1,"maximised":false}'])(
    'is forgotten where the file holds %s',
    (text) => {
      const file = join(temporaryFolder(), 'window.json')
      writeFileSync(file, text)
      expect(readWindowState(file)).toBeUndefined()
    },
  )
})
