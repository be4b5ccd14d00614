import { Plus, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { t } from '../words.ts'
import { SettingKeys } from './setting-keys.tsx'
import { useCheck } from './use-check.ts'

export interface ListSettingProps {
  /** What the list is called: 'Allowed folders'. */
  label: string
  /** What its field does: 'Add a folder'. */
  add: string
  /** Its key in config.json: what is typed is judged by its rules. */
  path: string
  placeholder: string
  hint: ReactNode
  entries: readonly string[]
  /** Said where there are none. */
  none: string
  /** Saves the whole list; throws where the agent refuses it. */
  onChange: (entries: string[]) => Promise<unknown>
}

/** A list that grows and shrinks by one. What the agent refuses stays typed, with its reason below. */
export function ListSetting({
  label,
  add: adding,
  path,
  placeholder,
  hint,
  entries,
  none,
  onChange,
}: ListSettingProps) {
  const { busy, failure, attempt, clear } = useAttempt()
  const [typed, setTyped] = useState('')
  const entry = typed.trim()
  const problem = useCheck(path, entry === '' ? undefined : [...entries, entry])

  const add = async () => {
    if (entry === '') return
    const saved = await attempt('add', () => onChange([...new Set([...entries, entry])]))
    if (saved !== undefined) setTyped('')
  }

  return (
    <>
      {entries.length === 0 ? (
        <p className="text-soft text-sm">{none}</p>
      ) : (
        <ul aria-label={label} className="-my-1 divide-y divide-line">
          {entries.map((each) => (
            <li key={each} className="flex items-center gap-2 py-1">
              <code className="min-w-0 flex-1 break-all text-ink text-xs">{each}</code>
              <IconButton
                label={t('Remove {entry}', { entry: each })}
                size="small"
                danger
                disabled={busy !== undefined}
                onClick={() => void attempt(each, () => onChange(entries.filter((other) => other !== each)))}
              >
                <X />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <Field label={adding} hiddenLabel hint={hint} error={failure ? undefined : problem}>
          {(control) => (
            <div className="flex gap-2">
              <TextInput
                {...control}
                spellCheck={false}
                autoComplete="off"
                placeholder={placeholder}
                aria-invalid={failure ? true : undefined}
                value={typed}
                onChange={({ target }) => {
                  setTyped(target.value)
                  clear()
                }}
              />
              <Button type="submit" busy={busy === 'add'} disabled={entry === '' || busy !== undefined}>
                <Plus aria-hidden /> {t('Add')}
              </Button>
            </div>
          )}
        </Field>
        {failure && <ErrorNote failure={failure} />}
      </form>
      <SettingKeys paths={[path]} />
    </>
  )
}
