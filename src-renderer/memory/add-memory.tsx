import { useState } from 'react'
import type { Methods } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field, Select, TextArea } from '../ui/field.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { t } from '../words.ts'
import { KIND_HINTS, kindWord } from './memory-words.ts'

type Kind = NonNullable<Methods['memory.add']['input']['kind']>

const KINDS: readonly Kind[] = ['fact', 'episode', 'rule', 'procedure']

/** Something to remember, by hand. Ctrl+Enter saves, Esc closes. */
export function AddMemory({ onClose }: { onClose: () => void }) {
  const { client, keepMemory } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const [text, setText] = useState('')
  const [kind, setKind] = useState<Kind>('fact')

  const save = async () => {
    if (!text.trim()) return
    const added = await attempt('save', () => client.call('memory.add', { text: text.trim(), kind }))
    if (!added) return
    keepMemory(added)
    if (kind === 'rule' && !(await holds(added.id))) return
    onClose()
  }

  /** Who writes a rule by hand need not be asked whether it shall hold. */
  const holds = async (id: string) => {
    const rule = await attempt('hold', () => client.call('memory.activate', { id, active: true }))
    if (rule) keepMemory(rule)
    return rule !== undefined
  }

  return (
    <Card className="p-4">
      <form
        aria-label={t('Remember something')}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault()
            onClose()
          }
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
        }}
      >
        <Field label={t('What to remember')}>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              autoFocus
              value={text}
              onChange={({ target }) => setText(target.value)}
              placeholder={t('For example: the spare key is with the neighbour on the second floor')}
            />
          )}
        </Field>
        <Field label={t('Kind')} hint={KIND_HINTS[kind]}>
          {(control) => (
            <Select
              {...control}
              className="w-40!"
              value={kind}
              onChange={({ target }) => setKind(target.value as Kind)}
            >
              {KINDS.map((each) => (
                <option key={each} value={each}>
                  {kindWord(each)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {failure && <ErrorNote failure={failure} />}
        <div className="flex gap-2">
          <Button type="submit" kind="primary" busy={busy !== undefined} disabled={!text.trim()}>
            {t('Remember')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('Close')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
