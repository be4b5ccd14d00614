import { describe, expect, it } from 'vitest'
import type { TaskView } from '../../../src-preload/contract.ts'
import { layOutPlan, NODE, neighbour } from './plan-layout.ts'

const task = (id: string, ...dependsOn: string[]): TaskView => ({
  id,
  title: id,
  dependsOn,
  tools: [],
  status: 'pending',
})

/** The ids of each layer from left to right. */
const layersOf = (...plan: TaskView[]): string[] => {
  const { nodes } = layOutPlan(plan)
  const count = Math.max(...nodes.map(({ layer }) => layer)) + 1
  return Array.from({ length: count }, (_, index) =>
    nodes
      .filter(({ layer }) => layer === index)
      .sort((a, b) => a.x - b.x)
      .map((node) => node.task.id)
      .join(' '),
  )
}

describe('a plan as a graph', () => {
  it.each([
    ['tasks that need nothing stand side by side', [task('a'), task('b')], ['a b']],
    ['a chain goes down', [task('a'), task('b', 'a'), task('c', 'b')], ['a', 'b', 'c']],
    ['what joins two stands below both', [task('a'), task('b', 'a'), task('c', 'a', 'b')], ['a', 'b', 'c']],
    [
      'a task stands near what it needs',
      [task('a'), task('b'), task('c', 'b'), task('d', 'a')],
      ['a b', 'd c'],
    ],
    ['a circle is laid out all the same', [task('a', 'b'), task('b', 'a')], ['b', 'a']],
    ['what is not there is left out', [task('a', 'gone')], ['a']],
  ])('%s', (_, plan, layers) => {
    expect(layersOf(...plan)).toEqual(layers)
  })

  it('no two tasks lie over each other, and each edge goes from what is needed', () => {
    const { nodes, edges } = layOutPlan([
      task('a'),
      task('b'),
      task('c', 'a', 'b'),
      task('d', 'c'),
      task('e', 'c'),
    ])
    for (const one of nodes)
      for (const other of nodes.filter((each) => each !== one && each.y === one.y))
        expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(NODE.width)
    expect(edges.map(({ from, to }) => `${from.task.id}${to.task.id}`)).toEqual(['ac', 'bc', 'cd', 'ce'])
  })

  it.each([
    ['a', 'ArrowDown', 'c'],
    ['a', 'ArrowRight', 'b'],
    ['c', 'ArrowUp', 'a'],
    ['a', 'ArrowUp', undefined],
    ['b', 'ArrowRight', undefined],
  ])('from %s %s leads to %s', (from, key, to) => {
    const layout = layOutPlan([task('a'), task('b'), task('c', 'a')])
    const start = layout.nodes.find((node) => node.task.id === from)
    expect(start && neighbour(layout, start, key)?.task.id).toBe(to)
  })
})
