import { useRef } from 'react'
import { ConnectionSettings } from '../connections/connection-settings.tsx'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { Pane } from '../ui/pane.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { useLoad } from '../ui/use-load.ts'
import { n, t } from '../words.ts'
import { AboutSettings } from './about-settings.tsx'
import { DiagnosticSettings } from './diagnostic-settings.tsx'
import { ListSetting } from './list-setting.tsx'
import { MemorySettings } from './memory-settings.tsx'
import { ModelSettings } from './model-settings.tsx'
import { SettingGroup } from './setting-group.tsx'
import { ResetSetting } from './setting-keys.tsx'
import { SpeechSettings } from './speech-settings.tsx'
import { UpdateSettings } from './update-settings.tsx'
import { useSettingSearch } from './use-setting-search.ts'
import { VocabularySettings } from './vocabulary-settings.tsx'
import { VoiceSettings } from './voice-settings.tsx'
import { WindowSettings } from './window-settings.tsx'

/** All that the operator sets: the model, what the agent may touch and reach, the window. */
export function SettingsPane() {
  const settings = useStore((state) => state.settings.view)
  // what was typed and not saved goes with a reset
  const resets = useStore((state) => state.settings.resets)
  const { client, loadSettings, searchSettings } = useActions()
  const { settled, again } = useLoad(loadSettings)
  const words = useStore((state) => state.settings.words ?? '')
  const body = useRef<HTMLDivElement>(null)
  const found = useSettingSearch(body, words, settings)

  return (
    <Pane
      title={t('Settings')}
      toolbar={
        <>
          <SearchBox
            label={t('Search settings')}
            placeholder={t('Search: a word, or a key such as voice.globalKey')}
            value={words}
            onChange={searchSettings}
          />
          <p role="status" className="text-soft text-xs empty:hidden">
            {words.trim() !== '' &&
              (found.matches === 0
                ? t('No setting has these words.')
                : n(found.matches, 'Found at {count} place.', 'Found at {count} places.'))}
          </p>
          <nav
            aria-label={t('Sections of the settings')}
            className="hidden w-full flex-wrap gap-1 @3xl/pane:flex"
          >
            {found.groups.map(({ id, title }) => (
              <Button key={id} size="small" kind="quiet" onClick={() => show(id)}>
                {title}
              </Button>
            ))}
          </nav>
        </>
      }
    >
      {!settings && !settled && <Loading what={t('settings')} />}
      {!settings && settled && (
        <ErrorNote
          failure={{ message: 'The settings could not be read.' }}
          actions={
            <Button size="small" onClick={again}>
              {t('Try again')}
            </Button>
          }
        />
      )}
      {settings && (
        <div ref={body} key={resets} className="flex flex-col gap-7 pb-6">
          <ModelSettings settings={settings} />
          <MemorySettings settings={settings} />
          <SettingGroup
            title={t('Folders')}
            about={t('The agent reads and writes inside these on your word. Elsewhere it asks first.')}
          >
            <ListSetting
              label={t('Allowed folders')}
              add={t('Add a folder')}
              path="files.roots"
              placeholder="~/notes"
              hint={t('A folder that exists, from / or ~.')}
              entries={settings.files.roots}
              none={t('None yet. A folder that you name in a goal is allowed for that conversation.')}
              onChange={(roots) => client.call('settings.change', { files: { roots } })}
            />
          </SettingGroup>
          <SettingGroup
            title={t('Hosts')}
            about={t('The agent reads from these without asking, private addresses included.')}
          >
            <ListSetting
              label={t('Allowed hosts')}
              add={t('Add a host')}
              path="network.allow"
              placeholder={t('example.org or localhost:8080')}
              hint={t('A host, or a host with a port.')}
              entries={settings.network.allow}
              none={t('None yet. An address that you name in a goal is allowed for that conversation.')}
              onChange={(allow) => client.call('settings.change', { network: { allow } })}
            />
          </SettingGroup>
          <ConnectionSettings />
          <VoiceSettings settings={settings} />
          <SpeechSettings settings={settings} />
          <VocabularySettings voice={settings.voice} />
          <WindowSettings settings={settings} />
          <DiagnosticSettings settings={settings} />
          <UpdateSettings settings={settings} />
          <AboutSettings settings={settings} />
          <SettingGroup title={t('Start over')} about={t('Every setting as it is by default.')}>
            <div>
              <ResetSetting />
            </div>
          </SettingGroup>
        </div>
      )}
    </Pane>
  )
}

/** Brings a section to the top, and the keyboard with it. */
function show(id: string): void {
  const heading = document.getElementById(id)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}
