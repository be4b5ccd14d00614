import { ShieldAlert, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { MemoryView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Badge } from '../ui/badge.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { failureOf } from '../ui/use-attempt.ts'
import { distrustWords, kindWord, sourceWords } from './memory-words.ts'

export interface MemoryRowProps {
  memory: MemoryView
  onForgotten: () => void
}

/** One thing that is remembered: its text, where it came from, how far it is trusted; for a hit, why it was found. */
export function MemoryRow({ memory, onForgotten }: MemoryRowProps) {
  const [asking, setAsking] = useState(false)
  const { text, kind, source, at, scope, score, why } = memory
  const distrust = distrustWords(memory)
  return (
    <li className="flex items-start gap-3 px-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="line-clamp-6 whitespace-pre-wrap text-ink text-sm leading-snug [overflow-wrap:anywhere]">
          {text}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-faint text-xs">
          <Badge>{kindWord(kind)}</Badge>
          {distrust && (
            <Badge tone="warn" title="It may have been written by anyone; it instructs nothing.">
              <ShieldAlert aria-hidden /> {distrust}
            </Badge>
          )}
          <span title={source.ref}>{sourceWords(source)}</span>
          <TimeAgo at={at} />
          {scope !== 'personal' && <span>in {scope}</span>}
        </p>
        {why && score !== undefined && (
          <p className="mt-1 flex items-center gap-2 text-soft text-xs">
            <span aria-hidden className="h-1 w-12 shrink-0 overflow-hidden rounded-full bg-sunken">
              <span className="block h-full bg-accent" style={{ width: `${Math.round(score * 100)}%` }} />
            </span>
            <span className="shrink-0 tabular-nums">{score.toFixed(2)}</span>
            <span className="min-w-0 truncate" title={why}>
              {why}
            </span>
          </p>
        )}
      </div>
      <IconButton label="Forget" size="small" danger className="-my-1" onClick={() => setAsking(true)}>
        <Trash2 />
      </IconButton>
      <ForgetDialog memory={memory} open={asking} onOpenChange={setAsking} onForgotten={onForgotten} />
    </li>
  )
}

interface ForgetDialogProps extends MemoryRowProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

function ForgetDialog({ memory: { id, text }, open, onOpenChange, onForgotten }: ForgetDialogProps) {
  const { client } = useActions()
  const forget = () =>
    client.call('memory.forget', { id }).then(
      () => onForgotten(),
      (error: unknown) => failureOf(error),
    )
  return (
    <Confirm
      open={open}
      onOpenChange={onOpenChange}
      title="Forget this?"
      action="Forget"
      danger
      onConfirm={forget}
    >
      <span className="line-clamp-4 text-ink">“{text}”</span>
      Its text and every index of it are deleted for good.
    </Confirm>
  )
}
