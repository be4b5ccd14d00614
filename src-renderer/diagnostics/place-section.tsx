import { Copy, LifeBuoy } from 'lucide-react'
import type { HealthView } from '../../src-preload/contract.ts'
import { useCopy } from '../chat/use-copy.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { KeyValue } from '../ui/key-value.tsx'
import { t } from '../words.ts'

const NAMES: Readonly<Record<string, string>> = {
  adjutant: 'Adjutant',
  electron: 'Electron',
  chrome: 'Chromium',
  node: 'Node.js',
  sqlite: 'SQLite',
  system: 'System',
  data: 'Data',
  settings: 'Settings file',
  log: 'Log file',
  backups: 'Backups',
}

/** Versions and places, to be copied, and the way into safe mode. */
export function PlaceSection({ health: { versions, paths } }: { health: HealthView }) {
  const copy = useCopy()
  const { desktop } = useActions()
  const host = useStore(({ connection }) => connection.host)
  const rows = (of: Readonly<Record<string, string>>) =>
    Object.entries(of).map(([name, value]) => ({ name: t(NAMES[name] ?? name), value }))
  const all = [...rows(versions), ...rows(paths)]
  return (
    <section aria-labelledby="places-title" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="places-title" className="font-medium text-ink text-sm">
          {t('Versions and places')}
        </h2>
        <div className="flex flex-wrap gap-2">
          {host?.host === 'electron' && !host.safeMode && (
            <Confirm
              trigger={
                <Button size="small" kind="quiet">
                  <LifeBuoy aria-hidden /> {t('Restart in safe mode')}
                </Button>
              }
              title={t('Restart in safe mode?')}
              action={t('Restart')}
              dismiss={t('Cancel')}
              onConfirm={() => void desktop('app.restart', { safe: true })}
            >
              {t('What is under way stops, and stays as it is until the next normal start.')}
            </Confirm>
          )}
          <Button
            size="small"
            kind="quiet"
            onClick={() => void copy(all.map(({ name, value }) => `${name}: ${value}`).join('\n'))}
          >
            <Copy aria-hidden /> {t('Copy all')}
          </Button>
        </div>
      </div>
      <div className="rounded-lg border border-line bg-surface shadow-card">
        <KeyValue rows={all} label={t('Versions and places')} mono />
      </div>
    </section>
  )
}
