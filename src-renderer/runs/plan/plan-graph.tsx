import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { TaskView } from '../../../src-preload/contract.ts'
import { EffectIcon } from '../../chat/effect-icon.tsx'
import { classNames } from '../../ui/class-names.ts'
import { statusWord } from '../../ui/status.ts'
import { t } from '../../words.ts'
import { layOutPlan, NODE, neighbour, type PlacedTask } from './plan-layout.ts'

export interface PlanGraphProps {
  plan: readonly TaskView[]
  /** Shows more of a task; without it the graph is to be looked at only. */
  onOpen?: (taskId: string) => void
}

/** The tasks of a run below what they depend on. One of them takes Tab; arrow keys move between them. */
export function PlanGraph({ plan, onOpen }: PlanGraphProps) {
  const layout = useMemo(() => layOutPlan(plan), [plan])
  const [currentId, setCurrentId] = useState<string>()
  const graph = useRef<HTMLDivElement>(null)
  const current = layout.nodes.find(({ task }) => task.id === currentId) ?? layout.nodes[0]
  const near = new Set(current && currentId ? [current.task.id, ...current.task.dependsOn] : [])

  const move = (event: KeyboardEvent, from: PlacedTask) => {
    const to = neighbour(layout, from, event.key)
    if (!to) return
    event.preventDefault()
    graph.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(to.task.id)}"]`)?.focus()
  }

  return (
    <section
      aria-label={t('Plan as a graph')}
      className="overflow-auto rounded-lg border border-line bg-canvas p-4"
    >
      {/* what is drawn is not written: the order of the layers is the same in every language */}
      <div
        ref={graph}
        dir="ltr"
        className="relative mx-auto"
        style={{ width: layout.width, height: layout.height }}
      >
        <svg aria-hidden="true" className="absolute inset-0" width={layout.width} height={layout.height}>
          {layout.edges.map(({ from, to }) => (
            <path
              key={`${from.task.id} ${to.task.id}`}
              d={edgePath(from, to)}
              fill="none"
              strokeWidth={to.task.id === currentId ? 2 : 1.5}
              className={
                to.task.id === currentId
                  ? 'stroke-accent'
                  : from.task.status === 'succeeded'
                    ? 'stroke-good'
                    : 'stroke-line-strong'
              }
            />
          ))}
        </svg>
        {layout.nodes.map((node) => (
          <button
            key={node.task.id}
            type="button"
            data-node={node.task.id}
            data-status={node.task.status}
            tabIndex={node === current ? 0 : -1}
            aria-label={nodeWords(node, layout.nodes)}
            onFocus={() => setCurrentId(node.task.id)}
            onBlur={() => setCurrentId(undefined)}
            onKeyDown={(event) => move(event, node)}
            onClick={() => onOpen?.(node.task.id)}
            className={classNames(
              'absolute flex items-start gap-2 rounded-md border bg-surface px-2.5 py-2 text-start shadow-card',
              near.has(node.task.id) ? 'border-accent' : 'border-line-strong',
              onOpen ? 'hover:border-accent' : 'cursor-default',
            )}
            style={{ insetInlineStart: node.x, top: node.y, width: NODE.width, height: NODE.height }}
          >
            <EffectIcon status={node.task.status} />
            <span aria-hidden className="flex min-w-0 flex-col">
              <span
                className="line-clamp-2 text-ink text-xs leading-4 [overflow-wrap:anywhere]"
                title={node.task.title}
              >
                {node.number}. {node.task.title}
              </span>
              <span className="mt-1 text-[11px] text-soft leading-4">{t(statusWord(node.task.status))}</span>
            </span>
          </button>
        ))}
      </div>
    </section>
  )
}

function nodeWords({ number, task }: PlacedTask, nodes: readonly PlacedTask[]): string {
  const after = nodes.filter((each) => task.dependsOn.includes(each.task.id)).map((each) => each.number)
  const words = { number, title: task.title, status: t(statusWord(task.status)), after: after.join(', ') }
  return after.length === 0
    ? t('{number}. {title}: {status}', words)
    : t('{number}. {title}: {status}, after {after}', words)
}

/** From the lower edge of one to the upper edge of the other, leaving and arriving upright. */
function edgePath(from: PlacedTask, to: PlacedTask): string {
  const x1 = from.x + NODE.width / 2
  const y1 = from.y + NODE.height
  const x2 = to.x + NODE.width / 2
  const bend = Math.max(18, Math.abs(to.y - y1) / 2)
  return `M${x1} ${y1} C${x1} ${y1 + bend} ${x2} ${to.y - bend} ${x2} ${to.y}`
}
