import type { SettingsChange, SettingsView } from '../../src-preload/contract.ts'
import { useActions, useStore } from '../store/store.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field, Select } from '../ui/field.tsx'
import { Switch } from '../ui/switch.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { t } from '../words.ts'
import { Choice } from './choice.tsx'
import { QuickKeySetting } from './quick-key-setting.tsx'
import { QuietHoursSetting } from './quiet-hours-setting.tsx'
import { SettingGroup } from './setting-group.tsx'
import { SettingKeys } from './setting-keys.tsx'

const LANGUAGES = [
  { value: 'system', label: 'As the system' },
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
] as const

const THEMES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** How the window looks and goes on, and what the operator's clock shows. Each change holds at once. */
export function WindowSettings({ settings }: { settings: SettingsView }) {
  const { client } = useActions()
  const heard = useStore(({ ui }) => ui.quickKey !== undefined)
  const host = useStore(({ connection }) => connection.host)
  const { busy, failure, attempt } = useAttempt()
  const change = (change: SettingsChange) =>
    void attempt('change', () => client.call('settings.change', change))
  const zones = [...new Set([settings.timeZone, ...Intl.supportedValuesOf('timeZone')])].sort()

  return (
    <SettingGroup title={t('Window and clock')}>
      <div className="flex flex-col gap-1.5">
        <p className="font-medium text-ink text-sm">{t('Theme')}</p>
        <Choice
          label={t('Theme')}
          value={settings.ui.theme}
          options={THEMES.map(({ value, label }) => ({ value, label: t(label) }))}
          onChange={(theme) => change({ ui: { theme } })}
        />
      </div>
      <SettingKeys paths={['ui.theme']} />
      <div className="flex flex-col gap-1.5">
        <p className="font-medium text-ink text-sm">{t('Language')}</p>
        <Choice
          label={t('Language')}
          value={settings.ui.language}
          options={LANGUAGES.map(({ value, label }) => ({ value, label: t(label) }))}
          onChange={(language) => change({ ui: { language } })}
        />
      </div>
      <SettingKeys paths={['ui.language']} />
      <QuickKeySetting
        value={settings.ui.quickKey}
        disabled={busy !== undefined}
        onChange={(quickKey) => change({ ui: { quickKey } })}
      />
      {heard && <SettingKeys paths={['ui.quickKey']} />}
      <QuietHoursSetting
        value={settings.ui.quietHours}
        disabled={busy !== undefined}
        onChange={(quietHours) => change({ ui: { quietHours } })}
      />
      <SettingKeys paths={['ui.quietHours']} />
      <Switch
        label={t('Keep running when the window is closed')}
        hint={
          host && host.host !== 'electron'
            ? t('Holds for the desktop window. Here the agent runs on without one.')
            : t('The agent stays in the tray, so that reminders and schedules come when they are due.')
        }
        checked={settings.ui.closeToTray}
        disabled={busy !== undefined}
        onChange={(closeToTray) => change({ ui: { closeToTray } })}
      />
      <SettingKeys paths={['ui.closeToTray']} />
      <Switch
        label={t('Start when I log in')}
        hint={t('Without a window, so that reminders ring from the beginning. Holds for the desktop app.')}
        checked={settings.ui.startAtLogin}
        disabled={busy !== undefined}
        onChange={(startAtLogin) => change({ ui: { startAtLogin } })}
      />
      <SettingKeys paths={['ui.startAtLogin']} />
      <Field label={t('Time zone')} hint={t('How times you write are understood, and when schedules come.')}>
        {(control) => (
          <Select
            {...control}
            className="max-w-72"
            value={settings.timeZone}
            disabled={busy !== undefined}
            onChange={({ target }) => change({ timeZone: target.value })}
          >
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SettingKeys paths={['timeZone']} />
      {failure && <ErrorNote failure={failure} />}
    </SettingGroup>
  )
}
