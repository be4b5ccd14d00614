import { useState } from 'react'
import { useActions } from '../../store/store.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { sizeWords } from '../../ui/size-words.ts'
import { Switch } from '../../ui/switch.tsx'
import { t } from '../../words.ts'

/** A file that was chosen, before it is imported: who wrote what stands in it. */
export function ChooseImport({ file, onDone }: { file: File; onDone: () => void }) {
  const { importMemory } = useActions()
  const [mine, setMine] = useState(false)
  return (
    <Card className="p-4">
      <form
        aria-label={t('Import')}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void importMemory(file, { mine })
          onDone()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onDone()
        }}
      >
        <p className="text-ink text-sm">
          <span className="font-medium [overflow-wrap:anywhere]">{file.name}</span>, {sizeWords(file.size)}
        </p>
        <p className="text-soft text-xs leading-relaxed">
          {t('One JSON object a line:')} <code>externalId</code> {t('and')} <code>text</code>
          {t(', and if you like')} <code>at</code>, <code>speaker</code>, <code>thread</code>,{' '}
          <code>position</code>, <code>scope</code>, <code>kind</code>
          {t('. Importing the same lines again doubles nothing.')}
        </p>
        <Switch
          label={t('I wrote all of it')}
          hint={t(
            'Otherwise it is kept as text that anyone may have written: it is recalled, and instructs nothing.',
          )}
          checked={mine}
          onChange={setMine}
        />
        <div className="flex gap-2">
          <Button type="submit" kind="primary" autoFocus>
            {t('Import')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {t('Cancel')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
