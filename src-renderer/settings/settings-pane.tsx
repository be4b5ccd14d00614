import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { Pane } from '../ui/pane.tsx'
import { useLoad } from '../ui/use-load.ts'
import { t } from '../words.ts'
import { AboutSettings } from './about-settings.tsx'
import { ListSetting } from './list-setting.tsx'
import { MemorySettings } from './memory-settings.tsx'
import { ModelSettings } from './model-settings.tsx'
import { SettingGroup } from './setting-group.tsx'
import { SpeechSettings } from './speech-settings.tsx'
import { UpdateSettings } from './update-settings.tsx'
import { VocabularySettings } from './vocabulary-settings.tsx'
import { VoiceSettings } from './voice-settings.tsx'
import { WindowSettings } from './window-settings.tsx'

/** All that the operator sets: the model, what the agent may touch and reach, the window. */
export function SettingsPane() {
  const settings = useStore((state) => state.settings.view)
  const { client, loadSettings } = useActions()
  const { settled, again } = useLoad(loadSettings)

  return (
    <Pane title="Settings">
      {!settings && !settled && <Loading what="settings" />}
      {!settings && settled && (
        <ErrorNote
          failure={{ message: 'The settings could not be read.' }}
          actions={
            <Button size="small" onClick={again}>
              Try again
            </Button>
          }
        />
      )}
      {settings && (
        <div className="flex flex-col gap-7 pb-6">
          <ModelSettings settings={settings} />
          <MemorySettings settings={settings} />
          <SettingGroup
            title="Folders"
            about="The agent reads and writes inside these on your word. Elsewhere it asks first."
          >
            <ListSetting
              label={t('Allowed folders')}
              add={t('Add a folder')}
              placeholder="~/notes"
              hint="A folder that exists, from / or ~."
              entries={settings.files.roots}
              none="None yet. A folder that you name in a goal is allowed for that conversation."
              onChange={(roots) => client.call('settings.change', { files: { roots } })}
            />
          </SettingGroup>
          <SettingGroup
            title="Hosts"
            about="The agent reads from these without asking, private addresses included."
          >
            <ListSetting
              label={t('Allowed hosts')}
              add={t('Add a host')}
              placeholder="example.org or localhost:8080"
              hint="A host, or a host with a port."
              entries={settings.network.allow}
              none="None yet. An address that you name in a goal is allowed for that conversation."
              onChange={(allow) => client.call('settings.change', { network: { allow } })}
            />
          </SettingGroup>
          <VoiceSettings settings={settings} />
          <SpeechSettings settings={settings} />
          <VocabularySettings voice={settings.voice} />
          <WindowSettings settings={settings} />
          <UpdateSettings settings={settings} />
          <AboutSettings settings={settings} />
        </div>
      )}
    </Pane>
  )
}
