import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { t } from '../words.ts'

export interface RejectFormProps {
  busy: boolean
  onReject: (reason: string) => void
  onBack: () => void
}

/** Asks why not; the reason may stay empty. Ctrl+Enter sends, Esc goes back. */
export function RejectForm({ busy, onReject, onBack }: RejectFormProps) {
  const [reason, setReason] = useState('')
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onReject(reason.trim())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onBack()
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onReject(reason.trim())
      }}
    >
      <Field label={t('Why not? (the agent reads this)')}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            autoFocus
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            placeholder={t('For example: use the other folder instead')}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="danger" busy={busy}>
          {t('Reject')}
        </Button>
        <Button kind="quiet" onClick={onBack} disabled={busy}>
          {t('Back')}
        </Button>
      </div>
    </form>
  )
}
