import { DatabaseBackup } from 'lucide-react'
import { useState } from 'react'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { t } from '../words.ts'

/** Makes today's backup now. */
export function BackupButton({ done }: { done: () => void }) {
  const { client, notify, notifyFailure } = useActions()
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    try {
      await client.call('diagnostics.backUp', {})
      notify({ tone: 'good', text: t('A backup was made and checked.') })
    } catch (error) {
      notifyFailure(error)
    }
    setBusy(false)
    done()
  }
  return (
    <Button size="small" busy={busy} onClick={() => void make()}>
      {!busy && <DatabaseBackup aria-hidden />}
      {t('Back up now')}
    </Button>
  )
}
