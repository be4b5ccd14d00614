import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { SettingsChange, SettingsView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { said, t } from '../words.ts'
import { baseUrlProblem } from './model-draft.ts'
import { SecretField } from './secret-field.tsx'

/** Where speech is sent instead of being understood here. Nothing is before this is saved. */
export function SpeechEndpoint({ settings }: { settings: SettingsView }) {
  const { client } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const { transcriber } = settings.voice
  const [baseUrl, setBaseUrl] = useState(transcriber.baseUrl)
  const [name, setName] = useState(transcriber.name)
  const [apiKey, setApiKey] = useState('')
  const problem = baseUrlProblem(baseUrl)
  const wrong = problem !== undefined || name.trim() === ''
  const holds =
    transcriber.provider === 'openai' &&
    baseUrl.trim() === transcriber.baseUrl &&
    name.trim() === transcriber.name &&
    apiKey === ''
  const change = (act: string, change: NonNullable<SettingsChange['voice']>['transcriber'] & object) =>
    attempt(act, () => client.call('settings.change', { voice: { transcriber: change } }))
  const save = async () => {
    const chosen = { provider: 'openai', baseUrl: baseUrl.trim(), name: name.trim() } as const
    if (await change('save', { ...chosen, ...(apiKey ? { apiKey } : {}) })) setApiKey('')
  }
  return (
    <form
      aria-label={t('Endpoint for speech')}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!wrong && !holds) void save()
      }}
    >
      <p className="flex gap-2 rounded-md bg-warn-soft px-3 py-2 text-ink text-sm leading-relaxed">
        <TriangleAlert aria-hidden className="mt-[3px] size-4 shrink-0 text-warn" />
        <span>
          {t(
            'Your speech leaves this computer. What you say is sent there as sound, without the silence around it, with the language you chose and your own list of names and words. Nothing of memory is sent.',
          )}
        </span>
      </p>
      <div className="grid gap-4 @xl:grid-cols-2">
        <Field
          label={t('Base URL for speech')}
          hint={t('Anything with /audio/transcriptions.')}
          error={problem}
        >
          {(control) => (
            <TextInput
              {...control}
              inputMode="url"
              spellCheck={false}
              autoComplete="off"
              value={baseUrl}
              onChange={({ target }) => setBaseUrl(target.value)}
            />
          )}
        </Field>
        <Field label={t('Name of the speech model')} hint={t('As the endpoint calls it.')}>
          {(control) => (
            <TextInput
              {...control}
              spellCheck={false}
              autoComplete="off"
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <SecretField
          label={t('API key for speech')}
          hint={said(settings.secrets)}
          kept={transcriber.hasKey}
          disabled={false}
          value={apiKey}
          onChange={setApiKey}
          onRemove={() => void change('remove', { apiKey: '' })}
        />
      </div>
      {failure && <ErrorNote failure={failure} />}
      <div className="flex items-center gap-2">
        <Button type="submit" kind="primary" busy={busy === 'save'} disabled={holds || wrong}>
          {t('Send speech there')}
        </Button>
        <span role="status" className="text-soft text-xs">
          {holds
            ? t('What you say is sent to {baseUrl}.', { baseUrl: transcriber.baseUrl })
            : transcriber.provider === 'openai'
              ? t('Not saved yet: what you say still goes to {baseUrl}.', { baseUrl: transcriber.baseUrl })
              : t('Not in use yet.')}
        </span>
      </div>
    </form>
  )
}
