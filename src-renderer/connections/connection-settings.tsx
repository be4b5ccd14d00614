import { FileDown, Plus } from 'lucide-react'
import { useState } from 'react'
import { SettingGroup } from '../settings/setting-group.tsx'
import { SettingKeys } from '../settings/setting-keys.tsx'
import { Button } from '../ui/button.tsx'
import { ReadFailure } from '../ui/read-failure.tsx'
import { t } from '../words.ts'
import { ConnectionForm } from './connection-form.tsx'
import { ConnectionRow } from './connection-row.tsx'
import { ImportServers } from './import-servers.tsx'
import { useConnections } from './use-connections.ts'

/** The tool servers: added, tried, changed, switched off, removed, and taken over from other programs. */
export function ConnectionSettings() {
  const { value: connections, failure, again } = useConnections()
  const [open, setOpen] = useState<'form' | 'import'>()
  const close = () => setOpen(undefined)
  return (
    <SettingGroup
      title={t('Connections')}
      about={t(
        'Tool servers that speak the Model Context Protocol (MCP). Each of their tools asks before every call, unless you say what it does under Tools.',
      )}
    >
      {failure && <ReadFailure failure={failure} again={again} />}
      {connections?.length === 0 && open === undefined && (
        <p className="text-soft text-sm">{t('No server is connected.')}</p>
      )}
      {connections && connections.length > 0 && (
        <ul aria-label={t('Tool servers')} className="-my-2 divide-y divide-line">
          {connections.map((connection) => (
            <ConnectionRow key={connection.name} connection={connection} />
          ))}
        </ul>
      )}
      {open === 'form' && <ConnectionForm onDone={close} />}
      {open === 'import' && <ImportServers onDone={close} />}
      {open === undefined && (
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => setOpen('form')}>
            <Plus aria-hidden /> {t('Add a server')}
          </Button>
          <Button size="small" onClick={() => setOpen('import')}>
            <FileDown aria-hidden /> {t('Import servers')}
          </Button>
        </div>
      )}
      <SettingKeys paths={['mcpServers']} />
    </SettingGroup>
  )
}
