import type { SpeechModelView } from '../../src-preload/contract.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { ReadFailure } from '../ui/read-failure.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { useLoad } from '../ui/use-load.ts'
import { type SpeechModelAct, SpeechModelRow } from './speech-model-row.tsx'

/** It is always there. */
const BUNDLED = 'whisper-base'

const CALLS = {
  download: 'voice.download',
  pause: 'voice.pauseDownload',
  remove: 'voice.removeModel',
} as const

/** The models of this computer, and those that can be downloaded. */
export function SpeechModels({ used }: { used: string | undefined }) {
  const { client, loadSpeechModels } = useActions()
  const models = useStore(({ settings }) => settings.speechModels)
  const { settled, again } = useLoad(loadSpeechModels)
  const { failure, attempt } = useAttempt()
  if (!models && !settled) return <Loading what="speech models" />
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
  const missing = models.find(({ name, state }) => name === used && state !== 'ready' && state !== 'bundled')

  return (
    <div className="flex flex-col gap-3">
      {missing && (
        <ErrorNote
          failure={{
            message: `${missing.label} is chosen, but it is not on this computer.`,
            fix: 'Nothing you say is understood until it is downloaded, or another one is used.',
          }}
          actions={
            <Button size="small" onClick={() => void attempt('use', () => use(BUNDLED))}>
              Use Whisper base
            </Button>
          }
        />
      )}
      <ul aria-label="Speech models" className="divide-y divide-line">
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
        Downloads come from huggingface.co, or the mirror that is set, and are checked. No speech is sent
        there.
      </p>
    </div>
  )
}
