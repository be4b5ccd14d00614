import type { SettingsView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Switch } from '../ui/switch.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { t } from '../words.ts'
import { ListSetting } from './list-setting.tsx'
import { SettingGroup } from './setting-group.tsx'
import { SettingKeys } from './setting-keys.tsx'

/** How names are spelled that speech recognition cannot know. */
export function VocabularySettings({ voice }: Pick<SettingsView, 'voice'>) {
  const { client } = useActions()
  const { busy, failure, attempt } = useAttempt()
  return (
    <SettingGroup
      title={t('Names and words of your own')}
      about={t(
        'What sounds like one of them is written like it. Put the same word right twice before sending, and Adjutant offers to learn it.',
      )}
    >
      <ListSetting
        label={t('Names and words of your own')}
        add={t('Add a word')}
        path="voice.vocabulary"
        placeholder="Kowalski"
        hint={t('A name or a few words, as they should be written.')}
        entries={voice.vocabulary}
        none={t('None yet.')}
        onChange={(vocabulary) => client.call('settings.change', { voice: { vocabulary } })}
      />
      <Switch
        label={t('Names that memory knows')}
        hint={t(
          'People of your own memories are spelled as they are there, where what was heard is not sure. They are told to nobody.',
        )}
        checked={voice.namesFromMemory}
        disabled={busy !== undefined}
        onChange={(namesFromMemory) =>
          void attempt('change', () => client.call('settings.change', { voice: { namesFromMemory } }))
        }
      />
      <SettingKeys paths={['voice.namesFromMemory']} />
      {failure && <ErrorNote failure={failure} />}
    </SettingGroup>
  )
}
