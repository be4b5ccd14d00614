import { useActions, useStore } from '../store/store.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { ReadFailure } from '../ui/read-failure.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { useRead } from '../ui/use-read.ts'
import { SpeechModelRow } from './speech-model-row.tsx'

/** The models of this computer, and those that can be downloaded. */
export function SpeechModels({ used }: { used: string | undefined }) {
  const { client, showSpeechModel } = useActions()
  const { failure, attempt } = useAttempt()
  const read = useRead('voice.models', {})
  const changed = useStore(({ voice }) => voice.models)
  const call = (method: 'voice.download' | 'voice.pauseDownload' | 'voice.removeModel', name: string) =>
    void attempt(name, async () => showSpeechModel(await client.call(method, { name })))
  const use = (model: string) =>
    void attempt(model, () =>
      client.call('settings.change', { voice: { transcriber: { provider: 'bundled', model } } }),
    )
  if (read.failure && !read.value) return <ReadFailure failure={read.failure} again={read.again} />
  if (!read.value) return <Loading what="speech models" />
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label="Speech models" className="-my-1 divide-y divide-line">
        {read.value
          .map((model) => changed?.[model.name] ?? model)
          .map((model) => (
            <SpeechModelRow
              key={model.name}
              model={model}
              used={model.name === used}
              onUse={() => use(model.name)}
              onDownload={() => call('voice.download', model.name)}
              onPause={() => call('voice.pauseDownload', model.name)}
              onRemove={() => call('voice.removeModel', model.name)}
            />
          ))}
      </ul>
      {failure && <ErrorNote failure={failure} />}
    </div>
  )
}
