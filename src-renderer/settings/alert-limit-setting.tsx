import { useState } from 'react'
import type { AlertMetric } from '../../src-preload/contract.ts'
import { Field, TextInput } from '../ui/field.tsx'
import { t } from '../words.ts'
import { SettingKeys } from './setting-keys.tsx'

export interface AlertLimitSettingProps {
  metric: AlertMetric
  label: string
  value: number
  disabled: boolean
  onChange: (value: number) => void
}

const MOST = 1e9

/** From which number on something is worth a word. What is no such number is said, and not saved. */
export function AlertLimitSetting({ metric, label, value, disabled, onChange }: AlertLimitSettingProps) {
  const [typed, setTyped] = useState<string>()
  const wanted = Number(typed)
  const fits = typed === undefined || (typed.trim() !== '' && wanted >= 0 && wanted <= MOST)
  const save = () => {
    if (typed === undefined || !fits) return
    if (wanted !== value) onChange(wanted)
    setTyped(undefined)
  }
  return (
    <div className="flex flex-col gap-1">
      <Field label={label} error={fits ? undefined : t('A number from 0 on; 0 turns it off.')}>
        {(control) => (
          <TextInput
            {...control}
            type="number"
            min={0}
            max={MOST}
            className="w-36"
            disabled={disabled}
            value={typed ?? String(value)}
            onChange={({ target }) => setTyped(target.value)}
            onBlur={save}
            onKeyDown={({ key }) => key === 'Enter' && save()}
          />
        )}
      </Field>
      <SettingKeys paths={[`alerts.${metric}`]} />
    </div>
  )
}
