import { Check, Download, Pause, Play, Trash2 } from 'lucide-react'
import type { SpeechModelView } from '../../src-preload/contract.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { megabytes, modelWords } from './speech-model-words.ts'

export interface SpeechModelRowProps {
  model: SpeechModelView
  used: boolean
  onUse: () => void
  onDownload: () => void
  onPause: () => void
  onRemove: () => void
}

/** A model that can understand speech: what it is like, how far it is here, and what can be done about it. */
export function SpeechModelRow({ model, used, onUse, onDownload, onPause, onRemove }: SpeechModelRowProps) {
  const { name, state, doneBytes = 0, totalBytes = 0, problem } = model
  const part = totalBytes > 0 ? Math.floor((100 * doneBytes) / totalBytes) : 0
  return (
    <li className="flex flex-col gap-1.5 py-2.5">
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-2 font-medium text-ink text-sm">
            {modelWords[name]?.label ?? name}
            {used && (
              <span className="flex items-center gap-1 font-normal text-good text-xs">
                <Check aria-hidden className="size-3.5" /> In use
              </span>
            )}
          </p>
          <p className="text-soft text-xs">
            {modelWords[name]?.about} {model.bundled ? 'Comes along.' : `About ${model.parameters} MB.`}
            {state === 'paused' && ` Paused at ${megabytes(doneBytes)} MB.`}
          </p>
        </div>
        {state === 'ready' && !used && (
          <Button size="small" aria-label={`Use ${name}`} onClick={onUse}>
            Use
          </Button>
        )}
        {(state === 'absent' || state === 'failed') && (
          <Button size="small" aria-label={`Download ${name}`} onClick={onDownload}>
            <Download aria-hidden /> {state === 'failed' ? 'Try again' : 'Download'}
          </Button>
        )}
        {state === 'paused' && (
          <Button size="small" aria-label={`Go on with ${name}`} onClick={onDownload}>
            <Play aria-hidden /> Go on
          </Button>
        )}
        {state === 'downloading' && (
          <Button size="small" aria-label={`Pause ${name}`} onClick={onPause}>
            <Pause aria-hidden /> Pause
          </Button>
        )}
        {!used && (model.removable || state === 'paused' || state === 'failed') && (
          <IconButton label={`Remove ${name}`} size="small" danger onClick={onRemove}>
            <Trash2 />
          </IconButton>
        )}
      </div>
      {state === 'downloading' && (
        <div className="flex items-center gap-2">
          <div
            role="progressbar"
            aria-label={`Download of ${name}`}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={part}
            className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken"
          >
            <div className="h-full bg-accent" style={{ width: `${part}%` }} />
          </div>
          <span className="text-soft text-xs tabular-nums">
            {totalBytes > 0 ? `${megabytes(doneBytes)} of ${megabytes(totalBytes)} MB` : 'Asking …'}
          </span>
        </div>
      )}
      {problem && <ErrorNote failure={problem} />}
    </li>
  )
}
