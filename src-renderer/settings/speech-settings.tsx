import { useState } from 'react'
import type { SettingsView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { t } from '../words.ts'
import { Choice } from './choice.tsx'
import { SettingGroup } from './setting-group.tsx'
import { SpeechEndpoint } from './speech-endpoint.tsx'
import { SpeechModels } from './speech-models.tsx'

const PROVIDERS = [
  { value: 'bundled', label: 'This computer', hint: 'No key, no network: what you say leaves it nowhere.' },
  {
    value: 'openai',
    label: 'An endpoint',
    hint: 'Your speech leaves this computer: all you say is sent there to be understood.',
  },
] as const

/** What understands speech. */
export function SpeechSettings({ settings }: { settings: SettingsView }) {
  const { client } = useActions()
  const { failure, attempt } = useAttempt()
  const { transcriber } = settings.voice
  // an endpoint is used once its address is saved, not when it is looked at
  const [shown, setShown] = useState(transcriber.provider)
  const choose = (provider: typeof shown) => {
    setShown(provider)
    if (provider === 'bundled' && transcriber.provider !== 'bundled')
      void attempt('choose', () => client.call('settings.change', { voice: { transcriber: { provider } } }))
  }
  return (
    <SettingGroup title={t('Speech recognition')} about={t('What turns what you say into words.')}>
      <Choice label={t('Understood by')} value={shown} options={PROVIDERS} onChange={choose} />
      {shown === 'bundled' ? (
        <SpeechModels
          used={transcriber.provider === 'bundled' ? transcriber.model : undefined}
          language={settings.voice.language}
        />
      ) : (
        <SpeechEndpoint settings={settings} />
      )}
      {failure && <ErrorNote failure={failure} />}
    </SettingGroup>
  )
}
