import { describe, expect, it } from 'vitest'
import { drawn, itemAt, placesOf, scrollTo } from './row-places.ts'

const tens = placesOf(100, () => 10)

describe('a long list', () => {
  it('knows where each item stands, whatever their heights', () => {
    expect([...placesOf(3, (index) => [30, 80, 80][index] ?? 0)]).toEqual([0, 30, 110, 190])
  })

  it.each([
    [-5, 0],
    [0, 0],
    [9.9, 0],
    [10, 1],
    [995, 99],
    [99_999, 99],
  ])('at %d px stands item %i', (y, item) => {
    expect(itemAt(tens, y)).toBe(item)
  })

  it('draws what is seen and a little more, never the rest', () => {
    expect(drawn(tens, { top: 500, height: 100 }, 50)).toEqual({ from: 45, to: 66 })
    expect(drawn(tens, { top: 0, height: 100 }, 50)).toEqual({ from: 0, to: 16 })
    expect(
      drawn(
        placesOf(0, () => 10),
        { top: 0, height: 100 },
      ),
    ).toEqual({ from: 0, to: 0 })
  })

  it('of a hundred thousand rows draws a few dozen', () => {
    const many = placesOf(100_000, () => 76)
    const { from, to } = drawn(many, { top: 3_000_000, height: 900 })
    expect(to - from).toBeLessThan(40)
  })

  it.each([
    [50, 450, 'is seen: nothing moves'],
    [10, 100, 'is above: it comes to the top'],
    [70, 610, 'is below: it comes to the bottom'],
  ])('to show item %i it scrolls to %d: it %s', (item, top) => {
    expect(scrollTo(tens, item, { top: 450, height: 100 })).toBe(top)
  })

  it('does not hide an item below what covers the top', () => {
    expect(scrollTo(tens, 10, { top: 450, height: 100 }, 30)).toBe(70)
  })
})
