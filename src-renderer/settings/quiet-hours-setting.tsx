import { useState } from 'react'
import { Field, TextInput } from '../ui/field.tsx'
import { Switch } from '../ui/switch.tsx'
import { t } from '../words.ts'
import { useCheck } from './use-check.ts'

const USUAL = '22:00-07:00'

export interface QuietHoursSettingProps {
  /** 'HH:MM-HH:MM', or 'off'. */
  value: string
  disabled: boolean
  onChange: (value: string) => void
}

/** From when to when no notification makes itself seen. A time that is half typed is not saved. */
export function QuietHoursSetting({ value, disabled, onChange }: QuietHoursSettingProps) {
  const on = value !== 'off'
  const [typed, setTyped] = useState<{ from: string; to: string }>()
  const [from = '', to = ''] = (on ? value : USUAL).split('-')
  const shown = typed ?? { from, to }
  const wanted = `${shown.from}-${shown.to}`
  const problem = useCheck('ui.quietHours', typed ? wanted : undefined)

  const save = () => {
    if (!typed || problem !== undefined) return
    if (typed.from && typed.to && wanted !== value) onChange(wanted)
    if (typed.from && typed.to) setTyped(undefined)
  }
  const time = (name: 'from' | 'to', label: string) => (
    <Field label={label}>
      {(control) => (
        <TextInput
          {...control}
          type="time"
          className="w-32"
          disabled={disabled}
          value={shown[name]}
          onChange={({ target }) => setTyped({ ...shown, [name]: target.value })}
          onBlur={save}
          onKeyDown={({ key }) => key === 'Enter' && save()}
        />
      )}
    </Field>
  )

  return (
    <div className="flex flex-col gap-2">
      <Switch
        label={t('Quiet hours')}
        hint={t('No notification makes itself seen in this time; what waits is shown afterwards.')}
        checked={on}
        disabled={disabled}
        onChange={(chosen) => {
          setTyped(undefined)
          onChange(chosen ? USUAL : 'off')
        }}
      />
      {on && (
        <div className="flex flex-wrap gap-3">
          {time('from', t('Quiet from'))}
          {time('to', t('Quiet until'))}
        </div>
      )}
      {problem && (
        <p role="alert" className="text-danger text-xs">
          {problem}
        </p>
      )}
    </div>
  )
}
