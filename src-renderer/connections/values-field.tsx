import { Plus, X } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { TextInput } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { t } from '../words.ts'
import type { DraftValue } from './connection-draft.ts'

export interface ValuesFieldProps {
  title: string
  /** What adding one is called. */
  add: string
  values: readonly DraftValue[]
  onChange: (values: readonly DraftValue[]) => void
}

/** Names with values that go in and are never shown. */
export function ValuesField({ title, add, values, onChange }: ValuesFieldProps) {
  const edit = (id: number, change: Partial<DraftValue>) =>
    onChange(values.map((value) => (value.id === id ? { ...value, ...change } : value)))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-ink text-sm">{title}</legend>
      {values.map(({ id, name, value, kept }) => (
        <div key={id} className="flex flex-wrap items-center gap-2 @xl:flex-nowrap">
          <TextInput
            aria-label={t('Name')}
            className="font-mono @xl:w-56!"
            spellCheck={false}
            autoComplete="off"
            value={name}
            // another name is another value
            onChange={({ target }) => edit(id, { name: target.value, kept: false })}
          />
          <TextInput
            aria-label={t('Value of {name}', { name })}
            className="flex-1"
            type="password"
            autoComplete="off"
            placeholder={kept ? t('One is kept. Type to replace it.') : ''}
            value={value}
            onChange={({ target }) => edit(id, { value: target.value })}
          />
          <IconButton
            label={t('Remove {entry}', { entry: name })}
            size="small"
            danger
            onClick={() => onChange(values.filter((each) => each.id !== id))}
          >
            <X />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() =>
            onChange([
              ...values,
              { id: Math.max(-1, ...values.map(({ id }) => id)) + 1, name: '', value: '', kept: false },
            ])
          }
        >
          <Plus aria-hidden /> {add}
        </Button>
      </div>
    </fieldset>
  )
}
