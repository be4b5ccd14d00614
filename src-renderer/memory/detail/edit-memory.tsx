import { useState } from 'react'
import type { MemoryView } from '../../../src-preload/contract.ts'
import { useActions } from '../../store/store.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { useAttempt } from '../../ui/use-attempt.ts'
import { t } from '../../words.ts'

/** A row's text, to be put differently. Ctrl+Enter saves, Esc leaves it as it was. */
export function EditMemory({ row, onDone }: { row: MemoryView; onDone: () => void }) {
  const { client, keepMemory } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const [text, setText] = useState(row.text)
  const changed = text.trim() !== '' && text.trim() !== row.text

  const save = async () => {
    if (!changed) return
    const edited = await attempt('save', () => client.call('memory.edit', { id: row.id, text: text.trim() }))
    if (!edited) return
    keepMemory(edited)
    onDone()
  }
  return (
    <form
      aria-label={t('Edit what is remembered')}
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onDone()
      }}
    >
      <Field label={t('Text')} hiddenLabel hint={t('The text it has now is kept as an earlier one.')}>
        {(control) => (
          <TextArea
            {...control}
            autoFocus
            rows={Math.min(14, Math.max(3, Math.ceil(row.text.length / 45)))}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      {failure && <ErrorNote failure={failure} />}
      <div className="flex gap-2">
        <Button type="submit" kind="primary" size="small" busy={busy !== undefined} disabled={!changed}>
          {t('Save')}
        </Button>
        <Button kind="quiet" size="small" onClick={onDone}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  )
}
