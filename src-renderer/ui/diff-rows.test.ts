import { describe, expect, it } from 'vitest'
import { type DiffRow, diffRows } from './diff-rows.ts'

const spelled = (rows: DiffRow[]) =>
  rows.map((row) => {
    if (row.kind === 'gap') return `… ${row.lines}`
    if (row.kind === 'no-newline') return '\\'
    const sign = { same: ' ', added: '+', removed: '-' }[row.kind]
    return `${row.before ?? '.'}|${row.after ?? '.'}|${sign}${row.text}`
  })

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}\n`).join('')

describe('rows of a change', () => {
  it('a new file is all additions, numbered from 1', () => {
    const { rows, added, removed } = diffRows('', 'one\ntwo\n')
    expect(spelled(rows)).toEqual(['.|1|+one', '.|2|+two'])
    expect([added, removed]).toEqual([2, 0])
  })

  it('an emptied file is all removals', () => {
    expect(spelled(diffRows('one\n', '').rows)).toEqual(['1|.|-one'])
  })

  it('a changed line stands between its neighbours, with the numbers of both sides', () => {
    const { rows } = diffRows('a\nb\nc\n', 'a\nB\nB2\nc\n')
    expect(spelled(rows)).toEqual(['1|1| a', '2|.|-b', '.|2|+B', '.|3|+B2', '3|4| c'])
  })

  it('says how many unchanged lines it leaves out before, between and after', () => {
    const before = lines(1, 60)
    const after = before.replace('line 10\n', 'ten\n').replace('line 50\n', 'fifty\n')
    const { rows } = diffRows(before, after)
    expect(rows.flatMap((row) => (row.kind === 'gap' ? [row.lines] : []))).toEqual([6, 33, 7])
  })

  it('without context, an insertion keeps the numbers of both sides', () => {
    const { rows } = diffRows('a\nb\n', 'a\nnew\nb\n', { context: 0 })
    expect(spelled(rows)).toEqual(['… 1', '.|2|+new', '… 1'])
  })

  it('says where a last line has no line feed', () => {
    expect(spelled(diffRows('a\n', 'a\nb').rows)).toEqual(['1|1| a', '.|2|+b', '\\'])
  })

  it('equal texts have no rows', () => {
    expect(diffRows('a\n', 'a\n')).toEqual({ rows: [], added: 0, removed: 0, hidden: 0 })
  })

  it('a huge change is cut, and what is cut is counted', () => {
    const { rows, added, hidden } = diffRows('', lines(1, 1000), { most: 100 })
    expect([rows.length, added, hidden]).toEqual([100, 1000, 900])
  })
})
