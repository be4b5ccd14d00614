import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { t } from '../words.ts'

export interface SecretFieldProps {
  label: string
  hint: string
  /** Whether there is one already. */
  kept: boolean
  disabled: boolean
  value: string
  onChange: (value: string) => void
  onRemove: () => void
}

/** A secret: it goes in and is never shown. */
export const SecretField = ({ label, hint, kept, disabled, value, onChange, onRemove }: SecretFieldProps) => (
  <Field label={label} hint={hint} className="@xl:col-span-2">
    {(control) => (
      <div className="flex gap-2">
        <TextInput
          {...control}
          type="password"
          autoComplete="off"
          disabled={disabled}
          placeholder={kept ? t('One is kept. Type to replace it.') : t('None.')}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
        {kept && !disabled && <Button onClick={onRemove}>{t('Remove')}</Button>}
      </div>
    )}
  </Field>
)
