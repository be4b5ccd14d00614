import { describe, expect, it } from 'vitest'
import { placeQuick } from './quick-place.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }

describe('the quick window', () => {
  it('stands in the middle of the screen that has the pointer', () => {
    expect(placeQuick(screen, 120)).toEqual({ x: 640, y: 270, width: 640, height: 120 })
    expect(placeQuick({ ...screen, x: -1920 }, 120).x).toBe(-1280)
  })

  it.each([
    ['nothing yet', 0, 64],
    ['a long answer', 3_000, 560],
  ])('is as tall as its content, with %s', (_what, content, height) => {
    expect(placeQuick(screen, content).height).toBe(height)
  })

  it('stays on a small screen', () => {
    const small = { x: 0, y: 20, width: 480, height: 400 }
    const { x, y, width, height } = placeQuick(small, 900)
    expect({ x, width }).toEqual({ x: 0, width: 480 })
    expect(y + height).toBeLessThanOrEqual(420)
  })
})
