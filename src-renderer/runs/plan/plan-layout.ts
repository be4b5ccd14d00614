import type { TaskView } from '../../../src-preload/contract.ts'

/** Measures in px. */
export const NODE = { width: 184, height: 74 } as const
const GAP = { across: 16, down: 36 } as const

export interface PlacedTask {
  readonly task: TaskView
  /** As the list counts it, from 1. */
  readonly number: number
  readonly layer: number
  readonly place: number
  readonly x: number
  readonly y: number
}

export interface PlanLayout {
  readonly nodes: readonly PlacedTask[]
  readonly edges: readonly { readonly from: PlacedTask; readonly to: PlacedTask }[]
  readonly width: number
  readonly height: number
}

/**
 * A plan in layers from top to bottom: each task below all that it depends on, as high as that allows, and within its
 * layer near the middle of those. What depends on itself in a circle, or on what is not there, is laid out all the same.
 */
export function layOutPlan(plan: readonly TaskView[]): PlanLayout {
  const byId = new Map(plan.map((task) => [task.id, task]))
  const depths = new Map<string, number>()
  const depthOf = (task: TaskView, above: ReadonlySet<string>): number => {
    const known = depths.get(task.id)
    if (known !== undefined) return known
    const path = new Set([...above, task.id])
    const needed = task.dependsOn.flatMap((id) => (path.has(id) ? [] : (byId.get(id) ?? [])))
    const depth = needed.reduce((most, each) => Math.max(most, depthOf(each, path) + 1), 0)
    depths.set(task.id, depth)
    return depth
  }
  const layers: TaskView[][] = []
  for (const task of plan) {
    const depth = depthOf(task, new Set())
    while (layers.length <= depth) layers.push([])
    layers[depth]?.push(task)
  }
  const widest = Math.max(1, ...layers.map(({ length }) => length))
  const width = widest * NODE.width + (widest - 1) * GAP.across
  const placed = new Map<string, PlacedTask>()
  for (const [layer, tasks] of layers.entries()) {
    const ordered = tasks
      .map((task, index) => ({ task, middle: middleOf(task, placed) ?? index * NODE.width }))
      .sort((a, b) => a.middle - b.middle)
    const used = tasks.length * NODE.width + (tasks.length - 1) * GAP.across
    for (const [place, { task }] of ordered.entries())
      placed.set(task.id, {
        task,
        number: plan.indexOf(task) + 1,
        layer,
        place,
        x: (width - used) / 2 + place * (NODE.width + GAP.across),
        y: layer * (NODE.height + GAP.down),
      })
  }
  const nodes = plan.flatMap(({ id }) => placed.get(id) ?? [])
  return {
    nodes,
    edges: nodes.flatMap((to) =>
      to.task.dependsOn.flatMap((id) => {
        const from = placed.get(id)
        return from && from !== to ? [{ from, to }] : []
      }),
    ),
    width,
    height: Math.max(0, layers.length * (NODE.height + GAP.down) - GAP.down),
  }
}

function middleOf(task: TaskView, placed: ReadonlyMap<string, PlacedTask>): number | undefined {
  const above = task.dependsOn.flatMap((id) => placed.get(id)?.x ?? [])
  return above.length === 0 ? undefined : above.reduce((sum, x) => sum + x, 0) / above.length
}

/** The task that an arrow key leads to: beside it in its layer, or the nearest of the layer above or below. */
export function neighbour({ nodes }: PlanLayout, from: PlacedTask, key: string): PlacedTask | undefined {
  const across = { ArrowLeft: -1, ArrowRight: 1 }[key]
  if (across !== undefined)
    return nodes.find(({ layer, place }) => layer === from.layer && place === from.place + across)
  const down = { ArrowUp: -1, ArrowDown: 1 }[key]
  if (down === undefined) return undefined
  return nodes
    .filter(({ layer }) => layer === from.layer + down)
    .sort((a, b) => Math.abs(a.x - from.x) - Math.abs(b.x - from.x))[0]
}
