import type { RunView } from '../../src-preload/contract.ts'
import { TimeAgo } from '../ui/time-ago.tsx'
import { durationWords } from '../ui/time-words.ts'
import { t } from '../words.ts'
import { channelWords } from './channel-words.ts'

/** One line under a run's goal: when, how long, by whom, with which model, its id. */
export function RunFacts({ run, ended }: { run: RunView; ended: boolean }) {
  const tookMs = Date.parse(run.updatedAt) - Date.parse(run.createdAt)
  const { inputTokens, outputTokens } = run.usage
  const tokens = inputTokens + outputTokens
  const facts = [
    ...(ended ? [t('took {duration}', { duration: durationWords(tookMs) })] : []),
    `${run.principal === 'operator' ? t('you') : run.principal}, ${channelWords(run.channel)}`,
    run.model === 'offline' ? t('offline planner') : run.model,
    ...(tokens > 0
      ? [t('{input} tokens in, {output} out', { input: inputTokens, output: outputTokens })]
      : []),
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
