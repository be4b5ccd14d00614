import type { RunView } from '../../src-preload/contract.ts'
import { TimeAgo } from '../ui/time-ago.tsx'
import { durationWords } from '../ui/time-words.ts'

/** One line under a run's goal: when, how long, by whom, with which model, its id. */
export function RunFacts({ run, ended }: { run: RunView; ended: boolean }) {
  const tookMs = Date.parse(run.updatedAt) - Date.parse(run.createdAt)
  const tokens = run.usage.inputTokens + run.usage.outputTokens
  const facts = [
    ...(ended ? [`took ${durationWords(tookMs)}`] : []),
    `${run.principal === 'operator' ? 'you' : run.principal}, by ${run.channel}`,
    run.model === 'offline' ? 'offline planner' : run.model,
    ...(tokens > 0 ? [`${tokens.toLocaleString('en')} tokens`] : []),
  ]
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-soft text-xs">
      <TimeAgo at={run.createdAt} />
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      <code className="select-all text-[11px] text-faint">{run.id}</code>
    </p>
  )
}
