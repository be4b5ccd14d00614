import type { SettingsView } from '../../src-preload/contract.ts'
import { useStore } from '../store/store.ts'
import { Badge } from '../ui/badge.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { KeyValue } from '../ui/key-value.tsx'
import { fullTime } from '../ui/time-words.ts'
import { t } from '../words.ts'
import { SettingGroup } from './setting-group.tsx'

const HOSTS = {
  electron: 'Desktop window',
  headless: 'Headless, in a browser',
  terminal: 'Terminal',
}

/** Where things are kept, what the environment fixes, and what the agent can do. */
export function AboutSettings({ settings }: { settings: SettingsView }) {
  const host = useStore(({ connection }) => connection.host)
  const tools = useStore((state) => state.settings.tools)
  const fixed = Object.entries(settings.fixed).map(([path, variable]) => `${path} by ${variable}`)
  const rows = [
    { name: 'Settings', value: settings.file },
    { name: 'Secrets', value: settings.secrets },
    { name: 'Fixed here', value: fixed.join('\n') || 'Nothing: no variable of the environment is set.' },
    ...(host
      ? [
          { name: 'Data', value: host.home },
          { name: 'Host', value: `${HOSTS[host.host]}, version ${host.version}` },
          { name: 'Browser', value: host.browser ?? 'None found: pages are read without one.' },
          { name: 'Running since', value: fullTime(new Date(host.startedAt), settings.timeZone) },
        ]
      : []),
  ]
  return (
    <SettingGroup title={t('About this agent')}>
      <div className="-mx-4 -mt-4">
        <KeyValue rows={rows} label={t('About this agent')} />
      </div>
      {tools.length > 0 && (
        <Disclosure title={t('What it can do ({count} tools)', { count: tools.length })}>
          <ul className="divide-y divide-line">
            {tools.map(({ name, title, description, effect }) => (
              <li key={name} className="flex items-start gap-3 py-1.5">
                <div className="min-w-0 flex-1">
                  <p className="text-ink text-sm">
                    {title} <code className="text-faint text-xs">{name}</code>
                  </p>
                  <p className="text-pretty text-soft text-xs leading-relaxed">{description}</p>
                </div>
                <Badge>{effect}</Badge>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </SettingGroup>
  )
}
