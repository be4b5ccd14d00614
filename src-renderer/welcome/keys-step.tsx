import type { SettingsChange } from '../../src-preload/contract.ts'
import { GlobalKeySetting } from '../settings/global-key-setting.tsx'
import { QuickKeySetting } from '../settings/quick-key-setting.tsx'
import { TalkKeySetting } from '../settings/talk-key-setting.tsx'
import { useActions } from '../store/store.ts'
import { Card } from '../ui/card.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { t } from '../words.ts'
import { StepButtons, type StepProps } from './step-buttons.tsx'
import { VoiceTest } from './voice-test.tsx'

/** The keys that are heard, what is the matter with them, and whether the microphone is. */
export function KeysStep({ settings, ...moves }: StepProps) {
  const { client } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const change = (wanted: SettingsChange) =>
    void attempt('change', () => client.call('settings.change', wanted))
  const disabled = busy !== undefined

  return (
    <>
      <Card className="flex flex-col gap-4 p-4">
        <QuickKeySetting
          value={settings.ui.quickKey}
          disabled={disabled}
          onChange={(quickKey) => change({ ui: { quickKey } })}
        />
        <TalkKeySetting
          value={settings.voice.key}
          disabled={disabled}
          onChange={(key) => change({ voice: { key } })}
        />
        <GlobalKeySetting
          value={settings.voice.globalKey}
          disabled={disabled}
          onChange={(globalKey) => change({ voice: { globalKey } })}
        />
        {failure && <ErrorNote failure={failure} />}
        <VoiceTest />
      </Card>
      <StepButtons {...moves} next={t('Start')} />
    </>
  )
}
