import type { SpeechModelView } from '../../src-preload/contract.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote, type Failure } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { ReadFailure } from '../ui/read-failure.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { useLoad } from '../ui/use-load.ts'
import { t } from '../words.ts'
import { type SpeechModelAct, SpeechModelRow } from './speech-model-row.tsx'
import { languageName } from './spoken-languages.ts'

/** It is always there. */
const BUNDLED = 'whisper-base'

const CALLS = {
  download: 'voice.download',
  pause: 'voice.pauseDownload',
  remove: 'voice.removeModel',
} as const

export interface SpeechModelsProps {
  /** Name of the one that speech is understood by; undefined where an endpoint does that. */
  used: string | undefined
  /** ISO 639-1, or 'auto'. */
  language: string
}

/** The models of this computer, and those that can be downloaded. */
export function SpeechModels({ used, language }: SpeechModelsProps) {
  const { client, loadSpeechModels } = useActions()
  const models = useStore(({ settings }) => settings.speechModels)
  const { settled, again } = useLoad(loadSpeechModels)
  const { failure, attempt } = useAttempt()
  if (!models && !settled) return <Loading what={t('speech models')} />
  if (!models)
    return <ReadFailure failure={{ message: 'The speech models could not be read.' }} again={again} />

  const use = (model: string) =>
    client.call('settings.change', { voice: { transcriber: { provider: 'bundled', model } } })
  const perform = async (act: SpeechModelAct, { name }: SpeechModelView) => {
    if (act === 'use') return use(name)
    // what is in use is not taken away
    if (act === 'remove' && name === used) await use(BUNDLED)
    return client.call(CALLS[act], { name })
  }
  const chosen = models.find(({ name }) => name === used)
  const problem = chosen && problemOf(chosen, language)

  return (
    <div className="flex flex-col gap-3">
      {problem && (
        <ErrorNote
          failure={problem}
          actions={
            <Button size="small" onClick={() => void attempt('use', () => use(BUNDLED))}>
              {t('Use Whisper base')}
            </Button>
          }
        />
      )}
      <ul aria-label={t('Speech models')} className="divide-y divide-line">
        {models.map((model) => (
          <SpeechModelRow
            key={model.name}
            model={model}
            used={model.name === used}
            onAct={(act) => void attempt(act, () => perform(act, model))}
          />
        ))}
      </ul>
      {failure && <ErrorNote failure={failure} />}
      <p className="text-soft text-xs leading-relaxed">
        {t(
          'Downloads come from huggingface.co, or the mirror that is set, and are checked. No speech is sent there.',
        )}
      </p>
    </div>
  )
}

/** Why nothing that is said would be understood; undefined where it would. */
function problemOf({ label, state, languages }: SpeechModelView, language: string): Failure | undefined {
  if (state !== 'ready' && state !== 'bundled')
    return {
      message: `${label} is chosen, but it is not on this computer.`,
      fix: 'Nothing you say is understood until it is downloaded, or another one is used.',
    }
  if (languages === 'english' && language !== 'en' && language !== 'auto')
    return {
      message: `${label} understands English alone, and you speak ${languageName(language)}.`,
      fix: 'Use one of many languages, or choose English above.',
    }
  return undefined
}
