import { Wrench } from 'lucide-react'
import type { SettingsView } from '../../src-preload/contract.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { KeyValue } from '../ui/key-value.tsx'
import { fullTime } from '../ui/time-words.ts'
import { said, t } from '../words.ts'
import { SettingGroup } from './setting-group.tsx'

const HOSTS = {
  electron: 'Desktop window',
  headless: 'Headless, in a browser',
  terminal: 'Terminal',
}

/** Where things are kept, what the environment fixes, and the way to what the agent can do. */
export function AboutSettings({ settings }: { settings: SettingsView }) {
  const host = useStore(({ connection }) => connection.host)
  const { openPane } = useActions()
  const fixed = Object.entries(settings.fixed).map(([path, variable]) =>
    t('{path} by {variable}', { path, variable }),
  )
  const rows = [
    { name: 'Settings', value: settings.file },
    { name: 'Secrets', value: said(settings.secrets) },
    { name: 'Fixed here', value: fixed.join('\n') || t('Nothing: no variable of the environment is set.') },
    ...(host
      ? [
          { name: 'Data', value: host.home },
          {
            name: 'Host',
            value: t('{host}, version {version}', { host: t(HOSTS[host.host]), version: host.version }),
          },
          { name: 'Browser', value: host.browser ?? t('None found: pages are read without one.') },
          { name: 'Running since', value: fullTime(new Date(host.startedAt), settings.timeZone) },
        ]
      : []),
  ]
  return (
    <SettingGroup title={t('About this agent')}>
      <div className="-mx-4 -mt-4">
        <KeyValue rows={rows} label={t('About this agent')} />
      </div>
      <div>
        <Button size="small" onClick={() => openPane('tools')}>
          <Wrench aria-hidden />
          {t('Open the tools')}
        </Button>
      </div>
    </SettingGroup>
  )
}
