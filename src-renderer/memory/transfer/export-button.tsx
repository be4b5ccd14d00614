import { Download } from 'lucide-react'
import { useState } from 'react'
import { useActions } from '../../store/store.ts'
import { Button } from '../../ui/button.tsx'
import { offerFile } from '../../ui/offer-file.ts'
import { t } from '../../words.ts'
import { exportLines } from './export-line.ts'

/** Downloads all of memory as JSON Lines. */
export function ExportButton() {
  const { client, notify, notifyFailure } = useActions()
  const [rows, setRows] = useState<number>()
  const busy = rows !== undefined
  const save = async () => {
    setRows(0)
    try {
      const pieces = await exportLines((input) => client.call('memory.page', input), setRows)
      const name = offer(pieces)
      notify({
        tone: 'info',
        text: t('All of memory is in {name}.', { name }),
        fix: t('It is where your downloads go.'),
      })
    } catch (error) {
      notifyFailure(error)
    }
    setRows(undefined)
  }
  return (
    <Button busy={busy} onClick={() => void save()} title={t('All rows as JSON Lines')}>
      {!busy && <Download aria-hidden />}
      {busy ? (
        t('{count} rows', { count: rows })
      ) : (
        <span className="@max-xl/pane:sr-only">{t('Export')}</span>
      )}
    </Button>
  )
}

/** Gives all of it to be saved. Its name. */
function offer(pieces: readonly string[]): string {
  const name = `adjutant-memory-${new Date().toISOString().slice(0, 10)}.jsonl`
  offerFile(name, 'application/jsonl', pieces)
  return name
}
