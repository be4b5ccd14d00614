import { describe, expect, it } from 'vitest'
import type { Act, SinkType } from '../vocabulary/effect.ts'
import type { Clause, Entity, EntityType } from '../vocabulary/entity.ts'
import { findInstruction, type Sink, type UsedInstruction } from './instructed.ts'

const entity = (type: EntityType, value: string): Entity => ({
  type,
  value,
  text: value,
  start: 0,
  end: 1,
  how: 'named',
})
const clause = (acts: Act[], ...entities: Entity[]): Clause => ({
  id: 'c1',
  text: '',
  acts,
  demands: [],
  entities,
})
const sink = (type: SinkType, value: string): Sink => ({ argument: 'a', type, value })
const asked = (one: Clause, acts: Act[], sinks: Sink[], used: UsedInstruction[] = []) =>
  findInstruction([{ clauses: [one] }], acts, sinks, used) !== undefined

const save = clause(['write'], entity('path', '/home/me/notes/news.md'))

describe('a call is as instructed', () => {
  it('where act and every sink match the same clause', () => {
    expect(asked(save, ['write'], [sink('path', '/home/me/notes/news.md')])).toBe(true)
  })
  it.each<[string, Act[], Sink[]]>([
    ['another act', ['trash'], [sink('path', '/home/me/notes/news.md')]],
    ['another path', ['write'], [sink('path', '/home/me/notes/other.md')]],
    ['a path that only begins the same', ['write'], [sink('path', '/home/me/notes/news.md.bak')]],
    ['a folder above', ['write'], [sink('path', '/home/me/notes')]],
    ['the same text as another type', ['write'], [sink('url', '/home/me/notes/news.md')]],
    [
      'one sink more than was named',
      ['write'],
      [sink('path', '/home/me/notes/news.md'), sink('url', 'http://x.test/')],
    ],
  ])('not for %s', (_, acts, sinks) => {
    expect(asked(save, acts, sinks)).toBe(false)
  })

  it('not by pieces of two clauses', () => {
    const open = { ...clause(['look'], entity('url', 'http://x.test/')), id: 'c2' }
    const both = [{ clauses: [save, open] }]
    expect(findInstruction(both, ['write'], [sink('url', 'http://x.test/')], [])).toBeUndefined()
  })

  it('once: the act is used up by its effect', () => {
    const first = findInstruction(
      [{ clauses: [save] }],
      ['write'],
      [sink('path', '/home/me/notes/news.md')],
      [],
    )
    const used = [{ instruction: first as NonNullable<typeof first>, void: false }]
    expect(asked(save, ['write'], [sink('path', '/home/me/notes/news.md')], used)).toBe(false)
    const failed = [{ instruction: first as NonNullable<typeof first>, void: true }]
    expect(asked(save, ['write'], [sink('path', '/home/me/notes/news.md')], failed)).toBe(true)
  })

  it('reading again is the same instruction', () => {
    const read = clause(['look'], entity('path', '/a'))
    const first = findInstruction([{ clauses: [read] }], ['look'], [sink('path', '/a')], [])
    const used = [{ instruction: first as NonNullable<typeof first>, void: false }]
    expect(asked(read, ['look'], [sink('path', '/a')], used)).toBe(true)
  })

  it('for the same instant in another spelling', () => {
    const remind = clause(['remind'], entity('date', '2026-11-23T09:00:00+01:00'))
    expect(asked(remind, ['remind'], [sink('date', '2026-11-23T08:00:00.000Z')])).toBe(true)
    expect(asked(remind, ['remind'], [sink('date', '2026-11-23T09:00:00.000Z')])).toBe(false)
  })

  it('for what goes into a named folder under the name of a named file', () => {
    const move = clause(['move'], entity('path', '/in/a.txt'), entity('path', '/out'))
    expect(asked(move, ['move'], [sink('path', '/in/a.txt'), sink('path', '/out/a.txt')])).toBe(true)
    expect(asked(move, ['move'], [sink('path', '/in/a.txt'), sink('path', '/out/b.txt')])).toBe(false)
  })
})
