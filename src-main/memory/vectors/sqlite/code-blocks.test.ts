import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodeBlocks } from './code-blocks.ts'
import { blockOf, codeOf, codeWidth, imageBytes, slotOf, writeSlot } from './code-image.ts'

interface Row {
  readonly row: number
  readonly vector: Float32Array
  readonly at: number
  readonly class: number
}

function blocksOf(rows: readonly Row[], dimension: number): CodeBlocks {
  const width = codeWidth(dimension)
  const blocks = new CodeBlocks(width)
  for (const { row, vector, ...rest } of rows) {
    const image = blocks.image(blockOf(row)) ?? new Uint8Array(imageBytes(width))
    writeSlot(image, width, slotOf(row), { code: codeOf(vector, width), ...rest })
    blocks.set(blockOf(row), image)
  }
  return blocks
}

/** In how many dimensions the signs of two vectors differ. */
const distance = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, at) => sum + (value > 0 === (b[at] as number) > 0 ? 0 : 1), 0)
const ascending = (a: number, b: number) => a - b

const DIMENSION = 40
const vectors = fc
  .array(fc.boolean(), { minLength: DIMENSION, maxLength: DIMENSION })
  .map((signs) => Float32Array.from(signs, (sign) => (sign ? 1 : -1)))
const rowSets = fc.uniqueArray(
  fc.record({
    row: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.constantFrom(100_000, 2 ** 40)),
    vector: vectors,
    at: fc.integer({ min: 0, max: 9 }),
    class: fc.constantFrom(1, 2, 300, 65_535),
  }),
  { selector: ({ row }) => row, maxLength: 80 },
)

describe('the choice among rows', () => {
  it('takes those whose bits agree best with the vector', () => {
    const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: DIMENSION, maxLength: DIMENSION })
    fc.assert(
      fc.property(rowSets, values, fc.integer({ min: 1, max: 30 }), (rows, question, wanted) => {
        const agreement = ({ vector }: Row) =>
          vector.reduce((sum, value, at) => sum + (value > 0 ? (question[at] as number) : 0), 0)
        const agreements = new Map(rows.map((row) => [row.row, agreement(row)]))
        const blocks = blocksOf(rows, DIMENSION)
        const best = blocks.best(Float32Array.from(question), [...agreements.keys()], wanted)
        const expected = [...agreements.values()].sort((a, b) => b - a).slice(0, wanted)
        expect(best.map((row) => agreements.get(row) ?? Number.NaN).sort((a, b) => b - a)).toEqual(expected)
        expect(new Set(best).size).toBe(best.length)
      }),
    )
  })
})

describe('the scan of codes', () => {
  it('gives the rows whose codes differ least, as many as are wanted, of those admitted', () => {
    fc.assert(
      fc.property(
        rowSets,
        vectors,
        fc.subarray([1, 2, 300, 65_535]),
        fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
        fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
        fc.integer({ min: 1, max: 30 }),
        (rows, question, classes, from, to, wanted) => {
          const admitted = rows.filter(
            (row) =>
              classes.includes(row.class) &&
              (from === undefined || row.at >= from) &&
              (to === undefined || row.at < to),
          )
          const distanceOf = new Map(admitted.map(({ row, vector }) => [row, distance(vector, question)]))
          const blocks = blocksOf(rows, DIMENSION)
          const code = codeOf(question, codeWidth(DIMENSION))
          const found = blocks.nearest(code, { classes, from, to }, wanted, 0)
          const expected = [...distanceOf.values()].sort(ascending).slice(0, wanted)
          expect(found.rows.map((row) => distanceOf.get(row) ?? Number.NaN).sort(ascending)).toEqual(expected)
          expect(new Set(found.rows).size).toBe(found.rows.length)
          expect(found.all).toBe(admitted.length <= wanted)
        },
      ),
    )
  })

  it('gives no more than are wanted where thousands have the same code', () => {
    const vector = new Float32Array(DIMENSION).fill(1)
    const rows = Array.from({ length: 3_000 }, (_, row) => ({ row, vector, at: 0, class: 1 }))
    const everything = { classes: [1], from: undefined, to: undefined }
    const found = blocksOf(rows, DIMENSION).nearest(
      codeOf(vector, codeWidth(DIMENSION)),
      everything,
      100,
      2_999,
    )
    expect(found.rows).toHaveLength(100)
  })

  it.each([1, 384, 385, 1_536, 16_384])('counts over all of %i dimensions', (dimension) => {
    const vector = new Float32Array(dimension).fill(1)
    const opposite = new Float32Array(dimension).fill(-1)
    const lastDiffers = vector.with(dimension - 1, -1)
    const rows = [opposite, lastDiffers, vector].map((each, at) => ({
      row: at + 1,
      vector: each,
      at: 0,
      class: 1,
    }))
    const code = codeOf(vector, codeWidth(dimension))
    const nearest = (wanted: number) =>
      blocksOf(rows, dimension).nearest(code, { classes: [1], from: undefined, to: undefined }, wanted, 0)
    expect(nearest(1).rows).toEqual([3])
    expect(nearest(3).rows).toHaveLength(3)
    if (dimension > 1) expect(nearest(2).rows.sort(ascending)).toEqual([2, 3])
  })

  it('uses the place of an emptied block again, and finds nothing of what stood there', () => {
    const vector = new Float32Array(DIMENSION).fill(1)
    const blocks = blocksOf(
      [1, 300, 900].map((row) => ({ row, vector, at: 0, class: 1 })),
      DIMENSION,
    )
    const code = codeOf(vector, codeWidth(DIMENSION))
    const everything = { classes: [1], from: undefined, to: undefined }
    blocks.set(blockOf(300), new Uint8Array(imageBytes(codeWidth(DIMENSION))))
    expect(blocks.nearest(code, everything, 9, 0).rows.sort(ascending)).toEqual([1, 900])
    expect(blocks.count).toBe(2)
    const image = new Uint8Array(imageBytes(codeWidth(DIMENSION)))
    writeSlot(image, codeWidth(DIMENSION), slotOf(2_000), { code, at: 0, class: 1 })
    blocks.set(blockOf(2_000), image)
    expect(blocks.nearest(code, everything, 9, 0).rows.sort(ascending)).toEqual([1, 900, 2_000])
    expect(blocks.has(300)).toBe(false)
  })
})
