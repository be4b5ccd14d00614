import { Check, Download, Pause, Play, RotateCcw, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SpeechModelView } from '../../src-preload/contract.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { t } from '../words.ts'
import { RemoveSpeechModel } from './remove-speech-model.tsx'
import { factsOf } from './speech-model-words.ts'
import { SpeechProgress } from './speech-progress.tsx'

/** What the operator may do about a model. */
export type SpeechModelAct = 'use' | 'download' | 'pause' | 'remove'

export interface SpeechModelRowProps {
  model: SpeechModelView
  used: boolean
  onAct: (act: SpeechModelAct) => void
}

type State = SpeechModelView['state']

/** The one thing that comes next. */
const NEXT: Record<State, { words: string; icon?: ReactNode; act: SpeechModelAct }> = {
  bundled: { words: 'Use', act: 'use' },
  ready: { words: 'Use', act: 'use' },
  absent: { words: 'Download', icon: <Download aria-hidden />, act: 'download' },
  queued: { words: 'Cancel', icon: <X aria-hidden />, act: 'pause' },
  downloading: { words: 'Pause', icon: <Pause aria-hidden />, act: 'pause' },
  paused: { words: 'Resume', icon: <Play aria-hidden />, act: 'download' },
  failed: { words: 'Retry', icon: <RotateCcw aria-hidden />, act: 'download' },
}

const BEGUN: readonly State[] = ['queued', 'downloading', 'paused']

/** A model that can understand speech: what it is like, how far it is here, and what can be done about it. */
export function SpeechModelRow({ model, used, onAct }: SpeechModelRowProps) {
  const { label, quality, state, problem } = model
  const here = state === 'ready' || state === 'bundled'
  const next = NEXT[state]
  return (
    <li className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-56 flex-1">
          <p className="font-medium text-ink text-sm">{label}</p>
          <p className="text-soft text-xs leading-relaxed">{quality}</p>
          <p className="text-soft text-xs leading-relaxed">{factsOf(model)}</p>
        </div>
        <div className="flex items-center gap-1.5">
          {used && here ? (
            <span className="flex h-7 items-center gap-1 px-1 text-good text-xs">
              <Check aria-hidden className="size-3.5" /> {t('In use')}
            </span>
          ) : (
            <Button size="small" aria-label={`${next.words} ${label}`} onClick={() => onAct(next.act)}>
              {next.icon} {next.words}
            </Button>
          )}
          <RemoveSpeechModel model={model} used={used} onRemove={() => onAct('remove')} />
        </div>
      </div>
      {BEGUN.includes(state) && <SpeechProgress model={model} />}
      {problem && <ErrorNote failure={problem} />}
    </li>
  )
}
