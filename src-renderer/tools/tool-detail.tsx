import type { ConnectionView, ToolView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { KeyValue } from '../ui/key-value.tsx'
import { Switch } from '../ui/switch.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { n, said, t } from '../words.ts'
import { ServerTool } from './server-tool.tsx'
import { askingWords, checkedWords, doubtWords, undoWords } from './tool-words.ts'

export interface ToolDetailProps {
  tool: ToolView
  /** How often its server is called at the most. */
  limit: ConnectionView['limit'] | undefined
  onSwitch: (on: boolean) => Promise<void>
}

/** All about one tool: what it may do, what came of it, and its switch. */
export function ToolDetail({ tool, limit, onSwitch }: ToolDetailProps) {
  const { openRun } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const { description, off, timeoutMs, lastError } = tool
  const rows = [
    { name: t('Asks before'), value: askingWords(tool) },
    { name: t('Checked'), value: checkedWords(tool) },
    { name: t('Undo'), value: undoWords(tool) },
    { name: t('When in doubt'), value: doubtWords(tool) },
    {
      name: t('Time limit'),
      value: n(Math.round(timeoutMs / 1000), '{count} second', '{count} seconds'),
    },
    ...(limit
      ? [
          {
            name: t('Rate limit'),
            value: t('{calls} calls in {seconds} seconds, all tools of the server together', limit),
          },
        ]
      : []),
    { name: tool.server ? t('Its server says') : t('The model reads'), value: description },
  ]
  return (
    <div className="flex flex-col gap-3 px-3 pt-1 pb-3">
      <Switch
        label={t('May be used')}
        hint={t('Switched off, the model is not told of it and it is not run.')}
        checked={!off}
        disabled={busy !== undefined}
        onChange={(on) => void attempt('switch', () => onSwitch(on))}
      />
      {failure && <ErrorNote failure={failure} />}
      <ServerTool tool={tool} />
      <div className="rounded-md border border-line">
        <KeyValue rows={rows} label={t('What it may do')} />
      </div>
      <Uses tool={tool} />
      {lastError && (
        <div className="flex flex-col items-start gap-1.5">
          <p className="text-soft text-xs">
            {t('Last error')}, <TimeAgo at={lastError.at} />
          </p>
          <p className="text-danger text-xs leading-relaxed [overflow-wrap:anywhere]">
            {said(lastError.text)}
          </p>
          <Button size="small" onClick={() => openRun(lastError.runId)}>
            {t('Show the run')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Uses({ tool: { uses } }: { tool: ToolView }) {
  if (uses.total === 0 || uses.lastAt === undefined)
    return <p className="text-soft text-xs">{t('Not used yet.')}</p>
  return (
    <p className="text-soft text-xs">
      {n(uses.today, 'Used once today', 'Used {count} times today')}
      {', '}
      {n(uses.total, '{count} time in all', '{count} times in all')}
      {', '}
      {t('last used')} <TimeAgo at={uses.lastAt} />
    </p>
  )
}
