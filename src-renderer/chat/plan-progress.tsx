import { useMemo } from 'react'
import type { EffectView, TaskView } from '../../src-preload/contract.ts'
import type { StreamedText } from '../store/state.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { t } from '../words.ts'
import { EffectCard } from './effect-card.tsx'
import { EffectIcon } from './effect-icon.tsx'

export interface PlanProgressProps {
  plan: readonly TaskView[]
  /** Calls of these tasks; others are left out. */
  effects?: readonly EffectView[]
  /** What models write for these tasks now. */
  streams?: Readonly<Record<string, StreamedText>>
}

const OVER: readonly TaskView['status'][] = ['succeeded', 'failed', 'cancelled']

/** The tasks of a run with how each stands, what it waits for, and below each its calls. */
export function PlanProgress({ plan: tasks, effects = [], streams = {} }: PlanProgressProps) {
  const numbers = useMemo(() => new Map(tasks.map(({ id }, index) => [id, index + 1])), [tasks])
  const done = tasks.filter(({ status }) => status === 'succeeded').length
  return (
    <section aria-label={t('Plan')} className="overflow-hidden rounded-lg border border-line bg-surface">
      <header className="flex items-center gap-3 border-line border-b px-3 py-2">
        <h3 className="font-medium text-[13px]">{t('Plan')}</h3>
        <div
          role="progressbar"
          aria-label={t('Tasks done')}
          aria-valuemin={0}
          aria-valuemax={tasks.length}
          aria-valuenow={done}
          className="h-1 flex-1 overflow-hidden rounded-full bg-sunken"
        >
          <div
            className="h-full rounded-full bg-accent transition-[width]"
            style={{ width: `${(100 * done) / Math.max(1, tasks.length)}%` }}
          />
        </div>
        <span className="text-soft text-xs tabular-nums">
          {done} {t('of')} {tasks.length}
        </span>
      </header>
      <ol className="divide-y divide-line">
        {tasks.map((task, index) => (
          <TaskRow
            key={task.id}
            task={task}
            number={index + 1}
            after={task.dependsOn.flatMap((id) => numbers.get(id) ?? [])}
            effects={effects.filter(({ taskId }) => taskId === task.id)}
            stream={OVER.includes(task.status) ? undefined : streams[task.id]?.text}
          />
        ))}
      </ol>
    </section>
  )
}

interface TaskRowProps {
  task: TaskView
  number: number
  after: readonly number[]
  effects: readonly EffectView[]
  stream: string | undefined
}

function TaskRow({ task, number, after, effects, stream }: TaskRowProps) {
  const over = OVER.includes(task.status)
  const cards = effects.map((effect) => <EffectCard key={effect.id} effect={effect} />)
  return (
    <li
      className="-outline-offset-2 flex min-w-0 gap-2.5 px-3 py-2"
      data-task={task.id}
      data-status={task.status}
      tabIndex={-1}
    >
      <span className="mt-0.5">
        <EffectIcon status={task.status} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2 text-[13px]">
          <span className="text-faint tabular-nums">{number}</span>
          <span className={task.status === 'pending' ? 'min-w-0 flex-1 text-soft' : 'min-w-0 flex-1'}>
            {task.title}
          </span>
          {after.length > 0 && !over && (
            <span className="shrink-0 text-faint text-xs">
              {t('after')} {after.join(', ')}
            </span>
          )}
        </p>
        {stream && <p className="mt-0.5 line-clamp-2 text-soft text-xs">{stream}</p>}
        {task.status === 'failed' && task.outcome && (
          <p className="mt-0.5 break-words text-danger text-xs">{task.outcome}</p>
        )}
        {effects.length === 1 && <div className="mt-1.5">{cards}</div>}
        {effects.length > 1 && (
          <Disclosure
            // a task that comes to its end folds; what a person opened by hand is theirs until then
            key={over ? 'over' : 'open'}
            title={t('{count} calls', { count: effects.length })}
            startsOpen={!over || task.status === 'failed'}
            className="mt-0.5"
          >
            <div className="flex flex-col gap-1.5">{cards}</div>
          </Disclosure>
        )}
      </div>
    </li>
  )
}
