import type { SpeechModelView } from '../../src-preload/contract.ts'
import { classNames } from '../ui/class-names.ts'
import { t } from '../words.ts'
import { progressOf, progressWords } from './speech-model-words.ts'

/** How far the download of a model is. */
export function SpeechProgress({ model }: { model: SpeechModelView }) {
  const percent = progressOf(model)
  const words = progressWords(model)
  return (
    <div className="flex items-center gap-3">
      <div
        role="progressbar"
        aria-label={t('Download of {label}', { label: model.label })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={words}
        className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={classNames(
            'h-full rounded-full transition-[width]',
            model.state === 'downloading' ? 'bg-accent' : 'bg-faint',
          )}
          style={{ width: `${percent}%` }}
        />
      </div>
      <span className="text-soft text-xs tabular-nums">{words}</span>
    </div>
  )
}
