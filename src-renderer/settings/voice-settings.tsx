import type { SettingsChange, SettingsView } from '../../src-preload/contract.ts'
import { useActions, useStore } from '../store/store.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field, Select } from '../ui/field.tsx'
import { Switch } from '../ui/switch.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { useHasVoice } from '../voice/use-has-voice.ts'
import { t } from '../words.ts'
import { GlobalKeySetting } from './global-key-setting.tsx'
import { MicrophoneSetting } from './microphone-setting.tsx'
import { RecordingsSetting } from './recordings-setting.tsx'
import { SettingGroup } from './setting-group.tsx'
import { SettingKeys } from './setting-keys.tsx'
import { LANGUAGES, languageName } from './spoken-languages.ts'
import { TalkKeySetting } from './talk-key-setting.tsx'

const WAITS = [
  { value: '0', label: 'At once' },
  { value: '1000', label: 'After 1 second' },
  { value: '2000', label: 'After 2 seconds' },
  { value: '3000', label: 'After 3 seconds' },
  { value: '5000', label: 'After 5 seconds' },
  { value: 'never', label: 'Never by itself' },
]

/** How the window listens and speaks. Each change holds at once. */
export function VoiceSettings({ settings }: { settings: SettingsView }) {
  const { client } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const heard = useStore(({ voice }) => voice.globalKey !== undefined)
  const hasVoice = useHasVoice()
  const { voice } = settings
  const change = (voice: NonNullable<SettingsChange['voice']>) =>
    void attempt('change', () => client.call('settings.change', { voice }))
  const wait = String(voice.sendAfterMs)
  const waits = WAITS.some(({ value }) => value === wait)
    ? WAITS
    : [...WAITS, { value: wait, label: `After ${Number(wait) / 1000} seconds` }]

  return (
    <SettingGroup
      title={t('Voice')}
      about={`${
        voice.transcriber.provider === 'bundled'
          ? 'What you say is understood on this computer and leaves it nowhere.'
          : `What you say is sent to ${voice.transcriber.baseUrl} to be understood.`
      } ${voice.keepRecordings ? 'Recordings are kept.' : 'No recording is kept.'}`}
    >
      <MicrophoneSetting />
      <div className="grid gap-4 @xl:grid-cols-2">
        <Field label={t('Language')} hint={t('Choose yours where it is guessed wrong.')}>
          {(control) => (
            <Select
              {...control}
              value={voice.language}
              disabled={busy !== undefined}
              onChange={({ target }) => change({ language: target.value })}
            >
              <option value="auto">{t('Heard from the speech')}</option>
              {[...new Set([...LANGUAGES, ...(voice.language === 'auto' ? [] : [voice.language])])].map(
                (code) => (
                  <option key={code} value={code}>
                    {languageName(code)}
                  </option>
                ),
              )}
            </Select>
          )}
        </Field>
        <Field
          label={t('A spoken message is sent')}
          hint={t('Until then typing, a click or Esc keeps it in the box. Questions are sent at once.')}
        >
          {(control) => (
            <Select
              {...control}
              value={wait}
              disabled={busy !== undefined}
              onChange={({ target }) =>
                change({ sendAfterMs: target.value === 'never' ? 'never' : Number(target.value) })
              }
            >
              {waits.map(({ value, label }) => (
                <option key={value} value={value}>
                  {t(label)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <SettingKeys paths={['voice.language', 'voice.sendAfterMs']} />
      <TalkKeySetting value={voice.key} disabled={busy !== undefined} onChange={(key) => change({ key })} />
      <SettingKeys paths={['voice.key']} />
      <GlobalKeySetting
        value={voice.globalKey}
        disabled={busy !== undefined}
        onChange={(globalKey) => change({ globalKey })}
      />
      {heard && <SettingKeys paths={['voice.globalKey']} />}
      <Switch
        label={t('Sounds')}
        hint={t('A short tick where listening begins and where it ends.')}
        checked={voice.sounds}
        disabled={busy !== undefined}
        onChange={(sounds) => change({ sounds })}
      />
      <SettingKeys paths={['voice.sounds']} />
      <Switch
        label={t('Speak answers')}
        hint={
          hasVoice
            ? t(
                'To what was spoken, and what is asked about it, in a voice of this computer. The key to speak stops it.',
              )
            : t(
                'This computer has no voice. On Linux, speech-dispatcher with one of its voices gives it some.',
              )
        }
        checked={voice.speakAnswers}
        disabled={busy !== undefined}
        onChange={(speakAnswers) => change({ speakAnswers })}
      />
      <SettingKeys paths={['voice.speakAnswers']} />
      <Switch
        label={t('Keep the microphone open')}
        hint={t(
          'From the first message on, so that not even the first syllable is lost. Between messages nothing is kept but the last third of a second, and nothing is sent anywhere.',
        )}
        checked={voice.keepOpen}
        disabled={busy !== undefined}
        onChange={(keepOpen) => change({ keepOpen })}
      />
      <SettingKeys paths={['voice.keepOpen']} />
      <RecordingsSetting
        kept={voice.keepRecordings}
        disabled={busy !== undefined}
        onChange={(keepRecordings) => change({ keepRecordings })}
      />
      <SettingKeys paths={['voice.keepRecordings']} />
      {failure && <ErrorNote failure={failure} />}
    </SettingGroup>
  )
}
